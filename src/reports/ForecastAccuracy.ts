import * as Schema from "effect/Schema"
import type { Instant } from "../domain/Field.js"
import * as Calendar from "./Calendar.js"
import * as Expected from "./Expected.js"
import * as Fees from "./Fees.js"
import * as Forecast from "./Forecast.js"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import * as Odds from "./Odds.js"
import * as Periods from "./Periods.js"
import type { FeeSum } from "./Placements.js"
import * as Report from "./Report.js"
import * as References from "./References.js"
import * as Standing from "./Standing.js"

export interface ForecastPoint {
  readonly at: Instant
  /** When the horizon ends. */
  readonly until: Instant
  readonly forecast: ReadonlyArray<FeeSum>
  /** Fees of what was live at `at` and was accepted by the end of the horizon; null while that has not come. */
  readonly came: ReadonlyArray<FeeSum> | null
  /** Fees accepted in the same time from submissions that were not there yet. */
  readonly unforeseen: ReadonlyArray<FeeSum> | null
  /** The submissions that the forecast counted on, and the placements of what came; of nothing while that has not come. */
  readonly ids?: { readonly [N in "forecast" | "came" | "unforeseen"]: ReadonlyArray<string> }
}

export interface Accuracy {
  readonly currency: string
  /** Forecasts whose horizon has ended. */
  readonly forecasts: number
  readonly forecast: number
  readonly came: number
  /** Mean of |forecast − came|, minor units. */
  readonly meanAbsoluteError: number
  /** Weighted absolute percentage error: sum of |forecast − came| over the sum of what came; null where nothing came. */
  readonly wape: number | null
  /** Sum of forecast − came over the sum of what came: above 0 is too hopeful; null where nothing came. */
  readonly bias: number | null
}

export interface ForecastAccuracy extends Report.Echo {
  readonly report: "forecastAccuracy"
  readonly policy: typeof Forecast.policy & {
    readonly came: "live at the forecast, accepted inside the horizon, not backed out by its end, before refunds"
    readonly errors: "WAPE and bias, weighted by what came"
    readonly facts: "of positions and offers as they are known now"
    readonly horizonDays: number
    readonly floor: number
  }
  readonly points: ReadonlyArray<ForecastPoint>
  readonly currencies: ReadonlyArray<Accuracy>
}

const input = Report.ordered(
  Schema.Struct({
    ...Report.windowed,
    period: Schema.optionalWith(Schema.Literal("week", "month", "quarter"), { default: () => "month" as const }),
    horizonDays: Schema.optionalWith(Schema.Int.pipe(Schema.between(1, 3650)), { default: () => 90 }),
    probabilities: Schema.optional(Odds.Given),
    fallback: Schema.optional(Odds.Given),
  }),
).pipe(Periods.few)

/** What was accepted between two instants, of submissions that were live at the first, and of all others. */
const came = (history: History.History, at: number, until: number) => {
  const placements = History.of(history, "placement")
  const submissions = History.of(history, "submission")
  const accepted = Journeys.number(placements, "acceptedAt")
  const amount = Journeys.number(placements, "feeAmount")
  const currency = Journeys.text(placements, "feeCurrency")
  const submissionOf = References.to(placements, "submissionId", submissions)
  const backedOut = Kinds.code("placement", "backedOut")
  const ranks = Kinds.ranks("submission")
  const sums = { came: [] as Array<FeeSum>, unforeseen: [] as Array<FeeSum> }
  const who = { came: [] as Array<number>, unforeseen: [] as Array<number> }
  for (let subject = 0; subject < placements.size; subject++) {
    const on = accepted[subject] ?? Number.NaN
    const submission = submissionOf[subject] ?? -1
    if (!(on > at && on <= until) || submission < 0) continue
    const visit = Standing.before(placements, subject, until + 1)
    if (visit < 0 || placements.kind[visit] === backedOut) continue
    const stood = Standing.before(submissions, submission, at + 1)
    const rank = stood < 0 ? -1 : (ranks[submissions.kind[stood] ?? 0] ?? -1)
    const sum = { currency: Journeys.at(currency, subject) ?? "", amount: amount[subject] ?? 0 }
    const name = rank >= 0 && rank < Odds.kinds.length ? "came" : "unforeseen"
    sums[name].push(sum)
    who[name].push(subject)
  }
  return {
    came: Fees.sum(sums.came),
    unforeseen: Fees.sum(sums.unforeseen),
    ids: { came: Journeys.ids(placements, who.came), unforeseen: Journeys.ids(placements, who.unforeseen) },
  }
}

