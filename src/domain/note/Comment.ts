import * as Field from "../Field.js"
import * as Noun from "../Noun.js"

const noun = Noun.plain(
  "comment",
  "comments",
  "comment",
  { noteId: Field.id("note"), body: Field.text },
  { indexes: [["noteId"]] },
)
type Definition = typeof noun

/** A colleague's word on a note. */
export interface CommentNoun extends Definition {}
export const Comment: CommentNoun = noun
export type Comment = Noun.Record<CommentNoun>
