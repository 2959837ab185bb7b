import type { Timing } from "../Measure.js"
import type { Built } from "./Building.js"
import type { Outcome } from "./Contest.js"

const widths = [22, 9, 10, 12, 12, 8, 8, 8, 22, 6]
const line = (cells: ReadonlyArray<string>): string =>
  cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("")

const ms = (micros: number): string => `${(micros / 1000).toPrecision(3)} ms`

export const header = line([
  "question",
  "window",
  "database",
  "matchloop",
  "DuckDB",
  "ratio",
  "bar",
  "",
  "cold",
  "load",
])

export const isMissed = ({ atMost, timing }: Outcome): boolean => timing.ratio.median > atMost

export const row = (outcome: Outcome): string => {
  const { atMost, cold, database, load, question, timing, window } = outcome
  return line([
    question,
    window,
    database,
    ms(timing.ours.median),
    ms(timing.theirs.median),
    timing.ratio.median.toFixed(2),
    `≤ ${atMost.toFixed(1)}`,
    isMissed(outcome) ? "MISSED" : "met",
    `${cold.ours.toFixed(0)} / ${cold.theirs.toFixed(0)} ms`,
    load.toFixed(1),
  ])
}

export const built = ({ heap, seconds }: Built): string =>
  `columns kept, and every question once, in ${seconds.toFixed(1)} s;` +
  ` heap ${heap.before.toFixed(0)} → at most ${heap.peak.toFixed(0)} → ${heap.after.toFixed(0)} MiB`

export const cost = ({ ours, ratio, theirs }: Timing): string =>
  `${ours.median.toFixed(0)} µs / ${theirs.median.toFixed(0)} µs, ratio ${ratio.median.toFixed(2)}` +
  ` (${ratio.low.toFixed(2)} – ${ratio.high.toFixed(2)})`
