import { Consent } from "../domain/candidate/Consent.js"
import { Minor } from "../domain/Money.js"
import type { Json } from "../domain/Ledger.js"
import type { Document, Skill, Text } from "../domain/Searched.js"
import * as Schema from "effect/Schema"
import * as Fields from "./Fields.js"
import * as Languages from "./Languages.js"
import { type Coordinates, placeOf } from "./Place.js"
import { isDay } from "./Values.js"

/** Coordinates of a place that is named in text; null for one that is not known. */
export type Locate = (place: string) => Coordinates | null

type Row = { readonly [field: string]: Json }

/** `TypeScript 5y`, `SQL 4/5`, `Rust (3 years, 5/5)`: a name and what the last words say of it. */
export const skillOf = (text: string): Skill => {
  const parts = text
    .slice(0, 500)
    .split(/[\s(),;]+/)
    .filter((part) => part.length > 0)
  let years: number | null = null
  let level: number | null = null
  while (parts.length > 1) {
    const last = parts.at(-1) ?? ""
    const joined = /^(\d{1,2})\+?(?:y|yr|yrs|years?)$/i.exec(last)
    const apart = /^(?:y|yr|yrs|years?)$/i.test(last) ? /^(\d{1,2})\+?$/.exec(parts.at(-2) ?? "") : null
    const rated = /^([1-5])\/5$/.exec(last)
    if (joined !== null && years === null) years = Number(joined[1])
    else if (apart !== null && years === null && parts.length > 2) {
      years = Number(apart[1])
      parts.pop()
    } else if (rated !== null && level === null) level = Number(rated[1])
    else break
    parts.pop()
  }
  return { name: years === null && level === null ? text : parts.join(" "), years: cap(years), level }
}

const mostYears = 60
const cap = (years: number | null): number | null => (years === null ? null : Math.min(years, mostYears))

/** What all ways to write a phone number end in; null where there are too few digits to tell one from another. */
export const lastDigits = (number: string): string | null => {
  const digits = number.replace(/\D/g, "").replace(/^0+/, "")
  return digits.length < 8 || digits.length > 15 ? null : digits.slice(-8)
}

