import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { ChangeSet } from "../domain/ChangeSet.js"
import * as Correction from "../domain/Correction.js"
import * as Draft from "../domain/Draft.js"
import type { Fact } from "../domain/Fact.js"
import * as Input from "../domain/Input.js"
import type { Entry } from "../domain/Ledger.js"
import type { Mergeable } from "../domain/merge/Aliasing.js"
import * as Undoing from "../domain/merge/Undoing.js"
import { type NounName, nounOf } from "../domain/Nouns.js"
import * as References from "../domain/References.js"
import { Conflict, CorrectionRefused, NotFound } from "../domain/Refusal.js"
import type { Row, Storage } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Aliases from "./Aliases.js"
import * as Decoding from "./Decoding.js"
import * as Engine from "./Engine.js"
import { hold } from "./Holding.js"
import * as Options from "./Options.js"
import { allRows } from "./Referring.js"
import { builtUpon, resting } from "./Resting.js"
import * as Returning from "./Returning.js"
import { Session } from "./Session.js"

const decode = Decoding.of(Schema.Struct({ reason: Input.Line }))

const byNoun = (act: ReadonlyArray<Entry>): ReadonlyArray<readonly [NounName, ReadonlyArray<string>]> => {
  const ids = new Map<NounName, Set<string>>()
  for (const { subject } of act) ids.set(subject.type, (ids.get(subject.type) ?? new Set()).add(subject.id))
  return [...ids].map(([noun, set]) => [noun, [...set]] as const)
}

/** What took back: the entries that no longer count, and the records that are gone. */
export interface Corrected {
  readonly corrected: ReadonlyArray<string>
  readonly removed: ReadonlyArray<string>
}

export type Correct = (
  entryId: string,
  input: { readonly reason: string },
  options?: Options.Options,
) => Effect.Effect<Corrected, Engine.CommandError, Session>

/** Which act is taken back, for an id that a caller gave. */
interface Taking {
  readonly name: string
  readonly field: string
  /** The type of the entries that say so. */
  readonly type: Fact
  readonly entry: (workspace: string, id: string) => Effect.Effect<Entry, NotFound | StorageFailure>
}

/** What stands today for those whom the act's subjects ever named, but for whom the act itself took away. */
const since = (
  { storage }: Engine.Engine,
  workspace: string,
  { act, histories }: Pick<Correction.Loaded, "act" | "histories">,
): Effect.Effect<ReadonlyMap<string, string>, StorageFailure> => {
  const named = [...histories.values()].flatMap((history) =>
    history.flatMap(({ patch, subject }) => (patch === null ? [] : References.named(subject.type, patch))),
  )
  const back = new Set(Undoing.goings(act).map(({ subject }) => subject.id))
  return Aliases.currentsOf(storage, workspace, [...new Set(named)], back)
}

/** What has come to rest on a merge, if the act is one: the ids of the entries. */
const sharing = (
  engine: Engine.Engine,
  workspace: string,
  { act, histories }: Pick<Correction.Loaded, "act" | "histories">,
): Effect.Effect<ReadonlyArray<string>, StorageFailure> =>
  Effect.gen(function* () {
    const survivor = Undoing.survivor(act)
    if (survivor === undefined) return []
    const { storage } = engine
    const { recordedAt: since, subject } = survivor
    const submissions =
      subject.type === "candidate"
        ? yield* allRows(engine, workspace, "submission", { field: "candidateId", is: "eq", value: subject.id })
        : []
    const { entries, submissionIds } = Undoing.restingOn(act, histories, submissions)
    const resting = submissionIds.length === 0 ? [] : yield* storage.entries(workspace, { subjects: submissionIds })
    return [...entries, ...resting.filter(({ recordedAt }) => recordedAt >= since)].map(({ id }) => id)
  })

/** Who would be named again and is no more: what they went by has to be taken back before. */
const missing = (storage: Storage, workspace: string, named: ChangeSet["named"]) =>
  Effect.map(
    Effect.forEach(named, ({ id, noun }) =>
      Effect.map(storage.get(workspace, noun, [id]), (rows) => (rows.length === 0 ? [{ id, names: null }] : [])),
    ),
    (holders) => holders.flat(),
  )

