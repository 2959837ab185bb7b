import * as Schema from "effect/Schema"

const Scalar = Schema.Union(Schema.String, Schema.Number.pipe(Schema.finite()), Schema.Boolean, Schema.Null)

/** A host's own fields of a record, by name. */
export const Custom = Schema.Record({ key: Schema.String, value: Scalar })
export type Custom = typeof Custom.Type
