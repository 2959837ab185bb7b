import { expect, test } from "vitest"
import { timeInStage } from "../../src/reports/TimeInStage.js"
import { ask, day, subject } from "./history.js"

const january = { pipeline: "submission", from: "2026-01-01", to: "2026-02-01", ids: true } as const

const written = {
  submission: [
    // 4 days, and went on.
    subject("sub_a", [
      ["submitted", "2026-01-02"],
      ["interviewing", "2026-01-06"],
    ]),
    // 10 days, and was rejected: who fails takes time too. What comes after the end is nobody's time.
    subject("sub_b", [
      ["submitted", "2026-01-05"],
      ["rejected", "2026-01-15"],
    ]),
    // Rejected after 2 days and restored for 3: one stay of 5 in two visits.
    subject("sub_c", [
      ["submitted", "2026-01-03"],
      ["rejected", "2026-01-05"],
      ["submitted", "2026-01-12"],
      ["offered", "2026-01-15"],
    ]),
    // Back since the 22nd: not complete, 10 days old when January ends.
    subject("sub_d", [
      ["submitted", "2026-01-10"],
      ["rejected", "2026-01-11"],
      ["submitted", "2026-01-22"],
    ]),
    // Left in February: 6 days old when January ends.
    subject("sub_e", [
      ["submitted", "2026-01-26"],
      ["withdrawn", "2026-02-03"],
    ]),
    // Left before January, and came after it.
    subject("sub_f", [
      ["submitted", "2025-12-01"],
      ["offered", "2025-12-20"],
      ["rejected", "2025-12-31"],
    ]),
    subject("sub_g", [["submitted", "2026-02-01"]]),
    // The same kind, another stage of the agency's own.
    subject("sub_h", [
      ["submitted", "2026-01-01", { stage: "chased" }],
      ["rejected", "2026-01-02"],
    ]),
  ],
}

test("the whole time of those that are through, failed ones too; who is still there stands beside with an age", () => {
  const { rows } = ask(timeInStage, january, written)
  expect(rows.map(({ kind, stage }) => `${kind} ${stage}`)).toEqual([
    "submitted chased",
    "submitted submitted",
    "interviewing interviewing",
    "offered offered",
  ])
  expect(rows[1]).toEqual({
    stage: "submitted",
    kind: "submitted",
    // 4, 5 and 10 days: p75 is half way from 5 to 10, p90 four fifths.
    completed: 3,
    visits: 4,
    medianMillis: 5 * day,
    p75Millis: 7.5 * day,
    p90Millis: 9 * day,
    meanMillis: (19 / 3) * day,
    // 10 and 6 days.
    open: 2,
    medianOpenAgeMillis: 8 * day,
    ids: { completed: ["sub_a", "sub_b", "sub_c"], open: ["sub_d", "sub_e"] },
  })
  expect(rows[0]).toMatchObject({ completed: 1, medianMillis: day })
  // There since the 15th of January and through with December: nothing is complete, and of nothing there is no time.
  expect(rows[3]).toMatchObject({ completed: 0, medianMillis: null, p90Millis: null, meanMillis: null, open: 1 })
})

test("nobody is older than now, though the window ends later", () => {
  const age = (more: object) =>
    ask(timeInStage, { ...january, ...more }, written).rows.find(({ stage }) => stage === "submitted")
  // On the 28th sub_d has been back for 6 days and sub_e there for 2.
  expect(age({ asOf: "2026-01-28T00:00:00Z" })).toMatchObject({ open: 2, medianOpenAgeMillis: 4 * day })
  expect(age({ to: "2027-01-01", asOf: "2026-02-02T00:00:00Z" })).toMatchObject({
    // sub_g since yesterday, sub_e for 7 days, sub_d for 11.
    open: 3,
    medianOpenAgeMillis: 7 * day,
  })
})

test("of an empty window there is nothing complete", () => {
  const { rows } = ask(timeInStage, { ...january, to: "2026-01-01" }, written)
  expect(rows.every(({ completed, medianMillis }) => completed === 0 && medianMillis === null)).toBe(true)
})