const taking =
  (engine: Engine.Engine, { name, field, type, entry: find }: Taking): Correct =>
  (id, raw, rawOptions) =>
    Effect.gen(function* () {
      if (!Input.isRef(id)) return yield* Decoding.wrong(name, null, [field], "is no id")
      const { reason } = yield* decode(raw, name, id)
      const session = yield* Session
      const { workspace } = session
      const { storage } = engine
      const now = yield* engine.now
      const options = yield* Options.resolve(rawOptions, new Date(now).toISOString(), name, id)
      const context = Engine.contextOf(engine, session, name, now, options)
      const once = storage.locking((lock) =>
        Effect.gen(function* () {
          const done = yield* Engine.remembered(engine, { workspace, name, input: [id, raw], options })
          if (done !== null) return done as unknown as Corrected
          const entry = yield* find(workspace, id)
          const act = yield* storage.entries(workspace, { act: entry.act })
          yield* hold(storage, workspace, act, lock)
          const subjects = [...new Set(act.map(({ subject }) => subject.id))]
          const histories = new Map<string, Array<Entry>>()
          for (const one of yield* storage.entries(workspace, { subjects })) {
            histories.set(one.subject.id, [...(histories.get(one.subject.id) ?? []), one])
          }
          const records = new Map<string, Row>()
          for (const [noun, ids] of byNoun(act)) {
            for (const row of yield* storage.get(workspace, noun, ids)) records.set(String(row.id), row)
          }
          const survivor = records.get(Undoing.survivor(act)?.subject.id ?? "")
          const { expectedVersion } = options
          if (expectedVersion !== null && survivor !== undefined && survivor.version !== expectedVersion)
            return yield* new Conflict({ id, expected: expectedVersion, actual: Number(survivor.version) })
          const shared = yield* sharing(engine, workspace, { act, histories })
          if (shared.length > 0)
            return yield* new CorrectionRefused({ entryId: entry.id, because: "built upon", laterEntryIds: shared })
          const currents = yield* since(engine, workspace, { act, histories })
          const decision = Correction.correct({ entry, act, currents, histories, records }, reason, context, type)
          const { draft, result } = yield* decision
          Returning.give(draft, yield* Returning.returned(storage, workspace, act))
          const taken = { correction: result, before: records }
          const holders = yield* (yield* resting(engine, workspace, [taken]))(taken)
          if (holders.length > 0) return yield* yield* builtUpon(engine, workspace, entry.id, holders)
          const answer: Corrected = { corrected: result.corrected, removed: result.removed }
          const remembered = Engine.toRemember({ name, input: [id, raw], options, result: { ...answer } })
          const changes = Draft.changeSet(draft, remembered)
          const gone = yield* missing(storage, workspace, changes.named)
          if (gone.length > 0) return yield* yield* builtUpon(engine, workspace, entry.id, gone)
          yield* storage.commit(changes)
          return answer
        }),
      )
      return yield* Engine.retrying(id, once)
    }).pipe(
      Effect.withSpan(`matchloop.${name}`, {
        attributes: Input.isRef(id) ? { [`matchloop.${field}`]: id } : {},
        captureStackTrace: false,
      }),
    )

/**
 * Takes back a mistaken entry with everything that its command did: reports stop counting it, the ledger keeps both.
 * Refused with `CorrectionRefused` where later facts rest on it.
 */
export const correct = (engine: Engine.Engine): Correct =>
  taking(engine, {
    name: "ledger.correct",
    field: "entryId",
    type: "EntryCorrected",
    entry: (workspace, id) =>
      Effect.flatMap(engine.storage.entries(workspace, { id }), ([entry]) =>
        entry === undefined
          ? Effect.fail(new NotFound({ noun: "entry", id, field: "entryId" }))
          : Effect.succeed(entry),
      ),
  })

/**
 * Makes two of one again, by the former id: what was made since stays with the surviving record. Refused with
 * `CorrectionRefused` where what both would share has moved on.
 */
export const unmerge = (engine: Engine.Engine, noun: Mergeable, namespace: string): Correct =>
  taking(engine, {
    name: `${namespace}.unmerge`,
    field: "id",
    type: "MergeUndone",
    entry: (workspace, id) =>
      Effect.gen(function* () {
        const { storage } = engine
        const [alias] = yield* allRows(engine, workspace, "alias", { field: "formerId", is: "eq", value: id })
        const [given] =
          alias === undefined || nounOf(id) !== noun
            ? []
            : yield* storage.entries(workspace, { subjects: [String(alias.id)] })
        return given ?? (yield* new NotFound({ noun, id, field: "id" }))
      }),
  })
