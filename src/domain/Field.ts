import * as Schema from "effect/Schema"
import * as Id from "./Id.js"

/** How a field is kept: instants are ISO 8601 UTC strings with milliseconds, dates `YYYY-MM-DD`, money minor units. */
export type Column = "text" | "integer" | "boolean" | "instant" | "date" | "json"

/** One field of a record: the shape of its value and the column that keeps it. */
export interface Field<A> {
  readonly column: Column
  readonly schema: Schema.Schema<A, A>
  readonly nullable: boolean
  /** The id prefix of the noun that it refers to. */
  readonly refers?: string
  /** The id prefix of the noun that each of its elements refers to. */
  readonly lists?: string
  /** The id prefixes of the nouns of which it keeps an id, or ids, as they were given: another may stand for it since. */
  readonly given?: ReadonlyArray<string>
  /** The field that says since when it no longer holds. */
  readonly until?: string
}

export type Value<F> = F extends Field<infer A> ? A : never

/** A UTC instant with millisecond precision, `2026-11-23T14:40:00.000Z`: text order is time order. */
export type Instant = string

/** A calendar day without a time zone, `2026-11-23`. */
export type PlainDate = string

const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
export const datePattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

export const of = <A>(column: Column, schema: Schema.Schema<A, A>): Field<A> => ({ column, schema, nullable: false })

/** The same field, or `null` where there is nothing to say. */
export const optional = <A>(field: Field<A>): Field<A | null> => ({
  ...field,
  schema: Schema.NullOr(field.schema),
  nullable: true,
})

export const text: Field<string> = of("text", Schema.String)
export const integer: Field<number> = of("integer", Schema.Int)
export const boolean: Field<boolean> = of("boolean", Schema.Boolean)
export const instant: Field<Instant> = of("instant", Schema.String.pipe(Schema.pattern(instantPattern)))
export const date: Field<PlainDate> = of("date", Schema.String.pipe(Schema.pattern(datePattern)))

export const json = <A>(schema: Schema.Schema<A, A>): Field<A> => of("json", schema)

export const literal = <const L extends ReadonlyArray<string>>(...values: L): Field<L[number]> =>
  of("text", Schema.Literal(...values) as Schema.Schema<L[number], L[number]>)

/** A fresh id that is no record's: such a text tells of nothing, whoever wrote it. */
export const minted = (prefix: string): Field<string> =>
  of("text", Schema.String.pipe(Schema.pattern(Id.pattern(prefix))))

/** A reference to a record: the prefix names the noun, so that ids of two nouns never fit each other's place. */
export const id = <const P extends string>(prefix: P): Field<`${P}_${string}`> => ({
  ...of("text", Schema.TemplateLiteral(`${prefix}_`, Schema.String) as unknown as Schema.Schema<`${P}_${string}`>),
  refers: prefix,
})

/** References to records of one noun, in an order that says something. */
export const ids = <const P extends string>(prefix: P): Field<ReadonlyArray<`${P}_${string}`>> => ({
  ...json(Schema.Array(id(prefix).schema)),
  lists: prefix,
})

/** The id of a record of one of some nouns, by prefix, as it was given, for as long as `until` has no value. */
export const given = (prefixes: ReadonlyArray<string>, until?: string): Field<string> => ({
  ...text,
  given: prefixes,
  ...(until === undefined ? {} : { until }),
})

/** Ids of records of some nouns, by prefix, as they were given. */
export const allGiven = (prefixes: ReadonlyArray<string>): Field<ReadonlyArray<string>> => ({
  ...json(Schema.Array(Schema.String)),
  given: prefixes,
})
