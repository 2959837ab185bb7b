import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Context } from "../domain/Context.js"
import * as Decode from "../domain/Decode.js"
import * as Draft from "../domain/Draft.js"
import type { Import, Importable } from "../domain/import/Import.js"
import type { Entry } from "../domain/Ledger.js"
import type { CorruptRecord } from "../domain/Refusal.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Decoding from "./Decoding.js"
import * as Engine from "./Engine.js"

/** A row that landed: its line in the source, and the id that it was given. */
export type Landed = readonly [line: number, id: string]

const isLanded = Schema.is(Schema.Array(Schema.Tuple(Schema.Number, Schema.String)))

/** The rows that an entry of an import tells of. */
export const landedIn = ({ data }: Entry): ReadonlyArray<Landed> => (isLanded(data.landed) ? data.landed : [])

/** What a run of an import knows of the import: which lines have landed as of a version of its record. */
export interface Track {
  readonly id: Import["id"]
  version: number
  lines: Set<number>
}

/** The import that a caller named. */
export const named = (
  { storage }: Engine.Engine,
  workspace: string,
  key: string,
): Effect.Effect<Import | null, StorageFailure | CorruptRecord> =>
  Effect.gen(function* () {
    const filter = { field: "key", is: "eq", value: key } as const
    const order = { field: "id", direction: "asc" } as const
    const [row] = yield* storage.list({ workspace, noun: "import", filter, order, limit: 1, after: null })
    return row === undefined ? null : yield* Decode.record("import", row)
  })

const refusal = ({ status, noun }: Import, wanted: Importable, command: string) => {
  if (noun !== wanted) return Decoding.wrong(command, null, ["importId"], `is an import of another noun: ${noun}`)
  return status === "reverting" || status === "reverted"
    ? Decoding.wrong(command, null, ["importId"], "is an import that was reverted: name this one anew")
    : null
}

/** Begins an import, or goes on with the one of this name. */
export const begin = (
  engine: Engine.Engine,
  context: Context,
  { key, noun, name, mapping }: Pick<Import, "key" | "noun" | "name" | "mapping">,
) =>
  Effect.gen(function* () {
    const { workspace, command, now } = context
    const { storage } = engine
    const once = storage.unit(
      Effect.gen(function* () {
        const found = yield* named(engine, workspace, key)
        if (found !== null) return found
        const draft = Draft.make(context)
        const counts = { imported: 0, skipped: 0, reverted: 0 }
        const begun = {
          key,
          noun,
          name,
          mapping,
          status: "running",
          ...counts,
          startedAt: now,
          finishedAt: null,
        } as const
        const made = Draft.create(draft, "import", "ImportStarted", begun)
        yield* storage.commit(Draft.changeSet(draft, null))
        return made
      }),
    )
    const record = yield* Engine.retrying(command, once)
    const refused = refusal(record, noun, command)
    if (refused !== null) return yield* refused
    const track: Track = { id: record.id, version: 0, lines: new Set() }
    return track
  })

/** The import as it stands, inside of a unit; another run may have landed lines meanwhile. */
export const current = (engine: Engine.Engine, { workspace, command }: Context, track: Track) =>
  Effect.gen(function* () {
    const [row] = yield* engine.storage.get(workspace, "import", [track.id])
    const record = yield* Decode.record("import", row ?? { id: track.id })
    const refused = refusal(record, record.noun, command)
    if (refused !== null) return yield* refused
    if (record.version !== track.version) {
      const entries = yield* engine.storage.entries(workspace, { subjects: [track.id] })
      track.lines = new Set(entries.flatMap((entry) => landedIn(entry).map(([line]) => line)))
      track.version = record.version
    }
    return record
  })

/** Writes on the rows' draft that they have landed: the import knows of a row if and only if the row is there. */
export const advance = (draft: Draft.Draft, record: Import, landed: ReadonlyArray<Landed>): void => {
  Draft.beginAct(draft)
  const imported = record.imported + landed.length
  Draft.update(draft, "import", record, "ImportAdvanced", { imported }, { landed })
}

/** Keeps in mind what was committed, so that nothing is read again while nobody else is at it. */
export const learn = (track: Track, record: Import, landed: ReadonlyArray<Landed>): void => {
  if (landed.length === 0 || record.version !== track.version) return
  track.version++
  for (const [line] of landed) track.lines.add(line)
}

/** Writes that a run came to its end. */
export const finish = (engine: Engine.Engine, context: Context, track: Track, skipped: number) =>
  Engine.retrying(
    track.id,
    engine.storage.unit(
      Effect.gen(function* () {
        const record = yield* current(engine, context, track)
        if (record.status === "finished" && record.skipped === skipped) return
        const draft = Draft.make(context)
        const patch = { status: "finished", skipped, finishedAt: context.now } as const
        Draft.update(draft, "import", record, "ImportFinished", patch)
        yield* engine.storage.commit(Draft.changeSet(draft, null))
      }),
    ),
  )
