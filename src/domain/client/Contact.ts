import * as Field from "../Field.js"
import * as Noun from "../Noun.js"

/** A person at a client: a hiring manager, somebody in billing, … */
export const Contact = Noun.plain(
  "contact",
  "contacts",
  "contact",
  {
    clientId: Field.id("client"),
    name: Field.text,
    email: Field.optional(Field.text),
    phone: Field.optional(Field.text),
    title: Field.optional(Field.text),
  },
  { indexes: [["clientId"]] },
)
export type Contact = Noun.Record<typeof Contact>
