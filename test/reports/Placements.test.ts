import { expect, test } from "vitest"
import * as Fee from "../../src/domain/Fee.js"
import { placements } from "../../src/reports/Placements.js"
import { ask, instant, type Stood, subject } from "./history.js"

const earned = (
  id: string,
  clientId: string,
  fee: { readonly amount: number; readonly currency: string },
  shares: ReadonlyArray<readonly [actor: string, percent: number]>,
  ...rest: ReadonlyArray<Stood>
) =>
  subject(id, [["pendingStart", "2026-01-10"], ...rest], {
    clientId,
    acceptedAt: instant("2026-01-10"),
    feeAmount: fee.amount,
    feeCurrency: fee.currency,
    credits: Fee.credit(
      fee,
      shares.map(([actor, percent]) => ({ actor, role: "recruiter", percent })),
    ),
  })

const written = {
  placement: [
    // 1 001 cents in halves: 501 and 500.
    earned("place_a", "client_a", { amount: 1001, currency: "EUR" }, [
      ["maya", 50],
      ["noah", 50],
    ]),
    // Another currency stands beside, and is never added.
    earned("place_b", "client_b", { amount: 70_000, currency: "JPY" }, [["maya", 100]]),
    // Two parts of one actor are one placement.
    earned(
      "place_c",
      "client_a",
      { amount: 300, currency: "EUR" },
      [
        ["noah", 75],
        ["noah", 25],
      ],
      ["started", "2026-02-01"],
      ["fellOff", "2026-03-01"],
    ),
    // Counted, and brings nothing.
    earned("place_d", "client_b", { amount: 900, currency: "EUR" }, [["maya", 100]], ["backedOut", "2026-01-20"]),
  ],
}
const january = { from: "2026-01-01", to: "2026-02-01", ids: true }

test("by recruiter: frozen parts, by currency, that sum to the total", () => {
  const { rows, total } = ask(placements, { ...january, by: "recruiter" }, written)
  expect(rows).toEqual([
    {
      key: "maya",
      placements: 3,
      credited: 2.5,
      backedOut: 1,
      fellOff: 0,
      fees: [
        { currency: "EUR", amount: 501 },
        { currency: "JPY", amount: 70_000 },
      ],
      ids: { placements: ["place_a", "place_b", "place_d"], backedOut: ["place_d"], fellOff: [] },
    },
    {
      key: "noah",
      placements: 2,
      credited: 1.5,
      backedOut: 0,
      fellOff: 1,
      fees: [{ currency: "EUR", amount: 800 }],
      ids: { placements: ["place_a", "place_c"], backedOut: [], fellOff: ["place_c"] },
    },
  ])
  expect(total).toMatchObject({
    placements: 4,
    credited: 4,
    fees: [
      { currency: "EUR", amount: 1301 },
      { currency: "JPY", amount: 70_000 },
    ],
  })
})

test("by client: each placement whole; an empty window has none", () => {
  const { rows } = ask(placements, { ...january, by: "client" }, written)
  expect(rows.map(({ credited, fees, key }) => [key, credited, ...fees.map(({ amount }) => amount)])).toEqual([
    ["client_a", 2, 1301],
    ["client_b", 2, 70_000],
  ])
  expect(ask(placements, { by: "client", from: "2026-03-01", to: "2026-03-01" }, written)).toMatchObject({
    rows: [],
    total: { placements: 0, fees: [] },
  })
})
