import * as Schema from "effect/Schema"
import * as Input from "../Input.js"

const Question = Input.Ref.pipe(
  Schema.filter(
    (name) => (name.trim() !== "" && !/^(__proto__|constructor|prototype)$/.test(name)) || "is no name for a question",
  ),
)

/** Answers by question, in the agency's own words; a question that is not answered is not in it. */
export const Answers = Schema.Record({ key: Question, value: Input.Line }).pipe(
  Schema.filter((answers) => {
    const { length } = Object.keys(answers)
    return length === 0 ? "has no answer" : length <= 50 || "more than 50 answers"
  }),
)
export type Answers = typeof Answers.Type

const Written = Schema.parseJson(Answers)

/** Reads the bytes that `written` gave. */
export const read = Schema.decodeUnknownEither(Written)

export const written = (answers: Answers): Uint8Array => new TextEncoder().encode(JSON.stringify(answers))
