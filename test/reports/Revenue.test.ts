import * as fc from "fast-check"
import { expect, test } from "vitest"
import * as Fee from "../../src/domain/Fee.js"
import { revenue } from "../../src/reports/Revenue.js"
import { ask, type Stood, subject } from "./history.js"

const year = { from: "2026-01-01", to: "2027-01-01" }

const placement = (
  id: string,
  stood: ReadonlyArray<Stood>,
  amount: number,
  more: {
    readonly refundAmount?: number
    readonly currency?: string
    readonly ends?: string
    readonly split?: number
  } = {},
) => {
  const { currency = "EUR", split = 100 } = more
  const splits = [
    { actor: "maya", role: "recruiter", percent: split },
    { actor: "noah", role: "sourcer", percent: 100 - split },
  ]
  return subject(id, stood, {
    feeAmount: amount,
    feeCurrency: currency,
    refundAmount: more.refundAmount ?? 0,
    guaranteeEndsOn: more.ends ?? "2026-06-30",
    credits: Fee.credit({ amount, currency }, splits),
  })
}

const written = {
  placement: [
    // Accepted in January, started in March, its guarantee held until the end of June.
    placement(
      "place_a",
      [
        ["pendingStart", "2026-01-31T23:30"],
        ["started", "2026-03-01"],
      ],
      1001,
      { split: 50 },
    ),
    // Backed out in February.
    placement(
      "place_b",
      [
        ["pendingStart", "2026-01-10"],
        ["backedOut", "2026-02-10"],
      ],
      500,
    ),
    // Fell off in May: 300 of 900 given back.
    placement(
      "place_c",
      [
        ["pendingStart", "2026-02-01"],
        ["started", "2026-03-01"],
        ["fellOff", "2026-05-05"],
      ],
      900,
      { refundAmount: 300, split: 50 },
    ),
    // Another currency is never added.
    placement("place_d", [["pendingStart", "2026-02-01"]], 70_000, { currency: "JPY" }),
    // A free replacement.
    placement("place_e", [["pendingStart", "2026-02-01"]], 0),
  ],
}

const net = (
  rows: ReadonlyArray<{
    readonly start: string
    readonly sums: ReadonlyArray<{ readonly currency: string; readonly net: number }>
  }>,
) => rows.flatMap(({ start, sums }) => sums.map((sum) => `${start} ${sum.currency} ${sum.net}`))

test("by acceptance: reversed when backed out, refunded when given back", () => {
  const { periods, policy, recruiters, total, ids } = ask(revenue, { ...year, ids: true }, written)
  expect(policy).toMatchObject({
    recognised: "accept",
    backedOut: "reversed when backed out",
    fallOff: null,
    period: "month",
    weekStart: "monday",
  })
  expect(periods).toHaveLength(12)
  // January 1 001 + 500, February 900 − 500, May −300.
  expect(net(periods)).toEqual([
    "2026-01-01 EUR 1501",
    "2026-02-01 EUR 400",
    "2026-02-01 JPY 70000",
    "2026-05-01 EUR -300",
  ])
  expect(total).toEqual([
    { currency: "EUR", recognised: 2401, reversed: -500, refunded: -300, net: 1601 },
    { currency: "JPY", recognised: 70_000, reversed: 0, refunded: 0, net: 70_000 },
  ])
  // 1 001 in halves is 501 and 500; 900 less 300 is 300 each; the 500 that came and went was all maya's.
  expect(recruiters).toMatchObject([
    {
      actor: "maya",
      sums: [
        { currency: "EUR", recognised: 1451, reversed: -500, refunded: -150, net: 801 },
        { currency: "JPY", net: 70_000 },
      ],
    },
    {
      actor: "noah",
      sums: [
        { currency: "EUR", recognised: 950, reversed: 0, refunded: -150, net: 800 },
        { currency: "JPY", net: 0 },
      ],
    },
  ])
  expect(ids).toEqual(["place_a", "place_b", "place_c", "place_d"])
  expect(periods.slice(0, 3).map((period) => period.ids)).toEqual([
    ["place_a", "place_b"],
    ["place_b", "place_c", "place_d"],
    [],
  ])
  expect(recruiters[1]?.ids).toEqual(["place_a", "place_b", "place_c", "place_d"])
})

