import { expect, test } from "vitest"
import { agency } from "../domain/agency.js"

const window = { from: "2026-01-01", to: "2026-04-01", floor: 1 }

/**
 * Three months: of two openings one is filled and falls off in its guarantee, which costs the whole fee; a second client
 * has one candidate at offer and one interviewing for a single opening.
 */
const told = async () => {
  const { days, maya, position, ready, crm, accepted, submitted, salary } = await agency()
  const noah = crm.as("noah")
  const fee = { kind: "percent", percent: 20 } as const
  const splits = [
    { actor: "maya", role: "recruiter", percent: 60 },
    { actor: "noah", role: "sourcer", percent: 40 },
  ]
  const role = await position(2, {
    fee,
    remedy: "refund",
    splits,
    salary: { min: 8_000_000, max: 12_000_000, currency: "EUR" },
  })
  const ada = await ready("Ada")
  await maya.candidates.update(ada, { source: "board" })
  days(10)
  const { placement, submission } = await accepted(ada, role.id, "2026-01-20")
  days(10)
  await maya.placements.start(placement.id)
  days(10)
  await maya.placements.fallOff(placement.id, { reason: "left", party: "candidate" })
  const other = await position(1, { fee: { kind: "flat", amount: 700_000, currency: "USD" } })
  const [ben, cleo] = [await ready("Ben"), await ready("Cleo")]
  const first = await submitted(ben, other.id)
  const second = await submitted(cleo, other.id)
  days(4)
  await noah.submissions.scheduleInterview(first.id, { at: "2026-02-20T09:00:00Z" })
  await noah.submissions.scheduleInterview(second.id, { at: "2026-02-20T10:00:00Z" })
  days(2)
  await noah.submissions.offer(first.id, { salary })
  return { reports: maya.reports, ada, role, other, placement, submission, first, second }
}

