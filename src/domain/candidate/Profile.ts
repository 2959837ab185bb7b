import * as Schema from "effect/Schema"
import * as Input from "../Input.js"

/** A day, month or year as far as it is known: `2021-03-15`, `2021-03` or `2021`. */
export const PartialDate = Schema.String.pipe(
  Schema.pattern(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, {
    message: () => "is no day, month or year such as 2021-03",
  }),
)

const line = Schema.optionalWith(Schema.NullOr(Input.Line), { default: () => null })
const date = Schema.optionalWith(Schema.NullOr(PartialDate), { default: () => null })

/** One engagement of a person's working life; no `end` while it lasts. */
export const Employment = Schema.Struct({
  title: line,
  employer: line,
  location: line,
  start: date,
  end: date,
  current: Schema.optionalWith(Schema.Boolean, { default: () => false }),
})
export type Employment = typeof Employment.Type

export const Education = Schema.Struct({ institution: line, degree: line, field: line, start: date, end: date })
export type Education = typeof Education.Type

/** The scale of the Common European Framework of Reference for Languages, and `native`. */
export const languageLevels = ["A1", "A2", "B1", "B2", "C1", "C2", "native"] as const

export const Language = Schema.Struct({
  /** An ISO 639 code. */
  language: Schema.String.pipe(Schema.pattern(/^[a-z]{2,3}$/, { message: () => "is no ISO 639 code such as en" })),
  level: Schema.optionalWith(Schema.NullOr(Schema.Literal(...languageLevels)), { default: () => null }),
})
export type Language = typeof Language.Type

/** What a person wants of the next job. */
export const Preferences = Schema.Struct({
  workplaces: Schema.optionalWith(Schema.Array(Schema.Literal("onsite", "hybrid", "remote")), { default: () => [] }),
  engagements: Schema.optionalWith(Schema.Array(Schema.Literal("permanent", "contract", "temporary", "partTime")), {
    default: () => [],
  }),
  note: Schema.optionalWith(Schema.NullOr(Input.Prose), { default: () => null }),
})
export type Preferences = typeof Preferences.Type

const list = <A, I>(schema: Schema.Schema<A, I>) =>
  Schema.Array(schema).pipe(Schema.filter((all) => all.length <= 200 || "more than 200 entries"))

export const Employments = list(Input.fields(Employment))
export const Educations = list(Input.fields(Education))
export const Languages = list(Input.fields(Language))
