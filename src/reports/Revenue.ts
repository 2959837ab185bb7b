import * as Schema from "effect/Schema"
import * as Calendar from "./Calendar.js"
import * as Credits from "./Credits.js"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Keys from "./Keys.js"
import * as Periods from "./Periods.js"
import * as Recognition from "./Recognition.js"
import * as Report from "./Report.js"

/** Revenue in one currency, minor units. Currencies are never added up. */
export interface RevenueSum {
  readonly currency: string
  readonly recognised: number
  /** Of placements that were backed out after they had counted; never above 0. */
  readonly reversed: number
  /** Given back after fall-offs; never above 0. */
  readonly refunded: number
  /** `recognised + reversed + refunded`. */
  readonly net: number
}

export interface RevenuePeriod {
  /** The first day of the period on the calendar of the time zone. */
  readonly start: string
  readonly from: string
  readonly to: string
  readonly sums: ReadonlyArray<RevenueSum>
  readonly ids?: ReadonlyArray<string>
}

export interface RevenueRow {
  readonly actor: string
  readonly sums: ReadonlyArray<RevenueSum>
  readonly ids?: ReadonlyArray<string>
}

export interface Revenue extends Report.Echo {
  readonly report: "revenue"
  readonly policy: {
    readonly recognised: Recognition.Policy
    readonly backedOut: "reversed when backed out" | "never recognised"
    readonly refunds: "negative when given back"
    readonly fallOff: "ends the guarantee" | null
    readonly retainers: "all parts at once, as frozen on the placement"
    readonly credit: "split frozen at acceptance"
    readonly period: Calendar.Period
    readonly weekStart: Calendar.WeekStart
  }
  readonly total: ReadonlyArray<RevenueSum>
  /** Every period of the window, also those without revenue; the first and the last cut to the window. */
  readonly periods: ReadonlyArray<RevenuePeriod>
  /** By frozen credit: for every currency they sum to the total to the unit. */
  readonly recruiters: ReadonlyArray<RevenueRow>
  /** The placements whose revenue changed in the window. */
  readonly ids?: ReadonlyArray<string>
}

interface Cell {
  readonly key: string
  readonly subject: number
  readonly currency: string
  readonly act: Recognition.Act
  readonly amount: number
}

const sumsOf = (cells: ReadonlyArray<Cell>): ReadonlyArray<RevenueSum> => {
  const sums = new Map<string, { recognised: number; reversed: number; refunded: number }>()
  for (const { act, amount, currency } of cells) {
    const sum = sums.get(currency) ?? { recognised: 0, reversed: 0, refunded: 0 }
    sums.set(currency, sum)
    sum[act] += amount
  }
  return [...sums]
    .map(([currency, sum]) => ({ currency, ...sum, net: sum.recognised + sum.reversed + sum.refunded }))
    .toSorted((a, b) => Keys.order(a.currency, b.currency))
}

const grouped = (cells: ReadonlyArray<Cell>): ReadonlyMap<string, ReadonlyArray<Cell>> => {
  const groups = new Map<string, Array<Cell>>()
  for (const cell of cells) {
    const group = groups.get(cell.key)
    if (group === undefined) groups.set(cell.key, [cell])
    else group.push(cell)
  }
  return groups
}

/**
 * Fee revenue in the window, per currency, period and credited recruiter. Refunds and reversals stand at the instant at
 * which they were made, not at the one of the fee they take back.
 */
export const revenue = Report.define({
  name: "revenue",
  input: Report.ordered(
    Schema.Struct({
      ...Report.windowed,
      recognised: Schema.optionalWith(Schema.Literal(...Recognition.policies), { default: () => "accept" as const }),
      period: Schema.optionalWith(Schema.Literal(...Calendar.periods), { default: () => "month" as const }),
    }),
  ).pipe(Periods.few),
  needs: (asked) => ({
    placement: { columns: [...Recognition.columns, "credits", ...(asked.ids ? ["id" as const] : [])] },
  }),
  answer: (asked, history, { now }): Revenue => {
    const { period, recognised, timeZone, weekStart } = asked
    const { from, to } = Report.windowOf(asked)
    const placements = History.of(history, "placement")
    const currencies = Journeys.text(placements, "feeCurrency")
    const creditsOf = Credits.of(placements)
    const changes = Recognition.changes(placements, { now, policy: recognised, timeZone }).filter(
      ({ at }) => at >= from && at < to,
    )
    const stretches = Calendar.cut({ from, to }, { period, timeZone, weekStart })
    const periodOf = Periods.locate(stretches)
    const byPeriod: Array<Cell> = []
    const byActor: Array<Cell> = []
    for (const { act, amount, at, subject } of changes) {
      const currency = Journeys.at(currencies, subject) ?? ""
      byPeriod.push({ key: String(periodOf(at)), subject, currency, act, amount })
      const credits = creditsOf(subject)
      const parts =
        act === "refunded"
          ? Credits.shared(-amount, credits).map((part) => -part)
          : credits.map(({ fee }) => (act === "reversed" ? -fee : fee))
      for (const [index, { actor }] of credits.entries())
        byActor.push({ key: actor, subject, currency, act, amount: parts[index] ?? 0 })
    }
    const inPeriods = grouped(byPeriod)
    const said = (cells: ReadonlyArray<Cell>) => ({
      sums: sumsOf(cells),
      ...(asked.ids ? { ids: Journeys.ids(placements, new Set(cells.map(({ subject }) => subject))) } : {}),
    })
    return {
      report: "revenue",
      policy: {
        recognised,
        backedOut: recognised === "accept" ? "reversed when backed out" : "never recognised",
        refunds: "negative when given back",
        fallOff: recognised === "guaranteeEnd" ? "ends the guarantee" : null,
        retainers: "all parts at once, as frozen on the placement",
        credit: "split frozen at acceptance",
        period,
        weekStart,
      },
      ...Report.echo(asked),
      total: sumsOf(byPeriod),
      periods: stretches.map((stretch, index) => ({
        start: stretch.start,
        from: Report.instant(stretch.from),
        to: Report.instant(stretch.to),
        ...said(inPeriods.get(String(index)) ?? []),
      })),
      recruiters: [...grouped(byActor)]
        .map(([actor, cells]) => ({ actor, ...said(cells) }))
        .toSorted((a, b) => Keys.order(a.actor, b.actor)),
      ...(asked.ids ? { ids: Journeys.ids(placements, new Set(changes.map(({ subject }) => subject))) } : {}),
    }
  },
})
