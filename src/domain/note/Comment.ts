import * as Field from "../Field.js"
import * as Noun from "../Noun.js"

/** A colleague's word on a note. */
export const Comment = Noun.plain(
  "comment",
  "comments",
  "comment",
  { noteId: Field.id("note"), body: Field.text },
  { indexes: [["noteId"]] },
)
export type Comment = Noun.Record<typeof Comment>
