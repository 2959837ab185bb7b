import type { CustomField } from "../domain/custom/CustomField.js"
import * as Options from "../domain/custom/Options.js"
import type { Searchable, SearchField } from "./Fields.js"
import * as Query from "./Query.js"
import { isRelative } from "./Today.js"
import * as Values from "./Values.js"

/** What a definition tells a search of its values. */
export type Custom = Pick<CustomField, "type" | "options">

/** The fields of an agency's own, by noun and name. */
export type Customs = { readonly [N in Searchable]?: ReadonlyMap<string, Custom> }

export const none: Customs = {}

const truths = new Map([
  ["yes", "true"],
  ["true", "true"],
  ["no", "false"],
  ["false", "false"],
])

/** The condition that a text means for a field of its type; null where it means none. */
export const read = (custom: Custom, name: string, is: Query.Comparison, text: string): Query.Query | null => {
  switch (custom.type) {
    case "number": {
      const number = Values.readNumber(text)
      return number === null ? null : Query.field(name, is, number)
    }
    case "money": {
      const money = Values.readMoney(text)
      return money === null ? null : Query.field(name, is, money.amount, money.currency)
    }
    case "boolean": {
      const truth = truths.get(text.toLowerCase())
      return truth === undefined ? null : Query.field(name, is, truth)
    }
    case "choice":
    case "choices": {
      const option = Options.meant(custom.options, text)
      return option === undefined ? null : Query.field(name, is, option.key)
    }
    default:
      return Query.field(name, is, text)
  }
}

const text = (is: string, value: string | number): string | null =>
  is !== "eq" ? "cannot be compared by size" : typeof value === "string" ? null : "is no text"

/** What is wrong with a value for a field of this type, or null. Amounts compare within their currency alone. */
const misfitOf = (custom: Custom, is: string, value: string | number, currency: string | undefined): string | null => {
  const { type } = custom
  if (currency !== undefined && type !== "money") return "has no currency"
  switch (type) {
    case "number":
      return typeof value === "number" ? null : "is no number"
    case "money":
      return currency === undefined
        ? "needs a currency"
        : typeof value === "number" && Number.isSafeInteger(value) && value >= 0
          ? null
          : "is no amount of minor units"
    case "date":
      return typeof value === "string" && Values.isAskedDay(value)
        ? is === "eq" && isRelative(value)
          ? "is a day told from today, which compares by size: at least it, and at most it"
          : null
        : "is no day such as 2027-01-04 or today-30d"
    case "boolean":
      return text(is, value) ?? (truths.has(String(value)) ? null : "is neither yes nor no")
    case "choice":
    case "choices":
      return text(is, value) ?? (custom.options.some(({ key }) => key === value) ? null : "is no key of an option")
    default:
      return text(is, value)
  }
}

/** What is wrong with a value for a field, or null; of one of the agency's own, by its type where it was defined. */
export const misfit = (
  field: SearchField,
  is: string,
  value: string | number,
  currency: string | undefined,
): string | null =>
  field.custom === undefined ? Values.misfit(field, is, value, currency) : misfitOf(field.custom, is, value, currency)

const prefix = "custom."

/** Whether a query, as text or as a tree, may name a field of the agency's own. */
export const areNamed = (query: unknown): boolean => {
  if (typeof query === "string") return query.toLowerCase().includes(prefix)
  let level: ReadonlyArray<unknown> = [query]
  for (let depth = 0; depth <= Query.deepest && level.length > 0; depth++) {
    const next: Array<unknown> = []
    for (const one of level) {
      if (typeof one !== "object" || one === null) continue
      if ("field" in one && typeof one.field === "string" && one.field.toLowerCase().startsWith(prefix)) return true
      if ("of" in one) for (const below of Array.isArray(one.of) ? one.of : [one.of]) next.push(below)
      if (next.length > 3 * Query.most) return true
    }
    level = next
  }
  return false
}
