import { isErasure } from "../Fact.js"
import type { Entry, Json } from "../Ledger.js"
import { merges } from "./Aliasing.js"

type State = { readonly [field: string]: Json }

const merged = new Set<string>(Object.values(merges))

/** The entries of an act that took a record away since it was merged into another. */
export const goings = (act: ReadonlyArray<Entry>): ReadonlyArray<Entry> =>
  act.filter(({ type, patch }) => merged.has(type) && patch === null)

/** The entry of an act on the record that two became, if it is a merge. */
export const survivor = (act: ReadonlyArray<Entry>): Entry | undefined =>
  act.find(({ type, patch }) => merged.has(type) && patch !== null)

const moves = ({ data }: Entry): boolean =>
  typeof data.to === "object" && data.to !== null && JSON.stringify(data.from) !== JSON.stringify(data.to)

/** Whether a merge made a record the other's: one that names several goes on by itself, whoever they are. */
const wentOver = ({ data, patch }: Entry): boolean =>
  data.reassignedFrom === undefined || !Object.values(patch ?? {}).some(Array.isArray)

/**
 * The entries since a merge that two records could not share again: its own subjects have moved on or were erased, or
 * what stays with one of them rests on a consent that goes back to the other. `submissions` are all of the surviving
 * candidate.
 */
export const restingOn = (
  act: ReadonlyArray<Entry>,
  histories: ReadonlyMap<string, ReadonlyArray<Entry>>,
  submissions: ReadonlyArray<State>,
): { readonly entries: ReadonlyArray<Entry>; readonly submissionIds: ReadonlyArray<string> } => {
  const subjects = new Set(act.filter(wentOver).map(({ subject }) => subject.id))
  const last = new Map(act.map(({ subject, version }) => [subject.id, version]))
  const entries = [...subjects].flatMap((id) =>
    (histories.get(id) ?? []).filter(
      (entry) => entry.version > (last.get(id) ?? 0) && (moves(entry) || isErasure(entry.type)),
    ),
  )
  const submissionIds = submissions.flatMap(({ id, consentId }) =>
    subjects.has(String(consentId)) && !subjects.has(String(id)) ? [String(id)] : [],
  )
  return { entries, submissionIds }
}
