import { expect, test } from "vitest"
import { offerAcceptance } from "../../src/reports/OfferAcceptance.js"
import { ask, type Stood, subject } from "./history.js"

const window = { from: "2026-01-01", to: "2026-02-01", floor: 0 }

const offer = (id: string, submission: number, revision: number, ...stood: ReadonlyArray<Stood>) =>
  subject(id, stood, { submissionId: `sub_${submission}`, revision })

const written = {
  offer: [
    // Three versions of one offer, accepted in the end: one.
    offer("offer_1a", 1, 1, ["extended", "2025-12-20"], ["superseded", "2026-01-02"]),
    offer("offer_1b", 1, 2, ["extended", "2026-01-02"], ["expired", "2026-01-05"]),
    offer("offer_1c", 1, 3, ["draft", "2026-01-05"], ["extended", "2026-01-06"], ["accepted", "2026-01-08"]),
    offer("offer_2", 2, 1, ["extended", "2026-01-03"], ["declined", "2026-01-09"]),
    offer("offer_3", 3, 1, ["extended", "2026-01-03"], ["expired", "2026-01-17"]),
    offer("offer_4", 4, 1, ["extended", "2026-01-03"], ["rescinded", "2026-01-04"]),
    // Declined by mistake, reinstated, accepted: accepted.
    offer(
      "offer_5",
      5,
      1,
      ["extended", "2026-01-03"],
      ["declined", "2026-01-05"],
      ["extended", "2026-01-06"],
      ["accepted", "2026-01-07"],
    ),
    // Accepted and backed out of: the answer was yes.
    offer("offer_6", 6, 1, ["extended", "2026-01-03"], ["accepted", "2026-01-05"], ["rescinded", "2026-01-15"]),
    // Answered in February: out when January ends.
    offer("offer_7", 7, 1, ["extended", "2026-01-30"], ["accepted", "2026-02-02"]),
    // Still out.
    offer("offer_8", 8, 1, ["extended", "2025-12-01"]),
    // Never sent.
    offer("offer_9", 9, 1, ["draft", "2026-01-10"]),
  ],
}

test("accepted of those answered or run out; one a submission; rescinded and unanswered apart", () => {
  const answer = ask(offerAcceptance, { ...window, ids: true }, written)
  expect(answer).toMatchObject({ accepted: 3, backedOut: 1, declined: 1, expired: 1, rescinded: 1, unanswered: 2 })
  expect(answer.acceptance).toEqual({ count: 3, of: 5, rate: 0.6, withheld: null })
  expect(answer.ids).toEqual({
    accepted: ["offer_1c", "offer_5", "offer_6"],
    backedOut: ["offer_6"],
    declined: ["offer_2"],
    expired: ["offer_3"],
    rescinded: ["offer_4"],
    unanswered: ["offer_7", "offer_8"],
  })
})

test("as of the 5th noon: one declined, one expired, one accepted, none of them yet undone", () => {
  const answer = ask(offerAcceptance, { ...window, asOf: "2026-01-05T12:00:00Z" }, written)
  expect(answer).toMatchObject({ accepted: 1, backedOut: 0, declined: 1, expired: 1, rescinded: 1 })
  // 2, 3 and 8 are out.
  expect(answer.unanswered).toBe(3)
})

test("February has the answer of February; a window before any offer has none", () => {
  const { acceptance } = ask(offerAcceptance, { from: "2026-02-01", to: "2026-03-01", floor: 0 }, written)
  expect(acceptance).toMatchObject({ count: 1, of: 1 })
  const none = ask(offerAcceptance, { from: "2025-01-01", to: "2025-02-01" }, written)
  expect(none).toMatchObject({ unanswered: 0, acceptance: { count: 0, of: 0, rate: null, withheld: "zero" } })
})
