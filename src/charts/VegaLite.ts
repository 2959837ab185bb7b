import type { Json } from "../domain/Ledger.js"
import type { Bars, Figure, Funnel, HeatMap, Lines, Sankey, Unit, Value } from "./Figure.js"
import { numberOf } from "./Figure.js"
import { barWriter, summed, totalOf, writer } from "./Grid.js"
import { durationStep, type Locale, minorPerMajor, periodOf } from "./Locale.js"
import { text } from "./Text.js"
import * as Theme from "./Theme.js"
import { clean } from "./Xml.js"

type Fields = { readonly [name: string]: Json }

/** A specification for Vega-Lite 5, as plain JSON. */
export type VegaLite = Fields

const { paper, ink, soft, series0, series1, series2, series3, series4, series5 } = Theme.light
const category = [series0, series1, series2, series3, series4, series5]

/** Names that tell rows apart: a second one of a name is counted. */
const distinct = (names: ReadonlyArray<string>): ReadonlyArray<string> => {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const plain = clean(name)
    const times = (seen.get(plain) ?? 0) + 1
    seen.set(plain, times)
    return times === 1 ? plain : `${plain} (${times})`
  })
}

/** What divides a unit's numbers into those a reader counts in. */
const major = (unit: Unit, values: ReadonlyArray<Value>): number =>
  unit === "duration" ? durationStep(values)[1] : typeof unit === "object" ? minorPerMajor(unit.currency) : 1

const scaled = (value: Value | undefined, by: number): number | null => {
  const number = numberOf(value)
  return number === null ? null : number / by
}

const named = (field: string, order: ReadonlyArray<string>): Fields => ({
  field,
  type: "nominal",
  sort: [...order],
  title: null,
})
const rowsDown: Fields = { labelLimit: 240, ticks: false, domain: false }
const amount: Fields = { field: "value", type: "quantitative", axis: null, scale: { zero: true } }
const side = (negative: string, other: string): Fields => ({ expr: `datum.at < 0 ? ${negative} : ${other}` })
const saidMark: Fields = {
  type: "text",
  align: side("'right'", "'left'"),
  baseline: "middle",
  dx: side("-5", "5"),
  color: ink,
}

const ofFunnel = ({ steps }: Funnel, locale: Locale): Fields => {
  const names = distinct(steps.map(({ label }) => label))
  const [count, share] = [writer("count", [], locale), writer("share", [], locale)]
  const values = steps.map(({ value, share: part }, index) => ({
    step: names[index] ?? "",
    value: numberOf(value),
    at: numberOf(value) ?? 0,
    said: part === null ? count(value) : `${count(value)} (${share(part)})`,
  }))
  const y = { ...named("step", names), axis: rowsDown }
  return {
    data: { values },
    height: { step: 34 },
    layer: [
      { mark: { type: "bar", color: series0 }, encoding: { y, x: amount } },
      { mark: saidMark, encoding: { y, x: { ...amount, field: "at" }, text: { field: "said" } } },
    ],
  }
}

const ofBars = (figure: Bars, locale: Locale): Fields => {
  const { bars, unit, layout, direction } = figure
  const write = barWriter(figure, locale)
  const by = major(
    unit,
    bars.flatMap((bar) => [...bar.values, totalOf(figure, bar)]),
  )
  const [names, series] = [distinct(bars.map(({ label }) => label)), distinct(figure.series)]
  const values = bars.flatMap((bar, index) =>
    series.map((name, at) => ({
      label: names[index] ?? "",
      series: name,
      order: at,
      value: scaled(bar.values[at], by),
      at: scaled(bar.values[at], by) ?? 0,
      said: write(bar.values[at]),
    })),
  )
  const standing = direction === "vertical"
  const [across, along, offset] = standing ? ["x", "y", "xOffset"] : ["y", "x", "yOffset"]
  const many = series.length > 1
  const place: Fields = {
    [across]: { ...named("label", names), axis: standing ? { ...rowsDown, labelAngle: 0 } : rowsDown },
    ...(many && layout === "grouped" ? { [offset]: { field: "series", sort: [...series] } } : {}),
  }
  const color = many ? { color: { ...named("series", series), legend: { orient: "top" } } } : {}
  const letters = standing ? { ...saidMark, align: "center", baseline: "bottom", dx: 0, dy: -3 } : saidMark
  const stacked = summed(figure)
  const totals = bars.map((bar, index) => {
    const sum = totalOf(figure, bar)
    return { label: names[index] ?? "", at: scaled(sum, by) ?? 0, said: write(sum) }
  })
  const size = standing
    ? { height: 220, width: { step: many && !stacked ? 22 : 64 } }
    : { height: { step: many && !stacked ? 18 : 28 } }
  return {
    data: { values },
    ...size,
    layer: [
      {
        mark: many ? { type: "bar" } : { type: "bar", color: series0 },
        encoding: {
          ...place,
          ...color,
          [along]: { ...amount, stack: stacked ? "zero" : null },
          ...(stacked ? { order: { field: "order", type: "quantitative" } } : {}),
        },
      },
      {
        ...(stacked ? { data: { values: totals } } : {}),
        mark: letters,
        encoding: { ...place, [along]: { ...amount, field: "at" }, text: { field: "said" } },
      },
    ],
  }
}

