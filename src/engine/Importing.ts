import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Draft from "../domain/Draft.js"
import type { Duplicate } from "../domain/duplicate/Known.js"
import * as Input from "../domain/Input.js"
import type * as Plan from "../domain/Plan.js"
import type { Import, Importable } from "../domain/import/Import.js"
import type { Issue, Refusal } from "../domain/Refusal.js"
import type { StorageFailure } from "../ports/StorageError.js"
import { forEachBatch, type Rows } from "./Batches.js"
import * as Decoding from "./Decoding.js"
import * as Engine from "./Engine.js"
import * as Options from "./Options.js"
import { Session } from "./Session.js"
import * as Tracking from "./Tracking.js"

/** A row that was not imported: its place in the input, counted from 0, and what is wrong with it. */
export interface Skipped {
  readonly index: number
  readonly issues: ReadonlyArray<Issue>
}

/** A row that is or may be somebody who is on file, or who came with an earlier row. */
export interface Repeated extends Duplicate {
  readonly index: number
  /** Whether the row was imported all the same. */
  readonly imported: boolean
}

export interface Imported {
  readonly imported: number
  readonly skipped: number
  /** Rows that an earlier run under this `importId` had imported. Absent without one. */
  readonly already?: number
  /** The rows skipped since they are wrong; the first 10,000 of them. */
  readonly problems: ReadonlyArray<Skipped>
  /** The best match of each row that has one; the first 10,000 of them. Absent where none were looked for. */
  readonly duplicates?: ReadonlyArray<Repeated>
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
  /**
   * Names the import, up to 100 characters. Rows imported again under the name are passed over by their lines, so that
   * an import which was cut short goes on, and `imports.revert` takes it back as a whole.
   */
  readonly importId?: string
  /** What the rows came from, such as a file's name; of imports with an `importId`. */
  readonly name?: string
  /** Which field each column went to; of imports with an `importId`. */
  readonly mapping?: { readonly [column: string]: string }
  /** The line of the source that the row at an index stands on; the index where absent. */
  readonly lineOf?: (index: number) => number
}

export interface PeopleImportOptions extends ImportOptions {
  /**
   * What becomes of rows that are somebody on file: `skip` leaves out who is the same, `report` imports them and says
   * so, `create` (the default) does not look.
   */
  readonly duplicates?: "skip" | "report" | "create"
}

export type Importing<E, O = ImportOptions> = (
  rows: Rows<E>,
  options?: O,
) => Effect.Effect<Imported, Engine.CommandError, Session>

/** How a noun is imported: what to load for a batch, and how one row is put on the draft. */
export interface Importer<I, E, P extends Plan.Plan> {
  readonly name: string
  readonly noun: Importable
  readonly schema: Schema.Schema<I, E>
  readonly plan: P
  readonly given: (inputs: ReadonlyArray<I>) => Plan.Given
  /** Looks up who of a batch is on file. */
  readonly screen?: (
    engine: Engine.Engine,
    workspace: string,
    inputs: ReadonlyArray<I>,
    mode: "skip" | "report",
  ) => Effect.Effect<Screen<I>, StorageFailure>
  readonly begin: (loaded: Plan.Loaded<P>) => (draft: Draft.Draft, input: I) => Either.Either<string, Refusal>
}

/** Tells whether a row is somebody known; rows that land are known from then on. */
export interface Screen<I> {
  readonly find: (input: I) => Duplicate | null
  readonly landed: (id: string, input: I) => void
}

const Mapping = Schema.Record({ key: Input.Ref, value: Input.Ref }).pipe(
  Schema.filter((columns) => Object.keys(columns).length <= 1000 || "more than 1000 columns"),
)

const decodeOptions = Decoding.of(
  Schema.Struct({
    at: Schema.optional(Input.Instant),
    onProgress: Schema.optional(
      Schema.declare((value): value is (progress: Progress) => void => typeof value === "function", {
        message: () => "is no function",
      }),
    ),
    batchSize: Schema.optional(Schema.Int.pipe(Schema.between(1, 10_000))),
    duplicates: Schema.optional(Schema.Literal("skip", "report", "create")),
    importId: Schema.optional(Input.Line.pipe(Schema.maxLength(100))),
    name: Input.maybe(Input.Line),
    mapping: Input.or(Mapping, () => ({})),
    lineOf: Schema.optional(
      Schema.declare((value): value is (index: number) => number => typeof value === "function", {
        message: () => "is no function",
      }),
    ),
  }),
)

const kept = 10_000

const whyNot = (refusal: Refusal): ReadonlyArray<Issue> =>
  "issues" in refusal ? refusal.issues : [{ path: "field" in refusal ? [refusal.field] : [], message: refusal.message }]

