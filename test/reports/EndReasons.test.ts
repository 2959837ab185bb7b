import { expect, test } from "vitest"
import { endReasons } from "../../src/reports/EndReasons.js"
import { ask, subject } from "./history.js"

const window = { from: "2026-01-01", to: "2026-02-01", floor: 0 }
const price = { reason: "too expensive", party: "client" }

const written = {
  submission: [
    subject("sub_1", [
      ["shortlisted", "2026-01-01"],
      ["submitted", "2026-01-02"],
      ["rejected", "2026-01-05", price],
    ]),
    subject("sub_2", [
      ["shortlisted", "2025-11-01"],
      ["submitted", "2025-11-02"],
      ["rejected", "2026-01-06", price],
    ]),
    // The same reason at another stage is another row.
    subject("sub_3", [
      ["submitted", "2026-01-02"],
      ["interviewing", "2026-01-03", { stage: "final round" }],
      ["rejected", "2026-01-06", price],
    ]),
    subject("sub_4", [
      ["submitted", "2026-01-02"],
      ["offered", "2026-01-03"],
      ["declined", "2026-01-07", { reason: "counter-offer", party: "candidate" }],
    ]),
    // Restored, and ended by another reason since: only that one counts.
    subject("sub_5", [
      ["submitted", "2026-01-02"],
      ["rejected", "2026-01-03", price],
      ["submitted", "2026-01-04"],
      ["withdrawn", "2026-01-08", { reason: "moved", party: "candidate" }],
    ]),
    // Restored and running.
    subject("sub_6", [
      ["submitted", "2026-01-02"],
      ["rejected", "2026-01-03", price],
      ["submitted", "2026-01-04"],
    ]),
    subject("sub_7", [
      ["submitted", "2026-01-02"],
      ["rejected", "2026-02-01", price],
    ]),
    subject("sub_8", [
      ["submitted", "2026-01-02"],
      ["accepted", "2026-01-03"],
    ]),
  ],
}

test("ends by kind, reason, party and the stage they came from, most frequent first", () => {
  const { ended, rows } = ask(endReasons, { ...window, ids: true }, written)
  expect(ended).toBe(5)
  expect(rows.map(({ ofEnded: _, ...row }) => row)).toEqual([
    { kind: "rejected", ...price, fromKind: "submitted", fromStage: "submitted", count: 2, ids: ["sub_1", "sub_2"] },
    { kind: "rejected", ...price, fromKind: "interviewing", fromStage: "final round", count: 1, ids: ["sub_3"] },
    {
      kind: "withdrawn",
      reason: "moved",
      party: "candidate",
      fromKind: "submitted",
      fromStage: "submitted",
      count: 1,
      ids: ["sub_5"],
    },
    {
      kind: "declined",
      reason: "counter-offer",
      party: "candidate",
      fromKind: "offered",
      fromStage: "offered",
      count: 1,
      ids: ["sub_4"],
    },
  ])
  expect(rows[0]?.ofEnded).toEqual({ count: 2, of: 5, rate: 0.4, withheld: null })
})

test("as of the 3rd noon both that are restored on the 4th had ended", () => {
  const { ended } = ask(endReasons, { ...window, asOf: "2026-01-03T12:00:00Z" }, written)
  expect(ended).toBe(2)
})

test("any pipeline: why positions were lost; an end that was never anything else came from nowhere", () => {
  const history = {
    position: [
      subject("pos_1", [
        ["open", "2026-01-01"],
        ["lost", "2026-01-05", { reason: "price" }],
      ]),
      subject("pos_2", [["cancelled", "2026-01-05"]]),
    ],
  }
  const { rows } = ask(endReasons, { ...window, pipeline: "position" }, history)
  expect(rows.map(({ fromKind, kind, party, reason }) => [kind, reason, party, fromKind])).toEqual([
    ["lost", "price", null, "open"],
    ["cancelled", null, null, null],
  ])
})

test("nothing ended: no rows", () => {
  expect(ask(endReasons, { from: "2026-01-01", to: "2026-01-01" }, written)).toMatchObject({ ended: 0, rows: [] })
})
