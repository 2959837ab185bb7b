import * as Schema from "effect/Schema"
import * as Input from "../Input.js"
import { Money } from "../Money.js"
import * as Profile from "./Profile.js"

/** What is known of a person when the record is made. Only the name is needed. */
export const Create = Schema.Struct({
  name: Input.Line,
  email: Input.maybe(Input.Email),
  phone: Input.maybe(Input.Line),
  location: Input.maybe(Input.Line),
  willingToRelocate: Input.maybe(Schema.Boolean),
  skills: Input.or(Input.Lines, () => []),
  tags: Input.or(Input.Lines, () => []),
  links: Input.or(Input.Lines, () => []),
  salaryExpectation: Input.maybe(Money),
  availableFrom: Input.maybe(Input.PlainDate),
  employment: Input.or(Profile.Employments, () => []),
  education: Input.or(Profile.Educations, () => []),
  languages: Input.or(Profile.Languages, () => []),
  preferences: Input.maybe(Input.fields(Profile.Preferences)),
  source: Input.maybe(Input.Line),
  owner: Input.maybe(Input.Line),
  customFields: Input.or(Input.CustomFields, () => ({})),
})
export type Create = typeof Create.Type

/** What a new candidate is made of, as it comes in. */
export type NewCandidate = typeof Create.Encoded

export const Update = Schema.Struct({
  name: Schema.optional(Input.Line),
  email: Input.change(Input.Email),
  phone: Input.change(Input.Line),
  location: Input.change(Input.Line),
  willingToRelocate: Input.change(Schema.Boolean),
  skills: Schema.optional(Input.Lines),
  tags: Schema.optional(Input.Lines),
  links: Schema.optional(Input.Lines),
  salaryExpectation: Input.change(Money),
  availableFrom: Input.change(Input.PlainDate),
  employment: Schema.optional(Profile.Employments),
  education: Schema.optional(Profile.Educations),
  languages: Schema.optional(Profile.Languages),
  preferences: Input.change(Input.fields(Profile.Preferences)),
  source: Input.change(Input.Line),
  owner: Input.change(Input.Line),
  customFields: Schema.optional(Input.CustomFields),
})
