import type { Entry } from "../domain/Ledger.js"
import type { Client } from "../index.js"
import type * as Columns from "../reports/Columns.js"
import * as Kinds from "../reports/Kinds.js"
import type { Edge, Question } from "./random/Questions.js"

/** The instants that occur in a history, milliseconds since 1970. */
const instants = (entries: ReadonlyArray<Entry>): ReadonlyArray<number> =>
  [...new Set(entries.flatMap(({ at, recordedAt }) => [at, recordedAt]))].map((one) => Date.parse(one)).toSorted()

const at = <A>(all: ReadonlyArray<A>, pick: number, otherwise: A): A => all[pick % Math.max(all.length, 1)] ?? otherwise

const place = (times: ReadonlyArray<number>, { pick, shift }: Edge): number => at(times, pick, 0) + shift

/** One of the instants that come last before another. */
const before = (times: ReadonlyArray<number>, instant: number, pick: number): number =>
  at(times.filter((time) => time < instant).slice(-4), pick, instant)

const shown = (instant: number, day: boolean): string => new Date(instant).toISOString().slice(0, day ? 10 : undefined)

/** Keys of a dimension that occur, and one that does not. */
const keyOf = (dimension: Columns.Dimension, pick: number, entries: ReadonlyArray<Entry>): string => {
  const known = {
    recruiter: ["maya", "noor", "zoë"],
    source: ["linkedin", "referral", "job board"],
    tag: ["vip", "remote", "C++"],
    client: entries.flatMap(({ subject }) => (subject.type === "client" ? [subject.id] : [])),
    position: entries.flatMap(({ subject }) => (subject.type === "position" ? [subject.id] : [])),
  }[dimension]
  return at([...known, "nobody's"], pick, "nobody's")
}

/** What is asked of each report beside what is asked of all: a report that is missing here does not compile. */
const own = ({
  own: pick,
  period,
  pipeline,
}: Question): { readonly [N in Question["name"]]: { readonly [field: string]: unknown } } => {
  const kinds = Kinds.all(pipeline)
  const counted = at([{}, { counted: "started" }], pick, {})
  const submissionKinds = Kinds.forward("submission")
  return {
    activity: { ...at([{}, { by: "actor" }], pick, {}), ...at([{}, {}, { period }], pick, {}) },
    bottlenecks: { pipeline: at(["submission", "candidate", pipeline] as const, pick, pipeline) },
    clients: {},
    conversions: {},
    cycles: {},
    endReasons: { pipeline },
    fallOffs: at([{}, { counted: "guaranteeEnded" }], pick, {}),
    fillRate: {},
    flow: { pipeline },
    forecast: {},
    forecastAccuracy: { period: period === "day" ? "week" : period, horizonDays: 1 + pick },
    funnel: { pipeline },
    heatMap: {},
    offerAcceptance: {},
    placements: { by: at(["recruiter", "client"] as const, pick, "client") },
    positionOutcomes: {},
    recruiters: {},
    revenue: { period, recognised: at(["accept", "start", "guaranteeEnd"], pick, "accept") },
    sendOuts: at([{}, { counted: "period" }], pick, {}),
    snapshot: { pipeline },
    sources: at([{}, { touch: "submission" }], pick, {}),
    stalled: { pipeline, olderThan: at([1, 0.25, "p90"], pick, 1) },
    timeInStage: { pipeline },
    timeToFill: counted,
    timeToHire: counted,
    timeToSubmit: counted,
    trend: {
      period,
      measure: at(
        [
          { of: "started", pipeline },
          { of: "reached", pipeline, kind: at(kinds, pick, "") },
          { of: at(["submitted", "interviewed", "offered", "placed"], pick, "placed") },
          { of: "fee" },
          { of: at(["fillRate", "offerAcceptance", "fallOffs", "timeToFill"], pick, "fillRate") },
          {
            of: "conversion",
            pipeline: "submission",
            kind: at(submissionKinds, pick, ""),
            to: at(submissionKinds, pick + 1, ""),
          },
          { of: "timeInStage", pipeline, stage: at(kinds, pick, "") },
        ],
        pick,
        { of: "fee" },
      ),
    },
  }
}

const windowless: ReadonlySet<Question["name"]> = new Set(["forecast", "snapshot", "stalled"])

/** The request that a question makes of the history that entries tell. */
export const requestOf = (question: Question, entries: ReadonlyArray<Entry>): { readonly [field: string]: unknown } => {
  const { asOf, floor, from, ids, knowledge, name, period, sliceBy, timeZone, to, weekStart, where } = question
  const times = instants(entries)
  const edges = [place(times, from), place(times, to)].toSorted((a, b) => a - b)
  const [begin = 0, end = 0] = edges
  // A day stands for its beginning, so that the later edge may only move on; hundreds of days are many periods.
  const last = period === "day" ? Math.min(end, begin + 45 * 86_400_000) : end
  return {
    ...own(question)[name],
    ...(windowless.has(name) ? {} : { from: shown(begin, from.day), to: shown(last, to.day && from.day) }),
    ...(asOf === null ? {} : { asOf: asOf.day ? before(times, begin, asOf.pick) : place(times, asOf), knowledge }),
    ...(sliceBy === null ? {} : { sliceBy }),
    ...(where === null ? {} : { where: { [where.dimension]: keyOf(where.dimension, where.pick, entries) } }),
    timeZone,
    weekStart,
    ids,
    floor,
  }
}

/** The answer of a report, or what it is refused with. */
export const ask = (
  client: Client,
  name: Question["name"],
  request: { readonly [field: string]: unknown },
): Promise<object> => {
  const report = client.reports[name] as (request: unknown) => Promise<object>
  return report(request).catch((error: unknown) => {
    if (typeof error === "object" && error !== null && "_tag" in error && error._tag === "InvalidInput")
      return { refused: error._tag, issues: "issues" in error ? error.issues : [] }
    throw error
  })
}
