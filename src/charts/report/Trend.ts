import type { Sides, Times, Trend, TrendPoint } from "../../reports/Trend.js"
import * as Table from "../../reports/Table.js"
import * as Column from "../../reports/TableColumns.js"
import type { FeeSum } from "../../reports/Placements.js"
import type { Rate } from "../../reports/Rate.js"
import type { Figure, Unit, Value } from "../Figure.js"
import { type Say, upper } from "../Say.js"
import type { View } from "./View.js"

const nameOf = ({ measure }: Trend, say: Say): string => {
  switch (measure.of) {
    case "started":
      return `${upper(say.many(measure.pipeline))} started`
    case "reached":
      return `${upper(say.many(measure.pipeline))}: ${say.name(measure.kind, "kind")}`
    case "conversion":
      return `${upper(say.many(measure.pipeline))}: from ${say.name(measure.kind, "kind")} to ${say.name(measure.to, "kind")}`
    case "timeInStage":
      return `${upper(say.many(measure.pipeline))}: median time at ${say.name(measure.stage, "stage")}`
    case "timeToFill":
      return "Median time to fill"
    case "fee":
      return "Net fees"
    case "submitted":
    case "interviewed":
    case "offered":
    case "placed":
      return `Submissions ${measure.of}`
    case "fillRate":
    case "offerAcceptance":
    case "fallOffs":
      return upper(say.name(measure.of, "other"))
  }
}

const currenciesOf = (points: ReadonlyArray<TrendPoint<ReadonlyArray<FeeSum>>>): ReadonlyArray<string> =>
  Column.currencies(points, ({ value }) => value)

const feeIn =
  (currency: string) =>
  ({ value }: TrendPoint<ReadonlyArray<FeeSum>>): number =>
    value.find((sum) => sum.currency === currency)?.amount ?? 0

const figuresOf = (report: Trend, say: Say): ReadonlyArray<Figure> => {
  const name = nameOf(report, say)
  const { period, floor } = report.policy
  const cut = report.points.some(({ whole }) => !whole) ? " The window cuts the period at its edge." : ""
  const line = (title: string, unit: Unit, values: ReadonlyArray<Value>, note: string): Figure => ({
    figure: "lines",
    unit,
    period,
    title,
    subtitle: `By ${period}, ${say.window(report)}.${cut}`,
    note: `${upper(report.policy.counted)}.${note}`,
    starts: report.points.map(({ start }) => start),
    lines: [
      { name: report.measured === "time" ? "median" : report.measured === "money" ? "net" : report.measured, values },
    ],
  })
  switch (report.measured) {
    case "count":
      return [
        line(
          name,
          "count",
          report.points.map(({ value }) => value),
          "",
        ),
      ]
    case "rate":
      return [
        line(
          name,
          "share",
          report.points.map(({ value }) => value),
          ` No rate below ${floor} cases.`,
        ),
      ]
    case "time":
      return [
        line(
          name,
          "duration",
          report.points.map(({ value }) => value.medianMillis),
          " A gap where none was completed.",
        ),
      ]
    case "money":
      return currenciesOf(report.points).map((currency) =>
        line(`${name} in ${currency}`, { currency }, report.points.map(feeIn(currency)), ""),
      )
  }
}

const start: Table.Of<TrendPoint<unknown, unknown>> = {
  key: "start",
  title: "From",
  type: "date",
  of: ({ start }) => start,
}

const tableOf = (report: Trend, say: Say): Table.Table => {
  const name = nameOf(report, say)
  switch (report.measured) {
    case "count":
      return Table.of<TrendPoint<number>>(name, report.points, [
        start,
        Column.count("count", name, ({ value }) => value),
      ])
    case "rate":
      return Table.of<TrendPoint<Rate, Sides>>(name, report.points, [
        start,
        ...Column.rate<TrendPoint<Rate, Sides>>("rate", name, ({ value }) => value),
      ])
    case "time":
      return Table.of<TrendPoint<Times>>(name, report.points, [
        start,
        Column.count("count", "Completed", ({ value }) => value.count),
        Column.duration("median", "Median", ({ value }) => value.medianMillis),
      ])
    case "money":
      return Table.of<TrendPoint<ReadonlyArray<FeeSum>>>(name, report.points, [
        start,
        ...Column.money<TrendPoint<ReadonlyArray<FeeSum>>>("fees", name, report.points, ({ value }) => value),
      ])
  }
}

export const trend: View<Trend> = { figures: figuresOf, table: tableOf }
