import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Draft from "../domain/Draft.js"
import * as Input from "../domain/Input.js"
import type * as Plan from "../domain/Plan.js"
import type { Issue, Refusal } from "../domain/Refusal.js"
import { forEachBatch, type Rows } from "./Batches.js"
import * as Decoding from "./Decoding.js"
import * as Engine from "./Engine.js"
import * as Options from "./Options.js"
import { Session } from "./Session.js"

/** A row that was not imported: its place in the input, counted from 0, and what is wrong with it. */
export interface Skipped {
  readonly index: number
  readonly issues: ReadonlyArray<Issue>
}

export interface Imported {
  readonly imported: number
  readonly skipped: number
  /** The skipped rows; the first 10,000 of them. */
  readonly problems: ReadonlyArray<Skipped>
}

export interface Progress {
  readonly imported: number
  readonly skipped: number
  /** The rows that just landed: their place in the input and the id that each was given. */
  readonly landed: ReadonlyArray<{ readonly index: number; readonly id: string }>
}

export interface ImportOptions {
  /** Back-dates every row. */
  readonly at?: Date | string | number
  /** Called after every batch. */
  readonly onProgress?: (progress: Progress) => void
  /** Rows that land together; 1,000 where absent. */
  readonly batchSize?: number
}

export type Import<E> = (
  rows: Rows<E>,
  options?: ImportOptions,
) => Effect.Effect<Imported, Engine.CommandError, Session>

/** How a noun is imported: what to load for a batch, and how one row is put on the draft. */
export interface Importer<I, E, P extends Plan.Plan> {
  readonly name: string
  readonly schema: Schema.Schema<I, E>
  readonly plan: P
  readonly given: (inputs: ReadonlyArray<I>) => Plan.Given
  readonly begin: (loaded: Plan.Loaded<P>) => (draft: Draft.Draft, input: I) => Either.Either<string, Refusal>
}

const decodeOptions = Decoding.of(
  Schema.Struct({
    at: Schema.optional(Input.Instant),
    onProgress: Schema.optional(
      Schema.declare((value): value is (progress: Progress) => void => typeof value === "function", {
        message: () => "is no function",
      }),
    ),
    batchSize: Schema.optional(Schema.Int.pipe(Schema.between(1, 10_000))),
  }),
)

const kept = 10_000

const whyNot = (refusal: Refusal): ReadonlyArray<Issue> =>
  "issues" in refusal ? refusal.issues : [{ path: "field" in refusal ? [refusal.field] : [], message: refusal.message }]

interface Row<I> {
  readonly index: number
  readonly input: Either.Either<I, Refusal>
}

/**
 * Imports rows as they stream in, a batch a commit: memory stays flat. A row that is wrong is skipped and reported by
 * its place; the others land. What has landed stays if a later batch fails.
 */
export const importing = <I, E, P extends Plan.Plan>(engine: Engine.Engine, importer: Importer<I, E, P>): Import<E> => {
  const decode = Decoding.of(importer.schema)
  const { name, plan } = importer
  const { storage } = engine
  return (rows, given) =>
    Effect.gen(function* () {
      const session = yield* Session
      const options = yield* decodeOptions(given ?? {}, name, null)
      const size = options.batchSize ?? 1000
      if (typeof rows !== "object" || rows === null || !(Symbol.iterator in rows || Symbol.asyncIterator in rows)) {
        return yield* Decoding.wrong(name, null, ["rows"], "cannot be iterated")
      }
      let imported = 0
      let skipped = 0
      const problems: Array<Skipped> = []
      const skip = (index: number, refusal: Refusal) => {
        skipped++
        if (problems.length < kept) problems.push({ index, issues: whyNot(refusal) })
      }
      const land = (batch: ReadonlyArray<Row<I>>) =>
        Effect.gen(function* () {
          const good = batch.flatMap(({ input }) => (Either.isRight(input) ? [input.right] : []))
          const now = yield* engine.now
          const resolved = yield* Options.resolve(
            options.at === undefined ? undefined : { at: options.at },
            new Date(now).toISOString(),
            name,
            null,
          )
          const context = Engine.contextOf(engine, session, name, now, resolved)
          const once = storage.unit(
            Effect.gen(function* () {
              const loaded = yield* storage.load({
                workspace: session.workspace,
                plan,
                given: importer.given(good),
                idempotencyKey: null,
              })
              const records = yield* Engine.decodeRows(plan, loaded)
              const put = importer.begin(records as Plan.Loaded<P>)
              const draft = Draft.make(context)
              const done = batch.map(({ index, input }) => ({
                index,
                id: Either.flatMap(input, (row) => {
                  Draft.beginAct(draft)
                  return put(draft, row)
                }),
              }))
              if (draft.entries.length > 0) yield* storage.commit(Draft.changeSet(draft, null))
              return done
            }),
          )
          const landed: Array<Progress["landed"][number]> = []
          for (const { index, id } of yield* Engine.retrying(name, once)) {
            if (Either.isRight(id)) landed.push({ index, id: id.right })
            else skip(index, id.left)
          }
          imported += landed.length
          options.onProgress?.({ imported, skipped, landed })
        })
      let index = 0
      yield* forEachBatch(rows, size, (batch) =>
        land(batch.map((row) => ({ index: index++, input: decode(row, name, null) }))),
      )
      return { imported, skipped, problems }
    }).pipe(Effect.withSpan(`matchloop.${name}`, { captureStackTrace: false }))
}