test("by start: what was backed out never counted", () => {
  const { periods, policy } = ask(revenue, { ...year, recognised: "start" }, written)
  expect(policy.backedOut).toBe("never recognised")
  expect(net(periods)).toEqual(["2026-03-01 EUR 1901", "2026-05-01 EUR -300"])
})

test("by the end of the guarantee: a fall-off ends it, and nothing counts before its time", () => {
  const asked = { ...year, recognised: "guaranteeEnd" } as const
  // place_c: 900 − 300 in May. place_a: when the last day of June is over.
  expect(net(ask(revenue, asked, written).periods)).toEqual(["2026-05-01 EUR 600", "2026-07-01 EUR 1001"])
  expect(net(ask(revenue, asked, written, "2026-06-30T23:59").periods)).toEqual(["2026-05-01 EUR 600"])
})

test("belongs to the day of the time zone: half past eleven in UTC is February in Berlin", () => {
  const { periods } = ask(revenue, { ...year, timeZone: "Europe/Berlin" }, written)
  expect(net(periods).slice(0, 2)).toEqual(["2026-01-01 EUR 500", "2026-02-01 EUR 1401"])
})

test("of a reinstated placement counts again", () => {
  const again = placement(
    "place_f",
    [
      ["pendingStart", "2026-01-10"],
      ["backedOut", "2026-02-10"],
      ["pendingStart", "2026-03-10"],
    ],
    500,
  )
  const { total } = ask(revenue, year, { placement: [again] })
  expect(total).toEqual([{ currency: "EUR", recognised: 1000, reversed: -500, refunded: 0, net: 500 }])
})

test("by recruiter and by period sums to the total, to the unit", () => {
  const ends: ReadonlyArray<ReadonlyArray<Stood>> = [
    [],
    [["backedOut", "2026-03-03"]],
    [["started", "2026-03-03"]],
    [
      ["started", "2026-03-03"],
      ["fellOff", "2026-04-04"],
    ],
    [
      ["started", "2026-03-03"],
      ["completed", "2026-04-04"],
    ],
  ]
  const made = fc.record({
    amount: fc.integer({ min: 0, max: 5_000_000 }),
    back: fc.integer({ min: 0, max: 100 }),
    split: fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 10_000),
    end: fc.nat(ends.length - 1),
    currency: fc.constantFrom("EUR", "USD"),
  })
  fc.assert(
    fc.property(
      fc.array(made, { maxLength: 10 }),
      fc.constantFrom("accept" as const, "start" as const, "guaranteeEnd" as const),
      (all, recognised) => {
        const placements = all.map(({ amount, back, currency, end, split }, index) =>
          placement(`place_${index}`, [["pendingStart", "2026-02-02"], ...(ends[end] ?? [])], amount, {
            currency,
            split,
            refundAmount: end === 3 ? Math.floor((amount * back) / 100) : 0,
          }),
        )
        const { periods, recruiters, total } = ask(revenue, { ...year, recognised }, { placement: placements })
        for (const part of ["recognised", "reversed", "refunded", "net"] as const)
          for (const { currency, ...sum } of total)
            for (const rows of [periods, recruiters])
              expect(
                rows.reduce((all, { sums }) => all + (sums.find((one) => one.currency === currency)?.[part] ?? 0), 0),
              ).toBe(sum[part])
        for (const { net: left } of total) expect(left).toBeGreaterThanOrEqual(0)
      },
    ),
  )
})

test("refuses more periods than anybody reads", () => {
  expect(() => ask(revenue, { from: "1900-01-01", to: "2100-01-01", period: "day" }, written)).toThrow("more than 4000")
})
