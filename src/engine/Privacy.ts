import * as Effect from "effect/Effect"
import * as Decode from "../domain/Decode.js"
import * as Draft from "../domain/Draft.js"
import * as Phone from "../domain/duplicate/Phone.js"
import * as Input from "../domain/Input.js"
import type { Entry, Json } from "../domain/Ledger.js"
import * as Noun from "../domain/Noun.js"
import { type NounName, nounOf, Nouns, type RecordOf, recordsOf } from "../domain/Nouns.js"
import * as Belonging from "../domain/person/Belonging.js"
import * as Erase from "../domain/privacy/Erase.js"
import { Conflict, NotFound } from "../domain/Refusal.js"
import { answered } from "../ports/BlobStore.js"
import type { Row } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Aliases from "./Aliases.js"
import * as Decoding from "./Decoding.js"
import * as Engine from "./Engine.js"
import * as Options from "./Options.js"
import { allRows, having } from "./Referring.js"
import * as Removed from "./Removed.js"
import { Session } from "./Session.js"

const names = Object.keys(Nouns) as ReadonlyArray<NounName>

/** The nouns whose records are a person's, so that what refers to them is, too. */
const owned = new Set<NounName>([
  "candidate",
  "contact",
  "consent",
  "submission",
  "interview",
  "offer",
  "placement",
  "note",
])

/** A record with its noun. */
export interface Kept {
  readonly noun: NounName
  readonly record: Row
}

/** Everything that tells of a candidate, but for the candidate's own record: what refers to it, and what to that. */
export const dossier = (
  engine: Engine.Engine,
  workspace: string,
  candidateId: string,
): Effect.Effect<ReadonlyArray<Kept>, StorageFailure> =>
  Effect.gen(function* () {
    const found = new Map<string, Kept>()
    let next: ReadonlyArray<string> = [candidateId]
    while (next.length > 0) {
      const fresh: Array<string> = []
      const add = (noun: NounName, rows: ReadonlyArray<Row>) => {
        for (const record of rows) {
          const id = String(record.id)
          // What names one of this person's records may be another's: a placement that replaces a fallen-off one, say.
          const another = typeof record.candidateId === "string" && record.candidateId !== candidateId
          if (found.has(id) || id === candidateId || noun === "opening" || another) continue
          found.set(id, { noun, record })
          if (owned.has(noun)) fresh.push(id)
        }
      }
      for (const noun of names) {
        for (const [field, { refers }] of Object.entries(Noun.allFields(Nouns[noun]))) {
          if (field === "subjects") {
            for (const id of next) add(noun, yield* allRows(engine, workspace, noun, { about: id }))
          } else if (refers !== undefined) {
            const named = next.filter((id) => id.startsWith(`${refers}_`))
            add(noun, yield* having(engine, workspace, noun, field, named))
          }
        }
      }
      const documents = [...found.values()].flatMap(({ noun, record }) =>
        noun === "consent" && typeof record.documentId === "string" ? [record.documentId] : [],
      )
      add("document", yield* engine.storage.get(workspace, "document", documents))
      next = fresh
    }
    return [...found.values()]
  })

/** The entries of merges since undone that wrote to the other record what was this person's. */
const undone = (engine: Engine.Engine, workspace: string, own: ReadonlyArray<Entry>, ids: ReadonlySet<string>) =>
  Effect.gen(function* () {
    const found: Array<Entry> = []
    for (const { act, patch, type } of own) {
      if (type !== "CandidatesMerged" || patch !== null) continue
      for (const entry of yield* engine.storage.entries(workspace, { act })) {
        if (entry.subject.type === "candidate" && !ids.has(entry.subject.id)) found.push(entry)
      }
    }
    return found
  })

/** What corrections of the person's entries said of others by the way: they give all the same reason. */
const beside = (engine: Engine.Engine, workspace: string, own: ReadonlyArray<Entry>) =>
  Effect.gen(function* () {
    const known = new Set<string>(own.map(({ id }) => id))
    const acts = new Set(own.flatMap(({ act, corrects }) => (corrects === null ? [] : [act])))
    if (acts.size === 0) return []
    return (yield* engine.storage.entries(workspace, { act: [...acts] })).filter(({ id }) => !known.has(id))
  })

/** The reasons among the records that are other people's as well: they are counted in, and tell of nobody. */
const buckets = (engine: Engine.Engine, workspace: string, candidateId: string, records: ReadonlyArray<Kept>) =>
  Effect.gen(function* () {
    const reasons = new Set(
      records.flatMap(({ record }) => (typeof record.endReason === "string" ? record.endReason : [])),
    )
    // What the system gives as a reason is the position's own, and tells of nobody.
    const shared = new Set([
      ...["merged", "erased", "offer accepted", "placed elsewhere", "position filled"],
      ...records.flatMap(({ record }) =>
        record.endParty === "system" && typeof record.endReason === "string" ? record.endReason : [],
      ),
    ])
    for (const reason of reasons) {
      for (const noun of ["submission", "placement"] as const) {
        const rows = yield* allRows(engine, workspace, noun, { field: "endReason", is: "eq", value: reason })
        if (rows.some((row) => row.candidateId !== candidateId)) shared.add(reason)
      }
    }
    return (text: string) => shared.has(text)
  })