interface Row<I> {
  readonly index: number
  readonly line: number
  readonly input: Either.Either<I, Refusal>
}

const context = (engine: Engine.Engine, session: Session, name: string, at: string | undefined) =>
  Effect.gen(function* () {
    const now = yield* engine.now
    const options = at === undefined ? undefined : { at }
    const resolved = yield* Options.resolve(options, new Date(now).toISOString(), name, null)
    return Engine.contextOf(engine, session, name, now, resolved)
  })

const pick = ({ name, mapping }: Pick<Import, "name" | "mapping">) => ({ name, mapping })

/**
 * Imports rows as they stream in, a batch a commit: memory stays flat. A row that is wrong is skipped and reported by
 * its place; the others land. What has landed stays if a later batch fails.
 */
export const importing = <I, E, P extends Plan.Plan, O extends ImportOptions = ImportOptions>(
  engine: Engine.Engine,
  importer: Importer<I, E, P>,
): Importing<E, O> => {
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
      const mode = options.duplicates ?? "create"
      if (options.duplicates !== undefined && importer.screen === undefined)
        return yield* Decoding.wrong(name, null, ["duplicates"], "is unexpected")
      const { importId, lineOf } = options
      const begun = yield* context(engine, session, name, options.at)
      const track =
        importId === undefined
          ? null
          : yield* Tracking.begin(engine, begun, { key: importId, noun: importer.noun, ...pick(options) })
      let imported = 0
      let skipped = 0
      let already = 0
      const problems: Array<Skipped> = []
      const duplicates: Array<Repeated> = []
      const skip = (index: number, refusal: Refusal) => {
        skipped++
        if (problems.length < kept) problems.push({ index, issues: whyNot(refusal) })
      }
      const land = (batch: ReadonlyArray<Row<I>>) =>
        Effect.gen(function* () {
          const at = yield* context(engine, session, name, options.at)
          const once = storage.unit(
            Effect.gen(function* () {
              const record = track === null ? null : yield* Tracking.current(engine, at, track)
              const fresh = track === null ? batch : batch.filter(({ line }) => !track.lines.has(line))
              const good = fresh.flatMap(({ input }) => (Either.isRight(input) ? [input.right] : []))
              const loaded = yield* storage.load({
                workspace: session.workspace,
                plan,
                given: importer.given(good),
                idempotencyKey: null,
              })
              const records = yield* Engine.decodeRows(plan, loaded)
              const put = importer.begin(records as Plan.Loaded<P>)
              const screen =
                mode === "create" || importer.screen === undefined
                  ? null
                  : yield* importer.screen(engine, session.workspace, good, mode)
              const draft = Draft.make(at)
              const landed: Array<Tracking.Landed> = []
              const done = fresh.map(({ index, line, input }) => {
                const twin = screen === null || Either.isLeft(input) ? null : screen.find(input.right)
                if (twin !== null && twin.verdict === "same" && mode === "skip") return { index, twin, id: null }
                const id = Either.flatMap(input, (row) => {
                  Draft.beginAct(draft, track === null ? {} : { importId: track.id, line })
                  return Either.map(put(draft, row), (made) => {
                    screen?.landed(made, row)
                    landed.push([line, made])
                    return made
                  })
                })
                return { index, twin, id }
              })
              if (record !== null && landed.length > 0) Tracking.advance(draft, record, landed)
              if (draft.entries.length > 0) yield* storage.commit(Draft.changeSet(draft, null))
              return { done, record, written: landed, known: batch.length - fresh.length }
            }),
          )
          const { done, record, written, known } = yield* Engine.retrying(name, once)
          if (track !== null && record !== null) Tracking.learn(track, record, written)
          already += known
          const landed: Array<Progress["landed"][number]> = []
          for (const { index, id, twin } of done) {
            if (twin !== null && duplicates.length < kept)
              duplicates.push({ index, ...twin, imported: id !== null && Either.isRight(id) })
            if (id === null) skipped++
            else if (Either.isRight(id)) landed.push({ index, id: id.right })
            else skip(index, id.left)
          }
          imported += landed.length
          options.onProgress?.({ imported, skipped, landed })
        })
      let index = 0
      const next = (row: E): Row<I> => {
        const line = lineOf?.(index) ?? index
        return { index: index++, line, input: decode(row, name, null) }
      }
      yield* forEachBatch(rows, size, (batch) => land(batch.map(next)))
      if (track !== null) yield* Tracking.finish(engine, begun, track, skipped)
      return {
        imported,
        skipped,
        ...(track === null ? {} : { already }),
        problems,
        ...(mode === "create" ? {} : { duplicates }),
      }
    }).pipe(Effect.withSpan(`matchloop.${name}`, { captureStackTrace: false }))
}
