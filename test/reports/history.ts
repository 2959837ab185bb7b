import * as Schema from "effect/Schema"
import type { Json, Visit } from "../../src/domain/Ledger.js"
import { Nouns, type PipelineName } from "../../src/domain/Nouns.js"
import * as Columns from "../../src/reports/Columns.js"
import * as History from "../../src/reports/History.js"
import * as Journeys from "../../src/reports/Journeys.js"
import type * as Report from "../../src/reports/Report.js"

interface More {
  readonly stage?: string
  readonly actor?: string
  readonly reason?: string
  readonly party?: string
}

/** A visit as written by hand: the kind, a day or an instant, and what was said. */
export type Stood = readonly [kind: string, at: string, more?: More]

/** A day is its midnight, `2026-01-05T10:30` half past ten, both in UTC; anything longer is taken as it stands. */
export const instant = (at: string): string =>
  at.length === 10 ? `${at}T00:00:00.000Z` : at.length === 16 ? `${at}:00.000Z` : new Date(at).toISOString()

/** A subject with its visits in order; `facts` are its columns, joined ones included. */
export const subject = (
  id: string,
  stood: ReadonlyArray<Stood>,
  facts: { readonly [column: string]: Json } = {},
): ((pipeline: PipelineName) => Journeys.Subject) => {
  return (pipeline) => {
    const visits = stood.map(([kind, at, more = {}], index): Visit => {
      if (!(kind in Nouns[pipeline].kinds)) throw new RangeError(`${kind} is no kind of ${pipeline}`)
      const next = stood[index + 1]
      return {
        id: `entry_${id}_${index}`,
        pipeline,
        subjectId: id,
        kind,
        stage: more.stage ?? kind,
        enteredAt: instant(at),
        leftAt: next === undefined ? null : instant(next[1]),
        leftFor: next === undefined ? null : next[0],
        actor: more.actor ?? "maya",
        reason: more.reason ?? null,
        party: more.party ?? null,
      }
    })
    return { id, visits, facts }
  }
}

/** A history by hand: the subjects of each pipeline, in any order. */
export type Written = { readonly [P in PipelineName]?: ReadonlyArray<ReturnType<typeof subject>> }

/**
 * The answer of a report to a history by hand: the request is decoded, only the columns that the report asks for are
 * there, and `asOf`, `where` and `sliceBy` work as they do through the API. Now is 2027-01-01 if nothing else is said.
 */
export const ask = <Name extends string, A extends Report.Common, I, R>(
  report: Report.Report<Name, A, I, R>,
  request: NoInfer<I>,
  written: Written,
  now = "2027-01-01",
): R & { readonly slices: ReadonlyArray<R & { readonly key: string }> } => {
  const asked = Schema.decodeSync(report.input)(request)
  const needs = report.needs(asked)
  const limits = Columns.dimensions.filter((one) => asked.where?.[one] !== undefined || asked.sliceBy === one)
  const journeys = Object.entries(needs).map(([name, need]) => {
    const pipeline = name as PipelineName
    const wanted = new Set<string>(need.columns ?? [])
    if (need.whole !== true)
      for (const limit of limits) for (const column of Columns.dimension(pipeline, limit) ?? []) wanted.add(column)
    const columns = Array.from(wanted, (column) => ({ name: column, shape: Columns.shape(pipeline, column) }))
    const subjects = (written[pipeline] ?? []).map((of) => of(pipeline)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
    return Journeys.of(pipeline, columns, need.said ?? [], subjects)
  })
  const all: History.History = {
    journeys: Object.fromEntries(journeys.map((one) => [one.pipeline, one])),
    whole: new Set(Object.entries(needs).flatMap(([name, need]) => (need.whole === true ? [name] : []))),
  }
  const at = Date.parse(asked.asOf ?? instant(now))
  const then = asked.asOf === undefined ? all : History.until(all, at)
  const list = (keys: string | ReadonlyArray<string> | undefined) => (typeof keys === "string" ? [keys] : keys)
  const history = History.where(
    then,
    Object.fromEntries(Columns.dimensions.map((one) => [one, list(asked.where?.[one])])),
  )
  const context = { now: at, stages: {} }
  const slices =
    asked.sliceBy === undefined
      ? []
      : [...History.split(history, asked.sliceBy, needs)].map(([key, part]) => ({
          key,
          ...report.answer(asked, part, context),
        }))
  return { ...report.answer(asked, history, context), slices }
}

/** Hours in milliseconds. */
export const hour = 3_600_000
/** Days of 24 hours in milliseconds. */
export const day = 24 * hour
