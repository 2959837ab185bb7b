import { expect, test } from "vitest"
import { clients } from "../../src/reports/Clients.js"
import { ask, day, instant, subject } from "./history.js"

const january = { from: "2026-01-01", to: "2026-02-01", floor: 1, ids: true }
const acme = { clientId: "client_acme" }
const other = { clientId: "client_other" }
const theirs = { party: "client" }

const written = {
  position: [
    subject(
      "pos_a",
      [
        ["draft", "2025-12-01"],
        ["open", "2026-01-02"],
      ],
      acme,
    ),
    subject(
      "pos_b",
      [
        ["open", "2025-11-01"],
        ["lost", "2026-01-20"],
      ],
      acme,
    ),
    subject(
      "pos_c",
      [
        ["open", "2026-01-03"],
        ["cancelled", "2026-01-21"],
      ],
      other,
    ),
  ],
  opening: [
    // Two heads of pos_a: one filled, one still open.
    subject(
      "opening_a1",
      [
        ["open", "2025-12-01"],
        ["filled", "2026-01-25"],
      ],
      { ...acme, positionId: "pos_a" },
    ),
    subject("opening_a2", [["open", "2025-12-01"]], { ...acme, positionId: "pos_a" }),
    subject(
      "opening_b",
      [
        ["open", "2025-11-01"],
        ["cancelled", "2026-01-20"],
      ],
      { ...acme, positionId: "pos_b" },
    ),
    subject(
      "opening_c",
      [
        ["open", "2026-01-03"],
        ["cancelled", "2026-01-21"],
      ],
      { ...other, positionId: "pos_c" },
    ),
  ],
  submission: [
    // The agency took nine days to submit, the client two to invite: two count.
    subject(
      "sub_a",
      [
        ["shortlisted", "2026-01-01"],
        ["submitted", "2026-01-10"],
        ["interviewing", "2026-01-12"],
        ["offered", "2026-01-20"],
        ["accepted", "2026-01-25"],
      ],
      acme,
    ),
    // A no of the client is a response: four days. That it is restored later changes nothing.
    subject(
      "sub_b",
      [
        ["submitted", "2026-01-02"],
        ["rejected", "2026-01-06", theirs],
        ["submitted", "2026-01-30"],
      ],
      acme,
    ),
    // The candidate withdrew first.
    subject(
      "sub_c",
      [
        ["submitted", "2026-01-03"],
        ["withdrawn", "2026-01-09", { party: "candidate" }],
      ],
      acme,
    ),
    // Before the client since the 21st, also at another stage: 11 days when January ends.
    subject(
      "sub_d",
      [
        ["submitted", "2026-01-21"],
        ["submitted", "2026-01-25", { stage: "chased" }],
      ],
      acme,
    ),
    // December's submission, January's interview and rejection after it: 20 days, no offer.
    subject(
      "sub_e",
      [
        ["submitted", "2025-12-20"],
        ["interviewing", "2026-01-09"],
        ["rejected", "2026-01-15", theirs],
      ],
      acme,
    ),
    // Answered in February: still waiting when January ends, 5 days.
    subject(
      "sub_f",
      [
        ["submitted", "2026-01-27"],
        ["interviewing", "2026-02-03"],
      ],
      acme,
    ),
    subject(
      "sub_x",
      [
        ["submitted", "2026-01-27"],
        ["closedOut", "2026-01-28", { party: "system" }],
      ],
      other,
    ),
  ],
  offer: [
    // Two versions of one offer: one acceptance.
    subject(
      "offer_a1",
      [
        ["extended", "2026-01-20"],
        ["superseded", "2026-01-22"],
      ],
      { ...acme, submissionId: "sub_a", revision: 1 },
    ),
    subject(
      "offer_a2",
      [
        ["extended", "2026-01-22"],
        ["accepted", "2026-01-25"],
      ],
      { ...acme, submissionId: "sub_a", revision: 2 },
    ),
    subject(
      "offer_g",
      [
        ["extended", "2026-01-05"],
        ["declined", "2026-01-08"],
      ],
      { ...acme, submissionId: "sub_g", revision: 1 },
    ),
    subject(
      "offer_h",
      [
        ["extended", "2026-01-05"],
        ["rescinded", "2026-01-08"],
      ],
      { ...acme, submissionId: "sub_h", revision: 1 },
    ),
  ],
  placement: [
    subject("place_a", [["pendingStart", "2026-01-25"]], {
      ...acme,
      acceptedAt: instant("2026-01-25"),
      guaranteeEndsOn: "2026-06-01",
      feeAmount: 700,
      feeCurrency: "EUR",
      refundAmount: 0,
    }),
    // Accepted long ago, fell off; its guarantee would have ended in January.
    subject(
      "place_b",
      [
        ["pendingStart", "2025-09-01"],
        ["started", "2025-10-01"],
        ["fellOff", "2025-11-01"],
      ],
      {
        ...acme,
        acceptedAt: instant("2025-09-01"),
        guaranteeEndsOn: "2026-01-01",
        feeAmount: 900,
        feeCurrency: "EUR",
        refundAmount: 900,
      },
    ),
    subject(
      "place_c",
      [
        ["pendingStart", "2026-01-05"],
        ["backedOut", "2026-01-06"],
      ],
      {
        ...acme,
        acceptedAt: instant("2026-01-05"),
        guaranteeEndsOn: "2026-06-01",
        feeAmount: 100,
        feeCurrency: "USD",
        refundAmount: 0,
      },
    ),
  ],
}

