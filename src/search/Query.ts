import * as Schema from "effect/Schema"
import * as Normalise from "./Normalise.js"

export const comparisons = ["eq", "lt", "lte", "gt", "gte"] as const
export type Comparison = (typeof comparisons)[number]

/** How many years of practice, or what level, a skill must have. */
export interface Measure {
  readonly of: "years" | "level"
  readonly is: Comparison
  readonly value: number
}

/**
 * What to look for. Every word in it is one that `Normalise` gives.
 *
 * `field` compares a listed field; money is in minor units, in any currency where none is named; days are
 * `YYYY-MM-DD`, or told from the day on which it is looked up: `today`, `today+30d`, `today-6m`. `near` is within so many kilometres, as the crow flies.
 */
export type Query =
  | { readonly _tag: "and"; readonly of: ReadonlyArray<Query> }
  | { readonly _tag: "or"; readonly of: ReadonlyArray<Query> }
  | { readonly _tag: "not"; readonly of: Query }
  | { readonly _tag: "term"; readonly word: string }
  | { readonly _tag: "prefix"; readonly word: string }
  | { readonly _tag: "phrase"; readonly words: ReadonlyArray<string> }
  | {
      readonly _tag: "field"
      readonly field: string
      readonly is: Comparison
      readonly value: string | number
      readonly currency?: string | undefined
    }
  | { readonly _tag: "tag"; readonly tag: string }
  | { readonly _tag: "consent"; readonly consent: string }
  | { readonly _tag: "skill"; readonly skill: string; readonly measure?: Measure | undefined }
  | { readonly _tag: "near"; readonly place: string; readonly km: number }

/** Full text, which scores: a word, its beginning, or a phrase. */
export type Text = Extract<Query, { readonly _tag: "term" | "prefix" | "phrase" }>

export const isText = (query: Query): query is Text =>
  query._tag === "term" || query._tag === "prefix" || query._tag === "phrase"

/** Whether a query has full text anywhere, be it under a `not`. */
export const hasText = (query: Query): boolean =>
  isText(query) ||
  ((query._tag === "and" || query._tag === "or") && query.of.some(hasText)) ||
  (query._tag === "not" && hasText(query.of))

/** How deep a query may nest, and how many conditions it may have. */
export const deepest = 130
export const most = 200

const flat = (tag: "and" | "or", queries: ReadonlyArray<Query>): ReadonlyArray<Query> =>
  queries.flatMap((query) => (query._tag === tag ? query.of : [query]))

/** All of them; of none: everything. */
export const and = (...queries: ReadonlyArray<Query>): Query => {
  const of = flat("and", queries)
  return of.length === 1 && of[0] !== undefined ? of[0] : { _tag: "and", of }
}

export const everything: Query = { _tag: "and", of: [] }

export const not = (of: Query): Query => (of._tag === "not" ? of.of : { _tag: "not", of })

/** Any of them; of none: nothing. */
export const or = (...queries: ReadonlyArray<Query>): Query => {
  const of = flat("or", queries)
  const [only] = of
  if (only === undefined) return not(everything)
  return of.length === 1 ? only : { _tag: "or", of }
}

/** Words of `Normalise` in a row; everything where there is none. */
export const inRow = (words: ReadonlyArray<string>): Query => {
  const [word] = words
  if (word === undefined) return everything
  return words.length === 1 ? { _tag: "term", word } : { _tag: "phrase", words }
}

/** A word, or several in a row; everything where there is none. */
export const text = (value: string): Query => inRow(Normalise.spellings(value))

/** Words that begin so; of several words, the last one. */
export const prefix = (value: string): Query => {
  const words = Normalise.spellings(value)
  const word = words.at(-1)
  if (word === undefined) return everything
  return and(...words.slice(0, -1).map((word): Query => ({ _tag: "term", word })), { _tag: "prefix", word })
}

