import { expect, test } from "vitest"
import { fillRate } from "../../src/reports/FillRate.js"
import { ask, type Stood, subject } from "./history.js"

const window = { from: "2026-01-01", to: "2026-02-01", floor: 0 }

const opening = (id: string, position: string, ...rest: ReadonlyArray<Stood>) =>
  subject(id, [["open", "2025-12-01"], ...rest], { positionId: position })

const written = {
  position: [
    subject("pos_lost", [
      ["open", "2025-12-01"],
      ["lost", "2026-01-10"],
    ]),
    subject("pos_gone", [
      ["open", "2025-12-01"],
      ["cancelled", "2026-01-10"],
    ]),
    subject("pos_shut", [
      ["open", "2025-12-01"],
      ["closed", "2026-01-10"],
    ]),
    subject("pos_open", [["open", "2025-12-01"]]),
    subject("pos_back", [
      ["open", "2025-12-01"],
      ["lost", "2026-01-10"],
      ["open", "2026-01-12"],
    ]),
    subject("pos_draft", [
      ["draft", "2025-12-01"],
      ["cancelled", "2026-01-10"],
    ]),
  ],
  opening: [
    // One of three heads filled before the rest was lost: a third of that position.
    opening("opening_1", "pos_lost", ["filled", "2026-01-05"]),
    opening("opening_2", "pos_lost", ["cancelled", "2026-01-10"]),
    opening("opening_3", "pos_lost", ["reserved", "2026-01-08"], ["cancelled", "2026-01-10"]),
    // The client's own doing.
    opening("opening_4", "pos_gone", ["cancelled", "2026-01-10"]),
    opening("opening_5", "pos_open", ["cancelled", "2026-01-15"]),
    // The agency's.
    opening("opening_6", "pos_shut", ["cancelled", "2026-01-10"]),
    // Filled, and fallen off in March: January filled it.
    opening("opening_7", "pos_open", ["filled", "2026-01-20"], ["open", "2026-03-01", { reason: "fell off" }]),
    // Backed out, never filled.
    opening("opening_8", "pos_open", ["filled", "2026-01-20"], ["open", "2026-01-25", { reason: "backed out" }]),
    // Lost and taken up again: no close.
    opening("opening_9", "pos_back", ["cancelled", "2026-01-10"], ["open", "2026-01-12"]),
    // Filled twice in the window: one opening.
    opening(
      "opening_a",
      "pos_open",
      ["filled", "2026-01-05"],
      ["open", "2026-01-08", { reason: "fell off" }],
      ["filled", "2026-01-12"],
    ),
    // Of a position that never came to be.
    opening("opening_b", "pos_draft", ["cancelled", "2026-01-10"]),
    // Before and after the window.
    opening("opening_c", "pos_open", ["filled", "2025-12-31T23:59"]),
    opening("opening_d", "pos_open", ["filled", "2026-02-01"]),
  ],
}

test("openings filled of those that closed; the client's cancellations beside", () => {
  const answer = ask(fillRate, { ...window, ids: true }, written)
  expect(answer).toMatchObject({ filled: 3, fellOff: 1, lost: 2, closed: 1, cancelled: 2 })
  expect(answer.fillRate).toEqual({ count: 3, of: 6, rate: 0.5, withheld: null })
  expect(answer.ids).toEqual({
    filled: ["opening_1", "opening_7", "opening_a"],
    fellOff: ["opening_7"],
    lost: ["opening_2", "opening_3"],
    cancelled: ["opening_4", "opening_5"],
    closed: ["opening_6"],
  })
})

test("as of the 11th the position that is reopened on the 12th was lost", () => {
  const { filled, lost } = ask(fillRate, { ...window, asOf: "2026-01-11T00:00:00Z" }, written)
  expect({ filled, lost }).toEqual({ filled: 2, lost: 3 })
})

test("none closed: no rate", () => {
  const { fillRate: rate } = ask(fillRate, { from: "2026-06-01", to: "2026-07-01" }, written)
  expect(rate).toEqual({ count: 0, of: 0, rate: null, withheld: "zero" })
  // Three cancellations are not a bad rate either.
  const only = { position: written.position, opening: written.opening.slice(3, 5) }
  expect(ask(fillRate, window, only)).toMatchObject({ cancelled: 2, fillRate: { of: 0, rate: null } })
})
