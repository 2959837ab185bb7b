import { expect, test } from "vitest"
import { timeToHire } from "../../src/reports/TimeToHire.js"
import { ask, day, type Stood, subject } from "./history.js"

const window = { from: "2026-01-01", to: "2026-02-01" }

const until = (start: string, accepted: string, ...rest: ReadonlyArray<Stood>): ReadonlyArray<Stood> => [
  ["shortlisted", start],
  ["submitted", start],
  ["offered", accepted],
  ["accepted", accepted],
  ...rest,
]

const written = {
  submission: [
    // 20 days from the attempt's start, which lies before the window; placed later.
    subject("sub_1", until("2025-12-20", "2026-01-09", ["placed", "2026-03-01"])),
    // Backed out: not placed.
    subject("sub_2", until("2026-01-02", "2026-01-10", ["withdrawn", "2026-01-12"])),
    // Backed out and restored: placed when it was first accepted, 6 days.
    subject("sub_3", until("2026-01-04", "2026-01-10", ["rescinded", "2026-01-12"], ["accepted", "2026-01-20"])),
    // A first attempt that failed, and a second: each counts on its own, 10 days.
    subject("sub_4", [
      ["shortlisted", "2026-01-01"],
      ["rejected", "2026-01-05"],
    ]),
    subject("sub_5", until("2026-01-10", "2026-01-20")),
    // Open when January ends, 5 days old.
    subject("sub_6", until("2026-01-27", "2026-02-03")),
  ],
}

test("attempt started to accepted", () => {
  const answer = ask(timeToHire, { ...window, ids: true }, written)
  // 6, 10 and 20 days.
  expect(answer.millis).toEqual({ n: 3, median: 10 * day, p75: 15 * day, p90: 18 * day, mean: 12 * day })
  expect(answer.open).toMatchObject({ count: 1, ageMillis: { median: 5 * day } })
  expect(answer.ended).toBe(2)
  expect(answer.ids).toEqual({
    accepted: ["sub_1", "sub_3", "sub_5"],
    open: ["sub_6"],
    ended: ["sub_2", "sub_4"],
  })
})

test("as of the 11th both that backed out later are placed; as of the 13th neither is", () => {
  expect(ask(timeToHire, { ...window, asOf: "2026-01-11T00:00:00Z" }, written).millis.n).toBe(3)
  expect(ask(timeToHire, { ...window, asOf: "2026-01-13T00:00:00Z" }, written).millis.n).toBe(1)
})

test("by their start: attempts of January, however long they took", () => {
  const answer = ask(timeToHire, { ...window, counted: "started" }, written)
  // 6, 10 and 7 days; sub_1 started in December.
  expect(answer.millis).toMatchObject({ n: 3, median: 7 * day })
  expect(answer.ended).toBe(2)
  expect(answer.open.count).toBe(0)
})

test("an attempt that starts at the very instant of the report is open, and no time old", () => {
  const { open } = ask(timeToHire, { ...window, asOf: "2026-01-27T00:00:00Z" }, written)
  expect(open).toMatchObject({ count: 1, ageMillis: { median: 0 } })
})

test("of none there is nothing to say", () => {
  expect(ask(timeToHire, { from: "2026-06-01", to: "2026-06-01" }, written).millis).toMatchObject({
    n: 0,
    median: null,
  })
})
