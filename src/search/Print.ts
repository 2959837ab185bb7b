import type { Query } from "./Query.js"
import { isRelative } from "./Today.js"
import * as Values from "./Values.js"

const operators = { eq: ":", lt: "<", lte: "<=", gt: ">", gte: ">=" } as const

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, "\\$&")}"`

/** A value as it is, where nothing in it could be taken for something else. */
const value = (text: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(text) || isRelative(text) ? text : quoted(text)

const field = (query: Extract<Query, { readonly _tag: "field" }>): string => {
  const { currency, field: name, is } = query
  const text =
    typeof query.value !== "number"
      ? query.value
      : currency !== undefined || name.startsWith("salary")
        ? Values.printMoney(query.value, currency)
        : String(query.value)
  return `${/^[A-Za-z0-9._]+$/.test(name) ? name : quoted(name)}${operators[is]}${value(text)}`
}

const inner = (query: Query): string =>
  query._tag === "and" || query._tag === "or"
    ? query.of.length === 0
      ? print(query)
      : `(${print(query)})`
    : print(query)

/**
 * The query in the language that `parse` reads: parsing it gives the same query, as long as the constructors made it.
 */
export const print = (query: Query): string => {
  switch (query._tag) {
    case "and":
      return query.of.length === 0 ? "*" : query.of.map(inner).join(" ")
    case "or":
      return query.of.length === 0 ? "NOT *" : query.of.map(inner).join(" OR ")
    case "not":
      return `NOT ${inner(query.of)}`
    case "term":
      return query.word
    case "prefix":
      return `${query.word}*`
    case "phrase":
      return quoted(query.words.join(" "))
    case "field":
      return field(query)
    case "tag":
      return `tag:${value(query.tag)}`
    case "consent":
      return `consent:${value(query.consent)}`
    case "skill": {
      if (query.measure === undefined) return `skill:${value(query.skill)}`
      const { is, of, value: least } = query.measure
      return `skill:${quoted(query.skill)}${is === "eq" ? "=" : operators[is]}${least}${of === "years" ? "y" : "l"}`
    }
    case "near":
      return `near:${quoted(`${query.place}, ${query.km}km`)}`
  }
}
