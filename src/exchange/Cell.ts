import type { Json } from "../domain/Ledger.js"
import { languageOf, levelOf } from "../resume/words/Tongues.js"
import { amounts, currencyIn } from "./Amount.js"
import { isAtOnce } from "./AtOnce.js"

export interface CellOptions {
  /** ISO 4217 code of amounts that name no currency. */
  readonly currency?: string
  /** How days such as 03/04/2027 are meant; where absent, one that could be either is a problem. */
  readonly dates?: "dmy" | "mdy"
  /** The day, `YYYY-MM-DD`, from which on whoever is available `immediately` is: an import's `at`, where it has one. */
  readonly today?: string
}

/** What a cell says, or what is wrong with it. */
export type Told = { readonly value: Json } | { readonly wrong: string }

/** How a field's cells are read. */
export type Reading = (text: string, options: CellOptions) => Told

const tidy = (text: string): string => text.trim().replace(/\s+/g, " ")

/** The beginning of a text in lower case and without accents. */
const plain = (text: string, length: number): string =>
  text
    .slice(0, length)
    .trim()
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")

const parsed = (text: string): Told => {
  try {
    return { value: JSON.parse(text) as Json }
  } catch {
    return { wrong: "is no JSON" }
  }
}

const pieces = (text: string): ReadonlyArray<string> => {
  const found = new Map<string, string>()
  for (const part of text.split(/[;,|\r\n]|\s\/\s/)) {
    const piece = tidy(part)
    if (piece !== "" && !found.has(piece.toLowerCase())) found.set(piece.toLowerCase(), piece)
  }
  return [...found.values()]
}

const line: Reading = (text) => ({ value: tidy(text) })
const prose: Reading = (text) => ({ value: text })
const json: Reading = (text) => parsed(text)

/** Entries are separated by almost anything; a slash only where it has spaces around it, for CI/CD is one skill. */
const list: Reading = (text) => {
  const told = text.trimStart().startsWith("[") ? parsed(text) : { wrong: "" }
  return "value" in told && Array.isArray(told.value) ? told : { value: pieces(text) }
}

export const money: Reading = (text, options) => {
  const currency = currencyIn(text, options.currency)
  if (currency === undefined) return { wrong: "names no currency" }
  const [amount, ...more] = amounts(text, currency) ?? []
  return amount === undefined || more.length > 0 ? { wrong: "is no amount" } : { value: { amount, currency } }
}

type Bounds = { readonly min: number; readonly max: number; readonly currency: string }

const bounded = (
  text: string,
  { currency: assumed }: CellOptions,
  wrong: string,
): Bounds | { readonly wrong: string } => {
  const currency = currencyIn(text, assumed)
  if (currency === undefined) return { wrong: "names no currency" }
  const [min, max = min, ...more] = amounts(text, currency) ?? []
  return min === undefined || max === undefined || more.length > 0 ? { wrong } : { min, max, currency }
}

const range: Reading = (text, options) => {
  const told = bounded(text, options, "is no range of amounts")
  return "wrong" in told ? told : { value: told }
}

/** Of a range, what somebody would work for. */
const expectation: Reading = (text, options) => {
  const told = bounded(text, options, "is no amount")
  return "wrong" in told ? told : { value: { amount: Math.min(told.min, told.max), currency: told.currency } }
}

const day = (year = "", month = "", date = ""): Told => ({
  value: `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`,
})

export const date: Reading = (text, options) => {
  const plain = text
    .trim()
    .replace(/T[\d:.Z+-]*$| {1,3}\d{1,2}:\d\d(:\d\d)?( ?[AaPp][Mm])?$/, "")
    .replace(/^(\d{1,2}\.\d{1,2}\.)(\d\d)$/, "$120$2")
  const [iso, year, month, of] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain) ?? []
  if (iso !== undefined) return day(year, month, of)
  const [found, first = "", sign, second = "", last] = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})$/.exec(plain) ?? []
  if (found === undefined) return { wrong: "is no day such as 2027-01-04" }
  const dayFirst = sign === "." || Number(first) > 12 || first === second
  const order = dayFirst ? "dmy" : Number(second) > 12 ? "mdy" : options.dates
  if (order === undefined) return { wrong: "may be either of two days: say which with `dates`" }
  return order === "dmy" ? day(last, second, first) : day(last, first, second)
}

/** A day, or a word for today. */
const available: Reading = (text, options) => {
  if (!isAtOnce(plain(text, 60))) return date(text, options)
  const { today } = options
  return today === undefined ? { wrong: "may be any day: say with `today` which it was written on" } : { value: today }
}

const yes = new Set(
  "yes y true 1 x ja j wahr oui o vrai si s verdadero vero sim verdadeiro waar tak t prawda".split(" "),
)
const no = new Set("no n false 0 nein falsch non faux falso nao nee onwaar nie fałsz falsz".split(" "))

export const boolean: Reading = (text) => {
  const word = plain(text, 20)
  return yes.has(word) ? { value: true } : no.has(word) ? { value: false } : { wrong: "is neither yes nor no" }
}

const integer: Reading = (text) =>
  /^\d{1,9}$/.test(text.trim()) ? { value: Number(text.trim()) } : { wrong: "is no whole number" }

/** Languages as people write them: `German (native), English C1`. */
const languages: Reading = (text) => {
  if (text.trimStart().startsWith("[")) return parsed(text)
  const found: Array<Json> = []
  for (const piece of pieces(text)) {
    const [word = "", ...rest] = piece.split(/[^\p{L}\p{N}]+/u)
    const language = languageOf(word) ?? (/^[a-z]{2}$/.test(word) ? word : null)
    if (language === null) return { wrong: `${piece.slice(0, 50)} is no language` }
    found.push({ language, level: rest.join(" ") === "" ? null : levelOf(rest.join(" ")) })
  }
  return { value: found }
}

const email: Reading = (text) => ({
  value: (text.split(/[;,\s]+/).find((one) => one.includes("@")) ?? text).replace(/^<|>$/g, ""),
})

const readings: { readonly [field: string]: Reading } = {
  email,
  skills: list,
  tags: list,
  links: list,
  contactIds: list,
  description: prose,
  salaryExpectation: expectation,
  salary: range,
  availableFrom: available,
  willingToRelocate: boolean,
  openings: integer,
  guaranteeDays: integer,
  employment: json,
  education: json,
  languages,
  preferences: json,
  fee: json,
  splits: json,
}

/** What a cell of a field says. */
export const read = (field: string, text: string, options: CellOptions): Told =>
  (readings[field] ?? line)(text, options)

/** Whether cells of several columns of the field add up. */
export const adds = (field: string): boolean => readings[field] === list
