import type { Visit } from "../domain/Ledger.js"

/** The visits by subject, each subject's in order of time. */
export const grouped = (visits: Iterable<Visit>): ReadonlyMap<string, ReadonlyArray<Visit>> => {
  const subjects = new Map<string, Array<Visit>>()
  for (const visit of visits) {
    const own = subjects.get(visit.subjectId)
    if (own === undefined) subjects.set(visit.subjectId, [visit])
    else own.push(visit)
  }
  return subjects
}
