import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"
import { datePattern } from "./Field.js"
import { Money } from "./Money.js"

/** Text that every database keeps as it is: well-formed Unicode without NUL. */
export const storable = (text: string) => !/[\0\p{Cs}]/u.test(text)

const text = (most: number) =>
  Schema.String.pipe(
    Schema.filter((value) =>
      value.length > most ? `longer than ${most} characters` : storable(value) || "contains NUL or a lone surrogate",
    ),
  )

/** One line: surrounding white space is dropped, and something must be left. */
export const Line = Schema.transform(text(500), text(500), {
  strict: true,
  decode: (value) => value.trim(),
  encode: (value) => value,
}).pipe(Schema.filter((value) => value.length > 0 || "is empty"))

/** Running text, up to a million characters. */
export const Prose = text(1_000_000).pipe(Schema.filter((value) => value.trim().length > 0 || "is empty"))

export const Email = Line.pipe(
  Schema.filter((value) => /^[^\s@<>",;]+@[^\s@<>",;]+$/.test(value) || "is no e-mail address"),
)

/** Names that would reach behind an object. */
export const forbidden: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"])

/** An object of fields, and not a list, a `Map`, a `Date` or anything else that only looks empty. */
export const isFields = (value: unknown): value is { readonly [field: string]: unknown } =>
  Object.prototype.toString.call(value) === "[object Object]"

const Fields = Schema.declare(
  (value): value is { readonly [field: string]: string | number | boolean | null } => isFields(value),
  { identifier: "Fields", message: () => "is no object of fields" },
)

/** A host's own fields: names up to 100 characters that touch no prototype, and what the fields may hold. */
const Custom = Schema.Record({
  key: text(100).pipe(
    Schema.filter((key) => (key.trim().length > 0 && !forbidden.has(key)) || "is no name for a field"),
  ),
  value: Schema.Union(
    text(10_000),
    Schema.Number.pipe(Schema.finite()),
    Schema.Boolean,
    Schema.Null,
    Schema.Array(text(100)).pipe(Schema.filter((list) => list.length <= 500 || "more than 500 entries")),
    Money,
  ),
}).pipe(Schema.filter((fields) => Object.keys(fields).length <= 200 || "more than 200 fields"))
export const CustomFields = Schema.compose(Fields, Custom, { strict: false }) as Schema.Schema<
  typeof Custom.Type,
  typeof Custom.Encoded
>

/** A struct that takes an object of fields alone: one whose fields are all optional takes a `Map` or a `Date`, too. */
export const fields = <A, I>(struct: Schema.Schema<A, I>): Schema.Schema<A, I> =>
  Schema.compose(Fields, struct, { strict: false }) as unknown as Schema.Schema<A, I>

export const Lines = Schema.Array(Line).pipe(Schema.filter((list) => list.length <= 500 || "more than 500 entries"))

const earliest = Date.UTC(1900, 0, 1)
const latest = Date.UTC(2200, 0, 1)

/** An instant as `Date`, ISO 8601 text or milliseconds since 1970; kept as ISO text in UTC. */
export const Instant = Schema.transformOrFail(
  Schema.Union(Schema.DateFromSelf, Schema.String, Schema.Number),
  Schema.String,
  {
    strict: true,
    decode: (value, _options, ast) => {
      const time =
        typeof value === "string" && !/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(value)
          ? Number.NaN
          : new Date(value).getTime()
      return time >= earliest && time < latest
        ? ParseResult.succeed(new Date(time).toISOString())
        : ParseResult.fail(
            new ParseResult.Type(
              ast,
              value,
              "is no instant between 1900 and 2200 (a Date, ISO 8601 with a zone, or milliseconds)",
            ),
          )
    },
    encode: (value) => ParseResult.succeed(value),
  },
)

/** A calendar day, `YYYY-MM-DD`. */
export const PlainDate = Schema.String.pipe(
  Schema.filter((value) => {
    const time = datePattern.test(value) ? Date.parse(`${value}T00:00:00.000Z`) : Number.NaN
    return (!Number.isNaN(time) && new Date(time).toISOString().startsWith(value)) || "is no day such as 2027-01-04"
  }),
)

/** A reference: any text here, since an id that nobody has is `NotFound`. */
export const Ref = text(100)
export const isRef = Schema.is(Ref)

/** References, up to a thousand. */
export const Refs = Schema.Array(Ref).pipe(Schema.filter((list) => list.length <= 1000 || "more than 1000 entries"))

/** Absent, `undefined` and `null` all mean: nothing to say. */
export const maybe = <A, I>(schema: Schema.Schema<A, I>) =>
  Schema.optionalWith(Schema.NullOr(schema), { default: () => null })

/** Absent means the default. */
export const or = <A, I>(schema: Schema.Schema<A, I>, fallback: () => NoInfer<A>) =>
  Schema.optionalWith(schema, { default: fallback })

/** Absent leaves a field as it is, `null` clears it. */
export const change = <A, I>(schema: Schema.Schema<A, I>) => Schema.optional(Schema.NullOr(schema))

export const Struct = Schema.Struct

/** No input beyond the subject. */
export const Nothing = Schema.Struct({}).pipe(
  Schema.filter((value) => {
    const [name] = Object.keys(value)
    return name === undefined || { path: [name], message: "is unexpected" }
  }),
)

/** The input with the keys that are `undefined` taken out. */
export const present = <A extends object>(input: A): { [K in keyof A]?: Exclude<A[K], undefined> } =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as never
