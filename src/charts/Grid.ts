import type { Bar, Bars, Figure, Funnel, HeatMap, Lines, Sankey, Unit, Value } from "./Figure.js"
import { numberOf } from "./Figure.js"
import { type Locale, numbers, periodOf, valueIn } from "./Locale.js"

/** A figure as words in rows: the first cell names the row. */
export interface Grid {
  readonly head: ReadonlyArray<string>
  readonly rows: ReadonlyArray<ReadonlyArray<string>>
}

export const writer = (
  unit: Unit,
  values: ReadonlyArray<Value>,
  locale: Locale,
): ((value: Value | undefined) => string) => {
  const write = numbers(unit, values, locale)
  return (value) => valueIn(value, write, locale)
}

const ofFunnel = ({ steps }: Funnel, locale: Locale): Grid => {
  const values = steps.map(({ value }) => value)
  const [count, share] = [writer("count", values, locale), writer("share", [], locale)]
  return {
    head: ["step", "reached", "of all", "go on"],
    rows: steps.map(({ label, value, share: part, onward }) => [label, count(value), share(part), share(onward)]),
  }
}

const ofTable = (columns: ReadonlyArray<string>, rows: Bars["bars"], unit: Unit, locale: Locale): Grid => {
  const write = writer(
    unit,
    rows.flatMap(({ values }) => values),
    locale,
  )
  return {
    head: ["", ...columns],
    rows: rows.map(({ label, values }) => [label, ...columns.map((_, index) => write(values[index]))]),
  }
}

/** Whether bars show what they add up to. */
export const summed = ({ layout, series }: Bars): boolean => layout === "stacked" && series.length > 1

/** What the values of a bar add up to: null where none is known. */
export const totalOf = ({ series }: Bars, bar: Bar): number | null => {
  const known = bar.values.slice(0, series.length).flatMap((value) => numberOf(value) ?? [])
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}

/** Writes the numbers of some bars, with their sums where they show them. */
export const barWriter = (figure: Bars, locale: Locale): ((value: Value | undefined) => string) => {
  const values = figure.bars.flatMap((bar) => (summed(figure) ? [...bar.values, totalOf(figure, bar)] : bar.values))
  return writer(figure.unit, values, locale)
}

const ofBars = (figure: Bars, locale: Locale): Grid => {
  const { series, bars, unit } = figure
  if (!summed(figure)) return ofTable(series, bars, unit, locale)
  const totals = bars.map((bar) => ({
    label: bar.label,
    values: [...series.map((_, index) => bar.values[index] ?? null), totalOf(figure, bar)],
  }))
  return ofTable([...series, "all"], totals, unit, locale)
}

const ofHeatMap = ({ columns, rows, unit }: HeatMap, locale: Locale): Grid => ofTable(columns, rows, unit, locale)

const ofLines = ({ starts, lines, unit, period }: Lines, locale: Locale): Grid => {
  const write = writer(
    unit,
    lines.flatMap(({ values }) => values),
    locale,
  )
  return {
    head: ["", ...lines.map(({ name }) => name)],
    rows: starts.map((start, index) => [
      periodOf(start, period, locale),
      ...lines.map(({ values }) => write(values[index])),
    ]),
  }
}

const ofSankey = ({ nodes, links }: Sankey, locale: Locale): Grid => {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]))
  const write = writer("count", [], locale)
  const flows = throughputs({ nodes, links })
  return {
    head: ["", "number"],
    rows: [
      ...nodes.map(({ id, label }) => [label, write(flows.get(id) ?? 0)]),
      ...links.map(({ from, to, value }) => [`${labels.get(from) ?? from} → ${labels.get(to) ?? to}`, write(value)]),
    ],
  }
}

/** How many came to each node: what it says, what came in or what went out, whichever is most. */
export const throughputs = ({ nodes, links }: Pick<Sankey, "nodes" | "links">): ReadonlyMap<string, number> => {
  const sums = (end: "from" | "to") => {
    const by = new Map<string, number>()
    for (const link of links) by.set(link[end], (by.get(link[end]) ?? 0) + Math.max(0, numberOf(link.value) ?? 0))
    return by
  }
  const [outward, inward] = [sums("from"), sums("to")]
  return new Map(
    nodes.map(({ id, value }) => [id, Math.max(outward.get(id) ?? 0, inward.get(id) ?? 0, numberOf(value) ?? 0)]),
  )
}

/** All that a figure shows, in words and written numbers. */
export const grid = (figure: Figure, locale: Locale): Grid => {
  switch (figure.figure) {
    case "funnel":
      return ofFunnel(figure, locale)
    case "bars":
      return ofBars(figure, locale)
    case "lines":
      return ofLines(figure, locale)
    case "heatMap":
      return ofHeatMap(figure, locale)
    case "sankey":
      return ofSankey(figure, locale)
  }
}