const ofLines = ({ lines, starts, unit, period }: Lines, locale: Locale): Fields => {
  const all = lines.flatMap(({ values }) => values)
  const [write, by] = [writer(unit, all, locale), major(unit, all)]
  const [names, periods] = [
    distinct(lines.map(({ name }) => name)),
    distinct(starts.map((one) => periodOf(one, period, locale))),
  ]
  const values = lines.flatMap((one, nth) =>
    periods.map((at, index) => ({
      period: at,
      line: names[nth] ?? "",
      value: scaled(one.values[index], by),
      said: write(one.values[index]),
    })),
  )
  const title = unit === "duration" ? `${durationStep(all)[0]}s` : typeof unit === "object" ? unit.currency : null
  const legend = { orient: "top" }
  return {
    data: { values },
    height: 260,
    mark: { type: "line", point: true },
    encoding: {
      x: { ...named("period", periods), type: "ordinal", axis: { labelOverlap: true, labelAngle: 0 } },
      y: {
        field: "value",
        type: "quantitative",
        title,
        scale: { zero: true },
        axis: { tickCount: 5, domain: false, ...(unit === "share" ? { format: "%" } : {}) },
      },
      color: lines.length > 1 ? { ...named("line", names), legend } : { value: series0 },
      ...(lines.length > 1 ? { strokeDash: { ...named("line", names), legend: null } } : {}),
      tooltip: [{ field: "line" }, { field: "period" }, { field: "said" }],
    },
  }
}

const ofGrid = (columns: ReadonlyArray<string>, rows: HeatMap["rows"], unit: Unit, locale: Locale): Fields => {
  const all = rows.flatMap(({ values }) => values)
  const [write, by] = [writer(unit, all, locale), major(unit, all)]
  const [across, down] = [distinct(columns), distinct(rows.map(({ label }) => label))]
  const most = Math.max(0, ...all.map((value) => scaled(value, by) ?? 0))
  const values = rows.flatMap((row, index) =>
    across.map((column, at) => ({
      column,
      row: down[index] ?? "",
      value: scaled(row.values[at], by),
      said: write(row.values[at]),
      deep: (scaled(row.values[at], by) ?? 0) > most * 0.6,
    })),
  )
  const place = {
    x: { ...named("column", across), axis: { orient: "top", ticks: false, domain: false } },
    y: { ...named("row", down), axis: rowsDown },
  }
  const color = {
    field: "value",
    type: "quantitative",
    legend: null,
    scale: { range: [Theme.light.heat0, Theme.light.heat5] },
  }
  return {
    data: { values },
    height: { step: 28 },
    layer: [
      { mark: { type: "rect", stroke: paper, strokeWidth: 2 }, encoding: { ...place, color } },
      {
        mark: { type: "text" },
        encoding: {
          ...place,
          text: { field: "said" },
          color: { condition: { test: "datum.deep", value: paper }, value: ink },
        },
      },
    ],
  }
}

/** Vega-Lite has no ribbons: what goes where is shown as a grid, from row to column. */
const ofSankey = ({ nodes, links }: Sankey, locale: Locale): Fields => {
  const sources = nodes.filter(({ id }) => links.some(({ from }) => from === id))
  const targets = nodes.filter(({ id }) => links.some(({ to }) => to === id))
  const between = (from: string, to: string): Value => {
    const found = links.filter((link) => link.from === from && link.to === to)
    return found.length === 0 ? null : found.reduce((sum, { value }) => sum + value, 0)
  }
  return ofGrid(
    targets.map(({ label }) => label),
    sources.map(({ id, label }) => ({ label, values: targets.map((target) => between(id, target.id)) })),
    "count",
    locale,
  )
}

const body = (figure: Figure, locale: Locale): Fields => {
  switch (figure.figure) {
    case "funnel":
      return ofFunnel(figure, locale)
    case "bars":
      return ofBars(figure, locale)
    case "lines":
      return ofLines(figure, locale)
    case "heatMap":
      return ofGrid(figure.columns, figure.rows, figure.unit, locale)
    case "sankey":
      return ofSankey(figure, locale)
  }
}

/**
 * States a figure for hosts that render with Vega-Lite themselves. Numbers are in major units and in the figure's unit
 * of time; `said` holds each as it is written, `description` the whole in words.
 */
export const vegaLite = (figure: Figure, options: { readonly locale?: Locale } = {}): VegaLite => {
  const locale = options.locale ?? "en"
  const subtitle = figure.subtitle === undefined ? {} : { subtitle: clean(figure.subtitle) }
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    description: text(figure, { locale }),
    title: { text: clean(figure.title), ...subtitle, anchor: "start", subtitleColor: soft },
    width: 560,
    ...body(figure, locale),
    config: { range: { category }, view: { stroke: null }, axis: { grid: false } },
  }
}
