import type { PlainDate } from "../domain/Field.js"

/** What trends are counted by. */
export const periods = ["day", "week", "month", "quarter"] as const
export type Period = (typeof periods)[number]

/** The day a week starts with. */
export const weekStarts = ["monday", "sunday", "saturday"] as const
export type WeekStart = (typeof weekStarts)[number]

const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "iso8601",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  })
  formats.set(timeZone, format)
  return format
}

/** Whether the runtime knows the IANA time zone. */
export const isTimeZone = (timeZone: string): boolean => {
  try {
    formatOf(timeZone)
    return true
  } catch {
    return false
  }
}

/** What the clocks of a time zone show at an instant, as if it were UTC: milliseconds since 1970. */
export const wall = (timeZone: string, instant: number): number => {
  const parts: { [type: string]: number } = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(instant)) parts[type] = Number(value)
  const { day = 1, hour = 0, minute = 0, month = 1, second = 0, year = 1970 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

const dayMillis = 86_400_000

/** The instant at which a day begins in a time zone, milliseconds since 1970; where midnight is skipped, right after. */
export const startOf = (timeZone: string, date: PlainDate): number => {
  const midnight = Date.parse(`${date}T00:00:00.000Z`)
  if (timeZone === "UTC") return midnight
  const offsets = [-dayMillis, 0, dayMillis].map((shift) => {
    const near = midnight + shift
    return wall(timeZone, near) - Math.floor(near / 1000) * 1000
  })
  const starts = [...new Set(offsets)]
    .map((offset) => midnight - offset)
    .filter((start) => wall(timeZone, start) === midnight)
  if (starts.length > 0) return Math.min(...starts)
  // Clocks jump over midnight: the day begins where they land.
  return midnight - Math.min(...offsets)
}

/** The day on the calendar of a time zone at an instant (milliseconds since 1970). */
export const dateAt = (timeZone: string, instant: number): PlainDate =>
  new Date(timeZone === "UTC" ? instant : wall(timeZone, instant)).toISOString().slice(0, 10)

/** The day so many days later. */
export const shifted = (date: PlainDate, days: number): PlainDate =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) + days * dayMillis).toISOString().slice(0, 10)

/** Whole days from one date to another. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => (Date.parse(to) - Date.parse(from)) / dayMillis

const firstWeekday: { readonly [W in WeekStart]: number } = { monday: 1, sunday: 0, saturday: 6 }

/** The first day of the period that a day is in. */
export const periodStart = (date: PlainDate, period: Period, weekStart: WeekStart): PlainDate => {
  switch (period) {
    case "day":
      return date
    case "week": {
      const weekday = new Date(`${date}T00:00:00.000Z`).getUTCDay()
      return shifted(date, -((weekday - firstWeekday[weekStart] + 7) % 7))
    }
    case "month":
      return `${date.slice(0, 7)}-01`
    case "quarter": {
      const month = Math.floor((Number(date.slice(5, 7)) - 1) / 3) * 3 + 1
      return `${date.slice(0, 4)}-${String(month).padStart(2, "0")}-01`
    }
  }
}

/** The first day of the period after the one that begins on a day. */
export const next = (start: PlainDate, period: Period): PlainDate => {
  if (period === "day" || period === "week") return shifted(start, period === "day" ? 1 : 7)
  const months = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1 + (period === "month" ? 1 : 3)
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}-01`
}

/** A stretch of time: from an instant up to another, milliseconds since 1970. */
export interface Stretch {
  readonly start: PlainDate
  readonly from: number
  readonly to: number
}

/** The periods that a window covers, the first and the last cut to it. */
export const cut = (
  window: { readonly from: number; readonly to: number },
  by: { readonly period: Period; readonly timeZone: string; readonly weekStart: WeekStart },
): ReadonlyArray<Stretch> => {
  const stretches: Array<Stretch> = []
  if (window.from >= window.to) return stretches
  let start = periodStart(dateAt(by.timeZone, window.from), by.period, by.weekStart)
  for (let from = window.from; from < window.to; ) {
    const after = next(start, by.period)
    const to = Math.min(startOf(by.timeZone, after), window.to)
    if (to > from) stretches.push({ start, from, to })
    from = Math.max(to, from)
    start = after
  }
  return stretches
}
