import * as Schema from "effect/Schema"

/** Where in the extracted text a value was read: offsets in UTF-16 units, `end` excluded. */
export const Span = Schema.Struct({ start: Schema.Number, end: Schema.Number })
export type Span = typeof Span.Type

/** A day, month or year as far as the résumé tells: `2021-03-15`, `2021-03` or `2021`. */
export const PartialDate = Schema.String.pipe(Schema.pattern(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/))
export type PartialDate = typeof PartialDate.Type

/** A value that was read: how sure the reader is, 0 to 1, and where it stood. */
const found = <A, I>(value: Schema.Schema<A, I>) =>
  Schema.Struct({ value, confidence: Schema.Number.pipe(Schema.between(0, 1)), span: Span })

export interface Found<A> {
  readonly value: A
  readonly confidence: number
  readonly span: Span
}

const Text = found(Schema.String)
const FoundDate = found(PartialDate)

/** One engagement. `current` says that it has no end yet; `span` covers the lines that name it. */
export const Employment = Schema.Struct({
  title: Schema.NullOr(Text),
  employer: Schema.NullOr(Text),
  location: Schema.NullOr(Text),
  start: Schema.NullOr(FoundDate),
  end: Schema.NullOr(FoundDate),
  current: Schema.Boolean,
  span: Span,
})
export interface Employment extends Schema.Schema.Type<typeof Employment> {}

export const Education = Schema.Struct({
  institution: Schema.NullOr(Text),
  degree: Schema.NullOr(Text),
  field: Schema.NullOr(Text),
  start: Schema.NullOr(FoundDate),
  end: Schema.NullOr(FoundDate),
  span: Span,
})
export interface Education extends Schema.Schema.Type<typeof Education> {}

/** The scale of the Common European Framework, and `native`. */
export const Level = Schema.Literal("A1", "A2", "B1", "B2", "C1", "C2", "native")
export type Level = typeof Level.Type

/** `value` is the ISO 639 code. */
export const Language = Schema.Struct({
  ...found(Schema.String).fields,
  level: Schema.NullOr(Level),
})
export interface Language extends Schema.Schema.Type<typeof Language> {}

/**
 * What a résumé seems to say, for a person to confirm. Nothing in it is a fact: every value carries the reader's
 * confidence and its place in `text`.
 */
export const Draft = Schema.Struct({
  text: Schema.String,
  name: Schema.NullOr(Text),
  email: Schema.NullOr(Text),
  /** E.164 where the number is valid, and what was written otherwise. */
  phone: Schema.NullOr(Text),
  location: Schema.NullOr(Text),
  links: Schema.Array(Text),
  skills: Schema.Array(Text),
  employment: Schema.Array(Employment),
  education: Schema.Array(Education),
  languages: Schema.Array(Language),
})
export interface Draft extends Schema.Schema.Type<typeof Draft> {}

/** Nothing read from this text. */
export const empty = (text: string): Draft => ({
  text,
  name: null,
  email: null,
  phone: null,
  location: null,
  links: [],
  skills: [],
  employment: [],
  education: [],
  languages: [],
})
