import type { PlainDate } from "../domain/Field.js"
import type { Period, Unit, Value } from "./Figure.js"
import { numberOf } from "./Figure.js"

/** A BCP 47 tag such as `de-CH`; what `Intl` does not take it refuses with a RangeError. */
export type Locale = string

/** Stands where there is no number. */
export const nothing = "–"

type Write = (number: number) => string

const steps = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
] as const

/** The unit that the longest of the durations is at least two of, so that a whole figure is told in one. */
export const durationStep = (values: ReadonlyArray<Value>): (typeof steps)[number] => {
  const longest = Math.max(0, ...values.map((value) => Math.abs(numberOf(value) ?? 0)))
  const [days, hours, minutes, seconds] = steps
  if (longest === 0 || longest >= 2 * days[1]) return days
  return longest >= 2 * hours[1] ? hours : longest >= 2 * minutes[1] ? minutes : seconds
}

/** What to divide minor units by. */
export const minorPerMajor = (currency: string): number =>
  10 ** (new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2)

const money = (currency: string, largest: number, locale: Locale): Write => {
  const minor = minorPerMajor(currency)
  const short = largest / minor >= 10_000_000
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    ...(short
      ? { notation: "compact", maximumFractionDigits: 2 }
      : largest / minor >= 1000
        ? { maximumFractionDigits: 0 }
        : {}),
  })
  return (amount) => format.format(amount / minor)
}

/** How the numbers of one figure are written, all alike: `values` is every one of them. */
export const numbers = (unit: Unit, values: ReadonlyArray<Value>, locale: Locale): Write => {
  if (unit === "share") {
    const format = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 })
    const fine = new Intl.NumberFormat(locale, { style: "percent", maximumSignificantDigits: 1 })
    // A share that is not nothing does not read as nothing, nor one that is not all as all.
    return (share) => (share !== 0 && Math.abs(share) < 0.005 ? fine.format(share) : format.format(notQuite(share)))
  }
  if (unit === "duration") {
    const [name, millis] = durationStep(values)
    const format = (digits: number) =>
      new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "short", maximumFractionDigits: digits })
    const [whole, fine] = [format(0), format(1)]
    return (duration) => (Math.abs(duration) >= 9.95 * millis ? whole : fine).format(duration / millis)
  }
  if (unit === "count") {
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
    return (count) => format.format(count)
  }
  return money(unit.currency, Math.max(0, ...values.map((value) => Math.abs(numberOf(value) ?? 0))), locale)
}

const notQuite = (share: number): number => (share < 1 && share >= 0.995 ? 0.99 : share)

/** A value in words: a withheld rate by its counts, an unknown one as a dash. */
export const valueIn = (value: Value | undefined, write: Write, locale: Locale): string => {
  if (value !== undefined && value !== null && typeof value !== "number" && value.rate === null) {
    return counts(value, locale)
  }
  const number = numberOf(value)
  return number === null ? nothing : write(number)
}

/** `n=3 of 4`. */
export const counts = (rate: { readonly count: number; readonly of: number }, locale: Locale): string => {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  return `n=${format.format(rate.count)} of ${format.format(rate.of)}`
}

/** The Monday-based ISO week that a day lies in. */
const weekOf = (day: Date): string => {
  const thursday = new Date(day.getTime() + (3 - ((day.getUTCDay() + 6) % 7)) * 86_400_000)
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  const week = Math.floor((thursday.getTime() - first) / 604_800_000) + 1
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, "0")}`
}

/** A period by its first day. Weeks that begin on a Monday go by their ISO number, others by that day. */
export const periodOf = (start: PlainDate, period: Period, locale: Locale): string => {
  const day = new Date(`${start}T00:00:00.000Z`)
  if (Number.isNaN(day.getTime())) return start
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(day)
  switch (period) {
    case "day":
      return format({ day: "numeric", month: "short", year: "numeric" })
    case "week":
      return day.getUTCDay() === 1 ? weekOf(day) : format({ day: "numeric", month: "short", year: "numeric" })
    case "month":
      return format({ month: "short", year: "numeric" })
    case "quarter":
      return `${day.getUTCFullYear()} Q${Math.floor(day.getUTCMonth() / 3) + 1}`
    case "year":
      return String(day.getUTCFullYear())
  }
}
