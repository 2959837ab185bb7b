import * as Schema from "effect/Schema"
import type { Context } from "../Context.js"
import * as Input from "../Input.js"
import { Conflict } from "../Refusal.js"

/** How many ids may be frozen. */
export const mostFrozen = 10_000

/** A query as it is typed, up to 10,000 characters. */
export const Text = Schema.String.pipe(
  Schema.filter((value) => {
    if (value.length > 10_000) return "longer than 10000 characters"
    if (!Input.storable(value)) return "contains NUL or a lone surrogate"
    return value.trim().length > 0 || "is empty"
  }),
)

/** A query and what it found, as they were looked up before a command is decided. */
export interface Asked {
  readonly query: { readonly [field: string]: unknown }
  readonly text: string
  /** What is to be frozen; null where nothing is. */
  readonly ids: ReadonlyArray<string> | null
  /** The version of the record that they were looked up for; null for a new one. */
  readonly version: number | null
}

/** The record moved while its query was looked up. */
export const moved = (asked: Asked, { id, version }: { readonly id: string; readonly version: number }) =>
  asked.version === version ? null : new Conflict({ id, expected: asked.version, actual: version })

/** The fields that a query gives its record. */
export const fieldsOf = ({ ids, query, text }: Asked, { at }: Context) => ({
  query,
  text,
  frozen: ids,
  frozenAt: ids === null ? null : at,
})
