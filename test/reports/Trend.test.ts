import { expect, test } from "vitest"
import { trend } from "../../src/reports/Trend.js"
import { ask, day, hour, subject } from "./history.js"

const quarter = { from: "2026-01-01", to: "2026-04-01" }

const written = {
  submission: [
    subject("sub_a", [
      ["shortlisted", "2026-01-02"],
      ["submitted", "2026-01-05"],
      ["interviewing", "2026-01-10"],
      ["offered", "2026-03-01"],
      ["accepted", "2026-03-10"],
    ]),
    // Straight to an offer: it reached the client by then. Rejected, restored, and rejected for good in March.
    subject("sub_b", [
      ["shortlisted", "2026-01-03"],
      ["offered", "2026-01-20"],
      ["rejected", "2026-01-25"],
      ["offered", "2026-01-26"],
      ["rejected", "2026-03-05"],
    ]),
    subject("sub_c", [["submitted", "2026-03-31T23:30"]]),
  ],
  placement: [
    subject(
      "place_a",
      [
        ["pendingStart", "2026-01-10"],
        ["backedOut", "2026-03-02"],
      ],
      { feeAmount: 500, feeCurrency: "EUR", refundAmount: 0, guaranteeEndsOn: "2026-12-31" },
    ),
  ],
  offer: [
    subject(
      "offer_a",
      [
        ["extended", "2026-01-02"],
        ["accepted", "2026-01-04"],
      ],
      { submissionId: "sub_1", revision: 1 },
    ),
    subject(
      "offer_b",
      [
        ["extended", "2026-01-02"],
        ["declined", "2026-01-31"],
      ],
      { submissionId: "sub_2", revision: 1 },
    ),
    subject(
      "offer_c",
      [
        ["extended", "2026-01-02"],
        ["rescinded", "2026-01-31"],
      ],
      { submissionId: "sub_3", revision: 1 },
    ),
  ],
  position: [
    subject("pos_a", [
      ["open", "2026-01-01"],
      ["onHold", "2026-01-02"],
      ["open", "2026-01-04"],
      ["lost", "2026-03-03"],
    ]),
  ],
  opening: [
    // 9 days, 2 of them on hold.
    subject(
      "opening_a",
      [
        ["open", "2026-01-01"],
        ["filled", "2026-01-10"],
      ],
      { positionId: "pos_a" },
    ),
    subject(
      "opening_b",
      [
        ["open", "2026-01-01"],
        ["cancelled", "2026-03-03"],
      ],
      { positionId: "pos_a" },
    ),
  ],
}

const values = (points: ReadonlyArray<{ readonly value: unknown }>) => points.map(({ value }) => value)

test.each([
  ["began", { of: "started", pipeline: "submission" }, [2, 0, 1]],
  // sub_a on the 5th, sub_b with its offer on the 20th.
  ["first reached the client", { of: "submitted" }, [2, 0, 1]],
  ["were interviewed", { of: "interviewed" }, [1, 0, 0]],
  ["came to an offer", { of: "offered" }, [1, 0, 1]],
  ["were placed", { of: "placed" }, [0, 0, 1]],
  // The rejection in January was undone.
  ["were rejected", { of: "reached", pipeline: "submission", kind: "rejected" }, [0, 0, 1]],
] as const)("counts how many %s, empty months included", (_what, measure, counts) => {
  const result = ask(trend, { ...quarter, measure }, written)
  expect(result.measured).toBe("count")
  expect(values(result.points)).toEqual(counts)
  expect(result.points.map(({ start }) => start)).toEqual(["2026-01-01", "2026-02-01", "2026-03-01"])
})

test("gives rates with their counts, null for an empty month", () => {
  const asked = { ...quarter, floor: 1 }
  const none = { count: 0, of: 0, rate: null, withheld: "zero" }
  const half = { count: 1, of: 2, rate: 0.5, withheld: null }
  // What was rescinded is in no rate.
  expect(values(ask(trend, { ...asked, measure: { of: "offerAcceptance" } }, written).points)).toEqual([
    half,
    none,
    none,
  ])
  expect(values(ask(trend, { ...asked, measure: { of: "fillRate" } }, written).points)).toEqual([
    { count: 1, of: 1, rate: 1, withheld: null },
    none,
    { count: 0, of: 1, rate: 0, withheld: null },
  ])
  // Of the two that reached the client in January one was accepted, in March.
  const measure = { of: "conversion", pipeline: "submission", kind: "submitted", to: "accepted" } as const
  expect(values(ask(trend, { ...asked, measure, ids: true }, written).points)).toEqual([
    half,
    none,
    { count: 0, of: 1, rate: 0, withheld: null },
  ])
})

