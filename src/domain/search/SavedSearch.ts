import * as Schema from "effect/Schema"
import * as Field from "../Field.js"
import * as Input from "../Input.js"
import * as Noun from "../Noun.js"
import * as OrderBy from "./OrderBy.js"

/** What may be searched for. */
export const found = ["candidate", "client", "contact", "position"] as const

/** A query as JSON. What it says is decoded where it is run. */
export const Tree = Schema.declare(Input.isFields, {
  identifier: "Tree",
  message: () => "is no query",
  arbitrary: () => (fc) => fc.constantFrom({ _tag: "and", of: [] }, { _tag: "term", text: "sql" }),
})

const noun = Noun.plain("savedSearch", "saved_searches", "search", {
  name: Field.text,
  owner: Field.text,
  nouns: Field.json(Schema.Array(Schema.Literal(...found))),
  query: Field.json(Tree),
  /** The query as somebody would type it. */
  text: Field.text,
  /** What its hits are ordered by; null for how well they fit. */
  orderBy: Field.optional(Field.json(OrderBy.Kept)),
  /** The ids that were found at `frozenAt`; null where the query is asked anew each time. */
  frozen: Field.optional(Field.json(Schema.Array(Schema.String))),
  frozenAt: Field.optional(Field.instant),
  archivedAt: Field.optional(Field.instant),
})
type Definition = typeof noun

/** A query under a name: run anew each time, or frozen at what it once found. */
export interface SavedSearchNoun extends Definition {}
export const SavedSearch: SavedSearchNoun = noun
export type SavedSearch = Noun.Record<SavedSearchNoun>
