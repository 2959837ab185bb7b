import type { PlainDate } from "../../domain/Field.js"
import type { Distribution } from "../../reports/Distribution.js"
import type { Rate } from "../../reports/Rate.js"
import * as Table from "../../reports/Table.js"
import * as Column from "../../reports/TableColumns.js"
import type { Bars, Figure, Period, Unit, Value } from "../Figure.js"

interface Captions {
  readonly title: string
  readonly subtitle?: string
  readonly note?: string
}

/** Lying bars with one value each. */
export const bars = (
  captions: Captions,
  unit: Unit,
  rows: ReadonlyArray<readonly [label: string, value: Value]>,
  series = "number",
): Bars => ({
  figure: "bars",
  layout: "grouped",
  direction: "horizontal",
  unit,
  ...captions,
  series: [series],
  bars: rows.map(([label, value]) => ({ label, values: [value] })),
})

/** Lying bars: the middle of each distribution and what nine of ten lie within. */
export const spread = (
  captions: Captions,
  unit: "duration" | "count",
  rows: ReadonlyArray<readonly [label: string, distribution: Distribution]>,
): Bars => ({
  ...bars(captions, unit, []),
  series: ["median", "9 of 10 within"],
  bars: rows.map(([label, { median, p90 }]) => ({ label, values: [median, p90] })),
})

/** A table of single numbers: counts, and rates with what they are of; `count` where a rate may be more than 1. */
export const measures = (
  title: string,
  rows: ReadonlyArray<readonly [name: string, value: number | Rate | null]>,
  rates: "share" | "count" = "share",
): Table.Table =>
  Table.of(title, rows, [
    Column.text("measure", "Measure", ([name]) => name),
    Column.count("count", "Number", ([, value]) => (value === null || typeof value === "number" ? value : value.count)),
    Column.count("of", "Of", ([, value]) => (value === null || typeof value === "number" ? null : value.of)),
    {
      key: "rate",
      title: rates === "share" ? "Rate" : "Ratio",
      type: rates,
      of: ([, value]) => (value === null || typeof value === "number" ? null : value.rate),
    },
  ])

/** Columns for how values lie: milliseconds where they are durations. */
export const distribution = <R>(
  type: "duration" | "count",
  prefix: string,
  title: string,
  of: (row: R) => Distribution,
): ReadonlyArray<Table.Of<R>> => {
  const keyed = (key: string) => (prefix === "" ? key : `${prefix}${key.charAt(0).toUpperCase()}${key.slice(1)}`)
  const column = (key: "median" | "p75" | "p90" | "mean", words: string): Table.Of<R> => ({
    key: keyed(key),
    title: `${title}${words}`,
    type,
    of: (row) => of(row)[key],
  })
  return [
    Column.count(keyed("n"), `${title}n`, (row) => of(row).n),
    column("median", "median"),
    column("p75", "3 of 4 within"),
    column("p90", "9 of 10 within"),
    column("mean", "mean"),
  ]
}

const gaps: ReadonlyArray<readonly [days: number, period: Period]> = [
  [2, "day"],
  [8, "week"],
  [32, "month"],
  [93, "quarter"],
]

/** How long the periods are that begin on these days. */
export const periodOf = (starts: ReadonlyArray<PlainDate>): Period => {
  const [first, second] = [starts.at(-2), starts.at(-1)]
  if (first === undefined || second === undefined) return "day"
  const days = (Date.parse(second) - Date.parse(first)) / 86_400_000
  return gaps.find(([most]) => days < most)?.[1] ?? "year"
}

/** A row of a time series. */
export interface Timed {
  readonly start: PlainDate
}

/** One line a series over the periods of some rows. */
export const lines = <R extends Timed>(
  captions: Captions,
  unit: Unit,
  rows: ReadonlyArray<R>,
  series: ReadonlyArray<readonly [name: string, of: (row: R) => Value]>,
): Figure => {
  const starts = rows.map(({ start }) => start)
  return {
    figure: "lines",
    unit,
    period: periodOf(starts),
    ...captions,
    starts,
    lines: series.map(([name, of]) => ({ name, values: rows.map(of) })),
  }
}

/** The most frequent, as many as a picture takes, and the rest in one. */
export const top = (
  rows: ReadonlyArray<readonly [label: string, count: number]>,
  most = 15,
): ReadonlyArray<readonly [label: string, count: number]> => {
  const sums = new Map<string, number>()
  for (const [label, count] of rows) sums.set(label, (sums.get(label) ?? 0) + count)
  const sorted = [...sums].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  if (sorted.length <= most) return sorted
  const rest = sorted.slice(most - 1)
  return [...sorted.slice(0, most - 1), [`${rest.length} others`, rest.reduce((sum, [, count]) => sum + count, 0)]]
}