test("gives money by currency", () => {
  const fee = ask(trend, { ...quarter, measure: { of: "fee" } }, written)
  expect(values(fee.points)).toEqual([[{ currency: "EUR", amount: 500 }], [], [{ currency: "EUR", amount: -500 }]])
  const started = ask(trend, { ...quarter, measure: { of: "fee", recognised: "start" } }, written)
  expect(values(started.points)).toEqual([[], [], []])
})

test("gives median times", () => {
  const fills = ask(trend, { ...quarter, measure: { of: "timeToFill" } }, written)
  expect(values(fills.points)).toEqual([
    { count: 1, medianMillis: 7 * day },
    { count: 0, medianMillis: null },
    { count: 0, medianMillis: null },
  ])
  // sub_b left `offered` in January after 5 days, and for good in March after 38 more; sub_a after 9.
  const stays = ask(
    trend,
    { ...quarter, measure: { of: "timeInStage", pipeline: "submission", stage: "offered" } },
    written,
  )
  expect(values(stays.points)).toEqual([
    // It was back in January and did not leave again then.
    { count: 0, medianMillis: null },
    { count: 0, medianMillis: null },
    { count: 2, medianMillis: ((43 + 9) / 2) * day },
  ])
})

test("a fill that is dated before its position opened took no time, as in the report of fills", () => {
  const late = {
    position: [subject("pos_a", [["open", "2026-01-10"]])],
    opening: [
      subject(
        "opening_a",
        [
          ["open", "2026-01-01"],
          ["filled", "2026-01-08"],
        ],
        { positionId: "pos_a" },
      ),
    ],
  }
  const { points } = ask(trend, { ...quarter, measure: { of: "timeToFill" } }, late)
  expect(points[0]?.value).toEqual({ count: 1, medianMillis: 0 })
})

test("cuts days of the time zone, of 23 and 25 hours where the clocks change", () => {
  const asked = {
    from: "2026-03-28",
    to: "2026-03-31",
    period: "day",
    timeZone: "Europe/Berlin",
    measure: { of: "submitted" },
  } as const
  const lengths = (points: ReadonlyArray<{ readonly from: string; readonly to: string }>) =>
    points.map(({ from, to }) => (Date.parse(to) - Date.parse(from)) / hour)
  const { points } = ask(trend, asked, written)
  expect(points.map(({ start }) => start)).toEqual(["2026-03-28", "2026-03-29", "2026-03-30"])
  expect(lengths(points)).toEqual([24, 23, 24])
  expect(lengths(ask(trend, { ...asked, from: "2026-10-24", to: "2026-10-27" }, written).points)).toEqual([24, 25, 24])
  // Half past eleven in the evening of March 31 in UTC is April in Berlin.
  const months = ask(trend, { ...asked, from: "2026-03-01", to: "2026-05-01", period: "month" }, written)
  expect(values(months.points)).toEqual([0, 1])
})

test("begins weeks on the day that is named, and says which periods the window cuts", () => {
  const asked = {
    from: "2026-01-03",
    to: "2026-01-20",
    period: "week",
    measure: { of: "started", pipeline: "submission" },
  } as const
  const starts = (points: ReadonlyArray<{ readonly start: string; readonly whole: boolean }>) =>
    points.map(({ start, whole }) => `${start} ${whole}`)
  expect(starts(ask(trend, asked, written).points)).toEqual([
    "2025-12-29 false",
    "2026-01-05 true",
    "2026-01-12 true",
    "2026-01-19 false",
  ])
  expect(starts(ask(trend, { ...asked, weekStart: "sunday" }, written).points)).toEqual([
    "2025-12-28 false",
    "2026-01-04 true",
    "2026-01-11 true",
    "2026-01-18 false",
  ])
  expect(ask(trend, { ...asked, to: "2026-01-03" }, written).points).toEqual([])
})

test("refuses a kind that the pipeline does not know", () => {
  const measure = { of: "reached", pipeline: "submission", kind: "hired" } as const
  expect(() => ask(trend, { ...quarter, measure }, written)).toThrow("is no kind of a submission")
})
