import { expect, test } from "vitest"
import { positionOutcomes } from "../../src/reports/PositionOutcomes.js"
import { ask, subject } from "./history.js"

const window = { from: "2026-01-01", to: "2026-02-01", floor: 0 }

const ended = (id: string, kind: string, at: string, reason?: string) =>
  subject(id, [["open", "2025-12-01"], reason === undefined ? [kind, at] : [kind, at, { reason }]])

const written = {
  position: [
    ended("pos_1", "filled", "2026-01-05"),
    ended("pos_2", "filled", "2026-01-06"),
    ended("pos_3", "lost", "2026-01-07", "faster agency"),
    ended("pos_4", "lost", "2026-01-07", "faster agency"),
    ended("pos_5", "lost", "2026-01-08", "Filled internally"),
    ended("pos_6", "cancelled", "2026-01-09", "budget"),
    ended("pos_7", "closed", "2026-01-10"),
    // Taken up again: no outcome.
    subject("pos_8", [
      ["open", "2025-12-01"],
      ["lost", "2026-01-11", { reason: "price" }],
      ["open", "2026-01-12"],
    ]),
    ended("pos_9", "lost", "2026-02-01", "price"),
  ],
}

test("each outcome apart, with its reasons", () => {
  const answer = ask(positionOutcomes, { ...window, ids: true }, written)
  expect(answer.ended).toBe(7)
  expect(answer.reopened).toBe(1)
  expect(answer.ids).toEqual({ reopened: ["pos_8"] })
  expect(answer.rows.map(({ count, outcome, reasons }) => [outcome, count, reasons])).toEqual([
    ["filled", 2, [{ reason: null, count: 2, ids: ["pos_1", "pos_2"] }]],
    ["lostToCompetitor", 2, [{ reason: "faster agency", count: 2, ids: ["pos_3", "pos_4"] }]],
    ["filledInternally", 1, [{ reason: "Filled internally", count: 1, ids: ["pos_5"] }]],
    ["cancelled", 1, [{ reason: "budget", count: 1, ids: ["pos_6"] }]],
    ["closed", 1, [{ reason: null, count: 1, ids: ["pos_7"] }]],
  ])
  // 2 of 5: what was cancelled or closed nobody won or lost.
  expect(answer.won).toEqual({ count: 2, of: 5, rate: 0.4, withheld: null })
  expect(answer.rows[0]?.ofEnded).toMatchObject({ count: 2, of: 7 })
  expect(answer.rows[1]?.ids).toEqual(["pos_3", "pos_4"])
})

test("an agency's own words for an internal hire", () => {
  const { rows } = ask(positionOutcomes, { ...window, filledInternally: ["Faster Agency "] }, written)
  expect(rows.map(({ count }) => count)).toEqual([2, 1, 2, 1, 1])
})

test("as of the 11th noon the eighth was lost; an empty window says nothing", () => {
  const then = ask(positionOutcomes, { ...window, asOf: "2026-01-11T12:00:00Z" }, written)
  expect(then).toMatchObject({ ended: 8, reopened: 0 })
  const none = ask(positionOutcomes, { from: "2026-01-05", to: "2026-01-05" }, written)
  expect(none).toMatchObject({ ended: 0, won: { of: 0, rate: null, withheld: "zero" } })
})
