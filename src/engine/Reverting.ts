import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Decode from "../domain/Decode.js"
import * as Draft from "../domain/Draft.js"
import type { Import } from "../domain/import/Import.js"
import * as Input from "../domain/Input.js"
import type { Entry } from "../domain/Ledger.js"
import { nounOf } from "../domain/Nouns.js"
import { CorrectionRefused, type CorruptRecord, NotFound, type Refusal } from "../domain/Refusal.js"
import type { StorageFailure } from "../ports/StorageError.js"
import { correct, type Correct } from "./Correcting.js"
import * as Decoding from "./Decoding.js"
import * as Engine from "./Engine.js"
import * as Options from "./Options.js"
import { Session } from "./Session.js"
import * as Tracking from "./Tracking.js"

/** A row that was not taken back, and why. */
export interface Stayed {
  readonly line: number
  readonly id: string
  readonly refusal: Refusal | CorruptRecord
}

export interface Reverted {
  readonly import: Import
  readonly reverted: number
  readonly stayed: ReadonlyArray<Stayed>
}

export type Revert = (
  importId: string,
  input: { readonly reason: string },
  options?: { readonly onProgress?: (progress: { readonly reverted: number; readonly stayed: number }) => void },
) => Effect.Effect<Reverted, Engine.CommandError, Session>

const name = "imports.revert"
const decode = Decoding.of(Schema.Struct({ reason: Input.Line }))
const decodeOptions = Decoding.of(
  Schema.Struct({
    onProgress: Schema.optional(
      Schema.declare(
        (value): value is (progress: { readonly reverted: number; readonly stayed: number }) => void =>
          typeof value === "function",
        { message: () => "is no function" },
      ),
    ),
  }),
)

/** Rows whose histories are read at once. */
const batch = 200

const find = (engine: Engine.Engine, workspace: string, importId: string) =>
  Effect.gen(function* () {
    const [row] = nounOf(importId) === "import" ? yield* engine.storage.get(workspace, "import", [importId]) : []
    const found =
      row === undefined ? yield* Tracking.named(engine, workspace, importId) : yield* Decode.record("import", row)
    return found ?? (yield* new NotFound({ noun: "import", id: importId, field: "importId" }))
  })

/** Writes how far the import is taken back. */
const mark = (engine: Engine.Engine, session: Session, id: string, patch: Pick<Import, "status" | "reverted">) =>
  Effect.gen(function* () {
    const { storage } = engine
    const now = yield* engine.now
    const options = yield* Options.resolve(undefined, new Date(now).toISOString(), name, id)
    const context = Engine.contextOf(engine, session, name, now, options)
    const once = storage.unit(
      Effect.gen(function* () {
        const record = yield* find(engine, session.workspace, id)
        const draft = Draft.make(context)
        const type = patch.status === "reverted" ? "ImportReverted" : "ImportRevertBegun"
        const after = Draft.update(draft, "import", record, type, patch)
        if (draft.entries.length > 0) yield* storage.commit(Draft.changeSet(draft, null))
        return after
      }),
    )
    return yield* Engine.retrying(id, once)
  })

/** What somebody wrote about the record, which would be about nothing. */
const written = (
  { storage }: Engine.Engine,
  workspace: string,
  entry: Entry,
): Effect.Effect<CorrectionRefused | null, StorageFailure> =>
  Effect.gen(function* () {
    for (const noun of ["note", "document"] as const) {
      const order = { field: "id", direction: "asc" } as const
      const filter = { about: entry.subject.id }
      const rows = yield* storage.list({ workspace, noun, filter, order, limit: 50, after: null })
      if (rows.length === 0) continue
      const later = yield* storage.entries(workspace, { subjects: rows.map(({ id }) => String(id)) })
      const laterEntryIds = later.map(({ id }) => id)
      return new CorrectionRefused({ entryId: entry.id, because: "built upon", laterEntryIds })
    }
    return null
  })

/** Takes one row back, or tells why not. One that was taken back before counts as done. */
const takeBack = (
  engine: Engine.Engine,
  run: Correct,
  entry: Entry,
  reason: string,
): Effect.Effect<Either.Either<null, Refusal | CorruptRecord>, Engine.CommandError, Session> =>
  Effect.gen(function* () {
    const { workspace } = yield* Session
    const about = yield* written(engine, workspace, entry)
    if (about !== null) return Either.left(about)
    return yield* Effect.matchEffect(run(entry.id, { reason }), {
      onSuccess: () => Effect.succeed(Either.right(null)),
      onFailure: (error): Effect.Effect<Either.Either<null, Refusal | CorruptRecord>, Engine.CommandError> => {
        switch (error._tag) {
          case "CorrectionRefused":
            return Effect.succeed(error.because === "corrected" ? Either.right(null) : Either.left(error))
          case "ConnectionLost":
          case "StorageTimeout":
          case "StorageFault":
          case "StorageFull":
          case "IdempotencyKeyReused":
            return Effect.fail(error)
          default:
            return Effect.succeed(Either.left(error))
        }
      },
    })
  })

/**
 * Takes back every row of an import that nobody has built upon, the newest first, each an act of its own. Called again,
 * it goes on where it was cut short.
 */
export const revert = (engine: Engine.Engine): Revert => {
  const run = correct(engine)
  return (importId, raw, rawOptions) =>
    Effect.gen(function* () {
      if (!Input.isRef(importId)) return yield* Decoding.wrong(name, null, ["importId"], "is no id")
      const { reason } = yield* decode(raw, name, importId)
      const { onProgress } = yield* decodeOptions(rawOptions ?? {}, name, importId)
      const session = yield* Session
      const { workspace } = session
      const { storage } = engine
      const { id, reverted: before } = yield* find(engine, workspace, importId)
      // From here on, a run that goes on with the import is refused.
      yield* mark(engine, session, id, { status: "reverting", reverted: before })
      const history = yield* storage.entries(workspace, { subjects: [id] })
      const rows = history.flatMap(Tracking.landedIn).toReversed()
      const stayed: Array<Stayed> = []
      let reverted = 0
      for (let from = 0; from < rows.length; from += batch) {
        const some = rows.slice(from, from + batch)
        const first = new Map<string, Entry>()
        for (const entry of yield* storage.entries(workspace, { subjects: some.map(([, one]) => one) }))
          if (!first.has(entry.subject.id)) first.set(entry.subject.id, entry)
        for (const [line, one] of some) {
          const entry = first.get(one)
          if (entry === undefined) continue
          const done = yield* takeBack(engine, run, entry, reason)
          if (Either.isRight(done)) reverted++
          else stayed.push({ line, id: one, refusal: done.left })
        }
        onProgress?.({ reverted, stayed: stayed.length })
      }
      const record = yield* mark(engine, session, id, { status: "reverted", reverted })
      return { import: record, reverted, stayed: stayed.toReversed() }
    }).pipe(Effect.withSpan(`matchloop.${name}`, { captureStackTrace: false }))
}
