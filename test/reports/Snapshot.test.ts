import { expect, test } from "vitest"
import { snapshot } from "../../src/reports/Snapshot.js"
import { ask, subject } from "./history.js"

const written = {
  position: [
    subject("pos_a", [["open", "2026-01-01"]]),
    // On hold is a place like any other: it does not vanish.
    subject("pos_b", [
      ["open", "2026-01-01"],
      ["onHold", "2026-01-10"],
    ]),
    subject("pos_c", [
      ["open", "2026-01-01"],
      ["filled", "2026-01-12"],
    ]),
    // Cancelled, and not open any more.
    subject("pos_d", [
      ["open", "2026-01-01"],
      ["cancelled", "2026-01-15"],
    ]),
    // A stage that is on no board any more is still where it stands.
    subject("pos_e", [["open", "2026-01-02", { stage: "an old name" }]]),
    subject("pos_f", [["open", "2026-01-20"]]),
  ],
}
const standing = (at: string) => {
  const { rows, ...totals } = ask(snapshot, { pipeline: "position", at, ids: true }, written)
  return {
    totals,
    rows: rows.flatMap(({ count, ids, kind, stage }) => (count === 0 ? [] : [[kind, stage, ...(ids ?? [])]])),
  }
}

test("everybody stands somewhere: held positions too, and ended ones at their end", () => {
  const { rows, totals } = standing("2026-01-20T00:00:00Z")
  expect(rows).toEqual([
    ["open", "open", "pos_a", "pos_f"],
    ["open", "an old name", "pos_e"],
    ["onHold", "onHold", "pos_b"],
    ["filled", "filled", "pos_c"],
    ["cancelled", "cancelled", "pos_d"],
  ])
  expect(totals).toMatchObject({ started: 6, live: 4, won: 1, ended: 1 })
})

test("at an instant before, they stand where they stood; who had not begun does not count", () => {
  const { rows, totals } = standing("2026-01-09T23:59:59Z")
  expect(rows).toEqual([
    ["open", "open", "pos_a", "pos_b", "pos_c", "pos_d"],
    ["open", "an old name", "pos_e"],
  ])
  expect(totals).toMatchObject({ at: "2026-01-09T23:59:59.000Z", started: 5, live: 5, won: 0, ended: 0 })
  expect(standing("2025-01-01T00:00:00Z").totals).toMatchObject({ started: 0, live: 0 })
})