/** A field compared with a value. */
export const field = (name: string, is: Comparison, value: string | number, currency?: string): Query => {
  if (is === "eq" && typeof value === "string") {
    if (name === "tag" || name === "tags") return tag(value)
    if (name === "skill" || name === "skills") return skill(value)
    if (name === "consent") return consent(value)
  }
  return {
    _tag: "field",
    field: name,
    is,
    value: typeof value === "number" ? value + 0 : value,
    ...(currency === undefined ? {} : { currency }),
  }
}

/** A field from one value to another, both included. */
export const between = (name: string, from: string | number, to: string | number, currency?: string): Query =>
  and(field(name, "gte", from, currency), field(name, "lte", to, currency))

export const tag = (value: string): Query => ({ _tag: "tag", tag: value })

/** A consent in this state: `live`, or another of its kinds. */
export const consent = (state: string): Query => ({ _tag: "consent", consent: state })

export const skill = (name: string, measure?: Measure): Query => ({
  _tag: "skill",
  skill: name,
  ...(measure === undefined ? {} : { measure }),
})

/** Within so many kilometres of a place. */
export const near = (place: string, km: number): Query => ({ _tag: "near", place, km })

const Text = Schema.String.pipe(Schema.maxLength(500))

const WordText = Text.pipe(
  Schema.filter((word) => {
    const words = Normalise.spellings(word)
    return (words.length === 1 && words[0] === word) || "is no single word in lower case without accents"
  }),
)

const MeasureSchema = Schema.Struct({
  of: Schema.Literal("years", "level"),
  is: Schema.Literal(...comparisons),
  value: Schema.Int.pipe(Schema.between(0, 60)),
})

/** A query as it is stored, plain JSON. */
export const Query: Schema.Schema<Query> = Schema.suspend(() =>
  Schema.Union(
    Schema.Struct({ _tag: Schema.Literal("and"), of: Schema.Array(Query) }),
    Schema.Struct({ _tag: Schema.Literal("or"), of: Schema.Array(Query) }),
    Schema.Struct({ _tag: Schema.Literal("not"), of: Query }),
    Schema.Struct({ _tag: Schema.Literal("term"), word: WordText }),
    Schema.Struct({ _tag: Schema.Literal("prefix"), word: WordText }),
    Schema.Struct({
      _tag: Schema.Literal("phrase"),
      words: Schema.Array(WordText).pipe(Schema.minItems(2), Schema.maxItems(100)),
    }),
    Schema.Struct({
      _tag: Schema.Literal("field"),
      field: Text,
      is: Schema.Literal(...comparisons),
      value: Schema.Union(Text, Schema.Number.pipe(Schema.finite())),
      currency: Schema.optional(Schema.String.pipe(Schema.pattern(/^[A-Z]{3}$/))),
    }),
    Schema.Struct({ _tag: Schema.Literal("tag"), tag: Text }),
    Schema.Struct({ _tag: Schema.Literal("consent"), consent: Text }),
    Schema.Struct({ _tag: Schema.Literal("skill"), skill: Text, measure: Schema.optional(MeasureSchema) }),
    Schema.Struct({
      _tag: Schema.Literal("near"),
      place: Text,
      km: Schema.Number.pipe(Schema.between(0, 20_100)),
    }),
  ),
)

/** What is too much about a value that may be a query, before a schema walks it. */
export const excess = (value: unknown): string | null => {
  let conditions = 0
  let level: ReadonlyArray<unknown> = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return `nests more than ${deepest} deep`
    const next: Array<unknown> = []
    for (const one of level) {
      if (++conditions > 3 * most) return `has more than ${most} conditions`
      if (typeof one !== "object" || one === null || !("of" in one)) continue
      for (const below of Array.isArray(one.of) ? one.of : [one.of]) next.push(below)
    }
    level = next
  }
  return leaves(value) > most ? `has more than ${most} conditions` : null
}

const leaves = (value: unknown): number =>
  typeof value !== "object" || value === null || !("of" in value)
    ? 1
    : (Array.isArray(value.of) ? value.of : [value.of]).reduce((sum: number, one: unknown) => sum + leaves(one), 0)
