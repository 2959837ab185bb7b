import * as Schema from "effect/Schema"
import * as Input from "./Input.js"
import * as Money from "./Money.js"

const Percent = Schema.Number.pipe(Schema.between(0, 100))

/** What a client pays for a placement: a percent of the first-year salary, a flat sum, or the parts of a retainer. */
export const Terms = Schema.Union(
  Schema.Struct({ kind: Schema.Literal("percent"), percent: Percent }),
  Schema.Struct({ kind: Schema.Literal("flat"), amount: Money.Minor, currency: Money.Currency }),
  Schema.Struct({
    kind: Schema.Literal("retainer"),
    currency: Money.Currency,
    /** Sums that fall due in this order, for example at signing, at the shortlist, at the placement. */
    parts: Schema.NonEmptyArray(Schema.Struct({ name: Input.Line, amount: Money.Minor })).pipe(Schema.maxItems(100)),
  }),
)
export type Terms = typeof Terms.Type

/** What a fall-off inside the guarantee costs the agency: another candidate for free, or the fee back. */
export const Remedy = Schema.Literal("replace", "refund")
export type Remedy = typeof Remedy.Type

/** One actor's part in a placement; the percents of a placement add up to 100. */
export const Split = Schema.Struct({
  actor: Input.Line,
  role: Input.Line,
  percent: Percent,
})
export type Split = typeof Split.Type

/** A split as frozen on a placement: `amount` in the minor units of the fee's currency. */
export const Credit = Schema.Struct({ ...Split.fields, amount: Money.Minor })
export type Credit = typeof Credit.Type

/** The fee that the terms give for a yearly salary. */
export const owed = (terms: Terms, salary: Money.Money): Money.Money => {
  switch (terms.kind) {
    case "percent":
      return { amount: Money.share(salary.amount, terms.percent), currency: salary.currency }
    case "flat":
      return { amount: terms.amount, currency: terms.currency }
    case "retainer":
      return { amount: terms.parts.reduce((sum, part) => sum + part.amount, 0), currency: terms.currency }
  }
}

/** Freezes the splits on a fee: the amounts add up to it to the unit. */
export const credit = (fee: Money.Money, splits: ReadonlyArray<Split>): ReadonlyArray<Credit> => {
  const amounts = Money.apportion(
    fee.amount,
    splits.map((split) => split.percent),
  )
  return splits.map((split, index) => ({ ...split, amount: amounts[index] ?? 0 }))
}
