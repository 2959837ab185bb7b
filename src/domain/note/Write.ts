import * as Draft from "../Draft.js"
import type { Subject } from "../Subject.js"
import type { Note } from "./Note.js"

/** Writes a note about the subjects, once each; null where there is nothing to say. */
export const write = (
  draft: Draft.Draft,
  action: Note["action"],
  body: string | null,
  subjects: ReadonlyArray<Subject>,
): Note | null =>
  body === null
    ? null
    : Draft.create(draft, "note", "NoteWritten", {
        body,
        action,
        subjects: subjects.filter((subject, index) => subjects.findIndex(({ id }) => id === subject.id) === index),
      })
