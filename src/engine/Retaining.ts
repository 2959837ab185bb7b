import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import type { Contact } from "../domain/client/Contact.js"
import * as Decode from "../domain/Decode.js"
import * as Input from "../domain/Input.js"
import { type NounName, nounOf, recordsOf } from "../domain/Nouns.js"
import type { Receipt } from "../domain/privacy/Erase.js"
import type { Fate } from "../domain/privacy/Source.js"
import * as Retention from "../domain/privacy/Retention.js"
import type { CorruptRecord, InvalidInput } from "../domain/Refusal.js"
import { isLive } from "../domain/submission/Submission.js"
import type { Filter } from "../ports/Storage.js"
import { isStorageFailure, type StorageFailure } from "../ports/StorageError.js"
import * as Decoding from "./Decoding.js"
import * as Dossier from "./Dossier.js"
import * as Engine from "./Engine.js"
import { erase, eraseContact, foreseen, type Person } from "./Privacy.js"
import { having } from "./Referring.js"
import { Session } from "./Session.js"

export const SweepInput = Schema.Struct({
  /** Whether to tell only: true where absent. */
  dryRun: Input.or(Schema.Boolean, () => true),
  /** How many people are looked at: 1,000 where absent. */
  limit: Input.or(Schema.Int.pipe(Schema.between(1, 10_000)), () => 1000),
  /** What those who are erased count as having come from, in place of what names them or is theirs alone. */
  source: Input.maybe(Input.Line),
  /** The cursor of the call before. */
  after: Input.maybe(Input.Ref),
})

/** Somebody who was due and was not erased, under the ids that they have. */
export interface Stayed extends Pick<Retention.Due, "candidateId" | "contactIds"> {
  /** The error that says why. */
  readonly because: string
}

/** Whose time has come, and what becomes of where they came from. */
export interface Due extends Retention.Due {
  readonly source: Fate
}

export interface Swept {
  readonly due: ReadonlyArray<Due>
  /** How many of them were erased: nobody under a legal hold. */
  readonly erased: number
  /** What is left to show of each who was erased. */
  readonly receipts: ReadonlyArray<Receipt>
  /** Who was due and could not be erased, or does not decode. */
  readonly stayed: ReadonlyArray<Stayed>
  /** For `after` of the next call; null at the end. */
  readonly cursor: string | null
}

export type Sweep = (
  input?: typeof SweepInput.Encoded,
) => Effect.Effect<Swept, InvalidInput | CorruptRecord | StorageFailure, Session>

const name = "privacy.sweep"

/** Whose records are looked at, in this order: a contact who is linked comes with the candidate. */
const sweeping = {
  candidate: { field: "kind", is: "ne", value: "anonymized" },
  contact: {
    and: [
      { field: "erasedAt", is: "null" },
      { field: "candidateId", is: "null" },
    ],
  },
} as const satisfies { readonly [N in Person]: Filter }

const order = ["candidate", "contact"] as const satisfies ReadonlyArray<Person>

/** A page of those who are looked at. */
const page = (engine: Engine.Engine, workspace: string, after: string | null, limit: number) =>
  Effect.gen(function* () {
    const found: Array<Dossier.Kept & { readonly noun: Person }> = []
    // A cursor tells the noun at which it stands: candidates, unless it is a contact's.
    const nouns = after !== null && nounOf(after) === "contact" ? order.slice(1) : order
    for (const noun of nouns) {
      if (found.length === limit) break
      const rows = yield* engine.storage.list({
        workspace,
        noun,
        filter: sweeping[noun],
        order: { field: "id", direction: "asc" },
        limit: limit - found.length,
        after: after === null || noun !== nouns[0] ? null : { value: after, id: after },
      })
      found.push(...rows.map((record) => ({ noun, record })))
    }
    const last = found.at(-1)
    return { found, cursor: last === undefined || found.length < limit ? null : String(last.record.id) }
  })

