import type { SearchField } from "./Fields.js"
import { isRelative } from "./Today.js"

/** Currencies whose amounts have no minor unit. */
const whole = new Set([
  "BIF",
  "CLP",
  "DJF",
  "GNF",
  "ISK",
  "JPY",
  "KMF",
  "KRW",
  "PYG",
  "RWF",
  "UGX",
  "VND",
  "VUV",
  "XAF",
  "XOF",
  "XPF",
])
const thousandths = new Set(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"])

const digitsOf = (currency: string | undefined): number =>
  currency === undefined ? 2 : whole.has(currency) ? 0 : thousandths.has(currency) ? 3 : 2

export interface Money {
  readonly amount: number
  readonly currency?: string
}

const moneyPattern = /^(\d{1,15})(?:\.(\d{1,6}))?([km])?\s?([a-z]{3})?$/i

/** Thousands behind a comma or a point, which no amount has so many minor digits behind. */
const grouped = /^\d{1,3}(?:(?:,\d{3}){1,4}|(?:\.\d{3}){1,4})(?=\s?(?:[a-z]{3})?$)/i

/** `100k`, `95000`, `95,000`, `1.5m EUR`: an amount in minor units. */
export const readMoney = (text: string): Money | null => {
  const inThousandths = thousandths.has(text.slice(-3).toUpperCase())
  const plain = inThousandths ? text : text.replace(grouped, (digits) => digits.replace(/[.,]/g, ""))
  const found = moneyPattern.exec(plain)
  if (found === null) return null
  const [, units = "", fraction = "", times = "", code] = found
  const currency = code?.toUpperCase()
  const zeros = digitsOf(currency) + (times === "" ? 0 : times.toLowerCase() === "k" ? 3 : 6)
  if (fraction.length > zeros) return null
  const amount = Number(units + fraction.padEnd(zeros, "0"))
  if (!Number.isSafeInteger(amount)) return null
  return currency === undefined ? { amount } : { amount, currency }
}

/** An amount of minor units as `readMoney` reads it. */
export const printMoney = (amount: number, currency: string | undefined): string => {
  const digits = digitsOf(currency)
  const padded = String(amount).padStart(digits + 1, "0")
  const units = padded.slice(0, padded.length - digits)
  const fraction = digits === 0 ? "" : padded.slice(-digits)
  return (/^0*$/.test(fraction) ? units : `${units}.${fraction}`) + (currency === undefined ? "" : ` ${currency}`)
}

const numberPattern = /^-?\d{1,20}(\.\d{1,30})?(e[+-]?\d{1,3})?$/i

export const readNumber = (text: string): number | null => {
  const scaled = /^(-?\d{1,12})([km])$/i.exec(text)
  if (scaled !== null) return Number(scaled[1]) * (scaled[2]?.toLowerCase() === "k" ? 1000 : 1_000_000)
  const value = numberPattern.test(text) ? Number(text) : Number.NaN
  return Number.isFinite(value) ? value : null
}

const dayPattern = /^\d{4}-\d\d-\d\d$/
const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/

export const isDay = (text: string): boolean => {
  const time = dayPattern.test(text) ? Date.parse(`${text}T00:00:00.000Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

export const isInstant = (text: string): boolean =>
  isDay(text) || (instantPattern.test(text) && !Number.isNaN(Date.parse(text)))

/** Whether a text is a day that can be asked for: one of the calendar, or one that is told from today. */
export const isAskedDay = (text: string): boolean => isDay(text) || isRelative(text)

/** What is wrong with a value for a field that is compared so, or null. */
export const misfit = (
  field: SearchField,
  is: string,
  value: string | number,
  currency: string | undefined,
): string | null => {
  if (currency !== undefined && field.as !== "money" && field.as !== "custom") return "has no currency"
  switch (field.as) {
    case "money":
      return typeof value === "number" && Number.isSafeInteger(value) && value >= 0
        ? null
        : "is no amount of minor units"
    case "number":
      return typeof value === "number" ? null : "is no number"
    case "date":
      return typeof value === "string" && isAskedDay(value) ? null : "is no day such as 2027-01-04 or today-30d"
    case "instant":
      return typeof value === "string" && (isInstant(value) || isRelative(value)) ? null : "is no day or UTC instant"
    case "custom":
      if (typeof value === "number") return null
      if (currency !== undefined) return "is no amount of minor units"
      return is === "eq" || isAskedDay(value) ? null : "is neither number nor day"
    default:
      if (is !== "eq") return "cannot be compared by size"
      return typeof value === "string" ? null : "is no text"
  }
}
