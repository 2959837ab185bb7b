import type { Entry, Json } from "../Ledger.js"

type State = { readonly [field: string]: Json }

/** The merges' entries on the record that stays. */
const merged = new Set(["CandidatesMerged", "ClientsMerged"])

/** Whether an act made one record of two. */
export const isMerge = (act: ReadonlyArray<Entry>): boolean =>
  act.some(({ type, patch }) => merged.has(type) && patch !== null)

const moves = ({ data }: Entry): boolean =>
  typeof data.to === "object" && data.to !== null && JSON.stringify(data.from) !== JSON.stringify(data.to)

/**
 * The entries since a merge that two records could not share again: its own subjects have moved on, or what stays with
 * one of them rests on a consent that goes back to the other. `submissions` are all of the surviving candidate.
 */
export const restingOn = (
  act: ReadonlyArray<Entry>,
  histories: ReadonlyMap<string, ReadonlyArray<Entry>>,
  submissions: ReadonlyArray<State>,
): { readonly entries: ReadonlyArray<Entry>; readonly submissionIds: ReadonlyArray<string> } => {
  const subjects = new Set(act.map(({ subject }) => subject.id))
  const last = new Map(act.map(({ subject, version }) => [subject.id, version]))
  const entries = [...subjects].flatMap((id) =>
    (histories.get(id) ?? []).filter((entry) => entry.version > (last.get(id) ?? 0) && moves(entry)),
  )
  const submissionIds = submissions.flatMap(({ id, consentId }) =>
    subjects.has(String(consentId)) && !subjects.has(String(id)) ? [String(id)] : [],
  )
  return { entries, submissionIds }
}
