import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { agency } from "../domain/agency.js"

const day = 86_400_000

/**
 * A quarter of an agency whose clock starts on 2026-01-05. One position of two heads, on hold from the 9th to the 11th:
 * Ada, whom Ben submits on the 7th, is interviewed and accepts on the 12th after a revised offer; Bob is rejected and,
 * at a second attempt, declines; the other head is filled by the client itself on the 14th. One position of one head:
 * Cleo accepts on the 15th, steps back by mistake on the 16th and is restored on the 17th. Ada falls off in February.
 */
const quarter = async () => {
  const { crm, days, maya, position, ready, salary } = await agency()
  const ben = crm.as("ben")
  const [ada, bob, cleo] = [await ready("Ada"), await ready("Bob"), await ready("Cleo")]
  const pair = await position(2, { owner: "maya" })
  days(2)
  const first = await ben.submissions.shortlist({ candidateId: ada, positionId: pair.id })
  await ben.submissions.submit(first.id)
  const second = await maya.submissions.shortlist({ candidateId: bob, positionId: pair.id })
  await maya.submissions.submit(second.id)
  days(1)
  const { interview } = await maya.submissions.scheduleInterview(first.id, { at: "2026-01-08T09:00:00Z" })
  await maya.interviews.complete(interview.id, { feedback: "Yes." })
  days(1)
  await maya.positions.hold(pair.id, { reason: "budget round" })
  days(2)
  await maya.positions.resume(pair.id)
  await maya.submissions.offer(first.id, { salary })
  await maya.submissions.offer(first.id, { salary: { ...salary, amount: 11_000_000 } })
  days(1)
  const { placement } = await maya.submissions.accept(first.id, { startsOn: "2026-02-01" })
  await maya.submissions.reject(second.id, { reason: "too junior" })
  days(1)
  const third = await maya.submissions.shortlist({ candidateId: bob, positionId: pair.id })
  await maya.submissions.submit(third.id)
  await maya.submissions.offer(third.id, { salary })
  await maya.submissions.decline(third.id, { reason: "counter-offer" })
  days(1)
  await maya.positions.lose(pair.id, { reason: "filled internally" })
  const single = await position(1, { owner: "maya" })
  const fourth = await maya.submissions.shortlist({ candidateId: cleo, positionId: single.id })
  await maya.submissions.submit(fourth.id)
  await maya.submissions.offer(fourth.id, { salary })
  days(1)
  await maya.submissions.accept(fourth.id, { startsOn: "2026-03-01" })
  days(1)
  await maya.submissions.withdraw(fourth.id, { reason: "a misunderstanding" })
  days(1)
  await maya.submissions.restore(fourth.id)
  days(15)
  await maya.placements.start(placement.id)
  days(9)
  await maya.placements.fallOff(placement.id, { reason: "left", party: "candidate" })
  return { crm, maya, ids: { pair: pair.id, single: single.id, first, second, third, fourth } }
}

