import type * as Custom from "../Custom.js"
import type { CustomField, Type } from "./CustomField.js"

/** A field of the agency's own as it is shown with a record. */
export interface Shown {
  readonly name: string
  readonly label: string
  /** Null where nobody defined it. */
  readonly type: Type | null
  /** Null where the record has none. */
  readonly value: Custom.Value
  /** The labels of the options that were chosen. */
  readonly chosen: ReadonlyArray<string>
}

const labels = ({ options, type }: CustomField, value: Custom.Value): ReadonlyArray<string> => {
  if (type !== "choice" && type !== "choices") return []
  const keys = typeof value === "string" ? [value] : Array.isArray(value) ? value : []
  return keys.map((key) => options.find((option) => option.key === key)?.label ?? String(key))
}

/** All fields that a noun has, with what a record says: retired ones where it says anything, undefined ones at the end. */
export const of = (defined: ReadonlyArray<CustomField>, values: Custom.Custom): ReadonlyArray<Shown> => {
  const valueAt = (name: string): Custom.Value => (Object.hasOwn(values, name) ? (values[name] ?? null) : null)
  const known = new Set(defined.map(({ name }) => name))
  return [
    ...defined.flatMap((field): ReadonlyArray<Shown> => {
      const { label, name, type } = field
      const value = valueAt(name)
      return field.retiredAt !== null && value === null
        ? []
        : [{ name, label, type, value, chosen: labels(field, value) }]
    }),
    ...Object.keys(values)
      .filter((name) => !known.has(name))
      .toSorted()
      .map((name): Shown => ({ name, label: name, type: null, value: valueAt(name), chosen: [] })),
  ]
}