const within = (sums: ReadonlyArray<FeeSum>, currency: string): number =>
  sums.find((sum) => sum.currency === currency)?.amount ?? 0

const accuracy = (points: ReadonlyArray<ForecastPoint>): ReadonlyArray<Accuracy> => {
  const scored = points.flatMap(({ came, forecast, unforeseen }) =>
    came === null ? [] : [{ came, forecast, unforeseen: unforeseen ?? [] }],
  )
  // Also those in which only what nobody foresaw came: nothing was forecast in them.
  const sums = scored.flatMap(({ came, forecast, unforeseen }) => [...came, ...forecast, ...unforeseen])
  const currencies = new Set(sums.map((sum) => sum.currency))
  return [...currencies].toSorted().map((currency): Accuracy => {
    let [forecast, actual, missed] = [0, 0, 0]
    for (const point of scored) {
      const hoped = within(point.forecast, currency)
      const got = within(point.came, currency)
      forecast += hoped
      actual += got
      missed += Math.abs(hoped - got)
    }
    return {
      currency,
      forecasts: scored.length,
      forecast,
      came: actual,
      meanAbsoluteError: missed / scored.length,
      wape: actual === 0 ? null : missed / actual,
      bias: actual === 0 ? null : (forecast - actual) / actual,
    }
  })
}

/**
 * How good forecasts would have been: one as of the beginning of each period, from the history up to then, against the
 * fees that came within the horizon. Errors are weighted by what came, since a share of nothing is undefined.
 */
export const forecastAccuracy = Report.define({
  name: "forecastAccuracy",
  input,
  needs: (asked) => ({
    ...Expected.needs(asked),
    placement: { columns: ["id", "submissionId", "acceptedAt", "feeAmount", "feeCurrency"], whole: true },
  }),
  answer: (asked, history, { now }): ForecastAccuracy => {
    const { horizonDays, period, timeZone, weekStart } = asked
    const instants = Calendar.cut(Report.windowOf(asked), { period, timeZone, weekStart })
      .map(({ from }) => from)
      .filter((from) => from <= now)
    const points = Expected.of(history, instants, asked).map(({ fees, positions }, index): ForecastPoint => {
      const from = instants[index] ?? 0
      const until = Calendar.startOf(timeZone, Calendar.shifted(Calendar.dateAt(timeZone, from), horizonDays))
      const result = until <= now ? came(history, from, until) : null
      return {
        at: Report.instant(from),
        until: Report.instant(until),
        forecast: fees,
        came: result?.came ?? null,
        unforeseen: result?.unforeseen ?? null,
        ...(asked.ids
          ? {
              ids: {
                forecast: positions.flatMap(({ ids }) => ids?.submissions ?? []).toSorted(),
                ...(result?.ids ?? { came: [], unforeseen: [] }),
              },
            }
          : {}),
      }
    })
    return {
      report: "forecastAccuracy",
      policy: {
        ...Forecast.policy,
        came: "live at the forecast, accepted inside the horizon, not backed out by its end, before refunds",
        errors: "WAPE and bias, weighted by what came",
        facts: "of positions and offers as they are known now",
        horizonDays,
        floor: asked.floor,
      },
      ...Report.echo(asked),
      points,
      currencies: accuracy(points),
    }
  },
})