test("keeps a scorecard by client, the agency's own waiting left out", () => {
  const { rows } = ask(clients, january, written)
  const [first, second] = rows
  expect(rows.map(({ clientId }) => clientId)).toEqual(["client_acme", "client_other"])
  expect(first).toMatchObject({
    // pos_a opened in January, with its two heads; pos_b in November.
    positions: 1,
    openings: 2,
    filled: 1,
    lost: 1,
    cancelled: 0,
    fillRate: { count: 1, of: 2, rate: 0.5 },
    submissions: 5,
    // 2, 4 and 20 days.
    feedbackMillis: { n: 3, median: 4 * day },
    waiting: 2,
    waitingAgeMillis: { median: 8 * day },
    unanswered: 1,
    // sub_a and sub_e came to an interview, sub_a to an offer.
    interviewToOffer: { count: 1, of: 2 },
    acceptance: { count: 1, of: 2 },
    rescinded: 1,
    placements: 1,
    backedOut: 1,
    fallOffs: { count: 1, of: 1 },
    fees: [{ currency: "EUR", amount: 700 }],
  })
  expect(first?.ids).toMatchObject({
    responses: ["sub_a", "sub_b", "sub_e"],
    waiting: ["sub_d", "sub_f"],
    unanswered: ["sub_c"],
    accepted: ["offer_a2"],
  })
  // What the client cancelled is shown and in no rate.
  expect(second).toMatchObject({
    positions: 1,
    openings: 1,
    cancelled: 1,
    fillRate: { of: 0, rate: null },
    unanswered: 1,
    fees: [],
  })
  expect(second?.feedbackMillis).toEqual({ n: 0, median: null, p75: null, p90: null, mean: null })
})

test("counts waiting up to now where the window ends later", () => {
  const { rows } = ask(clients, { ...january, asOf: "2026-01-29T00:00:00Z" }, written)
  // sub_d since the 21st and sub_f since the 27th: 8 and 2 days.
  expect(rows[0]).toMatchObject({ waiting: 2, waitingAgeMillis: { median: 5 * day } })
})

test("is limited to a client", () => {
  expect(ask(clients, { ...january, where: { client: "client_other" } }, written).rows).toHaveLength(1)
})
