import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Fills from "../../src/reports/Fills.js"
import { forecast } from "../../src/reports/Forecast.js"
import { ask, type Stood, subject } from "./history.js"

const salary = { min: 90_000, max: 110_001, currency: "EUR" }
const percent = { kind: "percent", percent: 20 }
const position = (id: string, more: object = {}) =>
  subject(id, [["open", "2026-01-01"]], { clientId: "client_a", fee: percent, salary, ...more })
const opening = (id: string, positionId: string, more: object = {}, kind = "open") =>
  subject(id, [[kind, "2026-01-01"]], { positionId, ...more })
const submission = (id: string, positionId: string, ...stood: ReadonlyArray<Stood>) =>
  subject(id, stood, { positionId })

/** Ten that are over: all reached the client, four an interview, two an offer, one was placed. */
const past = Array.from({ length: 10 }, (_, n) =>
  submission(
    `sub_past${n}`,
    "pos_gone",
    ["submitted", "2025-01-01"],
    ...(n < 4 ? ([["interviewing", "2025-02-01"]] as const) : []),
    ...(n < 2 ? ([["offered", "2025-03-01"]] as const) : []),
    ...(n < 1
      ? ([
          ["accepted", "2025-04-01"],
          ["placed", "2025-05-01"],
        ] as const)
      : ([["rejected", "2025-06-01"]] as const)),
  ),
)

const given = { shortlisted: 0.05, submittedInternal: 0.05, submitted: 0.1, interviewing: 0.25, offered: 0.5 }

test("learns how likely a kind ends placed from what is over, and says what it rests on", () => {
  const live = [submission("sub_a", "pos_a", ["submitted", "2026-02-01"], ["interviewing", "2026-03-01"])]
  const { kinds, policy } = ask(forecast, { floor: 3, fallback: { offered: 0.6 } }, { submission: [...past, ...live] })
  expect(policy.floor).toBe(3)
  expect(kinds).toMatchObject([
    // Reached or passed over: 1 of 10.
    { kind: "shortlisted", probability: 0.1, basis: "learned", learned: { count: 1, of: 10 } },
    { kind: "submittedInternal", probability: 0.1 },
    { kind: "submitted", probability: 0.1 },
    { kind: "interviewing", probability: 0.25, learned: { count: 1, of: 4 }, standing: 1 },
    // 1 of 2 is below the floor.
    { kind: "offered", probability: 0.6, basis: "fallback", learned: { count: 1, of: 2, rate: null } },
  ])
  const { kinds: told } = ask(forecast, { floor: 3, ids: true }, { submission: [...past, ...live] })
  expect(told[3]?.ids).toEqual({
    standing: ["sub_a"],
    over: ["sub_past0", "sub_past1", "sub_past2", "sub_past3"],
    placed: ["sub_past0"],
  })
  expect(told[4]?.ids).toEqual({ standing: [], over: ["sub_past0", "sub_past1"], placed: ["sub_past0"] })
  expect(ask(forecast, { floor: 3 }, { submission: past }).kinds[4]).toMatchObject({
    probability: null,
    basis: "unknown",
  })
  expect(ask(forecast, { probabilities: { submitted: 1 } }, { submission: past }).kinds[2]).toMatchObject({
    probability: 1,
    basis: "given",
    learned: { rate: 0.1 },
  })
})

test("three candidates at offer for one opening are one fee", () => {
  const written = {
    position: [position("pos_a")],
    opening: [opening("opening_1", "pos_a", {}, "reserved")],
    submission: ["a", "b", "c"].map((id) => submission(`sub_${id}`, "pos_a", ["offered", "2026-03-01"])),
  }
  const { expectedFills, fees, positions, uncapped } = ask(forecast, { probabilities: given, ids: true }, written)
  // 1 − 0.5³ of 20 % of the middle of 90 000 and 110 001, which is 100 000.
  expect(expectedFills).toBeCloseTo(0.875, 12)
  expect(fees).toEqual([{ currency: "EUR", amount: 17_500 }])
  expect(uncapped).toEqual([{ currency: "EUR", amount: 30_000 }])
  expect(positions).toMatchObject([
    {
      positionId: "pos_a",
      openings: 1,
      free: 0,
      submissions: 3,
      unpriced: 0,
      unknown: 0,
      ids: { openings: ["opening_1"], free: [], submissions: ["sub_a", "sub_b", "sub_c"], unpriced: [], unknown: [] },
    },
  ])
})

