import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import type { CustomField } from "../domain/custom/CustomField.js"
import * as Input from "../domain/Input.js"
import { Money } from "../domain/Money.js"
import type { InvalidInput } from "../domain/Refusal.js"
import type { Filter } from "../ports/Storage.js"
import type { Wrong } from "./Reading.js"

type Scalar = string | number | boolean

type Bound = string | number | Money

/**
 * What fields of the agency's own may be asked to be, by name: a value, one of several, nothing, within bounds, or, where
 * several options may be chosen, to hold one.
 */
export interface Where {
  readonly [name: string]:
    | Scalar
    | Money
    | ReadonlyArray<string | number>
    | { readonly contains: string }
    | { readonly from?: Bound; readonly before?: Bound }
    | null
    | undefined
}

const mostValues = 1000

/** Whether a query may ask for them. */
export const isNamed = (query: unknown): boolean =>
  Input.isFields(query) && Input.isFields(query.where) && Object.hasOwn(query.where, "customFields")

const isDay = Schema.is(Input.PlainDate)
const isMoney = Schema.is(Money)

/** Whether a value is one that the field may hold. */
const fits = ({ options, type }: CustomField, value: unknown): value is Scalar => {
  switch (type) {
    case "number":
      return typeof value === "number" && Number.isFinite(value)
    case "boolean":
      return typeof value === "boolean"
    case "date":
      return isDay(value)
    case "choice":
      return options.some(({ key }) => key === value)
    case "text":
    case "link":
      return typeof value === "string" && Input.storable(value)
    default:
      return false
  }
}

const isOrdered = ({ type }: CustomField): boolean => type !== "boolean" && type !== "choice" && type !== "choices"

const comparisons = { from: "gte", before: "lt" } as const

const at = (field: CustomField, ...path: ReadonlyArray<string>) => ({
  field: "customFields",
  at: [field.name, ...path],
})

/** A value compared with what a record holds; undefined where it is none of the field's. */
const compared = (field: CustomField, is: "eq" | "gte" | "lt", value: unknown): ReadonlyArray<Filter> | undefined =>
  field.type === "money"
    ? isMoney(value)
      ? [
          { ...at(field, "currency"), is: "eq", value: value.currency },
          { ...at(field, "amount"), is, value: value.amount },
        ]
      : undefined
    : fits(field, value)
      ? [{ ...at(field), is, value }]
      : undefined

const condition = (field: CustomField, value: unknown): ReadonlyArray<Filter> | undefined => {
  if (value === undefined) return []
  if (value === null) return [{ ...at(field), is: "null" }]
  if (field.type === "choices")
    return Input.isFields(value) &&
      Object.keys(value).join() === "contains" &&
      typeof value.contains === "string" &&
      field.options.some(({ key }) => key === value.contains)
      ? [{ ...at(field), is: "contains", value: value.contains }]
      : undefined
  if (Array.isArray(value)) {
    const all = Array.from(value, (one) => compared(field, "eq", one))
    const any = all.flatMap((one) => (one === undefined ? [] : [{ and: one }]))
    return all.length <= mostValues && any.length === all.length ? [{ or: any }] : undefined
  }
  const plain = compared(field, "eq", value)
  if (plain !== undefined || !Input.isFields(value) || !isOrdered(field)) return plain
  const bounds = Object.entries(value).filter(([, bound]) => bound !== undefined)
  const filters = bounds.map(([name, bound]) =>
    name === "from" || name === "before" ? compared(field, comparisons[name], bound) : undefined,
  )
  const known = filters.flatMap((filter) => filter ?? [])
  return bounds.length > 0 && !filters.includes(undefined) ? known : undefined
}

const expected = ({ name, options, type }: CustomField): string => {
  switch (type) {
    case "choices":
      return "holds several: ask for { contains } with the key of an option"
    case "choice":
      return `is none of the options ${options
        .slice(0, 5)
        .map(({ key }) => key)
        .join(", ")}`
    default:
      return `${name} is of type ${type}: this is no such value, no list of them, and no { from, before }`
  }
}

/** The conditions on fields of the agency's own, or the first that makes no sense. */
export const conditions = (
  noun: string,
  customs: ReadonlyArray<CustomField>,
  where: unknown,
  wrong: Wrong,
): Either.Either<ReadonlyArray<Filter>, InvalidInput> => {
  if (!Input.isFields(where)) return wrong(["where", "customFields"], "is no object of fields")
  const filters: Array<Filter> = []
  for (const [name, value] of Object.entries(where)) {
    const path = ["where", "customFields", name.slice(0, 100)]
    const field = customs.find((one) => one.name === name)
    if (field === undefined) return wrong(path, `is no field that was defined for a ${noun}`)
    const found = condition(field, value)
    if (found === undefined) return wrong(path, expected(field))
    filters.push(...found)
  }
  return Either.right(filters)
}
