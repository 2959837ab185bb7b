import * as Schema from "effect/Schema"
import * as Field from "../Field.js"
import * as Noun from "../Noun.js"
import * as Subject from "../Subject.js"

/** What a note came from. */
export const actions = ["general", "call", "meeting", "screen", "end"] as const

const noun = Noun.plain("note", "notes", "note", {
  body: Field.text,
  action: Field.literal(...actions),
  subjects: Field.json(Schema.Array(Subject.Subject)),
})
type Definition = typeof noun

/** Something a team member wrote down about any number of subjects; its author is `createdBy`. */
export interface NoteNoun extends Definition {}
export const Note: NoteNoun = noun
export type Note = Noun.Record<NoteNoun>