test("takes the offered salary, else the middle of the range; the position's terms, else the client's", () => {
  const written = {
    position: [
      position("pos_a"),
      position("pos_b", { fee: null, clientFee: { kind: "flat", amount: 5000, currency: "USD" } }),
      position("pos_c", { salary: null }),
      position("pos_d", {
        fee: {
          kind: "retainer",
          currency: "EUR",
          parts: [
            { name: "first", amount: 10 },
            { name: "last", amount: 20 },
          ],
        },
      }),
    ],
    opening: ["a", "b", "c", "d"].map((id) => opening(`opening_${id}`, `pos_${id}`)),
    submission: ["a", "b", "c", "d"].map((id) => submission(`sub_${id}`, `pos_${id}`, ["offered", "2026-03-01"])),
    offer: [
      subject(
        "offer_1",
        [
          ["extended", "2026-03-01"],
          ["superseded", "2026-03-02"],
        ],
        { submissionId: "sub_a", salary: { amount: 1, currency: "EUR" } },
      ),
      subject("offer_2", [["extended", "2026-03-02"]], {
        submissionId: "sub_a",
        salary: { amount: 120_000, currency: "EUR" },
      }),
    ],
  }
  const { fees, positions } = ask(forecast, { probabilities: { offered: 1 } }, written)
  expect(positions.map((row) => row.fees)).toEqual([
    // 20 % of 120 000.
    [{ currency: "EUR", amount: 24_000 }],
    [{ currency: "USD", amount: 5000 }],
    // A percentage of nothing known.
    [],
    [{ currency: "EUR", amount: 30 }],
  ])
  expect(positions[2]).toMatchObject({ unpriced: 1, expectedFills: 1 })
  expect(fees).toEqual([
    { currency: "EUR", amount: 24_030 },
    { currency: "USD", amount: 5000 },
  ])
})

test("leaves out what is accepted, over, or without an opening; replacements come first and are free", () => {
  const written = {
    position: [position("pos_a"), position("pos_b")],
    opening: [
      opening("opening_1", "pos_a"),
      opening("opening_2", "pos_a", { replacesPlacementId: "place_x" }),
      opening("opening_3", "pos_b", {}, "filled"),
    ],
    placement: [
      subject("place_x", [
        ["pendingStart", "2025-01-01"],
        ["started", "2025-02-01"],
        ["fellOff", "2026-01-01"],
      ]),
    ],
    submission: [
      submission("sub_a", "pos_a", ["offered", "2026-03-01"]),
      submission("sub_b", "pos_a", ["interviewing", "2026-03-01"]),
      submission("sub_c", "pos_a", ["offered", "2026-03-01"], ["accepted", "2026-03-02"]),
      submission("sub_d", "pos_a", ["offered", "2026-03-01"], ["declined", "2026-03-02"]),
      submission("sub_e", "pos_b", ["offered", "2026-03-01"]),
    ],
  }
  const { fees, positions } = ask(forecast, { probabilities: given }, written)
  expect(positions).toMatchObject([
    // Both succeed with 0.5 · 0.25: only then the second fill pays.
    { positionId: "pos_a", openings: 2, free: 1, submissions: 2, expectedFills: 0.75 },
    { positionId: "pos_b", openings: 0, expectedFills: 0, fees: [] },
  ])
  expect(fees).toEqual([{ currency: "EUR", amount: 2500 }])
})

