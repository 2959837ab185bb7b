import type { Desk } from "./desk.js"

const lastEntry = async (desk: Desk, recruiter: string, id: string, type: string) =>
  (await desk.as(recruiter).submissions.history(id)).findLast((entry) => entry.type === type)

/** The wrong card was moved: the rejection is taken back as if it had never been. Whether the submission runs again. */
export const correctRejection = async (desk: Desk, recruiter: string, id: string): Promise<boolean> => {
  const { random } = desk
  const as = desk.as(recruiter)
  const mistake =
    (await lastEntry(desk, recruiter, id, "SubmissionRejected")) ??
    (await lastEntry(desk, recruiter, id, "SubmissionWithdrawn"))
  if (mistake === undefined) return false
  const taken = await desk.attempt(as.ledger.correct(mistake.id, { reason: "wrong candidate, same first name" }))
  if (taken === null) return false
  if (random.chance(0.3)) {
    // And now and then the first entry was right after all: the correction is taken back in turn.
    const history = await as.submissions.history(id)
    const correction = history.findLast(({ corrects }) => corrects === mistake.act)
    if (correction !== undefined) {
      const again = await desk.attempt(as.ledger.correct(correction.id, { reason: "it was the right one after all" }))
      return again === null
    }
  }
  return true
}

/** Somebody tries to take back what others have built upon. */
export const correctTooLate = (desk: Desk, recruiter: string, ids: ReadonlyArray<string>): void => {
  for (const id of ids.slice(0, 3)) {
    desk.later(desk.random.between(200, 330), async () => {
      const [created] = await desk.as(recruiter).candidates.history(id)
      if (created !== undefined)
        await desk.attempt(desk.as(recruiter).ledger.correct(created.id, { reason: "imported twice" }))
    })
  }
}
