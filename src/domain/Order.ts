import { compare } from "./Compare.js"
import type { Json } from "./Ledger.js"

/** The types of values inside of an object that can be put in an order. */
export type Inside = "string" | "number" | "boolean"

/**
 * What of a row puts it in its place.
 *
 * Without `at`, a column. With it, what stands under these names in an object field, the outermost first, as a filter's
 * `at` leads there: values of the type `of` count, others are no value. Where `places` are given, a text goes by its
 * place among them, and one that is not among them is no value. Where `beside` is given, a value counts that stands
 * beside this text: amounts of one currency.
 */
export type Key =
  | { readonly field: string }
  | {
      readonly field: string
      readonly at: ReadonlyArray<string>
      readonly of: Inside
      readonly beside?: { readonly at: ReadonlyArray<string>; readonly value: string }
    }
  | { readonly field: string; readonly at: ReadonlyArray<string>; readonly places: ReadonlyArray<string> }

/** A key and the way. What has no value comes last, both ways; ties go by id in the same direction. */
export type Order = Key & { readonly direction: "asc" | "desc" }

/** What a row is ordered by, in the form in which it compares; null where it has nothing that counts. */
export type Value = string | number | boolean | null

/** Where a row stands in an order. */
export interface Place {
  readonly value: Value
  readonly id: string
}

type Row = { readonly [field: string]: Json }

const isRow = (value: Json): value is Row => typeof value === "object" && value !== null && !Array.isArray(value)

/** What stands in an object, under the names that lead into it. */
export const inside = (value: Json, path: ReadonlyArray<string>): Json => {
  let found = value
  for (const name of path) {
    if (!isRow(found) || !Object.hasOwn(found, name)) return null
    found = found[name] ?? null
  }
  return found
}

/** The value of a row that it is ordered by. */
export const valueIn = (key: Key, row: Row): Value => {
  const field = row[key.field] ?? null
  if (!("at" in key)) return field === null || typeof field === "object" ? null : field
  const found = inside(field, key.at)
  if ("places" in key) {
    const place = typeof found === "string" ? key.places.indexOf(found) : -1
    return place < 0 ? null : place
  }
  const { beside, of } = key
  if (beside !== undefined && inside(field, beside.at) !== beside.value) return null
  return found !== null && typeof found !== "object" && typeof found === of ? found : null
}

/** Which of two rows comes first: the definition that every storage answers by. */
export const comparing =
  (direction: Order["direction"]) =>
  (a: Place, b: Place): number => {
    const sign = direction === "asc" ? 1 : -1
    if (a.value === null || b.value === null) {
      if (a.value !== b.value) return a.value === null ? 1 : -1
    } else {
      const compared = compare(a.value, b.value)
      if (compared !== 0) return sign * compared
    }
    return sign * compare(a.id, b.id)
  }
