import * as Field from "../Field.js"
import * as Noun from "../Noun.js"

const noun = Noun.plain(
  "alias",
  "aliases",
  "alias",
  {
    /** The id whose record was merged away. */
    formerId: Field.text,
    /** The id of the record that it was merged into, which may have been merged on. */
    currentId: Field.given(["cand", "client", "contact"]),
  },
  // That an id goes once is seen to by the version of its record.
  { indexes: [["formerId"], ["currentId"]] },
)
type Definition = typeof noun

/** A former id and the id that stands for it now, so that what was once handed out resolves for ever. */
export interface AliasNoun extends Definition {}
export const Alias: AliasNoun = noun
export type Alias = Noun.Record<AliasNoun>
