import { storable } from "../domain/Input.js"
import * as Customs from "./Customs.js"
import * as Document from "./Document.js"
import * as Fields from "./Fields.js"
import * as Query from "./Query.js"
import { comparesDays } from "./Relative.js"
import { isRelative } from "./Today.js"
import * as Values from "./Values.js"

const operators: { readonly [operator: string]: Query.Comparison } = {
  ":": "eq",
  "=": "eq",
  "<": "lt",
  "<=": "lte",
  ">": "gt",
  ">=": "gte",
}

/** Why a condition in a text is none: it is read as words then. */
export type Fault = "unknownField" | "badValue"

const isFault = (found: Query.Query | Fault): found is Fault => typeof found === "string"

const nearPattern = /^(.{1,200}?),?\s*(\d{1,5}(?:\.\d{1,3})?)\s?(km|mi)$/

const near = (value: string): Query.Query | Fault => {
  const found = value.length > 250 ? null : nearPattern.exec(value)
  const km = Number(found?.[2]) * (found?.[3] === "mi" ? 1.609344 : 1)
  const place = found?.[1]?.trim() ?? ""
  return place === "" || !(km <= 20_100) ? "badValue" : Query.near(place, km)
}

const skillPattern = /^(.*?)(>=|<=|>|<|=)(\d{1,2})(y|l)$/

/** `typescript`, `typescript>=3y` (years), `sql>=4l` (level), `"machine learning">=2y`. */
const skill = (value: string, quoted: boolean, measure: string): Query.Query | Fault => {
  if (value.length > 300 || measure.length > 10) return "badValue"
  const found = quoted && measure === "" ? null : skillPattern.exec(quoted ? measure : value)
  const name = quoted ? value : (found?.[1] ?? value)
  if (name === "" || (measure !== "" && found === null)) return "badValue"
  if (found === null) return Query.skill(name)
  const is = operators[found[2] ?? ""]
  const measured = Number(found[3])
  return is === undefined || measured > 60
    ? "badValue"
    : Query.skill(name, { of: found[4] === "y" ? "years" : "level", is, value: measured })
}

const compared = (field: Fields.SearchField, name: string, is: Query.Comparison, said: string): Query.Query | Fault => {
  const isDay = comparesDays(field, is) && isRelative(said.toLowerCase())
  const text = isDay ? said.toLowerCase() : said
  const made = ((): Query.Query | null => {
    if (field.custom !== undefined) return Customs.read(field.custom, name, is, text)
    if (field.as === "money") {
      const money = Values.readMoney(text)
      return money === null ? null : Query.field(name, is, money.amount, money.currency)
    }
    if (field.as === "number" || (field.as === "custom" && is !== "eq" && !Values.isAskedDay(text))) {
      const number = Values.readNumber(text)
      return number === null ? null : Query.field(name, is, number)
    }
    return Query.field(name, is, text)
  })()
  if (made?._tag !== "field" || text === "" || text.length > 500) return "badValue"
  return Customs.misfit(field, is, made.value, made.currency) === null ? made : "badValue"
}

/** The condition that a field, an operator and a value say, or what is wrong. */
export const read = (
  nouns: ReadonlyArray<Fields.Searchable>,
  {
    measure,
    name: typed,
    operator,
    quoted,
    value,
  }: {
    readonly name: string
    readonly operator: string
    readonly quoted: boolean
    readonly measure: string
    readonly value: string
  },
  customs: Customs.Customs = Customs.none,
): Query.Query | Fault => {
  const name = Fields.meant(nouns, typed, customs)
  const is = operators[operator] ?? "eq"
  const plain = is === "eq" && value !== "" && value.length <= 300
  const has = (field: string) => Fields.find(nouns, field) !== undefined
  if (name === "tag" || name === "tags") return !has("tags") ? "unknownField" : plain ? Query.tag(value) : "badValue"
  if (name === "skill" || name === "skills")
    return !has("skills") ? "unknownField" : is === "eq" ? skill(value, quoted, measure) : "badValue"
  if (name === "consent") {
    const state = plain ? Document.consentState(value) : null
    return !nouns.includes("candidate") ? "unknownField" : state === null ? "badValue" : Query.consent(state)
  }
  if (name === "near") return !has("location") ? "unknownField" : is === "eq" ? near(value) : "badValue"
  const field = storable(name) ? Fields.find(nouns, name, customs) : undefined
  if (field === undefined) return "unknownField"
  // What such a field holds is not known to whoever looks the query up: as a range it can be nothing but days.
  if (is === "eq" && field.custom?.type === "date" && isRelative(value.toLowerCase())) {
    const [from, to] = [compared(field, name, "gte", value), compared(field, name, "lte", value)]
    return isFault(from) ? from : isFault(to) ? to : Query.and(from, to)
  }
  const dots =
    is === "eq" && field.as !== "words" && field.as !== "parts" && field.as !== "whole" ? value.indexOf("..") : -1
  if (dots <= 0) return compared(field, name, is, value)
  const from = compared(field, name, "gte", value.slice(0, dots))
  const to = compared(field, name, "lte", value.slice(dots + 2))
  return isFault(from) || isFault(to) ? compared(field, name, is, value) : Query.and(from, to)
}
