import * as Either from "effect/Either"
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"
import { isFields } from "../domain/Input.js"
import { InvalidInput, type Issue } from "../domain/Refusal.js"
import * as Shortcut from "../domain/Shortcut.js"

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

/** Where a list is longer than any input's may be: found before a schema looks at its elements one by one. */
const overlong = (value: unknown, most: number, depth = 0): ReadonlyArray<string> | undefined => {
  if (Array.isArray(value)) return value.length > most ? [] : undefined
  if (depth > 2 || !isFields(value)) return undefined
  for (const name of Object.keys(value)) {
    const found = overlong(value[name], most, depth + 1)
    if (found !== undefined) return [name, ...found]
  }
  return undefined
}

/** A decoder whose refusal names the command, its subject and every field that is wrong. */
export const of = <A, I>(
  schema: Schema.Schema<A, I>,
  longest = 1000,
): ((input: unknown, command: string, subject: string | null) => Either.Either<A, InvalidInput>) => {
  const shortcut = Shortcut.of(schema)
  const decode = Schema.decodeUnknownEither(schema, options)
  return (input, command, subject) => {
    if (!isFields(input)) return Either.left(wrong(command, subject, [], "is no object of fields"))
    const long = overlong(input, longest)
    if (long !== undefined) return Either.left(wrong(command, subject, long, `more than ${longest} entries`))
    const plain = shortcut(input)
    if (plain !== Shortcut.unsure) return Either.right(plain)
    // Schema reads the kind of a union's member as text, and some objects refuse to be one.
    const read = Either.try({
      try: () => decode(input),
      catch: () => wrong(command, subject, [], "holds a value that cannot be read"),
    })
    return Either.flatMap(read, (decoded) =>
      Either.mapLeft(decoded, ({ issue }) => {
        const issues = issuesOf(issue)
        return new InvalidInput({ command, subject, field: (issues[0]?.path ?? []).join("."), issues })
      }),
    )
  }
}
