import type { Instant } from "./Field.js"
import type { Entry, Json, Visit } from "./Ledger.js"
import type { PipelineName } from "./Nouns.js"
import { voided } from "./Replay.js"

interface Place {
  readonly kind: string
  readonly stage: string
}

const placeOf = (entry: Entry): Place | null => {
  const to = entry.data.to
  return typeof to === "object" && to !== null && "kind" in to && "stage" in to
    ? { kind: String(to.kind), stage: String(to.stage) }
    : null
}

const said = (value: Json | undefined): string | null => (typeof value === "string" ? value : null)

/** The visit that an entry begins. */
export const begun = (pipeline: PipelineName, entry: Entry, place: Place, enteredAt: Instant): Visit => ({
  id: entry.id,
  pipeline,
  subjectId: entry.subject.id,
  kind: place.kind,
  stage: place.stage,
  enteredAt,
  leftAt: null,
  leftFor: null,
  actor: entry.actor,
  reason: said(entry.data.reason),
  party: said(entry.data.party),
})

/** The visits that one subject's entries (in order of version) give: mistakes that were taken back left none. */
export const of = (pipeline: PipelineName, entries: ReadonlyArray<Entry>): ReadonlyArray<Visit> => {
  const gone = voided(entries)
  const visits: Array<Visit> = []
  for (const entry of entries) {
    if (gone.has(entry.act)) continue
    // Taken away: whoever was merged into another is counted there. What a correction takes away is void already.
    if (entry.patch === null && entry.corrects === null) visits.length = 0
    const place = placeOf(entry)
    if (place === null) continue
    const open = visits.at(-1)
    if (open?.kind === place.kind && open.stage === place.stage) continue
    // A mistake that was taken back and stands again may lie after a move that was made, and back-dated, meanwhile.
    const at = open !== undefined && open.enteredAt > entry.at ? open.enteredAt : entry.at
    if (open !== undefined) visits[visits.length - 1] = { ...open, leftAt: at, leftFor: place.kind }
    visits.push(begun(pipeline, entry, place, at))
  }
  return visits
}
