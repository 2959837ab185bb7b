import * as Schema from "effect/Schema"
import * as Custom from "../Custom.js"
import * as Fee from "../Fee.js"
import * as Field from "../Field.js"
import * as Noun from "../Noun.js"

const noun = Noun.pipelined(
  "client",
  "clients",
  "client",
  {
    name: Field.text,
    website: Field.optional(Field.text),
    industry: Field.optional(Field.text),
    location: Field.optional(Field.text),
    owner: Field.optional(Field.text),
    tags: Field.json(Schema.Array(Schema.String)),
    /** The terms of a position that names none of its own. */
    fee: Field.optional(Field.json(Fee.Terms)),
    customFields: Field.json(Custom.Custom),
    reason: Field.optional(Field.text),
  },
  {
    prospect: { phase: "live" },
    active: { phase: "won" },
    former: { phase: "ended" },
    doNotWork: { phase: "ended", requires: ["reason"] },
  },
  { indexes: [["kind"]] },
)
type Definition = typeof noun

/** A company that gives the agency positions to fill. */
export interface ClientNoun extends Definition {}
export const Client: ClientNoun = noun
export type Client = Noun.Record<ClientNoun>
