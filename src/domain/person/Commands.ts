import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import type { Candidate } from "../candidate/Candidate.js"
import type { Contact } from "../client/Contact.js"
import * as Command from "../Command.js"
import { decided, one } from "../Decision.js"
import { recordsOf } from "../Nouns.js"
import type { Refusal } from "../Refusal.js"
import { Exported, ExportedContact, type Row } from "./Exported.js"
import * as Given from "./Given.js"
import * as Import from "./Import.js"
import { rootOf } from "./Person.js"

export interface PersonImported extends Import.Imported {
  readonly candidate: Candidate
}

export interface ContactImported extends Import.Imported {
  readonly contact: Contact
  /** The same human as a candidate, where the export is of both. */
  readonly candidate: Candidate | null
}

/** One way to bring a person: `of` says what of them it gives. */
const importing = <I, E, A>(
  name: string,
  input: Schema.Schema<I, E>,
  read: (input: I) => Given.Given,
  of: (people: Import.Brought["people"], id: string) => Either.Either<A, Refusal>,
): Command.Command<I, E, typeof Given.plan, A & Import.Imported> => ({
  ...Command.make(
    name,
    input,
    Given.plan,
    (given) => Given.given(read(given)),
    (given, loaded, context) => {
      const whole = read(given)
      return Either.flatMap(Import.decide(whole, loaded, context), ({ draft, result: { people, ...told } }) =>
        Either.map(of(people, String(whole.asked.record.id)), (own) => decided(draft, { ...own, ...told })),
      )
    },
  ),
  longest: 100_000,
})

/**
 * Brings a person from an export, with everything that happened, when and by whom: under the ids that they have there, so
 * that what names them resolves and nobody comes in twice. Clients and positions that are not here are made as stubs.
 *
 * Refused with `ConsentRequired` where a submission was never covered, with `PositionNotOpen` or `PositionFilled` where
 * a position that is here cannot take what the person's records say.
 */
export const importPerson = importing(
  "candidates.importPerson",
  Schema.Struct({
    /** What `candidates.export` gave. */
    person: Exported,
    ...Given.options,
  }),
  ({ person: { candidate, ...rest }, ...options }): Given.Given => {
    const root = rootOf({ candidate })
    return { ...options, person: { ...rest, root }, asked: root, namedBy: [] }
  },
  (people, id) => Either.map(one(recordsOf("candidate", people), "candidate", id), (candidate) => ({ candidate })),
)

/**
 * The same for a person at a company, by what `clients.contacts.export` gave; who is linked to a candidate comes in as
 * both, whole. The positions that name them there stay behind: `left` lists them.
 */
export const importContact = importing(
  "clients.contacts.importPerson",
  Schema.Struct({
    /** What `clients.contacts.export` gave. */
    person: ExportedContact,
    ...Given.options,
  }),
  ({ person: { candidate, contact, namedBy, ...rest }, ...options }): Given.Given => ({
    ...options,
    person: { ...rest, root: rootOf<Row>({ candidate, contact }) },
    asked: { noun: "contact", record: contact },
    namedBy: namedBy.map(({ id }) => id),
  }),
  (people, id) => {
    const asked = recordsOf("contact", people).filter((contact) => contact.id === id)
    const [candidate = null] = recordsOf("candidate", people)
    return Either.map(one(asked, "contact", id), (contact) => ({ contact, candidate }))
  },
)
