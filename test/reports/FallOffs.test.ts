import { expect, test } from "vitest"
import { fallOffs } from "../../src/reports/FallOffs.js"
import { ask, instant, type Stood, subject } from "./history.js"

const placement = (id: string, accepted: string, ends: string, ...rest: ReadonlyArray<Stood>) =>
  subject(id, [["pendingStart", accepted], ...rest], { acceptedAt: instant(accepted), guaranteeEndsOn: ends })

const written = {
  placement: [
    // Held: the guarantee ended on May 1 and the placement was terminated later.
    placement("place_a", "2026-01-05", "2026-05-01", ["started", "2026-02-01"], ["terminated", "2026-06-01"]),
    placement("place_b", "2026-01-06", "2026-05-02", ["started", "2026-02-01"]),
    placement("place_c", "2026-01-07", "2026-05-03", ["started", "2026-02-01"], ["fellOff", "2026-03-01"]),
    // Fell off, but its guarantee runs until December: measured when it would have ended.
    placement("place_d", "2026-01-08", "2026-12-31", ["started", "2026-02-01"], ["fellOff", "2026-03-01"]),
    placement("place_e", "2026-01-09", "2026-12-31", ["started", "2026-02-01"]),
    placement("place_f", "2026-01-10", "2026-12-31"),
    placement("place_g", "2026-01-11", "2026-05-03", ["backedOut", "2026-01-20"]),
    // February's.
    placement("place_h", "2026-02-01", "2026-05-01", ["started", "2026-02-02"], ["fellOff", "2026-03-01"]),
  ],
}
const january = { from: "2026-01-01", to: "2026-02-01", floor: 1 }

test("counts fall-offs against the placements whose guarantee has ended, the rest apart", () => {
  const result = ask(fallOffs, { ...january, ids: true }, written, "2026-07-01")
  expect(result).toMatchObject({
    placements: 7,
    backedOut: 1,
    pendingStart: 1,
    // place_d and place_e.
    insideGuarantee: 2,
    fellOffEarly: 1,
    held: 2,
    fellOff: 1,
    rate: { count: 1, of: 3, rate: 1 / 3 },
    // 1 of the 6 whose start was decided.
    backOutRate: { count: 1, of: 6 },
  })
  expect(result.ids).toEqual({
    backedOut: ["place_g"],
    pendingStart: ["place_f"],
    insideGuarantee: ["place_d", "place_e"],
    fellOffEarly: ["place_d"],
    held: ["place_a", "place_b"],
    fellOff: ["place_c"],
  })
})

test("has no rate while all are inside their guarantee", () => {
  const { insideGuarantee, rate } = ask(fallOffs, { ...january, asOf: "2026-04-01T00:00:00Z" }, written)
  expect(insideGuarantee).toBe(5)
  expect(rate).toEqual({ count: 0, of: 0, rate: null, withheld: "zero" })
})

test("the last day of the guarantee counts whole, on the calendar of the time zone", () => {
  const held = (timeZone: string, asOf: string) => ask(fallOffs, { ...january, timeZone, asOf }, written).held
  expect(held("UTC", "2026-05-01T23:59:59Z")).toBe(0)
  expect(held("UTC", "2026-05-02T00:00:00Z")).toBe(1)
  // In Berlin it is over two hours earlier.
  expect(held("Europe/Berlin", "2026-05-01T22:00:00Z")).toBe(1)
})

test("is taken by the end of the guarantee on request", () => {
  // Over when May 1 or 2 is: place_a, place_b, place_h.
  const result = ask(fallOffs, { from: "2026-05-02", to: "2026-05-04", counted: "guaranteeEnded", floor: 1 }, written)
  expect(result).toMatchObject({ placements: 3, held: 2, fellOff: 1, rate: { count: 1, of: 3 } })
})
