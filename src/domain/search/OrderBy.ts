import * as Schema from "effect/Schema"
import { Currency } from "../Money.js"

/** What records are to be ordered by: a field, or `custom.NAME` for one of the agency's own. */
export const OrderBy = Schema.Struct({
  field: Schema.String.pipe(Schema.maxLength(200)),
  /** Ascending where absent. */
  direction: Schema.optional(Schema.Literal("asc", "desc")),
  /** Of amounts, of which those of one currency compare: others count as no value. */
  currency: Schema.optional(Currency),
})
export type OrderBy = typeof OrderBy.Type