test("the second half of the reports answers through the public API", async () => {
  const { reports, ada, role, other, placement, submission, first, second } = await told()

  const sources = await reports.sources({ ...window, ids: true })
  expect(sources.rows).toMatchObject([
    { source: null, candidates: 2, submissions: 2, interviews: 2, placements: 0 },
    // The whole fee was given back.
    {
      source: "board",
      candidates: 1,
      ready: 1,
      submissions: 1,
      interviews: 0,
      placements: 1,
      fees: [],
      ids: { candidates: [ada], placements: [placement.id] },
    },
  ])
  const bySubmission = await reports.sources({ ...window, touch: "submission" })
  expect(bySubmission.rows.map(({ candidates, source }) => [source, candidates])).toEqual([
    [null, 2],
    ["board", 1],
  ])

  const board = await reports.recruiters(window)
  expect(board.rows).toMatchObject([
    { actor: "maya", screens: 3, submissions: 3, interviews: 0, offers: 1, placements: 1, credited: 0.6 },
    { actor: "noah", screens: 0, submissions: 0, interviews: 2, offers: 1, placements: 1, credited: 0.4 },
  ])
  expect(board.team).toMatchObject({ placements: 1, credited: 1, fees: [], medianTimeToFillMillis: 10 * 86_400_000 })

  const { rows: cards } = await reports.clients(window)
  const card = (clientId: string) => cards.find((row) => row.clientId === clientId)
  expect(card(role.clientId)).toMatchObject({
    positions: 1,
    openings: 2,
    filled: 1,
    placements: 1,
    acceptance: { count: 1, of: 1 },
  })
  expect(card(other.clientId)).toMatchObject({
    submissions: 2,
    feedbackMillis: { n: 2, median: 4 * 86_400_000 },
    interviewToOffer: { count: 1, of: 2 },
  })

  const revenue = await reports.revenue({ ...window, ids: true })
  // 20 % of 100 000.00 in January, given back in February.
  expect(revenue.periods.map(({ sums }) => sums.map(({ net }) => net))).toEqual([[2_000_000], [-2_000_000], []])
  expect(revenue.recruiters.map(({ actor, sums }) => [actor, sums[0]?.recognised, sums[0]?.refunded])).toEqual([
    ["maya", 1_200_000, -1_200_000],
    ["noah", 800_000, -800_000],
  ])
  expect(revenue.ids).toEqual([placement.id])

  expect(await reports.fallOffs(window)).toMatchObject({
    placements: 1,
    insideGuarantee: 1,
    fellOffEarly: 1,
    rate: { of: 0, rate: null },
  })

  const probabilities = { interviewing: 0.5, offered: 0.5 }
  const forecast = await reports.forecast({ probabilities, ids: true })
  expect(forecast.positions).toMatchObject([
    {
      positionId: other.id,
      openings: 1,
      submissions: 2,
      expectedFills: 0.75,
      ids: { submissions: [first.id, second.id].toSorted() },
    },
  ])
  expect(forecast.fees).toEqual([{ currency: "USD", amount: 525_000 }])
  const accuracy = await reports.forecastAccuracy({ ...window, horizonDays: 20, probabilities })
  expect(accuracy.points.map(({ came }) => came)).toEqual([[], null])

  const { rows: stages, earlier } = await reports.bottlenecks({
    pipeline: "submission",
    from: "2026-01-10",
    to: "2026-03-01",
  })
  expect(earlier.to).toBe("2026-01-10T00:00:00.000Z")
  expect(stages.find(({ stage }) => stage === "submitted")).toMatchObject({
    left: { earlier: 0, now: 3 },
    conversion: { now: { count: 3, of: 3 }, test: null },
  })

  const trend = await reports.trend({ ...window, measure: { of: "submitted" }, timeZone: "America/New_York" })
  expect(trend.measured === "count" && trend.points.map(({ value }) => value)).toEqual([1, 2, 0])

  const { links } = await reports.flow({ ...window, pipeline: "submission", ids: true })
  expect(links.find(({ to }) => to === "placed")).toMatchObject({
    from: "accepted",
    subjects: 1,
    ids: { subjects: [submission.id], reentries: [] },
  })
  expect(links.find(({ to }) => to === "interviewing")).toMatchObject({ from: "submitted", subjects: 2 })

  // Submitted, offered and accepted on January 15, a Thursday, at midnight; the rest on February 4, 8 and 10.
  const heat = await reports.heatMap(window)
  expect(heat.rows.map(({ hours }) => hours[0])).toEqual([0, 1, 2, 3, 0, 0, 2])
  expect(heat.total).toBe(8)
})

test("all of them can be sliced, limited and asked as of a past instant", async () => {
  const { reports, role, other } = await told()
  const { slices } = await reports.clients({ ...window, sliceBy: "client" })
  expect(slices?.map(({ key }) => key)).toEqual([role.clientId, other.clientId].toSorted())
  const before = { asOf: "2026-01-20T00:00:00Z" }
  expect((await reports.revenue({ ...window, ...before })).total).toMatchObject([{ net: 2_000_000, refunded: 0 }])
  expect((await reports.recruiters({ ...window, ...before })).team.fees).toEqual([
    { currency: "EUR", amount: 2_000_000 },
  ])
  // On the day before the acceptance there was nobody, on the first opening day either.
  expect((await reports.forecast({ asOf: "2026-01-10T00:00:00Z" })).positions).toEqual([])
  const mine = await reports.forecast({
    where: { client: other.clientId },
    probabilities: { offered: 1, interviewing: 0 },
  })
  expect(mine.fees).toEqual([{ currency: "USD", amount: 700_000 }])
  expect(mine.opportunities).toEqual([])
  await expect(reports.sources({ ...window, where: { client: other.clientId } })).rejects.toMatchObject({
    _tag: "InvalidInput",
  })
  await expect(reports.trend({ ...window, from: "2026-05-01", measure: { of: "submitted" } })).rejects.toMatchObject({
    _tag: "InvalidInput",
  })
})