test("weighs open opportunities by their stage, apart; not where the report is limited to what they do not know", () => {
  const value = (amount: number) => ({ value: { amount, currency: "EUR" }, probability: 33 })
  const written = {
    opportunity: [
      subject("opp_a", [["open", "2026-01-01", { stage: "Proposal" }]], value(1001)),
      // A stage that is on no board any more: the record's own probability.
      subject("opp_b", [["open", "2026-01-01", { stage: "gone" }]], value(100)),
      subject(
        "opp_c",
        [
          ["open", "2026-01-01", { stage: "Proposal" }],
          ["lost", "2026-02-01"],
        ],
        value(5000),
      ),
      subject("opp_d", [["open", "2026-01-01", { stage: "Proposal" }]]),
    ],
  }
  // 50 % of 1 001, half up, and 33 % of 100.
  expect(ask(forecast, {}, written).opportunities).toEqual([{ currency: "EUR", open: 2, value: 1101, weighted: 534 }])
  expect(ask(forecast, { asOf: "2026-01-15T00:00:00Z" }, written).opportunities).toMatchObject([{ open: 3 }])
  expect(ask(forecast, { where: { position: "pos_a" } }, written).opportunities).toBeNull()
})

describe("the cap", () => {
  const odds = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 })

  test("is the expected value of min(openings, successes), counted over every outcome", () => {
    fc.assert(
      fc.property(odds, fc.nat(4), fc.nat(4), (probabilities, openings, free) => {
        let [fills, pays] = [0, 0]
        for (let outcome = 0; outcome < 1 << probabilities.length; outcome++) {
          const [likely, successes] = probabilities.reduce(
            ([product, count], p, i) => ((outcome >> i) & 1 ? [product * p, count + 1] : [product * (1 - p), count]),
            [1, 0] as readonly [number, number],
          )
          fills += likely * Math.min(openings, successes)
          pays += likely * Math.max(0, Math.min(openings, successes) - free)
        }
        const all = Fills.of(probabilities, openings, free)
        expect(all.reduce((sum, one) => sum + one.fills, 0)).toBeCloseTo(fills, 10)
        expect(all.reduce((sum, one) => sum + one.pays, 0)).toBeCloseTo(pays, 10)
      }),
    )
  })

  test("holds: never more than the open openings times the fee", () => {
    const kinds = ["shortlisted", "submittedInternal", "submitted", "interviewing", "offered"] as const
    const place = fc.record({
      openings: fc.nat(3),
      amount: fc.integer({ min: 0, max: 3_000_000 }),
      standing: fc.array(fc.constantFrom(...kinds), { maxLength: 6 }),
    })
    const chance = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(place, { maxLength: 5 }), chance, (places, offered) => {
        const written = {
          position: places.map(({ amount }, n) =>
            position(`pos_${n}`, { fee: { kind: "flat", amount, currency: "EUR" } }),
          ),
          opening: places.flatMap(({ openings }, n) =>
            Array.from({ length: openings }, (_, i) => opening(`opening_${n}_${i}`, `pos_${n}`)),
          ),
          submission: places.flatMap(({ standing }, n) =>
            standing.map((kind, i) => submission(`sub_${n}_${i}`, `pos_${n}`, [kind, "2026-03-01"])),
          ),
        }
        const probabilities = { shortlisted: 0.1, submittedInternal: 0.2, submitted: 0.3, interviewing: 1, offered }
        const { fees, openings, positions } = ask(forecast, { probabilities }, written)
        for (const row of positions) {
          const { amount, openings: free } = places[Number(row.positionId.slice(4))] ?? { amount: 0, openings: 0 }
          expect(row.fees[0]?.amount ?? 0).toBeLessThanOrEqual(free * amount)
          expect(row.expectedFills).toBeLessThanOrEqual(Math.min(row.submissions, free) + 1e-9)
        }
        const most = places.reduce((sum, { amount, openings: free }) => sum + amount * free, 0)
        expect(fees[0]?.amount ?? 0).toBeLessThanOrEqual(most)
        expect(openings).toBe(
          places.reduce((sum, { openings: free, standing }) => sum + (standing.length > 0 ? free : 0), 0),
        )
      }),
    )
  })
})
