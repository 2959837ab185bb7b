import * as Effect from "effect/Effect"
import type { Candidate } from "../domain/candidate/Candidate.js"
import type { Contact } from "../domain/client/Contact.js"
import * as Decode from "../domain/Decode.js"
import * as Input from "../domain/Input.js"
import type { Entry } from "../domain/Ledger.js"
import { type NounName, nounOf, Nouns, recordsOf } from "../domain/Nouns.js"
import type * as Person from "../domain/person/Exported.js"
import * as Narrowed from "../domain/person/Narrowed.js"
import * as References from "../domain/References.js"
import { type CorruptRecord, type InvalidInput, NotFound } from "../domain/Refusal.js"
import type { Row } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Aliases from "./Aliases.js"
import * as Decoding from "./Decoding.js"
import * as Documents from "./Documents.js"
import * as Dossier from "./Dossier.js"
import type { Engine } from "./Engine.js"
import { answersOf, latest } from "./EqualOpportunity.js"
import type { Person as PersonNoun } from "./Privacy.js"
import { having } from "./Referring.js"
import { Session } from "./Session.js"

/** Everything about one person, as plain JSON; `candidates.importPerson` takes it. */
export interface Exported extends Person.Exported {
  readonly candidate: Candidate
}

/** Everything about one person at a company, as plain JSON; `clients.contacts.importPerson` takes it. */
export interface ExportedContact extends Person.ExportedContact {
  readonly contact: Contact
  /** The same human as a candidate: then this is also all that `candidates.export` gives of them. */
  readonly candidate: Candidate | null
}

export type Export<A> = (
  id: string,
) => Effect.Effect<A, NotFound | InvalidInput | CorruptRecord | StorageFailure, Session>

/** Clients, positions, openings and lists that the person's records and their histories name. */
const surroundings = (
  engine: Engine,
  workspace: string,
  named: ReadonlyArray<Dossier.Kept>,
  own: ReadonlySet<string>,
) =>
  Effect.gen(function* () {
    const get = (noun: NounName, more: ReadonlyArray<string> = []) => {
      const { prefix } = Nouns[noun]
      const ids = new Set([...more, ...named.flatMap((one) => Narrowed.referred(prefix, one.noun, one.record))])
      return engine.storage.get(workspace, noun, [...ids].toSorted())
    }
    const decoded = <N extends NounName>(noun: N, rows: ReadonlyArray<Row>) =>
      Effect.forEach(rows, (row) => Decode.record(noun, row))
    const openings = yield* decoded("opening", yield* get("opening"))
    const positions = yield* decoded(
      "position",
      yield* get(
        "position",
        openings.map(({ positionId }) => positionId),
      ),
    )
    const clients = yield* decoded(
      "client",
      yield* get(
        "client",
        positions.map(({ clientId }) => clientId),
      ),
    )
    const lists = yield* decoded("list", yield* get("list"))
    const around: Person.Around = {
      clients: yield* Effect.forEach(clients, ({ id, name }) =>
        Effect.map(Aliases.formersOf(engine.storage, workspace, id), (ids) => ({
          id,
          name,
          formerIds: ids.toSorted(),
        })),
      ),
      positions: positions.map(({ clientId, id, title }) => ({ id, clientId, title })),
      openings: openings.map(({ cycle, id, kind, number, positionId, submissionId }) => {
        const reservedFor = kind === "reserved" && own.has(submissionId) ? submissionId : null
        return { id, positionId, number, cycle, reservedFor }
      }),
      lists: lists.map(({ id, name }) => ({ id, name })),
    }
    return around
  })

/** Entries that name the clients of today where those that they named were merged away. */
const ofToday = ({ storage }: Engine, workspace: string, entries: ReadonlyArray<Entry>) =>
  Effect.map(
    Aliases.currentsOf(storage, workspace, [
      ...new Set(
        entries.flatMap(({ patch, subject }) =>
          patch === null ? [] : References.of(subject.type, patch).filter((id) => nounOf(id) === "client"),
        ),
      ),
    ]),
    (currents) => entries.map((entry) => Narrowed.current(entry, currents)),
  )

