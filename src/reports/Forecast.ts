import * as Schema from "effect/Schema"
import * as Stages from "../domain/Stages.js"
import type { Instant } from "../domain/Field.js"
import * as Expected from "./Expected.js"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Odds from "./Odds.js"
import * as Kinds from "./Kinds.js"
import * as Pricing from "./Pricing.js"
import * as Report from "./Report.js"
import * as Standing from "./Standing.js"

/** What a forecast rests on, in words. */
export const policy = {
  probability: "share of submissions that reached the kind, are over, and ended placed; or as given",
  belowFloor: "the request's fallback, else nothing",
  fee: "the position's terms, else the client's, of the offered salary, else of the middle of the position's range",
  cap: "expected value of min(openings, successes) by position, submissions independent, the furthest along first",
  replacements: "free, and filled first",
  accepted: "not forecast: placed already",
} as const

export interface OpportunityValue {
  readonly currency: string
  readonly open: number
  /** Minor units. */
  readonly value: number
  /** Value × probability of the stage, each rounded to the unit. */
  readonly weighted: number
  readonly ids?: { readonly open: ReadonlyArray<string> }
}

export interface Forecast extends Expected.Expected {
  readonly report: "forecast"
  readonly at: Instant
  readonly policy: typeof policy & { readonly floor: number }
  /** Open opportunities, which are no positions yet and enter no fee above; null where the report is limited to what they do not know. */
  readonly opportunities: ReadonlyArray<OpportunityValue> | null
}

const Asked = Schema.Struct({
  ...Report.common,
  probabilities: Schema.optional(Odds.Given),
  fallback: Schema.optional(Odds.Given),
})
type Asked = typeof Asked.Type

/** Opportunities know no position, source or tag. */
const withOpportunities = ({ sliceBy, where }: Asked): boolean =>
  (sliceBy === undefined || sliceBy === "recruiter" || sliceBy === "client") &&
  where?.position === undefined &&
  where?.source === undefined &&
  where?.tag === undefined

const weighed = (
  journeys: Journeys.Journeys,
  at: number,
  stages: Stages.Stages,
  ids: boolean,
): ReadonlyArray<OpportunityValue> => {
  const open = Kinds.code("opportunity", "open")
  const values = Journeys.text(journeys, "value")
  const probability = Journeys.number(journeys, "probability")
  const sums = new Map<string, { value: number; weighted: number; readonly subjects: Array<number> }>()
  for (let subject = 0; subject < journeys.size; subject++) {
    const visit = Standing.before(journeys, subject, at + 1)
    const value = Journeys.at(values, subject)
    if (visit < 0 || journeys.kind[visit] !== open || value === null) continue
    const { amount, currency } = Pricing.money(value)
    const stage = Stages.find(stages, "opportunity", Journeys.at(journeys.stage, visit) ?? "")
    const percent = stage?.probability ?? probability[subject] ?? 0
    const sum = sums.get(currency) ?? { value: 0, weighted: 0, subjects: [] }
    sums.set(currency, sum)
    sum.subjects.push(subject)
    sum.value += amount
    sum.weighted += Math.round((amount * percent) / 100)
  }
  return [...sums]
    .map(([currency, { subjects, value, weighted }]) => ({
      currency,
      open: subjects.length,
      value,
      weighted,
      ...(ids ? { ids: { open: Journeys.ids(journeys, subjects) } } : {}),
    }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1))
}

/**
 * What the live pipeline is worth: fee × probability, never more fees than there are openings: three candidates at
 * offer for one opening are at most one fee.
 */
export const forecast = Report.define({
  name: "forecast",
  input: Asked,
  needs: (asked): Report.Needs => ({
    ...Expected.needs(asked),
    ...(withOpportunities(asked)
      ? { opportunity: { columns: ["value", "probability", ...(asked.ids ? ["id" as const] : [])] } }
      : {}),
  }),
  answer: (asked, history, { now, stages }): Forecast => ({
    report: "forecast",
    at: Report.instant(now),
    policy: { ...policy, floor: asked.floor },
    ...Expected.at(history, now, asked),
    opportunities: withOpportunities(asked)
      ? weighed(History.of(history, "opportunity"), now, stages, asked.ids)
      : null,
  }),
})
