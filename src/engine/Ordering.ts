import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import type { CustomField } from "../domain/custom/CustomField.js"
import type { Column, Field } from "../domain/Field.js"
import * as Input from "../domain/Input.js"
import { Money, Range } from "../domain/Money.js"
import * as Noun from "../domain/Noun.js"
import { type NounName, Nouns } from "../domain/Nouns.js"
import type * as Order from "../domain/Order.js"
import type { OrderBy } from "../domain/search/OrderBy.js"
import { fitting } from "./Fitting.js"

const prefix = "custom."

/** Whether an order is by a field of the agency's own. */
export const isCustom = (order: unknown): boolean =>
  Input.isFields(order) && typeof order.field === "string" && order.field.startsWith(prefix)

/** Whether a query may be ordered so. */
export const isNamed = (query: unknown): boolean => Input.isFields(query) && isCustom(query.order)

export const columnOf = (noun: NounName, name: string): Column | undefined => {
  if (name === "id") return "text"
  const fields = Noun.allFields(Nouns[noun])
  return Object.hasOwn(fields, name) ? fields[name]?.column : undefined
}

const refused = { amount: -1, currency: "EUR" }

/** Where the amount stands in a field of money, told by its schema; of a range its upper end. Null for any other. */
const amountIn = ({ schema }: Field<unknown>): "amount" | "max" | null => {
  const is = Schema.is(schema)
  if (is(refused)) return null
  if (is(Money.make({ amount: 0, currency: "EUR" }))) return "amount"
  return is(Range.make({ min: 0, max: 0, currency: "EUR" })) ? "max" : null
}

const money = (
  { currency, field: name }: OrderBy,
  field: string,
  inside: ReadonlyArray<string>,
  amount: "amount" | "max",
): Either.Either<Order.Key, string> =>
  currency === undefined
    ? Either.left(`${name} holds amounts: name the currency to order by`)
    : Either.right({
        field,
        at: [...inside, amount],
        of: "number",
        beside: { at: [...inside, "currency"], value: currency },
      })

type Own = Pick<CustomField, "type" | "options">

const custom = (order: OrderBy, name: string, { options, type }: Own): Either.Either<Order.Key, string> => {
  const here = { field: "customFields", at: [name] }
  if (type === "money") return money(order, here.field, here.at, "amount")
  if (order.currency !== undefined) return Either.left(`${order.field} holds no amounts, and has no currency`)
  switch (type) {
    case "number":
    case "boolean":
      return Either.right({ ...here, of: type })
    case "choice":
      return Either.right({ ...here, places: options.map(({ key }) => key) })
    case "choices":
      return Either.left(`${order.field} holds several values, which have no order`)
    default:
      return Either.right({ ...here, of: "string" })
  }
}

/** What records of a noun are ordered by, or why they cannot be. Needs the agency's own fields where one is named. */
export const keyOf = (
  noun: NounName,
  order: OrderBy,
  customs: ReadonlyMap<string, Own>,
): Either.Either<Order.Key, string> => {
  if (isCustom(order)) {
    const name = order.field.slice(prefix.length)
    const own = customs.get(name)
    return own === undefined
      ? Either.left(`${order.field} is no field that was defined of ${noun}`)
      : custom(order, name, own)
  }
  const column = columnOf(noun, order.field)
  const field = Noun.allFields(Nouns[noun])[order.field]
  const amount = column === "json" && field !== undefined ? amountIn(field) : null
  if (amount !== null) return money(order, order.field, [], amount)
  if (column === undefined || column === "json") return Either.left(`${order.field} is no field to order ${noun} by`)
  return order.currency === undefined
    ? Either.right({ field: order.field })
    : Either.left(`${order.field} holds no amounts, and has no currency`)
}

const PlaceText = Schema.parseJson(
  Schema.Tuple(Schema.NullOr(Schema.Union(Schema.String, Schema.Number, Schema.Boolean)), Schema.String),
)
const readPlace = Schema.decodeUnknownEither(PlaceText)

/** The cursor behind a row at this place. */
export const cursor = ({ id, value }: Order.Place): string =>
  Buffer.from(JSON.stringify([value, id]), "utf8").toString("base64url")

/** The place that a cursor stands for; null where it is none of ours. */
export const placeOf = (text: string): Order.Place | null => {
  const read = readPlace(Buffer.from(text, "base64url").toString("utf8"))
  return Either.isLeft(read) || !Input.isRef(read.right[1]) ? null : { value: read.right[0], id: read.right[1] }
}

/** Whether a place may be one in this order. */
export const isIn = (noun: NounName, key: Order.Key, { value }: Order.Place): boolean => {
  if (value === null) return true
  if ("places" in key) return Number.isInteger(value)
  if ("at" in key) return typeof value === key.of && (typeof value !== "string" || Input.storable(value))
  const column = columnOf(noun, key.field)
  return column !== undefined && fitting(column, value) === value
}
