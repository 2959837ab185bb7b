import * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"

/**
 * How the client took a submission: when it went to them (milliseconds since 1970), when they responded (interviewed,
 * offered, or ended it; NaN where they have not), and when it ended without them (NaN where it did not).
 */
export type Take = (submission: number, at: number, responded: number, ended: number) => void

/**
 * Calls for each submission that went to a client. What the agency did before, and an end that the candidate, the
 * recruiter or nobody brought about, is no response. Reads the parties of submissions.
 */
export const each = (submissions: Journeys.Journeys, take: Take): void => {
  const { entered, first, kind } = submissions
  const submitted = Kinds.code("submission", "submitted")
  const forward = Kinds.among("submission", ["interviewing", "offered", "accepted", "placed"])
  const parties = Journeys.saying(submissions, "party")
  const client = parties.values.indexOf("client")
  for (let submission = 0; submission < submissions.size; submission++) {
    const end = first[submission + 1] ?? 0
    let sent = first[submission] ?? 0
    while (sent < end && kind[sent] !== submitted) sent++
    if (sent === end) continue
    let next = sent + 1
    while (next < end && kind[next] === submitted) next++
    const after = next < end ? (entered[next] ?? 0) : Number.NaN
    const theirs = next < end && (forward[kind[next] ?? 0] === 1 || (client >= 0 && parties.codes[next] === client))
    take(submission, entered[sent] ?? 0, theirs ? after : Number.NaN, theirs ? Number.NaN : after)
  }
}
