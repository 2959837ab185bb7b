import * as Schema from "effect/Schema"
import type { Instant, PlainDate } from "../domain/Field.js"
import * as Calendar from "./Calendar.js"
import * as Fees from "./Fees.js"
import * as Journeys from "./Journeys.js"
import * as Measures from "./Measures.js"
import * as Periods from "./Periods.js"
import type { FeeSum } from "./Placements.js"
import * as Quantile from "./Quantile.js"
import * as Rate from "./Rate.js"
import * as Report from "./Report.js"
import * as Series from "./Series.js"

export interface TrendPoint<V, I = ReadonlyArray<string>> {
  /** The first day of the period on the calendar of the time zone. */
  readonly start: PlainDate
  readonly from: Instant
  readonly to: Instant
  /** False where the window cuts the period. */
  readonly whole: boolean
  readonly value: V
  readonly ids?: I
}

/** Of a rate: the subjects in its count, and those that it is a share of. */
export interface Sides {
  readonly count: ReadonlyArray<string>
  readonly of: ReadonlyArray<string>
}

/** How long it took, milliseconds; null of none. */
export interface Times {
  readonly count: number
  readonly medianMillis: number | null
}

/** The points by what the measure gives; every period of the window is there. */
export type Points =
  | { readonly measured: "count"; readonly points: ReadonlyArray<TrendPoint<number>> }
  | { readonly measured: "rate"; readonly points: ReadonlyArray<TrendPoint<Rate.Rate, Sides>> }
  | { readonly measured: "money"; readonly points: ReadonlyArray<TrendPoint<ReadonlyArray<FeeSum>>> }
  | { readonly measured: "time"; readonly points: ReadonlyArray<TrendPoint<Times>> }

export type Trend = Report.Echo &
  Points & {
    readonly report: "trend"
    readonly policy: {
      readonly counted: "each event in the period of its instant"
      readonly period: Calendar.Period
      readonly weekStart: Calendar.WeekStart
      readonly floor: number
    }
    readonly measure: Measures.Measure
  }

const measured = ({ of }: Measures.Measure): Points["measured"] => {
  switch (of) {
    case "fee":
      return "money"
    case "fillRate":
    case "offerAcceptance":
    case "fallOffs":
    case "conversion":
      return "rate"
    case "timeInStage":
    case "timeToFill":
      return "time"
    default:
      return "count"
  }
}

/** One measure period by period: days, weeks, months or quarters of a time zone, empty ones included. */
export const trend = Report.define({
  name: "trend",
  input: Report.ordered(
    Schema.Struct({
      ...Report.windowed,
      measure: Measures.Measure,
      period: Schema.optionalWith(Schema.Literal(...Calendar.periods), { default: () => "month" as const }),
    }),
  ).pipe(Periods.few),
  needs: (asked) => Measures.needs(asked.measure, asked),
  answer: (asked, history, { now }): Trend => {
    const { floor, measure, period, timeZone, weekStart } = asked
    const window = Report.windowOf(asked)
    const by = { period, timeZone, weekStart }
    const stretches = Calendar.cut(window, by)
    const locate = Periods.locate(stretches)
    const { each, journeys } = Series.of(measure, history, {
      now,
      timeZone,
      over: (instant) => stretches[locate(instant)]?.to ?? Number.NaN,
    })
    const kind = measured(measure)
    const totals = new Int32Array(stretches.length)
    const counts = new Int32Array(stretches.length)
    const values: ReadonlyArray<Array<number>> = stretches.map(() => [])
    const subjects: ReadonlyArray<Array<number>> = stretches.map(() => [])
    const counted: ReadonlyArray<Array<number>> = stretches.map(() => [])
    const keeps = kind === "money" || kind === "time"
    each(({ at, counts: counting, subject, value }) => {
      const place = locate(at)
      if (place < 0) return
      totals[place] = (totals[place] ?? 0) + 1
      if (counting) {
        counts[place] = (counts[place] ?? 0) + 1
        if (asked.ids) counted[place]?.push(subject)
      }
      if (keeps) values[place]?.push(value)
      if (keeps || asked.ids) subjects[place]?.push(subject)
    })
    const ids = (some: Iterable<number> = []) => Journeys.ids(journeys, some)
    const points = <V, I>(of: (place: number) => V, behind: (place: number) => I): ReadonlyArray<TrendPoint<V, I>> =>
      stretches.map(({ from, start, to }, place) => ({
        start,
        from: Report.instant(from),
        to: Report.instant(to),
        whole:
          from === Calendar.startOf(timeZone, start) && to === Calendar.startOf(timeZone, Calendar.next(start, period)),
        value: of(place),
        ...(asked.ids ? { ids: behind(place) } : {}),
      }))
    const all = (place: number) => ids(subjects[place])
    const result = ((): Points => {
      switch (kind) {
        case "count":
          return { measured: kind, points: points((place) => totals[place] ?? 0, all) }
        case "rate": {
          const rate = (place: number) => Rate.of(counts[place] ?? 0, totals[place] ?? 0, floor)
          return {
            measured: kind,
            points: points(rate, (place): Sides => ({ count: ids(counted[place]), of: ids(subjects[place]) })),
          }
        }
        case "money": {
          const currency = Journeys.text(journeys, "feeCurrency")
          return {
            measured: kind,
            points: points(
              (place) =>
                Fees.sum(
                  (values[place] ?? []).map((amount, index) => ({
                    amount,
                    currency: Journeys.at(currency, subjects[place]?.[index] ?? 0) ?? "",
                  })),
                ),
              // A fee that comes and goes in one period is one placement's.
              (place) => ids(new Set(subjects[place])),
            ),
          }
        }
        case "time":
          return {
            measured: kind,
            points: points(
              (place) => ({
                count: totals[place] ?? 0,
                medianMillis: Quantile.of(Float64Array.from(values[place] ?? []).sort(), 0.5),
              }),
              all,
            ),
          }
      }
    })()
    return {
      report: "trend",
      policy: { counted: "each event in the period of its instant", period, weekStart, floor },
      measure,
      ...Report.echo(asked),
      ...result,
    }
  },
})