/** What ties contacts to the agency. */
const tiesOf = (engine: Engine.Engine, workspace: string, contacts: ReadonlyArray<Contact>) =>
  Effect.forEach(contacts, (contact) =>
    Effect.gen(function* () {
      const [row] = yield* engine.storage.get(workspace, "client", [contact.clientId])
      const of = (noun: NounName) => having(engine, workspace, noun, "clientId", [contact.clientId])
      const positions = yield* Effect.forEach(yield* of("position"), (one) => Decode.record("position", one))
      const ties: Retention.Ties = {
        client: row === undefined ? null : yield* Decode.record("client", row),
        opportunities: yield* Effect.forEach(yield* of("opportunity"), (one) => Decode.record("opportunity", one)),
        positions: positions.filter(({ contactIds }) => contactIds.includes(contact.id)),
      }
      return ties
    }),
  )

/** Somebody whose time has come; null where it has not. */
const dueOf = (
  engine: Engine.Engine,
  workspace: string,
  policy: Retention.Policy,
  { noun, record }: Dossier.Kept & { readonly noun: Person },
  instead: string | null,
  now: string,
) =>
  Effect.gen(function* () {
    yield* Decode.record(noun, record)
    const own = [{ noun, record }]
    const alone = { candidate: recordsOf("candidate", own)[0] ?? null, contacts: recordsOf("contact", own) }
    const months = Retention.monthsOf(policy, alone)
    if (months === null || Retention.addMonths(String(record.updatedAt), months) > now) return null
    const records = yield* Dossier.of(engine, workspace, String(record.id))
    const contacts = [...alone.contacts, ...recordsOf("contact", records)]
    const due = Retention.due(
      policy,
      {
        candidate: alone.candidate,
        contacts,
        consents: recordsOf("consent", records),
        holds: recordsOf("hold", records),
        isLive: recordsOf("submission", records).some(isLive),
        ties: yield* tiesOf(engine, workspace, contacts),
        records: records.map((one) => one.record),
      },
      now,
    )
    if (due === null) return null
    return { ...due, source: yield* foreseen(engine, workspace, noun, String(record.id), instead) }
  })

/** Erases, or only names, those whose time has come by the agency's policy `retention`. */
export const sweep = (engine: Engine.Engine): Sweep => {
  const decode = Decoding.of(SweepInput)
  const told = <E, R>(done: Effect.Effect<{ readonly receipt: Receipt }, E, R>) =>
    Effect.map(done, (one) => one.receipt)
  const run = {
    candidate: (id: string, source: string | null) => told(erase(engine)(id, { reason: "retention", source })),
    contact: (id: string, source: string | null) => told(eraseContact(engine)(id, { reason: "retention", source })),
  }
  return (raw) =>
    Effect.gen(function* () {
      const { dryRun, limit, source, after } = yield* decode(raw ?? {}, name, null)
      const { workspace } = yield* Session
      const policy = Engine.settingsOf(engine.config, workspace).retention
      if (policy === null) return { due: [], erased: 0, receipts: [], stayed: [], cursor: null }
      const now = new Date(yield* engine.now).toISOString()
      const { cursor, found } = yield* page(engine, workspace, after, limit)
      const due: Array<Due> = []
      const receipts: Array<Receipt> = []
      const stayed: Array<Stayed> = []
      for (const one of found) {
        const come = yield* Effect.either(dueOf(engine, workspace, policy, one, source, now))
        if (Either.isRight(come)) {
          if (come.right !== null) due.push(come.right)
        } else if (isStorageFailure(come.left)) return yield* come.left
        else {
          const id = String(one.record.id)
          const ids =
            one.noun === "candidate" ? { candidateId: id, contactIds: [] } : { candidateId: null, contactIds: [id] }
          stayed.push({ ...ids, because: come.left._tag })
        }
      }
      for (const { candidateId, contactIds } of dryRun ? [] : due) {
        // Somebody may have put them under a hold, or erased them, meanwhile: the sweep goes on without them.
        const done = yield* Effect.either(
          candidateId === null ? run.contact(contactIds[0] ?? "", source) : run.candidate(candidateId, source),
        )
        if (Either.isRight(done)) receipts.push(done.right)
        else if (isStorageFailure(done.left)) return yield* done.left
        else stayed.push({ candidateId, contactIds, because: done.left._tag })
      }
      return { due, erased: receipts.length, receipts, stayed, cursor }
    }).pipe(Effect.withSpan(`matchloop.${name}`, { captureStackTrace: false }))
}
