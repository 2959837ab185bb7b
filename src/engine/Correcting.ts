import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Correction from "../domain/Correction.js"
import * as Draft from "../domain/Draft.js"
import * as Input from "../domain/Input.js"
import type { Entry } from "../domain/Ledger.js"
import * as Noun from "../domain/Noun.js"
import { type NounName, Nouns } from "../domain/Nouns.js"
import { CorrectionRefused, NotFound } from "../domain/Refusal.js"
import type { Row } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Decoding from "./Decoding.js"
import * as Engine from "./Engine.js"
import * as Options from "./Options.js"
import { Session } from "./Session.js"

const name = "ledger.correct"
const decode = Decoding.of(Schema.Struct({ reason: Input.Line }))

const byNoun = (act: ReadonlyArray<Entry>): ReadonlyArray<readonly [NounName, ReadonlyArray<string>]> => {
  const ids = new Map<NounName, Set<string>>()
  for (const { subject } of act) ids.set(subject.type, (ids.get(subject.type) ?? new Set()).add(subject.id))
  return [...ids].map(([noun, set]) => [noun, [...set]] as const)
}

const names = Object.keys(Nouns) as ReadonlyArray<NounName>

/** A record that refers to one that a correction would take away, beside those that the correction itself settles. */
const referrer = (
  engine: Engine.Engine,
  workspace: string,
  correction: Correction.Correction,
): Effect.Effect<string | null, StorageFailure> =>
  Effect.gen(function* () {
    for (const id of correction.removed) {
      const prefix = id.slice(0, id.lastIndexOf("_"))
      for (const noun of names) {
        for (const [field, { refers }] of Object.entries(Noun.allFields(Nouns[noun]))) {
          if (refers !== prefix) continue
          const filter = { field, is: "eq", value: id } as const
          const order = { field: "id", direction: "asc" } as const
          const rows = yield* engine.storage.list({ workspace, noun, filter, order, limit: 50, after: null })
          const stays = rows.find((row) => {
            const left = correction.records[String(row.id)]
            return (
              left === undefined ||
              (left !== null && typeof left === "object" && field in left && (left as Row)[field] === id)
            )
          })
          if (stays !== undefined) return String(stays.id)
        }
      }
    }
    return null
  })

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

/**
 * Takes back a mistaken entry with everything that its command did: reports stop counting it, the ledger keeps both.
 * Refused with `CorrectionRefused` where later facts rest on it.
 */
export const correct =
  (engine: Engine.Engine): Correct =>
  (entryId, raw, rawOptions) =>
    Effect.gen(function* () {
      if (!Input.isRef(entryId)) return yield* Decoding.wrong(name, null, ["entryId"], "is no id")
      const { reason } = yield* decode(raw, name, entryId)
      const session = yield* Session
      const { workspace } = session
      const { storage } = engine
      const now = yield* engine.now
      const options = yield* Options.resolve(rawOptions, new Date(now).toISOString(), name, entryId)
      const context = Engine.contextOf(engine, session, name, now, options)
      const once = Effect.gen(function* () {
        const done = yield* Engine.remembered(engine, { workspace, name, input: [entryId, raw], options })
        if (done !== null) return done as unknown as Corrected
        const [entry] = yield* storage.entries(workspace, { id: entryId })
        if (entry === undefined) return yield* new NotFound({ noun: "entry", id: entryId, field: "entryId" })
        const act = yield* storage.entries(workspace, { act: entry.act })
        const subjects = [...new Set(act.map(({ subject }) => subject.id))]
        const histories = new Map<string, Array<Entry>>()
        for (const one of yield* storage.entries(workspace, { subjects })) {
          histories.set(one.subject.id, [...(histories.get(one.subject.id) ?? []), one])
        }
        const records = new Map<string, Row>()
        for (const [noun, ids] of byNoun(act)) {
          for (const row of yield* storage.get(workspace, noun, ids)) records.set(String(row.id), row)
        }
        const decision = Correction.correct({ entry, act, histories, records }, reason, context)
        const { draft, result } = yield* decision
        const holder = yield* referrer(engine, workspace, result)
        if (holder !== null) {
          const later = yield* storage.entries(workspace, { subjects: [holder] })
          return yield* new CorrectionRefused({
            entryId,
            because: "built upon",
            laterEntryIds: later.map(({ id }) => id),
          })
        }
        const answer: Corrected = { corrected: result.corrected, removed: result.removed }
        yield* storage.commit(
          Draft.changeSet(draft, Engine.toRemember({ name, input: [entryId, raw], options, result: { ...answer } })),
        )
        return answer
      })
      return yield* Engine.retrying(entryId, storage.unit(once))
    }).pipe(
      Effect.withSpan(`matchloop.${name}`, {
        attributes: Input.isRef(entryId) ? { "matchloop.entry": entryId } : {},
        captureStackTrace: false,
      }),
    )
