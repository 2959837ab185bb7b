import type { Entry } from "../Ledger.js"
import { recordsOf, type RecordOf } from "../Nouns.js"
import type { Submission } from "../submission/Submission.js"
import type { Around } from "./Exported.js"
import type { Story } from "./History.js"
import { isWaiting, type Job, needOf } from "./Places.js"

const latest = (instants: ReadonlyArray<string>, least: string): string =>
  [least, ...instants].toSorted().at(-1) ?? least

/** When a submission was decided, or last moved where it is not. */
const decidedAt = (submission: Submission, placements: ReadonlyArray<RecordOf<"placement">>): string =>
  submission.endedAt ??
  placements.find(({ submissionId }) => submissionId === submission.id)?.acceptedAt ??
  submission.stageSince

/** When a person's entries first name something. */
export const firstNamed = (entries: ReadonlyArray<Entry>, id: string): string | null =>
  entries.reduce<string | null>(
    (first, { at, patch }) =>
      (first === null || at < first) && patch !== null && Object.values(patch).includes(id) ? at : first,
    null,
  )

/** The positions of a person's records, each with what they need of it. */
export const jobsOf = (
  around: Around,
  told: ReadonlyArray<Story>,
  entries: ReadonlyArray<Entry>,
  now: string,
): ReadonlyArray<Job> => {
  const placements = recordsOf("placement", told)
  const submissions = recordsOf("submission", told)
  // Several that the export names may be one here: it is reserved where one of them is.
  const freeFirst = around.openings.toSorted((a, b) => Number(a.reservedFor !== null) - Number(b.reservedFor !== null))
  const openings = [...new Map(freeFirst.map((opening) => [opening.id, opening])).values()]
  return around.positions.map((position) => {
    const own = submissions.filter(({ positionId }) => positionId === position.id)
    const since = firstNamed(entries, position.id) ?? now
    return {
      position,
      seats: openings
        .filter(({ positionId }) => positionId === position.id)
        .map((opening) => ({ ...opening, need: needOf(opening, placements, own) })),
      waiting: own.some(isWaiting),
      since,
      until: latest(
        own.map((submission) => decidedAt(submission, placements)),
        since,
      ),
    }
  })
}
