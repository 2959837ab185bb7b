import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import type { Column } from "../domain/Field.js"
import * as Input from "../domain/Input.js"

export type Scalar = string | number | boolean

const instant = Schema.decodeUnknownOption(Input.Instant)
const isDay = Schema.is(Input.PlainDate)

/** A value that a column can hold, in the form in which it does; undefined for any other. */
export const fitting = (column: Column, value: unknown): Scalar | undefined => {
  switch (column) {
    case "boolean":
      return typeof value === "boolean" ? value : undefined
    case "integer":
      return typeof value === "number" && Number.isSafeInteger(value) ? value : undefined
    case "instant":
      return Option.getOrUndefined(instant(value))
    case "date":
      return isDay(value) ? value : undefined
    default:
      return typeof value === "string" && Input.storable(value) ? value : undefined
  }
}
