import * as fc from "fast-check"
import { expect, test } from "vitest"
import * as Fee from "../../src/domain/Fee.js"
import { recruiters } from "../../src/reports/Recruiters.js"
import { ask, day, instant, subject } from "./history.js"

const january = { from: "2026-01-01", to: "2026-02-01" }
const by = (actor: string) => ({ actor })

const earned = (
  acceptedAt: string,
  feeAmount: number,
  shares: ReadonlyArray<readonly [actor: string, percent: number]>,
  more: { readonly refundAmount?: number; readonly openingId?: string } = {},
) => ({
  acceptedAt: instant(acceptedAt),
  openingId: more.openingId ?? "opening_x",
  feeAmount,
  feeCurrency: "EUR",
  refundAmount: more.refundAmount ?? 0,
  credits: Fee.credit(
    { amount: feeAmount, currency: "EUR" },
    shares.map(([actor, percent]) => ({ actor, role: "recruiter", percent })),
  ),
  owner: "zoe",
})

const written = {
  candidate: [
    // Screened by maya; that consent ran out and came back is nobody's screen.
    subject("cand_a", [
      ["new", "2026-01-01", by("noah")],
      ["screened", "2026-01-02", by("maya")],
      ["ready", "2026-01-03", by("noah")],
      ["screened", "2026-01-10", by("system")],
      ["ready", "2026-01-12", by("noah")],
    ]),
    // Screened in December.
    subject("cand_b", [
      ["new", "2025-12-01"],
      ["ready", "2025-12-30", by("maya")],
      ["screened", "2026-01-10", by("system")],
    ]),
  ],
  submission: [
    // A restore brings it back to `submitted` in January: no second submission.
    subject("sub_a", [
      ["submitted", "2026-01-02", by("maya")],
      ["rejected", "2026-01-03", by("noah")],
      ["submitted", "2026-01-04", by("noah")],
      ["interviewing", "2026-01-05", by("noah")],
      ["interviewing", "2026-01-06", { actor: "maya", stage: "second" }],
      ["offered", "2026-01-08", by("maya")],
    ]),
    // December's submission, January's interview.
    subject("sub_b", [
      ["submitted", "2025-12-20", by("maya")],
      ["interviewing", "2026-01-20", by("maya")],
    ]),
  ],
  placement: [
    // 10 001 cents in thirds of 50, 25, 25: 5 001, 2 500, 2 500 by the largest remainders; two of the parts are maya's.
    subject(
      "place_a",
      [["pendingStart", "2026-01-11"]],
      earned(
        "2026-01-11",
        10_001,
        [
          ["maya", 50],
          ["noah", 25],
          ["maya", 25],
        ],
        { openingId: "opening_a" },
      ),
    ),
    // Fell off, 40 given back: half of it each.
    subject(
      "place_b",
      [
        ["pendingStart", "2026-01-21"],
        ["started", "2026-01-22"],
        ["fellOff", "2026-01-30"],
      ],
      earned(
        "2026-01-21",
        100,
        [
          ["gone", 50],
          ["noah", 50],
        ],
        { openingId: "opening_b", refundAmount: 40 },
      ),
    ),
    // Backed out, and out of the window.
    subject(
      "place_c",
      [
        ["pendingStart", "2026-01-21"],
        ["backedOut", "2026-01-23"],
      ],
      earned("2026-01-21", 500, [["maya", 100]]),
    ),
    subject("place_d", [["pendingStart", "2026-02-01"]], earned("2026-02-01", 700, [["maya", 100]])),
  ],
  opening: [
    // 10 days, 4 of them on hold: 6.
    subject(
      "opening_a",
      [
        ["open", "2026-01-01"],
        ["filled", "2026-01-11"],
      ],
      { positionId: "pos_a" },
    ),
    subject(
      "opening_b",
      [
        ["open", "2026-01-01"],
        ["filled", "2026-01-21"],
      ],
      { positionId: "pos_b" },
    ),
  ],
  position: [
    subject("pos_a", [
      ["open", "2026-01-01"],
      ["onHold", "2026-01-02"],
      ["open", "2026-01-06"],
    ]),
    subject("pos_b", [["open", "2026-01-01"]]),
  ],
}