/** Everything that is kept of a human, by the record that they are known by: whoever is linked, by the candidate's. */
const gathered = (engine: Engine, workspace: string, root: string) =>
  Effect.gen(function* () {
    const { storage } = engine
    const kept = [...(yield* Dossier.of(engine, workspace, root))]
    const roles = [root, ...recordsOf("contact", kept).map(({ id }) => id)]
    const formerIds = yield* Aliases.formersOf(storage, workspace, ...roles)
    kept.push(...(yield* Dossier.elsewhere(engine, workspace, [...roles, ...formerIds])))
    const own = new Set([root, ...formerIds, ...kept.map(({ record }) => String(record.id))])
    const written = Narrowed.inOrder(yield* storage.entries(workspace, { subjects: [...own] }))
    const entries = yield* ofToday(engine, workspace, written)
    const past = entries.flatMap(
      ({ patch, subject }): ReadonlyArray<Dossier.Kept> =>
        patch === null ? [] : [{ noun: subject.type, record: patch }],
    )
    const around = yield* surroundings(engine, workspace, [...kept, ...past], own)
    const { clients, lists, openings, positions } = around
    const named = new Set([...own, ...[...clients, ...lists, ...openings, ...positions].map((one) => one.id)])
    const records: { [N in NounName]?: Array<Row> } = {}
    for (const { noun, record } of kept) records[noun] = [...(records[noun] ?? []), Narrowed.row(noun, record, named)]
    for (const rows of Object.values(records)) rows.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))
    const files: { [documentId: string]: string } = {}
    for (const document of recordsOf("document", kept)) {
      const bytes = yield* Documents.bytesOf(engine, workspace, document.blobKey)
      if (bytes !== null) files[document.id] = Buffer.from(bytes).toString("base64")
    }
    const [answers] = latest(recordsOf("equalOpportunity", kept))
    const equalOpportunity = answers === undefined ? null : yield* answersOf(engine, workspace, answers)
    const exportedAt = new Date(yield* engine.now).toISOString()
    const told = entries.map((entry) => Narrowed.entry(entry, named))
    return { exportedAt, formerIds, records, files, equalOpportunity, entries: told, around }
  })

const decoded = <N extends PersonNoun>({ storage }: Engine, workspace: string, noun: N, id: string) =>
  Effect.gen(function* () {
    const current = (yield* Aliases.currentOf(storage, workspace, id)) ?? id
    const [row] = nounOf(current) === noun ? yield* storage.get(workspace, noun, [current]) : []
    if (row === undefined) return yield* new NotFound({ noun, id, field: "id" })
    return yield* Decode.record(noun, row)
  })

/** Gives everything about one person as one document: what the person may ask for. */
export const exporting =
  (engine: Engine): Export<Exported> =>
  (id) =>
    Effect.gen(function* () {
      if (!Input.isRef(id)) return yield* Decoding.wrong("candidates.export", null, ["id"], "is no id")
      const { workspace } = yield* Session
      const candidate = yield* decoded(engine, workspace, "candidate", id)
      return { candidate, ...(yield* gathered(engine, workspace, candidate.id)) }
    })

/** The same for a person at a company; where they are linked to a candidate, everything about both roles. */
export const exportingContact =
  (engine: Engine): Export<ExportedContact> =>
  (id) =>
    Effect.gen(function* () {
      if (!Input.isRef(id)) return yield* Decoding.wrong("clients.contacts.export", null, ["id"], "is no id")
      const { workspace } = yield* Session
      const contact = yield* decoded(engine, workspace, "contact", id)
      const { candidateId, clientId } = contact
      const candidate = candidateId === null ? null : yield* decoded(engine, workspace, "candidate", candidateId)
      const all = yield* gathered(engine, workspace, candidate?.id ?? contact.id)
      const rows = yield* having(engine, workspace, "position", "clientId", [clientId])
      const positions = yield* Effect.forEach(rows, (row) => Decode.record("position", row))
      const own = new Set<string>([contact.id, ...all.formerIds])
      const namedBy = positions.flatMap(({ clientId, contactIds, id, title }) =>
        contactIds.some((one) => own.has(one)) ? [{ id, clientId, title }] : [],
      )
      return { contact, candidate, namedBy, ...all }
    })