const isMinor = Schema.is(Minor)
const isFields = (value: Json | undefined): value is { readonly [name: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

export const dayMillis = 86_400_000

/** Days since 1970 of `YYYY-MM-DD`. */
export const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00.000Z`) / dayMillis)

const isText = (value: Json | undefined): value is string => typeof value === "string"

const listOf = (value: Json | undefined): ReadonlyArray<string> =>
  Array.isArray(value) ? value.filter(isText) : isText(value) ? [value] : []

const date = /^\d{4}(-\d\d){0,2}$/

/** Every text in a list of objects but for dates, of which nobody types a part. */
const within = (value: Json): ReadonlyArray<string> =>
  typeof value === "string"
    ? date.test(value)
      ? []
      : [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(within)
      : []

/** Languages are kept by their codes, which nobody looks for. */
const spoken = (value: Json): ReadonlyArray<string> =>
  (Array.isArray(value) ? value : []).flatMap((one) => {
    const name = isFields(one) && typeof one.language === "string" ? Languages.english(one.language) : null
    return name === null ? [] : [name]
  })

/** Amounts in any currency, and again under their own: a range counts with both ends. */
const amounts = (value: Json | undefined): { readonly [name: string]: number } => {
  if (!isFields(value) || typeof value.currency !== "string") return {}
  const { currency } = value
  const low = isMinor(value.amount) ? value.amount : value.min
  const high = isMinor(value.amount) ? value.amount : value.max
  return isMinor(low) && isMinor(high)
    ? { salary: low, "salary to": high, [`salary ${currency}`]: low, [`salary ${currency} to`]: high }
    : {}
}

/** What can be found of a record. */
export const ofRecord = (noun: Fields.Searchable, row: Row, locate: Locate): Document => {
  const texts: Array<Text> = []
  const skills: Array<Skill> = []
  const numbers: { [field: string]: number } = {}
  for (const field of Fields.of(noun)) {
    const value = row[field.name]
    if (value === null || value === undefined) continue
    const { level, name } = field
    switch (field.as) {
      case "words":
        for (const text of listOf(value)) {
          texts.push({ field: name, as: "words", level, text })
          const digits = name === "phone" ? text.replace(/\D/g, "") : ""
          if (digits.length > 3) texts.push({ field: name, as: "words", level, text: digits })
          const last = name === "phone" ? lastDigits(digits) : null
          if (last !== null) texts.push({ field: name, as: "whole", level: null, text: last })
        }
        break
      case "parts":
        for (const text of within(value)) texts.push({ field: name, as: "words", level, text })
        if (name === "languages")
          for (const text of spoken(value)) texts.push({ field: name, as: "words", level, text })
        break
      case "skills":
        for (const text of listOf(value)) {
          const skill = skillOf(text)
          skills.push(skill)
          texts.push({ field: name, as: "whole", level, text: skill.name })
        }
        break
      case "whole":
        if (typeof value === "boolean") {
          for (const text of value ? ["true", "yes"] : ["false", "no"])
            texts.push({ field: name, as: "whole", level, text })
        } else for (const text of listOf(value)) texts.push({ field: name, as: "whole", level, text })
        break
      case "number":
        if (typeof value === "number") numbers[name] = value
        break
      case "money":
        Object.assign(numbers, amounts(value))
        break
      case "date":
        if (typeof value === "string") numbers[name] = dayNumber(value)
        break
      case "instant":
        if (typeof value === "string") numbers[name] = Date.parse(value)
        break
      case "custom":
        for (const [key, one] of Object.entries(isFields(value) ? value : {})) {
          const custom = Fields.customName(key)
          for (const text of listOf(one)) {
            texts.push({ field: custom, as: "whole", level, text })
            if (isDay(text) && !Array.isArray(one)) numbers[Fields.dayName(custom)] = dayNumber(text)
          }
          if (typeof one === "number") numbers[custom] = one
          if (isFields(one) && isMinor(one.amount) && typeof one.currency === "string")
            numbers[Fields.amountName(custom, one.currency)] = one.amount
          const plain = typeof one === "boolean" ? (one ? ["true", "yes"] : ["false", "no"]) : [String(one)]
          if (typeof one === "boolean" || typeof one === "number")
            for (const text of plain) texts.push({ field: custom, as: "whole", level: null, text })
        }
    }
  }
  const where = typeof row.location === "string" ? locate(row.location) : null
  return { texts, skills, numbers, place: where === null ? null : placeOf(where) }
}

const part = (texts: ReadonlyArray<Text>): Document => ({ texts, skills: [], numbers: {}, place: null })

/** What can be found of a note, a file or a résumé about a record. */
export const ofText = (field: "note" | "document", ...texts: ReadonlyArray<string>): Document =>
  part(texts.map((text) => ({ field, as: "words", level: 2, text })))

/** What a record that was merged into another was called and reached by. */
const calling = ["name", "email", "phone", "links", "website"] as const

/** What can still be found of a record that was merged into another: no better than what was noted about that one. */
export const ofFormer = (noun: Fields.Searchable, row: Row): Document => {
  const called = Object.fromEntries(calling.map((field) => [field, row[field] ?? null]))
  const { texts } = ofRecord(noun, called, () => null)
  return part(texts.map((text) => (text.level === null ? text : { ...text, level: 2 })))
}

/** The states of a consent that can be asked for. */
export const consentStates: ReadonlyArray<string> = [
  "live",
  ...Object.keys(Consent.kinds).filter((kind) => kind !== "granted"),
]

/** The state that a consent is said to be in; null where there is none such. One that was granted is `live` while it lasts. */
export const consentState = (said: string): string | null => {
  const state = said.trim().toLowerCase()
  return state === "granted" ? "live" : consentStates.includes(state) ? state : null
}

/** The state of a consent: `live`, or its kind. */
export const ofConsent = (kind: string): Document =>
  part([{ field: "consent", as: "whole", level: null, text: consentState(kind) ?? kind }])
