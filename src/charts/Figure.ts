import type { PlainDate } from "../domain/Field.js"
import type { Rate } from "../reports/Rate.js"

/** How numbers read. `duration` is in milliseconds, money in the minor units of its currency, `share` from 0 to 1. */
export type Unit = "count" | "share" | "duration" | { readonly currency: string }

/** A number, a rate that may be withheld, or null where nothing is known. */
export type Value = number | Rate | null

interface Captioned {
  readonly title: string
  /** What is counted, of whom, and when. */
  readonly subtitle?: string
  /** The policy behind the numbers. */
  readonly note?: string
}

export interface Step {
  readonly label: string
  readonly value: Value
  /** Of all that started. */
  readonly share: Rate | null
  /** Of those that reached this step, those that reached the next. */
  readonly onward: Rate | null
}

/** How many got how far. Steps come in the order in which they are reached. */
export interface Funnel extends Captioned {
  readonly figure: "funnel"
  readonly steps: ReadonlyArray<Step>
}

/** A label with one value for each series. */
export interface Bar {
  readonly label: string
  readonly values: ReadonlyArray<Value>
}

/** Amounts beside one another. Drawn in the order given; vertical ones lie down where their labels do not fit. */
export interface Bars extends Captioned {
  readonly figure: "bars"
  readonly layout: "grouped" | "stacked"
  readonly direction: "horizontal" | "vertical"
  readonly unit: Unit
  readonly series: ReadonlyArray<string>
  readonly bars: ReadonlyArray<Bar>
}

export type Period = "day" | "week" | "month" | "quarter" | "year"

/** One value a period, null where there is none: a gap, never a zero. */
export interface Line {
  readonly name: string
  readonly values: ReadonlyArray<Value>
}

/** A time series: equal steps from left to right, from a zero baseline. */
export interface Lines extends Captioned {
  readonly figure: "lines"
  readonly unit: Unit
  readonly period: Period
  /** The first day of each period. */
  readonly starts: ReadonlyArray<PlainDate>
  readonly lines: ReadonlyArray<Line>
}

/** A number in each cell of a grid, darker where it is larger. Rows and columns trade places where that reads better. */
export interface HeatMap extends Captioned {
  readonly figure: "heatMap"
  readonly unit: Unit
  readonly columns: ReadonlyArray<string>
  readonly rows: ReadonlyArray<Bar>
}

export interface Node {
  readonly id: string
  readonly label: string
  /** From the left, from 0. */
  readonly column: number
  readonly phase: "live" | "won" | "ended"
  /** How many came to it, where some of them stay and its links say less. */
  readonly value?: number
}

/** A link between two nodes by their ids; to a node further right. */
export interface Link {
  readonly from: string
  readonly to: string
  readonly value: number
}

/** How many went from where to where. */
export interface Sankey extends Captioned {
  readonly figure: "sankey"
  readonly nodes: ReadonlyArray<Node>
  readonly links: ReadonlyArray<Link>
}

export type Figure = Funnel | Bars | Lines | HeatMap | Sankey

/** The number to draw: null for what is withheld, unknown, or no number at all. */
export const numberOf = (value: Value | undefined): number | null => {
  const number = value === undefined || value === null || typeof value === "number" ? value : value.rate
  return typeof number === "number" && Number.isFinite(number) ? number : null
}
