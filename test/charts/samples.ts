import type { Figure, Value } from "matchloop/charts"
import { samples } from "../../scripts/samples.js"
import * as Rate from "../../src/reports/Rate.js"

const long = "Wiederbesetzungsverfahrensverantwortlichkeitsübertragung ".repeat(6)

/** Names that break pictures. */
export const names = [
  long,
  "\0\u0007 \ud800 lone",
  "\u202eevil\u202c right to left",
  "مرحبا بالعالم 123 مرحبا بالعالم مرحبا بالعالم",
  "日本語の候補者が応募した件数",
  "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦",
  "</text><script>alert(1)</script>",
  "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
  "",
  "a\nb\tc]]>&amp;",
]
const values: ReadonlyArray<Value> = [1, 0, null, 123456789, Rate.of(3, 4), 1e15, 1 / 3, Number.NaN, 7, 12]

const rowsOf = (turned: boolean) =>
  names.map((label, index) => ({ label, values: turned ? values.slice(index) : [values[index] ?? null] }))
const days = (count: number, step: number) =>
  Array.from({ length: count }, (_, index) => new Date(Date.UTC(2026, 0, 5 + step * index)).toISOString().slice(0, 10))

const hostile: { readonly [name: string]: Figure } = {
  steps: {
    figure: "funnel",
    title: long,
    subtitle: long + long,
    note: long + long,
    steps: names.map((label, index) => ({
      label,
      value: values[index] ?? null,
      share: Rate.of(index, 3),
      onward: index === 9 ? null : Rate.of(index, 9),
    })),
  },
  lying: {
    figure: "bars",
    layout: "grouped",
    direction: "horizontal",
    unit: "count",
    title: names[3] ?? "",
    series: ["number"],
    bars: rowsOf(false),
  },
  standing: {
    figure: "bars",
    layout: "grouped",
    direction: "vertical",
    unit: { currency: "EUR" },
    title: "Below zero",
    series: names,
    bars: rowsOf(true).map(({ label, values }) => ({ label, values: [...values, -500_000_000] })),
  },
  stacks: {
    figure: "bars",
    layout: "stacked",
    direction: "vertical",
    unit: "duration",
    title: "Stacks",
    series: names,
    bars: rowsOf(true),
  },
  weeks: {
    figure: "lines",
    unit: { currency: "JPY" },
    period: "week",
    title: "Many",
    starts: days(80, 7),
    lines: names.slice(0, 8).map((name, nth) => ({
      name,
      values: Array.from({ length: 80 }, (_, index) =>
        (index * nth) % 7 === 3 ? null : ((index * nth * 37) % 1000) * 1000,
      ),
    })),
  },
  alone: {
    figure: "lines",
    unit: "share",
    period: "quarter",
    title: "One quarter",
    starts: ["2026-01-01"],
    lines: [
      { name: "few", values: [Rate.of(3, 4)] },
      { name: "enough", values: [Rate.of(8, 9)] },
      { name: "none", values: [] },
    ],
  },
  negative: {
    figure: "lines",
    unit: "duration",
    period: "day",
    title: "Below zero",
    starts: days(3, 1),
    lines: [{ name: "late", values: [-5e8, null, 7e8] }],
  },
  tied: {
    figure: "lines",
    unit: "count",
    period: "year",
    title: "All end alike",
    starts: ["2020-01-01", "2021-01-01", "2022-01-01"],
    lines: Array.from({ length: 14 }, (_, nth) => ({ name: `line ${nth}`, values: [nth, nth, 5] })),
  },
  grid: {
    figure: "heatMap",
    unit: "count",
    title: "Grid",
    columns: names,
    rows: names.map((label, index) => ({ label, values: [...values.slice(index), ...values.slice(0, index)] })),
  },
  tangle: {
    figure: "sankey",
    title: "Tangle",
    nodes: names.map((label, index) => ({ id: String(index), label, column: index % 4, phase: "live" })),
    links: [
      { from: "0", to: "1", value: 5 },
      { from: "1", to: "2", value: 3 },
      { from: "0", to: "7", value: 1 },
      { from: "unknown", to: "0", value: 4 },
      { from: "3", to: "0", value: 2 },
    ],
  },
  noSteps: { figure: "funnel", title: "", steps: [] },
  noBars: {
    figure: "bars",
    layout: "stacked",
    direction: "vertical",
    unit: "count",
    title: "None",
    series: [],
    bars: [],
  },
  noLines: { figure: "lines", unit: "count", period: "day", title: "None", starts: [], lines: [] },
  noRows: { figure: "heatMap", unit: "count", title: "None", columns: [], rows: [] },
  noLinks: { figure: "sankey", title: "None", nodes: [], links: [] },
  zeros: {
    figure: "bars",
    layout: "grouped",
    direction: "vertical",
    unit: "count",
    title: "Zeros",
    series: ["number"],
    bars: [{ label: "a", values: [0] }],
  },
}

/** Figures as they should be, and as they should not. */
export const all: ReadonlyArray<readonly [name: string, figure: Figure]> = Object.entries({ ...samples, ...hostile })
