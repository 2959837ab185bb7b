import * as Either from "effect/Either"
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"
import { isFields } from "../domain/Input.js"
import { InvalidInput, type Issue } from "../domain/Refusal.js"

export const wrong = (
  command: string,
  subject: string | null,
  path: ReadonlyArray<string | number>,
  message: string,
): InvalidInput => new InvalidInput({ command, subject, field: path.join("."), issues: [{ path, message }] })

/** How much of a message is shown, and how many of them. */
const shown = 200

/** What the formatter says of the absent branch of an optional field, beside what is wrong with the value. */
const absent = /^Expected (null|undefined), actual /

const telling = (issue: Issue, _index: number, all: ReadonlyArray<Issue>): boolean =>
  !absent.test(issue.message) ||
  !all.some(({ path, message }) => !absent.test(message) && issue.path.every((step, depth) => step === path[depth]))

const issuesOf = (error: ParseResult.ParseIssue): ReadonlyArray<Issue> => formatted(error).filter(telling)

const formatted = (error: ParseResult.ParseIssue): ReadonlyArray<Issue> =>
  ParseResult.ArrayFormatter.formatIssueSync(error)
    .slice(0, shown)
    .map(({ path, message }) => ({
      path: path.map((step) => (typeof step === "symbol" ? String(step) : step)),
      message: message.length > shown ? `${message.slice(0, shown)}…` : message,
    }))

const options = { errors: "all", onExcessProperty: "error" } as const

/** A decoder whose refusal names the command, its subject and every field that is wrong. */
export const of = <A, I>(
  schema: Schema.Schema<A, I>,
): ((input: unknown, command: string, subject: string | null) => Either.Either<A, InvalidInput>) => {
  const decode = Schema.decodeUnknownEither(schema, options)
  return (input, command, subject) =>
    isFields(input)
      ? Either.mapLeft(decode(input), ({ issue }) => {
          const issues = issuesOf(issue)
          return new InvalidInput({ command, subject, field: (issues[0]?.path ?? []).join("."), issues })
        })
      : Either.left(wrong(command, subject, [], "is no object of fields"))
}
