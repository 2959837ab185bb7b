import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Decode from "../domain/Decode.js"
import * as Draft from "../domain/Draft.js"
import type { Import } from "../domain/import/Import.js"
import * as Input from "../domain/Input.js"
import { nounOf } from "../domain/Nouns.js"
import { type CorruptRecord, NotFound, type Refusal } from "../domain/Refusal.js"
import * as Decoding from "./Decoding.js"
import * as Engine from "./Engine.js"
import * as Options from "./Options.js"
import { Session } from "./Session.js"
import { takingBack } from "./TakingBack.js"
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

/** Rows that are taken back at once. */
const batch = 500

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

/**
 * Takes back every row of an import that nobody has built upon, the newest first, each an act of its own, many in one
 * commit. Called again, it goes on where it was cut short.
 */
export const revert = (engine: Engine.Engine): Revert => {
  const takeBack = takingBack(engine, name)
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
        for (const { done, row } of yield* takeBack(rows.slice(from, from + batch), reason)) {
          const [line, one] = row
          if (Either.isRight(done)) reverted++
          else stayed.push({ line, id: one, refusal: done.left })
        }
        onProgress?.({ reverted, stayed: stayed.length })
      }
      const record = yield* mark(engine, session, id, { status: "reverted", reverted })
      return { import: record, reverted, stayed: stayed.toReversed() }
    }).pipe(Effect.withSpan(`matchloop.${name}`, { captureStackTrace: false }))
}
