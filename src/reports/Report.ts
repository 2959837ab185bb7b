import * as Schema from "effect/Schema"
import * as Field from "../domain/Field.js"
import * as Input from "../domain/Input.js"
import { Nouns, type PipelineName } from "../domain/Nouns.js"
import type { Stages } from "../domain/Stages.js"
import * as Calendar from "./Calendar.js"
import * as Columns from "./Columns.js"
import type * as History from "./History.js"
import type * as Journeys from "./Journeys.js"
import * as Rate from "./Rate.js"

/** What a report reads of a pipeline. The stretches only spare work: what lies outside may be there or not. */
export interface Need<P extends PipelineName = PipelineName> {
  readonly columns?: ReadonlyArray<Columns.Column<P>>
  readonly said?: ReadonlyArray<Journeys.Said>
  /** Only subjects that start in this stretch matter (milliseconds since 1970). */
  readonly started?: { readonly from: number; readonly to: number }
  /** Only subjects that stand at, come to or leave a stage that is not an end in this stretch matter. */
  readonly active?: { readonly from: number; readonly to: number }
  /** Only looked up from the others: it is read whole, whatever the report is limited to or split by. */
  readonly whole?: boolean
}

export type Needs = { readonly [P in PipelineName]?: Need<P> }

/** What a report is told beside its request. */
export interface Context {
  /** The instant that the report stands at, milliseconds since 1970: `asOf` where it was asked for, else now. */
  readonly now: number
  readonly stages: Stages
}

/**
 * One report, stated once: what may be asked, what it reads, and its answer as a pure function. Every storage answers
 * by this function; what differs is where the columns come from.
 */
export interface Report<Name extends string, A, I, R> {
  readonly name: Name
  readonly input: Schema.Schema<A, I>
  readonly needs: (asked: A) => Needs
  readonly answer: (asked: A, history: History.History, context: Context) => R
}

export const define = <const Name extends string, A, I, R>(report: Report<Name, A, I, R>): Report<Name, A, I, R> =>
  report

const pipelines = (Object.keys(Nouns) as ReadonlyArray<keyof typeof Nouns>).filter(
  (name): name is PipelineName => Nouns[name].kinds !== null,
)
export const Pipeline = Schema.Literal(...pipelines)

const TimeZone = Schema.String.pipe(
  Schema.filter((zone) => Calendar.isTimeZone(zone) || "is no IANA time zone such as Europe/Berlin"),
)

const Keys = Schema.Union(Input.Line, Schema.Array(Input.Line).pipe(Schema.maxItems(1000)))
const Where = Schema.Struct({
  recruiter: Schema.optional(Keys),
  client: Schema.optional(Keys),
  position: Schema.optional(Keys),
  source: Schema.optional(Keys),
  tag: Schema.optional(Keys),
})

/** What every report may be asked. */
export const common = {
  /** Limits the report to what is under one of the keys, dimension by dimension. */
  where: Schema.optional(Where),
  /** The report as it stands at a past instant; now where absent. */
  asOf: Schema.optional(Input.Instant),
  /** At a past instant: what was known `then`, or what is known `now` of that time (later corrections, back-dated moves). */
  knowledge: Schema.optionalWith(Schema.Literal("then", "now"), { default: () => "now" as const }),
  /** The IANA time zone of the report's days. */
  timeZone: Schema.optionalWith(TimeZone, { default: () => "UTC" }),
  weekStart: Schema.optionalWith(Schema.Literal(...Calendar.weekStarts), { default: () => "monday" as const }),
  /** Below this many a rate carries its counts only. */
  floor: Schema.optionalWith(Schema.Int.pipe(Schema.between(0, 1_000_000)), { default: () => Rate.floor }),
  /** Gives the report once more for each key of a dimension. */
  sliceBy: Schema.optional(Schema.Literal(...Columns.dimensions)),
  /** Lists the ids behind the numbers. */
  ids: Schema.optionalWith(Schema.Boolean, { default: () => false }),
}
export interface Common {
  readonly where?: { readonly [D in Columns.Dimension]?: string | ReadonlyArray<string> | undefined } | undefined
  readonly asOf?: Field.Instant | undefined
  readonly knowledge: "then" | "now"
  readonly timeZone: string
  readonly weekStart: Calendar.WeekStart
  readonly floor: number
  readonly sliceBy?: Columns.Dimension | undefined
  readonly ids: boolean
}

/** Where a result stands. Every report prints it. */
export interface Standpoint {
  /** The instant that the report stands at: the one asked for, else the one it was asked at. */
  readonly asOf: Field.Instant
  readonly knowledge: "then" | "now"
  /** Which day weeks begin with, where the report has any. */
  readonly weekStart: Calendar.WeekStart
}

export const standpoint = ({ knowledge, weekStart }: Common, now: number): Standpoint => ({
  asOf: instant(now),
  knowledge,
  weekStart,
})

const Edge = Schema.Union(
  Schema.String.pipe(Schema.pattern(Field.datePattern), Schema.compose(Input.PlainDate)),
  Input.Instant,
)

/** The fields of a window: `[from, to)`, each an instant, or a day that stands for its beginning in the time zone. */
export const windowed = { ...common, from: Edge, to: Edge }

/** Where a window's edge lies, milliseconds since 1970. */
export const edge = (value: string, timeZone: string): number =>
  value.length === 10 ? Calendar.startOf(timeZone, value) : Date.parse(value)

export interface Window {
  readonly from: number
  readonly to: number
}

/** The window that was asked for, milliseconds since 1970. */
export const windowOf = (asked: { readonly from: string; readonly to: string; readonly timeZone: string }): Window => ({
  from: edge(asked.from, asked.timeZone),
  to: edge(asked.to, asked.timeZone),
})

/** The request with a window whose end is not before its beginning. */
export const ordered = <A extends { readonly from: string; readonly to: string; readonly timeZone: string }, I>(
  schema: Schema.Schema<A, I>,
) =>
  schema.pipe(
    Schema.filter((asked) => {
      const { from, to } = windowOf(asked)
      return from <= to || { path: ["to"], message: "is before `from`" }
    }),
  )

/** What every windowed result repeats of its request. */
export interface Echo {
  readonly from: Field.Instant
  readonly to: Field.Instant
  readonly timeZone: string
}

export const instant = (millis: number): Field.Instant => new Date(millis).toISOString()

export const echo = (asked: { readonly from: string; readonly to: string; readonly timeZone: string }): Echo => {
  const { from, to } = windowOf(asked)
  return { from: instant(from), to: instant(to), timeZone: asked.timeZone }
}
