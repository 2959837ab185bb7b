import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Command from "../Command.js"
import { decided } from "../Decision.js"
import * as Draft from "../Draft.js"
import * as Input from "../Input.js"
import * as Subjects from "../Subjects.js"
import { actions } from "./Note.js"

const About = Input.Refs.pipe(Schema.minItems(1))

const Write = Schema.Struct({
  body: Input.Prose,
  action: Input.or(Schema.Literal(...actions), () => "general" as const),
  /** Ids of whatever the note is about: candidates, clients, positions, submissions, … together. */
  about: About,
})

/** Writes a note about any number of subjects; each of them lists it. */
export const write = Command.make(
  "notes.write",
  Write,
  Subjects.plan,
  ({ about }) => Subjects.given(about),
  (input, loaded, context) =>
    Either.map(Subjects.found(input.about, loaded, "about"), (subjects) => {
      const changes = Draft.make(context)
      const { body, action } = input
      return decided(changes, Draft.create(changes, "note", "NoteWritten", { body, action, subjects }))
    }),
)

const Edit = Schema.Struct({ body: Schema.optional(Input.Prose), about: Schema.optional(About) })

/** Changes what a note says or what it is about; the ledger keeps what it said before. */
export const edit = Command.on(
  "note",
  "notes.edit",
  Edit,
  Subjects.plan,
  (subject, { body, about }, loaded, context) =>
    Either.gen(function* () {
      const changes = Draft.make(context)
      const subjects = about === undefined ? {} : { subjects: yield* Subjects.found(about, loaded, "about") }
      const patch = { ...(body === undefined ? {} : { body }), ...subjects }
      return decided(changes, Draft.update(changes, "note", subject, "NoteEdited", patch))
    }),
  ({ about }) => Subjects.given(about ?? []),
)

/** A colleague's word on a note. */
export const comment = Command.on(
  "note",
  "notes.comment",
  Schema.Struct({ body: Input.Prose }),
  {},
  (subject, { body }, _loaded, context) => {
    const changes = Draft.make(context)
    return Either.right(
      decided(changes, Draft.create(changes, "comment", "NoteCommented", { noteId: subject.id, body })),
    )
  },
)
