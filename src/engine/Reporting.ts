import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import * as Decode from "../domain/Decode.js"
import * as Input from "../domain/Input.js"
import type { Visit } from "../domain/Ledger.js"
import { Nouns, type PipelineName } from "../domain/Nouns.js"
import type { Placement } from "../domain/placement/Placement.js"
import type { CorruptRecord, InvalidInput } from "../domain/Refusal.js"
import * as Funnel from "../reports/Funnel.js"
import * as Placements from "../reports/Placements.js"
import * as Snapshot from "../reports/Snapshot.js"
import * as TimeInStage from "../reports/TimeInStage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Decoding from "./Decoding.js"
import type { Engine } from "./Engine.js"
import { Session } from "./Session.js"
import { settle } from "./Settling.js"

const pipelines = (Object.keys(Nouns) as ReadonlyArray<keyof typeof Nouns>).filter(
  (name): name is PipelineName => Nouns[name].kinds !== null,
)

const Pipeline = Schema.Literal(...pipelines)
const Ids = { ids: Schema.optionalWith(Schema.Boolean, { default: () => false }) }
const Window = Schema.Struct({ from: Input.Instant, to: Input.Instant, ...Ids })
const ordered = <A extends { readonly from: string; readonly to: string }, I>(schema: Schema.Schema<A, I>) =>
  schema.pipe(Schema.filter(({ from, to }) => from <= to || { path: ["to"], message: "is before `from`" }))

const FunnelInput = ordered(Schema.Struct({ pipeline: Pipeline, ...Window.fields }))
const SnapshotInput = Schema.Struct({ pipeline: Pipeline, at: Schema.optional(Input.Instant), ...Ids })
const PlacementsInput = ordered(Schema.Struct({ by: Schema.Literal("recruiter", "client"), ...Window.fields }))

type Asked<S extends { readonly Encoded: unknown }> = S["Encoded"]
type Answer<A> = Effect.Effect<A, InvalidInput | CorruptRecord | StorageFailure, Session>

export interface Reports {
  readonly funnel: (request: Asked<typeof FunnelInput>) => Answer<Funnel.Funnel>
  readonly snapshot: (request: Asked<typeof SnapshotInput>) => Answer<Snapshot.Snapshot>
  readonly timeInStage: (request: Asked<typeof FunnelInput>) => Answer<TimeInStage.TimeInStage>
  readonly placements: (request: Asked<typeof PlacementsInput>) => Answer<Placements.Placements>
}

const page = 1000

/** The reports, each computed by its pure definition from what the storage keeps of the workspace. */
export const reports = (engine: Engine): Reports => {
  const { storage } = engine
  const visits = (
    workspace: string,
    pipeline: PipelineName,
    before: string,
  ): Effect.Effect<ReadonlyArray<Visit>, StorageFailure> =>
    Stream.runCollect(storage.visits({ workspace, pipeline, before, subjectIds: null })).pipe(
      Effect.map((chunk) => Array.from(chunk)),
    )
  const accepted = (
    workspace: string,
    from: string,
    to: string,
  ): Effect.Effect<ReadonlyArray<Placement>, CorruptRecord | StorageFailure> =>
    Effect.gen(function* () {
      const found: Array<Placement> = []
      for (let after: { value: string; id: string } | null = null; ; ) {
        const rows = yield* storage.list({
          workspace,
          noun: "placement",
          filter: {
            and: [
              { field: "acceptedAt", is: "gte", value: from },
              { field: "acceptedAt", is: "lt", value: to },
            ],
          },
          order: { field: "acceptedAt", direction: "asc" },
          limit: page,
          after,
        })
        for (const row of rows) found.push(yield* Decode.record("placement", row))
        const last = found.at(-1)
        if (rows.length < page || last === undefined) return found
        after = { value: last.acceptedAt, id: last.id }
      }
    })
  const ask = <A, I, B>(
    name: string,
    schema: Schema.Schema<A, I>,
    answer: (input: A, workspace: string) => Effect.Effect<B, CorruptRecord | StorageFailure>,
  ) => {
    const decode = Decoding.of(schema)
    return (request: I): Answer<B> =>
      Effect.gen(function* () {
        const input = yield* decode(request, `reports.${name}`, null)
        const { workspace } = yield* Session
        yield* settle(engine, workspace)
        return yield* answer(input, workspace)
      }).pipe(Effect.withSpan(`matchloop.reports.${name}`, { captureStackTrace: false }))
  }
  const end = "9999-12-31T00:00:00.000Z"
  return {
    funnel: ask("funnel", FunnelInput, ({ ids, ...cohort }, workspace) =>
      Effect.map(visits(workspace, cohort.pipeline, end), (all) => Funnel.funnel(cohort, all, { ids })),
    ),
    snapshot: ask("snapshot", SnapshotInput, ({ ids, pipeline, at }, workspace) =>
      Effect.gen(function* () {
        const instant = at ?? new Date(yield* engine.now).toISOString()
        const all = yield* visits(workspace, pipeline, end)
        return Snapshot.snapshot({ pipeline, at: instant }, engine.config.pipelines ?? {}, all, { ids })
      }),
    ),
    timeInStage: ask("timeInStage", FunnelInput, ({ ids, ...window }, workspace) =>
      Effect.map(visits(workspace, window.pipeline, window.to), (all) => TimeInStage.timeInStage(window, all, { ids })),
    ),
    placements: ask("placements", PlacementsInput, ({ ids, ...request }, workspace) =>
      Effect.map(accepted(workspace, request.from, request.to), (facts) =>
        Placements.placements(request, facts, { ids }),
      ),
    ),
  }
}