describe("the metrics of a quarter through the API", () => {
  let made: Awaited<ReturnType<typeof quarter>>
  beforeAll(async () => {
    made = await quarter()
  })
  afterAll(async () => {
    await made.crm.close()
  })
  const window = { from: "2026-01-01", to: "2026-02-01", floor: 0 }
  const misunderstood = "2026-01-16T12:00:00Z"

  test("activity", async () => {
    const { actors, counts } = await made.maya.reports.activity({ ...window, by: "actor" })
    expect(counts).toMatchObject({
      candidatesAdded: 3,
      screens: 3,
      consentsSigned: 3,
      positionsOpened: 2,
      positionsLost: 1,
      submissions: 4,
      interviewsHeld: 1,
      offersExtended: 3,
      offersDeclined: 1,
      rejections: 1,
      withdrawals: 0,
      placements: 2,
      backedOut: 0,
    })
    expect(actors?.map(({ actor, counts }) => [actor, counts.submissions])).toEqual([
      ["ben", 1],
      ["maya", 3],
    ])
    const then = await made.maya.reports.activity({ ...window, asOf: misunderstood })
    expect(then.counts).toMatchObject({ withdrawals: 1, placements: 2, backedOut: 1 })
  })

  test("time to submit, to fill and to hire", async () => {
    const submit = await made.maya.reports.timeToSubmit({ ...window, where: { recruiter: "maya" } })
    // Two days to Ada, whom Ben submitted; the second position was submitted to at once.
    expect(submit.millis).toMatchObject({ n: 2, mean: day })
    const fill = await made.maya.reports.timeToFill({ ...window, ids: true })
    // Seven days without the two on hold; one day. The other head was lost.
    expect(fill.millis).toMatchObject({ n: 2, median: 3 * day, mean: 3 * day })
    expect(fill).toMatchObject({ ended: 1, unfilled: { lost: 1 }, backedOut: 0, open: { count: 0 } })
    const then = await made.maya.reports.timeToFill({ ...window, asOf: misunderstood })
    expect(then).toMatchObject({ millis: { n: 1 }, backedOut: 1, open: { count: 1 } })
    const hire = await made.maya.reports.timeToHire(window)
    // Five days, from the 7th to the 12th, and one.
    expect(hire.millis).toMatchObject({ n: 2, mean: 3 * day })
    expect(hire.ended).toBe(2)
  })

  test("conversions, send-outs, offers", async () => {
    const answer = await made.maya.reports.conversions(window)
    expect(answer).toMatchObject({
      submitted: 4,
      submittalToInterview: { count: 1, of: 4, rate: 0.25 },
      interviewToOffer: { count: 1, of: 1 },
      offerToPlacement: { count: 2, of: 3 },
      offeredWithoutInterview: 2,
    })
    const { perPlacement } = await made.maya.reports.sendOuts(window)
    expect(perPlacement).toMatchObject({ count: 4, of: 2, rate: 2 })
    // Ada's two versions are one offer.
    const offers = await made.maya.reports.offerAcceptance(window)
    expect(offers).toMatchObject({
      accepted: 2,
      declined: 1,
      rescinded: 0,
      backedOut: 0,
      acceptance: { count: 2, of: 3 },
    })
    // A restored acceptance is an answer that stands; as of the 16th it had been taken back.
    const then = await made.maya.reports.offerAcceptance({ ...window, asOf: misunderstood })
    expect(then).toMatchObject({ accepted: 2, backedOut: 1 })
  })

  test("fill rate, outcomes of positions, reasons of ends", async () => {
    const fill = await made.maya.reports.fillRate(window)
    expect(fill).toMatchObject({ filled: 2, fellOff: 1, lost: 1, cancelled: 0, fillRate: { count: 2, of: 3 } })
    const { reopened, rows, won } = await made.maya.reports.positionOutcomes(window)
    expect(rows.map(({ count }) => count)).toEqual([1, 0, 1, 0, 0])
    expect(won).toMatchObject({ count: 1, of: 2 })
    // Won on the 15th, reopened by the misunderstanding and won again on the 17th by the restore.
    expect(reopened).toBe(0)
    const ends = await made.maya.reports.endReasons(window)
    expect(ends.rows.map(({ fromKind, kind, party, reason }) => [kind, reason, party, fromKind])).toEqual([
      ["rejected", "given once", "client", "submitted"],
      ["declined", "given once", "candidate", "offered"],
    ])
  })

  test("cycles and stalled", async () => {
    const { attempts, laps } = await made.maya.reports.cycles(window)
    expect(laps.rows.map(({ count, number }) => [number, count])).toEqual([[1, 2]])
    expect(attempts.rows.map(({ count, number }) => [number, count])).toEqual([
      [1, 2],
      [2, 1],
    ])
    // Cleo has stood at accepted since the 17th of January, 24 days on the 10th of February.
    const { rows } = await made.maya.reports.stalled({ pipeline: "submission", olderThan: 20 })
    expect(rows).toMatchObject([{ id: made.ids.fourth.id, kind: "accepted", owner: "maya", ageMillis: 24 * day }])
  })

  test("slices by client have the parts of the whole", async () => {
    const { slices } = await made.maya.reports.fillRate({ ...window, sliceBy: "client" })
    expect(slices?.map(({ filled, lost }) => [filled, lost]).toSorted()).toEqual([
      [1, 0],
      [1, 1],
    ])
  })

  test("what a pipeline does not know is refused, and so is a window that ends before it begins", async () => {
    await expect(made.maya.reports.fillRate({ ...window, where: { source: "linkedin" } })).rejects.toMatchObject({
      _tag: "InvalidInput",
      field: "where.source",
    })
    await expect(made.maya.reports.cycles({ from: "2026-02-01", to: "2026-01-01" })).rejects.toMatchObject({
      _tag: "InvalidInput",
      field: "to",
    })
  })
})
