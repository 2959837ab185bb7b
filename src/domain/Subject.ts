import * as Schema from "effect/Schema"

/** The nouns that a note or a document can be about, and that the ledger speaks of. */
export const types = [
  "candidate",
  "client",
  "contact",
  "opportunity",
  "position",
  "submission",
  "interview",
  "offer",
  "placement",
] as const

/** A reference to any record: its noun and its id. */
export const Subject = Schema.Struct({ type: Schema.Literal(...types), id: Schema.String })
export type Subject = typeof Subject.Type
