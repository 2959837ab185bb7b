import * as Schema from "effect/Schema"
import * as Money from "./Money.js"

/** What a field of a host's own may hold: the text of a link or day, the keys of chosen options, an amount. */
export const Value = Schema.Union(
  Schema.String,
  Schema.Number.pipe(Schema.finite()),
  Schema.Boolean,
  Schema.Null,
  Schema.Array(Schema.String),
  Money.Money,
)
export type Value = typeof Value.Type

/** A host's own fields of a record, by name. */
export const Custom = Schema.Record({ key: Schema.String, value: Value })
export type Custom = typeof Custom.Type