test("counts acts by who did them and placements by frozen credit; whoever owns them gets nothing", () => {
  const { rows, team } = ask(recruiters, { ...january, floor: 1, ids: true }, written)
  const of = (actor: string) => rows.find((row) => row.actor === actor)
  expect(rows.map(({ actor }) => actor)).toEqual(["maya", "noah", "gone"])
  expect(of("maya")).toMatchObject({
    screens: 1,
    submissions: 1,
    interviews: 1,
    offers: 1,
    placements: 1,
    credited: 0.75,
  })
  expect(of("noah")).toMatchObject({
    screens: 0,
    submissions: 0,
    interviews: 1,
    offers: 0,
    placements: 2,
    credited: 0.75,
  })
  // Somebody who has left the team: no act in the window, but a credit.
  expect(of("gone")).toMatchObject({
    submissions: 0,
    placements: 1,
    credited: 0.5,
    fees: [{ currency: "EUR", amount: 30 }],
  })
  expect(of("zoe")).toBeUndefined()
  expect(team).toMatchObject({ screens: 1, submissions: 1, interviews: 2, offers: 1, placements: 2, credited: 2 })
  // 10 001 + 100 − 40.
  expect(team.fees).toEqual([{ currency: "EUR", amount: 10_061 }])
  expect(rows.reduce((sum, { fees }) => sum + (fees[0]?.amount ?? 0), 0)).toBe(10_061)
  expect(team.ids).toEqual({
    screens: ["cand_a"],
    submissions: ["sub_a"],
    interviews: ["sub_a", "sub_b"],
    offers: ["sub_a"],
    placements: ["place_a", "place_b"],
  })
})

test("gives ratios of the window and the time that openings took, holds left out", () => {
  const { rows, team } = ask(recruiters, { ...january, floor: 1 }, written)
  expect(team.interviewsPerSubmission).toMatchObject({ count: 2, of: 1, rate: 2 })
  expect(team.submissionsPerPlacement).toEqual({ count: 1, of: 2, rate: 0.5, withheld: null })
  // Two placements are too few to divide by, unless it is asked for.
  const { team: few } = ask(recruiters, january, written)
  expect(few.submissionsPerPlacement).toEqual({ count: 1, of: 2, rate: null, withheld: "few" })
  // 6 and 20 days.
  expect(team.medianTimeToFillMillis).toBe(13 * day)
  expect(rows.map(({ medianTimeToFillMillis }) => medianTimeToFillMillis)).toEqual([6 * day, 13 * day, 20 * day])
  const nothing = ask(recruiters, { from: "2024-01-01", to: "2024-02-01" }, written)
  expect(nothing.rows).toEqual([])
  expect(nothing.team).toMatchObject({
    submissionsPerPlacement: { of: 0, rate: null, withheld: "zero" },
    medianTimeToFillMillis: null,
    fees: [],
  })
})

test("a fill that is dated before its position opened took no time", () => {
  const facts = { positionId: "pos_a" }
  const { team } = ask(recruiters, january, {
    placement: [subject("place_a", [["pendingStart", "2026-01-08"]], earned("2026-01-08", 1, [["maya", 100]]))],
    opening: [
      subject(
        "opening_x",
        [
          ["open", "2026-01-01"],
          ["filled", "2026-01-08"],
        ],
        facts,
      ),
    ],
    position: [subject("pos_a", [["open", "2026-01-10"]])],
  })
  expect(team.medianTimeToFillMillis).toBe(0)
})

test("credits add up to the team's total, to the unit, whatever the splits", () => {
  const placement = fc.record({
    fee: fc.integer({ min: 0, max: 10_000_000 }),
    back: fc.integer({ min: 0, max: 100 }),
    weights: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 }),
    end: fc.constantFrom("pendingStart", "fellOff", "backedOut"),
  })
  fc.assert(
    fc.property(fc.array(placement, { maxLength: 12 }), (made) => {
      const placements = made.map(({ back, end, fee, weights }, index) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0)
        const percents = weights.map((weight) => Math.floor((weight / total) * 1_000_000) / 10_000)
        percents[0] =
          (percents[0] ?? 0) + (1_000_000 - percents.reduce((sum, one) => sum + Math.round(one * 10_000), 0)) / 10_000
        const shares = percents.map((percent, actor) => [`actor${actor}`, percent] as const)
        const ends = end === "pendingStart" ? [] : ([[end, "2026-01-20"]] as const)
        const facts = earned("2026-01-10", fee, shares, { refundAmount: Math.floor((fee * back) / 100) })
        return subject(`place_${index}`, [["pendingStart", "2026-01-10"], ...ends], facts)
      })
      const { rows, team } = ask(recruiters, january, { placement: placements })
      expect(rows.reduce((sum, { fees }) => sum + (fees[0]?.amount ?? 0), 0)).toBe(team.fees[0]?.amount ?? 0)
      expect(rows.reduce((sum, { credited }) => sum + Math.round(credited * 1_000_000), 0)).toBe(
        team.placements * 1_000_000,
      )
    }),
  )
})
