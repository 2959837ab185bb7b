import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Command from "../Command.js"
import { decided } from "../Decision.js"
import * as Draft from "../Draft.js"
import * as Input from "../Input.js"
import * as Subjects from "../Subjects.js"
import * as Attach from "./Attach.js"
import { categories } from "./Document.js"

const About = Input.Refs.pipe(Schema.minItems(1))

const Upload = Schema.Struct({
  ...Attach.File.fields,
  category: Input.or(Schema.Literal(...categories), () => "other" as const),
  /** Ids of the subjects it belongs to. */
  about: About,
  text: Attach.Said,
})

/** Keeps a file and attaches it to its subjects. */
export const attach = Command.make(
  "documents.attach",
  Upload,
  Subjects.plan,
  ({ about }) => Subjects.given(about),
  ({ about, category, text, ...file }, loaded, context) =>
    Either.map(Subjects.found(about, loaded, "about"), (subjects) => {
      const changes = Draft.make(context)
      return decided(changes, Attach.attach(changes, file, category, subjects, text))
    }),
)

const Update = Schema.Struct({
  category: Schema.optional(Schema.Literal(...categories)),
  about: Schema.optional(About),
})

/** Files a document elsewhere: under another category, or with other subjects. */
export const update = Command.on(
  "document",
  "documents.update",
  Update,
  Subjects.plan,
  (subject, { category, about }, loaded, context) =>
    Either.gen(function* () {
      const changes = Draft.make(context)
      const subjects = about === undefined ? {} : { subjects: yield* Subjects.found(about, loaded, "about") }
      const patch = { ...(category === undefined ? {} : { category }), ...subjects }
      return decided(changes, Draft.update(changes, "document", subject, "DocumentFiled", patch))
    }),
  ({ about }) => Subjects.given(about ?? []),
)
