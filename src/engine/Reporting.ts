import * as Effect from "effect/Effect"
import type * as Schema from "effect/Schema"
import type { PipelineName } from "../domain/Nouns.js"
import type { CorruptRecord, InvalidInput } from "../domain/Refusal.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Columns from "../reports/Columns.js"
import * as History from "../reports/History.js"
import * as Report from "../reports/Report.js"
import { reports as all } from "../reports/Reports.js"
import * as Decoding from "./Decoding.js"
import type { Engine } from "./Engine.js"
import * as Histories from "./reporting/Histories.js"
import { Session } from "./Session.js"
import { settle } from "./Settling.js"

type Answer<A> = Effect.Effect<A, InvalidInput | CorruptRecord | StorageFailure, Session>

/** A report and where it stands, and the same once more for each key of a dimension where `sliceBy` asked for it. */
export type Sliced<R> = R & Report.Standpoint & { readonly slices?: ReadonlyArray<R & { readonly key: string }> }

type Asking<D> = D extends Report.Report<string, infer _A, infer I, infer R> ? (request: I) => Answer<Sliced<R>> : never

export type Reports = { readonly [N in keyof typeof all]: Asking<(typeof all)[N]> }

const list = (keys: string | ReadonlyArray<string> | undefined): ReadonlyArray<string> | undefined =>
  typeof keys === "string" ? [keys] : keys

const asked = (common: Report.Common): ReadonlyArray<Columns.Dimension> =>
  Columns.dimensions.filter((name) => common.where?.[name] !== undefined || common.sliceBy === name)

/** The columns that a request needs beside what its report reads, or the dimension that a pipeline does not know. */
const needed = (
  needs: Report.Needs,
  common: Report.Common,
): ReadonlyArray<Histories.Needed> | { readonly dimension: Columns.Dimension; readonly pipeline: PipelineName } => {
  const all: Array<Histories.Needed> = []
  for (const [name, need] of Object.entries(needs)) {
    const pipeline = name as PipelineName
    const columns = new Set<string>(need.columns ?? [])
    for (const dimension of need.whole === true ? [] : asked(common)) {
      const own = Columns.dimension(pipeline, dimension)
      if (own === undefined) return { dimension, pipeline }
      for (const column of own) columns.add(column)
    }
    const { active, started } = need
    all.push({
      pipeline,
      columns: [...columns],
      said: need.said ?? [],
      ...(active && { active }),
      ...(started && { started }),
    })
  }
  return all
}

/** The pipelines that no limit and no split reaches. */
const whole = (needs: Report.Needs): ReadonlySet<string> =>
  new Set(Object.entries(needs).flatMap(([pipeline, need]) => (need.whole === true ? [pipeline] : [])))

/** One report over the engine's storage: what it reads is gathered, what it answers is its own pure function. */
const asking = <Name extends string, A extends Report.Common, I, R>(
  engine: Engine,
  gather: ReturnType<typeof Histories.make>,
  report: Report.Report<Name, A, I, R>,
): ((request: I) => Answer<Sliced<R>>) => {
  const decode = Decoding.of(report.input as Schema.Schema<A, I>)
  const name = `reports.${report.name}`
  return (request) =>
    Effect.gen(function* () {
      const input = yield* decode(request, name, null)
      const wanted = report.needs(input)
      const needs = needed(wanted, input)
      if ("dimension" in needs) {
        const field = input.sliceBy === needs.dimension ? ["sliceBy"] : ["where", needs.dimension]
        return yield* Decoding.wrong(name, null, field, `is not known of a ${needs.pipeline}`)
      }
      const { workspace } = yield* Session
      yield* settle(engine, workspace)
      const now = yield* engine.now
      const at = input.asOf === undefined ? now : Date.parse(input.asOf)
      const gathered = yield* gather(workspace, needs, {
        asOf: input.asOf === undefined ? null : at,
        knowledge: input.knowledge,
      })
      const { where = {} } = input
      const history = History.where(
        { ...gathered, whole: whole(wanted) },
        Object.fromEntries(Columns.dimensions.map((dimension) => [dimension, list(where[dimension])])),
      )
      const context = { now: at, stages: engine.config.pipelines ?? {} }
      const answer = { ...report.answer(input, history, context), ...Report.standpoint(input, at) }
      if (input.sliceBy === undefined) return answer
      const slices = [...History.split(history, input.sliceBy, wanted)].map(([key, part]) => ({
        key,
        ...report.answer(input, part, context),
      }))
      return { ...answer, slices }
    }).pipe(Effect.withSpan(`matchloop.${name}`, { captureStackTrace: false }))
}

/** A report of any kind, as the list of all gives it: its request is decoded before it is asked. */
type Any = Report.Report<string, Report.Common, unknown, object>

/** Every report over a storage. */
export const reports = (engine: Engine): Reports => {
  const gather = Histories.make(engine.storage, { ...Histories.defaults, ...engine.config.reports })
  return Object.fromEntries(
    Object.entries(all).map(([name, report]) => [name, asking(engine, gather, report as unknown as Any)]),
  ) as unknown as Reports
}