/** A record that was taken away, by its entries: as it was in the end, at the version of the last; null without any. */
const asItWas = (entries: ReadonlyArray<Entry>): Row | null => {
  const last = entries.at(-1)
  if (last === undefined) return null
  return Object.assign({}, ...entries.map(({ patch }) => patch), { version: last.version })
}

const load = (engine: Engine.Engine, workspace: string, id: string) =>
  Effect.gen(function* () {
    const { storage } = engine
    const current = (yield* Aliases.currentOf(storage, workspace, id)) ?? id
    const isCandidate = nounOf(current) === "candidate"
    const [live] = isCandidate ? yield* storage.get(workspace, "candidate", [current]) : []
    const row = live ?? (isCandidate ? asItWas(yield* storage.entries(workspace, { subjects: [current] })) : null)
    if (row === null) return yield* new NotFound({ noun: "candidate", id, field: "id" })
    const candidate = yield* Decode.record("candidate", row)
    const formerIds = yield* Aliases.formersOf(storage, workspace, current)
    const records = yield* dossier(engine, workspace, current)
    const ids = new Set([current, ...formerIds, ...records.map(({ record }) => String(record.id))])
    const naming = yield* Effect.forEach(Belonging.elsewhere, ([noun, field]) =>
      having(engine, workspace, noun, field, [current, ...formerIds]),
    )
    const subjects = [...ids, ...naming.flat().map((row) => String(row.id))]
    const removed = yield* Removed.about(engine, workspace, new Set([current, ...formerIds]), [...ids], (noun) =>
      owned.has(noun),
    )
    const own = [...(yield* storage.entries(workspace, { subjects })), ...removed.entries]
    const openingIds = recordsOf("submission", records).flatMap(({ openingId }) => openingId ?? [])
    const openings: Array<RecordOf<"opening">> = []
    for (const opening of yield* storage.get(workspace, "opening", [...new Set(openingIds)]))
      openings.push(yield* Decode.record("opening", opening))
    const loaded: Erase.Loaded = {
      candidate,
      isGone: live === undefined,
      formerIds,
      holds: recordsOf("hold", records),
      records,
      openings,
      entries: [...own, ...(yield* undone(engine, workspace, own, ids))],
      beside: yield* beside(engine, workspace, own),
      removed,
      remembered: yield* storage.rememberedWith(workspace, [...ids, ...removed.ids]),
      isBucket: yield* buckets(engine, workspace, current, records),
    }
    return loaded
  })

const decode = Decoding.of(Erase.Erase)

/** Takes the bytes out of the host's store, or overwrites them where it can take nothing away. */
export const dropBlobs = (engine: Engine.Engine, workspace: string, keys: ReadonlyArray<string>) => {
  const { blobs } = engine.config
  return blobs === undefined
    ? Effect.void
    : Effect.forEach(
        keys,
        (key) =>
          answered("blobs.remove", () => blobs.remove?.(workspace, key) ?? blobs.put(workspace, key, new Uint8Array())),
        { discard: true },
      )
}

export interface Erased {
  readonly candidate: RecordOf<"candidate">
  readonly receipt: Erase.Receipt
}

export type EraseRun = (
  id: string,
  input: { readonly reason: string },
  options?: Options.Options,
) => Effect.Effect<Erased, Engine.CommandError, Session>

/**
 * Erases a person: a tombstone stays, and a receipt that tells nothing of them. `UnderLegalHold` while a hold lasts.
 * What the database's files still hold of it goes with the next `privacy.compact`.
 */
export const erase =
  (engine: Engine.Engine): EraseRun =>
  (id, raw, rawOptions) => {
    const name = "candidates.erase"
    return Effect.gen(function* () {
      if (!Input.isRef(id)) return yield* Decoding.wrong(name, null, ["id"], "is no id")
      const input = yield* decode(raw, name, id)
      const session = yield* Session
      const { workspace } = session
      const now = yield* engine.now
      const options = yield* Options.resolve(rawOptions, new Date(now).toISOString(), name, id)
      const context = Engine.contextOf(engine, session, name, now, options)
      const keyed = { name, input: [id, raw], options }
      const once = Effect.gen(function* () {
        const done = yield* Engine.remembered(engine, { workspace, ...keyed })
        if (done !== null) return { result: done as unknown as Erased, blobs: [] }
        const loaded = yield* load(engine, workspace, id)
        const { expectedVersion } = options
        const { version } = loaded.candidate
        if (expectedVersion !== null && expectedVersion !== version)
          return yield* new Conflict({ id, expected: expectedVersion, actual: version })
        const { draft, result } = yield* Erase.decide(loaded, input, context)
        const remembered = Engine.toRemember({ ...keyed, result: result as unknown as Json })
        yield* engine.storage.commit(Draft.changeSet(draft, remembered))
        return { result, blobs: draft.erasure?.blobs ?? [] }
      })
      const { result, blobs } = yield* Engine.retrying(id, engine.storage.unit(once))
      Phone.forget()
      yield* dropBlobs(engine, workspace, blobs)
      return result
    }).pipe(Effect.withSpan(`matchloop.${name}`, { captureStackTrace: false }))
  }
