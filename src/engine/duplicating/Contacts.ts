import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Contact } from "../../domain/client/Contact.js"
import type { Match } from "../../domain/duplicate/Match.js"
import * as Input from "../../domain/Input.js"
import type { NotFound } from "../../domain/Refusal.js"
import * as Aliases from "../Aliases.js"
import * as Decoding from "../Decoding.js"
import { among, type Hit, type SweepAsked, type Swept } from "../Duplicates.js"
import type { Engine } from "../Engine.js"
import { Session } from "../Session.js"
import type { Failure } from "./Candidates.js"

/** A contact who is or may be the person, and why: where they are (`location`) is their client. */
export interface FoundContact extends Match {
  readonly contactId: string
  readonly contact: Contact
}

/** Two contacts who are or may be one person. Those of two clients can be linked to one candidate, and not merged. */
export interface ContactPair extends Match {
  readonly contactIds: readonly [string, string]
}

export interface ContactSweep extends Swept<ContactPair> {}

const PersonInput = Schema.Struct({
  name: Input.or(Input.Line, () => ""),
  email: Input.maybe(Input.Email),
  phone: Input.maybe(Input.Line),
  /** The client whose contact they are or are to be: a like name tells of nobody elsewhere. */
  clientId: Input.maybe(Input.Ref),
})

export interface Duplicates {
  /** Which other contacts, of any client, are or may be this person, the best match first. */
  readonly duplicates: (id: string) => Effect.Effect<ReadonlyArray<FoundContact>, Failure | NotFound, Session>
  /** Which contacts are or may be somebody of whom there is no record yet. */
  readonly findDuplicates: (
    person: typeof PersonInput.Encoded,
  ) => Effect.Effect<ReadonlyArray<FoundContact>, Failure, Session>
  /** Looks through the whole workspace, some keys a call. */
  readonly sweepDuplicates: (request?: SweepAsked) => Effect.Effect<ContactSweep, Failure, Session>
}

const told = ({ id: contactId, record: contact, ...match }: Hit<"contact">): FoundContact => ({
  contactId,
  ...match,
  contact,
})

/** Finds contacts of whom there are several records. */
export const duplicates = (engine: Engine): Duplicates => {
  const decode = Decoding.of(PersonInput)
  const { find, others, sweep } = among(engine, "clients.contacts", "contact")
  return {
    duplicates: (id) => Effect.map(others(id), (found) => found.map(told)),
    findDuplicates: (raw) =>
      Effect.gen(function* () {
        const { clientId, ...person } = yield* decode(raw, "clients.contacts.findDuplicates", null)
        const { workspace } = yield* Session
        const current = clientId === null ? null : yield* Aliases.currentOf(engine.storage, workspace, clientId)
        return (yield* find(workspace, { ...person, location: current ?? clientId, links: [] })).map(told)
      }),
    sweepDuplicates: (raw) =>
      Effect.map(sweep(raw), ({ cursor, pairs }) => ({
        pairs: pairs.map(({ ids: contactIds, ...match }) => ({ contactIds, ...match })),
        cursor,
      })),
  }
}
