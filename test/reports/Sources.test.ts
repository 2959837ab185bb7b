import { expect, test } from "vitest"
import { sources } from "../../src/reports/Sources.js"
import { ask, instant, subject } from "./history.js"

const january = { from: "2026-01-01", to: "2026-02-01" }

/** A placement's facts as its report wants them. */
const paid = (
  source: string | null,
  since: string,
  feeAmount: number,
  more: {
    readonly refundAmount?: number
    readonly own?: string
    readonly currency?: string
    readonly sent?: string
  } = {},
) => ({
  candidateSource: source,
  candidateSince: instant(since),
  submissionSource: more.own ?? source,
  submissionSince: instant(more.sent ?? since),
  feeAmount,
  feeCurrency: more.currency ?? "EUR",
  refundAmount: more.refundAmount ?? 0,
})

const written = {
  candidate: [
    // Two from a board in January, one of them ready; one of them is anonymized since and stays.
    subject(
      "cand_a",
      [
        ["new", "2026-01-02"],
        ["screened", "2026-01-03"],
        ["ready", "2026-01-04"],
        ["placed", "2026-03-01"],
      ],
      { source: "board" },
    ),
    subject(
      "cand_b",
      [
        ["new", "2026-01-05"],
        ["anonymized", "2026-06-01"],
      ],
      { source: "board" },
    ),
    // Nobody knows where from.
    subject("cand_c", [
      ["new", "2026-01-31"],
      ["ready", "2026-02-01"],
    ]),
    // December: no part of the cohort, whatever came later.
    subject(
      "cand_d",
      [
        ["new", "2025-12-31"],
        ["ready", "2026-01-04"],
      ],
      { source: "referral" },
    ),
  ],
  submission: [
    // Through an interview to a placement in March: all of it counts for January's cohort.
    subject(
      "sub_a",
      [
        ["shortlisted", "2026-01-10"],
        ["submitted", "2026-01-11"],
        ["interviewing", "2026-02-01"],
        ["offered", "2026-02-20"],
        ["accepted", "2026-03-01"],
      ],
      { candidateId: "cand_a", candidateSource: "board", candidateSince: instant("2026-01-02"), source: "event" },
    ),
    // Offered without an interview, then backed out; the same person.
    subject(
      "sub_b",
      [
        ["shortlisted", "2026-01-12"],
        ["submitted", "2026-01-13"],
        ["offered", "2026-01-20"],
        ["accepted", "2026-01-25"],
        ["withdrawn", "2026-01-28"],
      ],
      { candidateId: "cand_a", candidateSource: "board", candidateSince: instant("2026-01-02"), source: "event" },
    ),
    // Never sent to the client.
    subject("sub_c", [["shortlisted", "2026-02-05"]], { candidateId: "cand_c", candidateSince: instant("2026-01-31") }),
    // Sent in January, its person is from December.
    subject("sub_d", [["submitted", "2026-01-08"]], {
      candidateId: "cand_d",
      candidateSource: "referral",
      candidateSince: instant("2025-12-31"),
      source: "event",
    }),
  ],
  placement: [
    // 20 000 less 5 000 given back.
    subject(
      "place_a",
      [
        ["pendingStart", "2026-03-01"],
        ["started", "2026-04-01"],
        ["fellOff", "2026-04-10"],
      ],
      paid("board", "2026-01-02", 2_000_000, { refundAmount: 500_000, own: "event", sent: "2026-01-10" }),
    ),
    subject(
      "place_b",
      [
        ["pendingStart", "2026-01-25"],
        ["backedOut", "2026-01-28"],
      ],
      paid("board", "2026-01-02", 900_000, { own: "event", sent: "2026-01-12" }),
    ),
  ],
}

test("counts people by their first touch, with all that came of them", () => {
  const { policy, rows } = ask(sources, { ...january, floor: 1, ids: true }, written)
  expect(policy.cohort).toBe("candidates that started in window")
  expect(rows).toMatchObject([
    {
      source: "board",
      candidates: 2,
      ready: 1,
      submissions: 2,
      // sub_b was offered straight away.
      interviews: 1,
      placements: 1,
      backedOut: 1,
      fees: [{ currency: "EUR", amount: 1_500_000 }],
      placed: { count: 1, of: 2, rate: 0.5 },
      ids: {
        candidates: ["cand_a", "cand_b"],
        submissions: ["sub_a", "sub_b"],
        placements: ["place_a"],
        backedOut: ["place_b"],
      },
    },
    {
      source: null,
      candidates: 1,
      ready: 1,
      submissions: 0,
      placements: 0,
      fees: [],
      placed: { rate: null, withheld: "zero" },
    },
  ])
})

test("counts by the touch of each submission on request, each person once a source", () => {
  const { policy, rows } = ask(sources, { ...january, touch: "submission", ids: true }, written)
  expect(policy.cohort).toBe("submissions that started in window")
  // sub_a, sub_b and sub_d; of two people, both of whom were ready. cand_c's submission began in February.
  expect(rows).toMatchObject([
    {
      source: "event",
      candidates: 2,
      ready: 2,
      submissions: 3,
      interviews: 1,
      placements: 1,
      backedOut: 1,
      fees: [{ currency: "EUR", amount: 1_500_000 }],
      ids: { candidates: ["cand_a", "cand_d"] },
    },
  ])
})

test("stands as it stood: before March there was no placement, and nothing had been given back in early April", () => {
  const february = ask(sources, { ...january, asOf: "2026-02-15T00:00:00Z" }, written).rows[0]
  expect(february).toMatchObject({ placements: 0, backedOut: 1, fees: [] })
  const april = ask(sources, { ...january, asOf: "2026-04-05T00:00:00Z" }, written).rows[0]
  expect(april).toMatchObject({ placements: 1, fees: [{ amount: 2_000_000 }] })
})

test("of an empty window has no rows", () => {
  expect(ask(sources, { from: "2024-01-01", to: "2024-01-01" }, written).rows).toEqual([])
})
