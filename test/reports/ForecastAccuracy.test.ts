import { expect, test } from "vitest"
import { forecastAccuracy } from "../../src/reports/ForecastAccuracy.js"
import { ask, instant, subject } from "./history.js"

const flat = { kind: "flat", amount: 1000, currency: "EUR" }
const placed = (submissionId: string, acceptedAt: string, feeAmount: number) => ({
  submissionId,
  acceptedAt: instant(acceptedAt),
  feeAmount,
  feeCurrency: "EUR",
})

const written = {
  position: [subject("pos_a", [["open", "2026-01-01"]], { clientId: "client_a", fee: flat })],
  opening: ["1", "2", "3"].map((n) => subject(`opening_${n}`, [["open", "2026-01-01"]], { positionId: "pos_a" })),
  submission: [
    // Live on February 1 and accepted within 30 days.
    subject(
      "sub_a",
      [
        ["submitted", "2026-01-10"],
        ["offered", "2026-01-20"],
        ["accepted", "2026-02-15"],
      ],
      { positionId: "pos_a" },
    ),
    // Live on February 1, came to nothing.
    subject(
      "sub_b",
      [
        ["submitted", "2026-01-10"],
        ["offered", "2026-01-25"],
        ["declined", "2026-02-10"],
      ],
      { positionId: "pos_a" },
    ),
    // Not there yet on February 1.
    subject(
      "sub_c",
      [
        ["submitted", "2026-02-05"],
        ["accepted", "2026-02-20"],
      ],
      { positionId: "pos_a" },
    ),
    // Accepted within the horizon, backed out within it.
    subject(
      "sub_d",
      [
        ["offered", "2026-01-30"],
        ["accepted", "2026-02-03"],
        ["withdrawn", "2026-02-04"],
      ],
      { positionId: "pos_a" },
    ),
  ],
  placement: [
    subject("place_a", [["pendingStart", "2026-02-15"]], placed("sub_a", "2026-02-15", 1200)),
    subject("place_c", [["pendingStart", "2026-02-20"]], placed("sub_c", "2026-02-20", 700)),
    subject(
      "place_d",
      [
        ["pendingStart", "2026-02-03"],
        ["backedOut", "2026-02-04"],
      ],
      placed("sub_d", "2026-02-03", 900),
    ),
  ],
}
const asked = { from: "2026-01-01", to: "2026-04-01", horizonDays: 30, probabilities: { submitted: 0.5, offered: 0.5 } }

test("holds each forecast against what came of it within the horizon", () => {
  const { currencies, points } = ask(forecastAccuracy, asked, written)
  expect(points).toEqual([
    // Nothing was there on January 1, nothing came; what came in February is beyond the horizon.
    { at: "2026-01-01T00:00:00.000Z", until: "2026-01-31T00:00:00.000Z", forecast: [], came: [], unforeseen: [] },
    // sub_a, sub_b and sub_d at a half each of 1 000; of them 1 200 came. sub_c was not to be foreseen.
    {
      at: "2026-02-01T00:00:00.000Z",
      until: "2026-03-03T00:00:00.000Z",
      forecast: [{ currency: "EUR", amount: 1500 }],
      came: [{ currency: "EUR", amount: 1200 }],
      unforeseen: [{ currency: "EUR", amount: 700 }],
    },
    { at: "2026-03-01T00:00:00.000Z", until: "2026-03-31T00:00:00.000Z", forecast: [], came: [], unforeseen: [] },
  ])
  const { points: told } = ask(forecastAccuracy, { ...asked, ids: true }, written)
  expect(told.map(({ ids }) => ids)).toEqual([
    { forecast: [], came: [], unforeseen: [] },
    { forecast: ["sub_a", "sub_b", "sub_d"], came: ["place_a"], unforeseen: ["place_c"] },
    { forecast: [], came: [], unforeseen: [] },
  ])
  // 300 off in three forecasts, 300 of 1 200.
  expect(currencies).toEqual([
    { currency: "EUR", forecasts: 3, forecast: 1500, came: 1200, meanAbsoluteError: 100, wape: 0.25, bias: 0.25 },
  ])
})

test("scores no forecast whose horizon has not ended, and divides by nothing that did not come", () => {
  const { currencies, points } = ask(forecastAccuracy, asked, written, "2026-02-12")
  expect(points.map(({ came }) => came)).toEqual([[], null])
  expect(currencies).toEqual([])
  const hopeful = { ...written, placement: [] }
  expect(ask(forecastAccuracy, asked, hopeful).currencies).toMatchObject([
    { forecast: 1500, came: 0, meanAbsoluteError: 500, wape: null, bias: null },
  ])
})

test("learns only from what was over at the instant of the forecast", () => {
  const learned = { from: "2026-02-01", to: "2026-02-02", horizonDays: 30, floor: 1 }
  const earlier = subject(
    "sub_old",
    [
      ["offered", "2025-01-01"],
      ["accepted", "2025-02-01"],
      ["placed", "2025-03-01"],
    ],
    { positionId: "pos_x" },
  )
  const { points } = ask(forecastAccuracy, learned, { ...written, submission: [...written.submission, earlier] })
  // The one that was over had been placed: three sure fees, for three openings.
  expect(points[0]?.forecast).toEqual([{ currency: "EUR", amount: 3000 }])
})
