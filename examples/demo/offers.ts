import type { Desk } from "./desk.js"
import { placed } from "./placements.js"
import { declines } from "./words.js"

const day = 86_400_000
const plain = (time: number) => new Date(time).toISOString().slice(0, 10)

/** A round sum inside the range. */
const salaryIn = (
  { random }: Desk,
  range: { readonly min: number; readonly max: number; readonly currency: string },
) => ({
  amount: Math.round((range.min + ((range.max - range.min) * random.between(2, 10)) / 10) / 1000) * 1000,
  currency: range.currency,
})

/** The client wants the candidate. */
export const offers = async (desk: Desk, recruiter: string, id: string, tries = 0): Promise<void> => {
  const { random } = desk
  const as = desk.as(recruiter)
  const { positionId } = await as.submissions.get(id)
  const { salary: range } = await as.positions.get(positionId)
  const salary = salaryIn(desk, range ?? { min: 5_000_000, max: 7_000_000, currency: "EUR" })
  const expiresAt = desk.now() + random.between(7, 12) * day
  const startsOn = plain(desk.now() + random.between(21, 70) * day)
  const extend = async () => {
    if (random.chance(0.8)) return desk.attempt(as.submissions.offer(id, { salary, startsOn, expiresAt }))
    const draft = await desk.attempt(as.offers.draft({ submissionId: id, salary, startsOn, expiresAt }))
    return draft === null ? null : desk.attempt(as.offers.extend(draft.id))
  }
  const extended = await extend()
  if (extended !== null) return answer(desk, recruiter, id, salary)
  // Every opening may be reserved by somebody else's offer: that one may still fall through.
  if (tries < 2) {
    desk.later(6, async () => {
      const { kind } = await as.submissions.get(id)
      if (kind === "submitted" || kind === "interviewing") await offers(desk, recruiter, id, tries + 1)
    })
  }
}

/** The candidate thinks about it. */
const answer = (
  desk: Desk,
  recruiter: string,
  id: string,
  salary: { readonly amount: number; readonly currency: string },
): void => {
  const { random } = desk
  const as = desk.as(recruiter)
  const says = random.weighted({ yes: 60, more: 14, no: 11, silent: 8, rescind: 4 })
  desk.later(says === "silent" ? 15 : random.between(1, 6), async () => {
    const { kind } = await as.submissions.get(id)
    if (kind !== "offered") return
    if (says === "more") {
      const better = { ...salary, amount: Math.round((salary.amount * 1.06) / 1000) * 1000 }
      const terms = { salary: better, startsOn: plain(desk.now() + 35 * day), expiresAt: desk.now() + 10 * day }
      if ((await desk.attempt(as.submissions.offer(id, terms))) !== null) answer(desk, recruiter, id, better)
    } else if (says === "no") {
      await desk.attempt(as.submissions.decline(id, { reason: random.pick(declines) }))
    } else if (says === "rescind") {
      await desk.attempt(as.submissions.rescind(id, { reason: "headcount withdrawn", note: "They were sorry." }))
    } else {
      // Whoever answers too late finds the offer expired and the opening perhaps taken.
      const accepted = await desk.attempt(as.submissions.accept(id))
      if (accepted !== null) placed(desk, recruiter, accepted.placement)
      else await desk.attempt(as.submissions.withdraw(id, { reason: "let the offer run out" }))
    }
  })
}
