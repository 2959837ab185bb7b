import * as Field from "../Field.js"
import * as Noun from "../Noun.js"

const noun = Noun.plain("list", "lists", "list", {
  name: Field.text,
  archivedAt: Field.optional(Field.instant),
})
type Definition = typeof noun

/** A hand-picked list of people, companies and positions. */
export interface ListNoun extends Definition {}
export const List: ListNoun = noun
export type List = Noun.Record<ListNoun>
