import * as Schema from "effect/Schema"
import { Currency } from "../Money.js"

const field = Schema.String.pipe(Schema.maxLength(200))
const direction = Schema.Literal("asc", "desc")

/** What records are to be ordered by: a field, or `custom.NAME` for one of the agency's own. */
export const OrderBy = Schema.Struct({
  field,
  /** Ascending where absent. */
  direction: Schema.optional(direction),
  /** Of amounts, of which those of one currency compare: others count as no value. */
  currency: Schema.optional(Currency),
})
export type OrderBy = typeof OrderBy.Type

/** The same as it is kept: what is absent is no field. */
export const Kept = Schema.Struct({
  field,
  direction: Schema.optionalWith(direction, { exact: true }),
  currency: Schema.optionalWith(Currency, { exact: true }),
})

export const kept = ({ currency, direction, field }: OrderBy): typeof Kept.Type => ({
  field,
  ...(direction === undefined ? {} : { direction }),
  ...(currency === undefined ? {} : { currency }),
})
