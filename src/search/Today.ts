const pattern = /^today(?:([+-])(\d{1,4}(?=[dwm])|\d{1,3}(?=y))([dwmy]))?$/

/**
 * Whether a text is a day as it is told from the day of the search: `today`, `today+30d`, `today-2w`, `today-6m`,
 * `today-1y`.
 */
export const isRelative = (text: string): boolean => pattern.test(text)

const dayMillis = 86_400_000

/** Where a month has no such day, its last one is meant. */
const inMonths = (day: Date, months: number): number => {
  const first = (count: number) => Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + count, 1)
  const length = (first(months + 1) - first(months)) / dayMillis
  return first(months) + (Math.min(day.getUTCDate(), length) - 1) * dayMillis
}

/** The day in UTC, as `YYYY-MM-DD`, that a text means at an instant (milliseconds since 1970); null where it is not relative. */
export const dayOf = (text: string, now: number): string | null => {
  const found = pattern.exec(text)
  if (found === null) return null
  const [, sign, digits = "0", unit = "d"] = found
  const count = Number(digits) * (sign === "-" ? -1 : 1)
  const months = unit === "y" ? 12 * count : unit === "m" ? count : 0
  const days = unit === "w" ? 7 * count : unit === "d" ? count : 0
  return new Date(inMonths(new Date(now), months) + days * dayMillis).toISOString().slice(0, 10)
}
