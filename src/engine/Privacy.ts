import * as Effect from "effect/Effect"
import * as Decode from "../domain/Decode.js"
import * as Draft from "../domain/Draft.js"
import * as Phone from "../domain/duplicate/Phone.js"
import * as Input from "../domain/Input.js"
import type { Entry, Json } from "../domain/Ledger.js"
import * as Undoing from "../domain/merge/Undoing.js"
import { nounOf, type RecordOf, recordsOf } from "../domain/Nouns.js"
import * as Erase from "../domain/privacy/Erase.js"
import * as Personal from "../domain/privacy/Personal.js"
import * as Reason from "../domain/Reason.js"
import { Conflict, NotFound } from "../domain/Refusal.js"
import { answered } from "../ports/BlobStore.js"
import type { Row } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Aliases from "./Aliases.js"
import * as Decoding from "./Decoding.js"
import * as Dossier from "./Dossier.js"
import * as Engine from "./Engine.js"
import * as Options from "./Options.js"
import * as Removed from "./Removed.js"
import { Session } from "./Session.js"

/** The entries of merges since undone that wrote to the other record what was this person's. */
const undone = (engine: Engine.Engine, workspace: string, own: ReadonlyArray<Entry>, ids: ReadonlySet<string>) =>
  Effect.gen(function* () {
    const found: Array<Entry> = []
    for (const { act, subject } of Undoing.goings(own)) {
      for (const entry of yield* engine.storage.entries(workspace, { act })) {
        if (entry.subject.type === subject.type && !ids.has(entry.subject.id)) found.push(entry)
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

/** The nouns whose ends are counted by the reason, and are a person's. */
const reasoned = Dossier.nouns.filter((noun) => Dossier.owned.has(noun) && Draft.isPipeline(noun))

/** Every reason that the person's entries and records give, or gave. */
const reasonsIn = (entries: ReadonlyArray<Entry>, records: ReadonlyArray<Dossier.Kept>): ReadonlySet<string> => {
  const said = [
    ...entries.flatMap(({ data, patch, subject }) => [
      data.reason,
      ...(patch === null ? [] : Personal.reasons(subject.type, patch)),
    ]),
    ...records.flatMap(({ noun, record }) => Personal.reasons(noun, record)),
  ]
  return new Set(said.flatMap((reason) => (typeof reason === "string" && reason !== "" ? [reason] : [])))
}

/**
 * The reasons that somebody else was ever given as well: they are counted by them, as of then where not any more. The
 * ledger knows all of those, of whoever was erased and of what was taken back, too.
 */
const buckets = (
  engine: Engine.Engine,
  workspace: string,
  reasons: ReadonlySet<string>,
  besides: ReadonlyArray<string>,
) =>
  Effect.gen(function* () {
    const shared = new Set<string>()
    for (const reason of reasons) {
      if (Reason.isOwn(reason)) continue
      const [others] = yield* engine.storage.entries(workspace, { reason, of: reasoned, besides })
      if (others !== undefined) shared.add(reason)
    }
    return (text: string) => Reason.isOwn(text) || shared.has(text)
  })

/** Which of the sources somebody else came from as well, as their records say now. */
const others = (engine: Engine.Engine, workspace: string, sources: ReadonlySet<string>, own: ReadonlySet<string>) =>
  Effect.gen(function* () {
    const shared = new Set<string>()
    for (const source of sources)
      for (const noun of ["candidate", "submission"] as const) {
        if (shared.has(source)) break
        // One more than the person can have.
        const rows = yield* engine.storage.list({
          workspace,
          noun,
          filter: { field: "source", is: "eq", value: source },
          order: { field: "id", direction: "asc" },
          limit: own.size + 1,
          after: null,
        })
        if (rows.some(({ id }) => !own.has(String(id)))) shared.add(source)
      }
    return (source: string) => shared.has(source)
  })

/** A record that was taken away, by its entries: as it was in the end, at the version of the last; null without any. */
const asItWas = (entries: ReadonlyArray<Entry>): Row | null => {
  const last = entries.at(-1)
  if (last === undefined) return null
  return Object.assign({}, ...entries.map(({ patch }) => patch), { version: last.version })
}

/** The nouns of which a record is a human's. */
export type Person = "candidate" | "contact"

/** Whose record an id is, as it is or was in the end. A contact who is linked is who the candidate is. */
const person = (engine: Engine.Engine, workspace: string, noun: Person, id: string) =>
  Effect.gen(function* () {
    const { storage } = engine
    const current = (yield* Aliases.currentOf(storage, workspace, id)) ?? id
    const isOne = nounOf(current) === noun
    const [live] = isOne ? yield* storage.get(workspace, noun, [current]) : []
    const row = live ?? (isOne ? asItWas(yield* storage.entries(workspace, { subjects: [current] })) : null)
    if (row === null) return yield* new NotFound({ noun, id, field: "id" })
    const asked = yield* Decode.record(noun, row)
    const linked = live !== undefined && typeof row.candidateId === "string" ? [row.candidateId] : []
    const [candidate] = yield* storage.get(workspace, "candidate", linked)
    return candidate === undefined
      ? { asked, noun, row, id: current, isGone: live === undefined }
      : { asked, noun: "candidate" as const, row: candidate, id: String(candidate.id), isGone: false }
  })

const load = (engine: Engine.Engine, workspace: string, noun: Person, id: string) =>
  Effect.gen(function* () {
    const { storage } = engine
    const { asked, id: current, isGone, noun: as, row } = yield* person(engine, workspace, noun, id)
    const all = yield* Dossier.of(engine, workspace, current)
    const records = all.filter(({ noun }) => noun !== "contact")
    const people = [{ noun: as, record: row }, ...all.filter(({ noun }) => noun === "contact")]
    const [candidate = null] = yield* Effect.forEach(recordsOf("candidate", people), (one) =>
      Decode.record("candidate", one),
    )
    const contacts = yield* Effect.forEach(recordsOf("contact", people), (one) => Decode.record("contact", one))
    const roles = [...new Set([current, ...people.map(({ record }) => String(record.id))])]
    const formerIds = yield* Aliases.formersOf(storage, workspace, ...roles)
    const ids = new Set([...roles, ...formerIds, ...all.map(({ record }) => String(record.id))])
    const naming = yield* Dossier.elsewhere(engine, workspace, [...roles, ...formerIds])
    const subjects = [...ids, ...naming.map(({ record }) => String(record.id))]
    const removed = yield* Removed.about(engine, workspace, new Set([current, ...formerIds]), [...ids], (noun) =>
      Dossier.owned.has(noun),
    )
    const own = [...(yield* storage.entries(workspace, { subjects })), ...removed.entries]
    const entries = [...own, ...(yield* undone(engine, workspace, own, ids))]
    const openingIds = recordsOf("submission", records).flatMap(({ openingId }) => openingId ?? [])
    const openings: Array<RecordOf<"opening">> = []
    for (const opening of yield* storage.get(workspace, "opening", [...new Set(openingIds)]))
      openings.push(yield* Decode.record("opening", opening))
    const loaded: Erase.Loaded = {
      candidate,
      contacts,
      isGone,
      formerIds,
      holds: recordsOf("hold", records),
      records,
      openings,
      entries,
      beside: yield* beside(engine, workspace, own),
      removed,
      remembered: yield* storage.rememberedWith(workspace, [...ids, ...removed.ids]),
      isOthers: yield* buckets(engine, workspace, reasonsIn(entries, [...people, ...records]), [
        ...ids,
        ...removed.ids,
      ]),
      isShared: yield* others(engine, workspace, Erase.sourcesIn({ candidate, entries, records }), ids),
    }
    return { asked, loaded }
  })

const decode = Decoding.of(Erase.Erase)

/** What would become of the sources of whoever has an id, if they were erased. */
export const foreseen = (engine: Engine.Engine, workspace: string, noun: Person, id: string, instead: string | null) =>
  Effect.map(load(engine, workspace, noun, id), ({ loaded }) => Erase.sourcesOf(loaded, instead).fate)

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

/**
 * Whether an act is all that was written in a workspace since a place of the feed. It waits until what was written
 * before the act can be seen, as long as commits take.
 */
const wroteAlone = (
  engine: Engine.Engine,
  workspace: string,
  written: { readonly since: string; readonly act: string },
  tries: number,
): Effect.Effect<boolean, StorageFailure> =>
  Effect.gen(function* () {
    const { entries } = yield* engine.storage.ledger(workspace, { after: written.since, limit: 1000 })
    if (entries.some(({ act }) => act === written.act)) return entries.every(({ act }) => act === written.act)
    if (tries === 0 || entries.length === 1000) return false
    yield* Effect.sleep(5)
    return yield* wroteAlone(engine, workspace, written, tries - 1)
  })

export type EraseRun<A> = (
  id: string,
  input: typeof Erase.Erase.Encoded,
  options?: Options.Options,
) => Effect.Effect<A, Engine.CommandError, Session>

/** Erases whose record an id is. `of` says what is left of whom it was asked about. */
const erasing =
  <A>(name: string, noun: Person, of: (left: Erase.Erased, id: string) => A | null) =>
  (engine: Engine.Engine): EraseRun<A> =>
  (id, raw, rawOptions) =>
    Effect.gen(function* () {
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
        if (done !== null) return { result: done as unknown as A, blobs: [], written: null }
        const since = yield* engine.storage.end(workspace)
        const { asked, loaded } = yield* load(engine, workspace, noun, id)
        const { expectedVersion } = options
        if (expectedVersion !== null && expectedVersion !== asked.version)
          return yield* new Conflict({ id, expected: expectedVersion, actual: asked.version })
        const { draft, result: left } = yield* Erase.decide(loaded, input, context)
        const result = of(left, asked.id)
        if (result === null) return yield* new NotFound({ noun, id, field: "id" })
        const remembered = Engine.toRemember({ ...keyed, result: result as unknown as Json })
        yield* engine.storage.commit(Draft.changeSet(draft, remembered))
        return { result, blobs: draft.erasure?.blobs ?? [], written: { since, act: draft.act } }
      })
      /** Takes what was said of the person while they were erased, as it would be by erasing them again. */
      const again = Effect.gen(function* () {
        const { loaded } = yield* load(engine, workspace, noun, id)
        const { draft: seen } = yield* Erase.decide(loaded, input, context)
        if (!Erase.takes(seen)) return []
        const later = Engine.contextOf(engine, session, name, now, options)
        const { draft } = yield* Erase.decide(loaded, input, later)
        yield* engine.storage.commit(Draft.changeSet(draft, null))
        return draft.erasure?.blobs ?? []
      })
      const { result, blobs, written } = yield* Engine.retrying(id, engine.storage.unit(once))
      const isAlone = written === null || (yield* wroteAlone(engine, workspace, written, 20))
      const late = isAlone
        ? []
        : yield* Engine.retrying(id, engine.storage.unit(again)).pipe(
            // Somebody holds what was said since: it stays until they release it.
            Effect.catchTag("UnderLegalHold", () => Effect.succeed([])),
          )
      Phone.forget()
      yield* dropBlobs(engine, workspace, [...blobs, ...late])
      return result
    }).pipe(Effect.withSpan(`matchloop.${name}`, { captureStackTrace: false }))

/** What is left of a candidate. */
export interface ErasedCandidate {
  readonly candidate: RecordOf<"candidate">
  readonly receipt: Erase.Receipt
}

/** What is left of a contact. */
export interface ErasedContact {
  readonly contact: RecordOf<"contact">
  readonly receipt: Erase.Receipt
}

/**
 * Erases a person: a tombstone stays, and a receipt that tells nothing of them. `UnderLegalHold` while a hold lasts.
 * What the database's files still hold of it goes with the next `privacy.compact`.
 */
export const erase = erasing("candidates.erase", "candidate", ({ candidate, receipt }): ErasedCandidate | null =>
  candidate === null ? null : { candidate, receipt },
)

/** The same for a person at a company, and for the candidate who is the same human where the two are linked. */
export const eraseContact = erasing(
  "clients.contacts.erase",
  "contact",
  ({ contacts, receipt }, id): ErasedContact | null => {
    const contact = contacts.find((one) => one.id === id)
    return contact === undefined ? null : { contact, receipt }
  },
)
