import type { Result } from "./Benchmark.js"
import type { Spread } from "./Measure.js"

const time = (micros: number): string => {
  if (micros < 1) return `${(micros * 1000).toFixed(0)} ns`
  if (micros < 10_000) return `${micros.toPrecision(3)} µs`
  return `${(micros / 1000).toPrecision(3)} ms`
}

const ratio = (value: number): string => (value < 0.1 ? `1/${(1 / value).toFixed(0)}` : value.toFixed(2))

const spread = ({ high, low, median }: Spread, show: (value: number) => string): string =>
  `${show(median)} (${show(low)} – ${show(high)})`

const verdict = ({ atMost, perSecond, timing }: Result): string =>
  atMost === null && perSecond === undefined
    ? "for information"
    : (atMost === null || timing.ratio.median <= atMost) &&
        (perSecond === undefined || 1e6 / timing.ours.median >= perSecond)
      ? "met"
      : "MISSED"

const widths = [46, 34, 22, 34, 24, 9]

export const header = ["comparison", "matchloop", "against", "time", "ratio", "bar"]

export const line = (cells: ReadonlyArray<string>): string =>
  cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")

export const row = (result: Result): string => {
  const { against, atMost, name, notes, perSecond, timing } = result
  const cells = [
    name,
    spread(timing.ours, time),
    against,
    spread(timing.theirs, time),
    spread(timing.ratio, ratio),
    [
      ...(atMost === null ? [] : [`≤ ${ratio(atMost)}`]),
      ...(perSecond === undefined ? [] : [`≥ ${perSecond.toLocaleString("en")}/s`]),
    ].join(", "),
    verdict(result),
  ]
  return [line(cells), ...notes.map((note) => `    ${note}`)].join("\n")
}

export const isMissed = (result: Result): boolean => verdict(result) === "MISSED"
