import * as Schema from "effect/Schema"
import * as Fee from "../Fee.js"
import * as Input from "../Input.js"
import * as Money from "../Money.js"

const Splits = Schema.Array(Fee.Split).pipe(
  Schema.maxItems(100),
  Schema.filter(
    (splits) =>
      splits.length === 0 ||
      Math.round(splits.reduce((sum, { percent }) => sum + percent * 10_000, 0)) === 1_000_000 ||
      "do not add up to 100 percent",
  ),
)

const Days = Schema.Int.pipe(Schema.between(0, 3650))

/** How many heads a position wants at once. */
export const Openings = Schema.Int.pipe(Schema.between(1, 1000))

export const Create = Schema.Struct({
  clientId: Input.Ref,
  opportunityId: Input.maybe(Input.Ref),
  title: Input.Line,
  openings: Input.or(Openings, () => 1),
  description: Input.maybe(Input.Prose),
  location: Input.maybe(Input.Line),
  contactIds: Input.or(Input.Refs, () => []),
  skills: Input.or(Input.Lines, () => []),
  tags: Input.or(Input.Lines, () => []),
  salary: Input.maybe(Money.Range),
  fee: Input.maybe(Fee.Terms),
  guaranteeDays: Schema.optional(Days),
  remedy: Schema.optional(Fee.Remedy),
  splits: Input.or(Splits, () => []),
  owner: Input.maybe(Input.Line),
  customFields: Input.or(Input.CustomFields, () => ({})),
  stage: Input.maybe(Input.Line),
})
export type Create = typeof Create.Type

/** What a new position is made of, as it comes in. */
export type NewPosition = typeof Create.Encoded

export const Update = Schema.Struct({
  title: Schema.optional(Input.Line),
  description: Input.change(Input.Prose),
  location: Input.change(Input.Line),
  contactIds: Schema.optional(Input.Refs),
  skills: Schema.optional(Input.Lines),
  tags: Schema.optional(Input.Lines),
  salary: Input.change(Money.Range),
  fee: Input.change(Fee.Terms),
  guaranteeDays: Schema.optional(Days),
  remedy: Schema.optional(Fee.Remedy),
  splits: Schema.optional(Splits),
  owner: Input.change(Input.Line),
  customFields: Schema.optional(Input.CustomFields),
})
