import * as Custom from "../Custom.js"
import * as Field from "../Field.js"
import * as Noun from "../Noun.js"

const noun = Noun.plain(
  "contact",
  "contacts",
  "contact",
  {
    clientId: Field.id("client"),
    name: Field.text,
    email: Field.optional(Field.text),
    phone: Field.optional(Field.text),
    title: Field.optional(Field.text),
    customFields: Field.json(Custom.Custom),
    /** The same human as a candidate. */
    candidateId: Field.optional(Field.id("cand")),
    /** Since when nothing is known of them any more. */
    erasedAt: Field.optional(Field.instant),
  },
  { indexes: [["clientId"], ["candidateId"]] },
)
type Definition = typeof noun

/** A person at a client: a hiring manager, somebody in billing, … */
export interface ContactNoun extends Definition {}
export const Contact: ContactNoun = noun
export type Contact = Noun.Record<ContactNoun>
