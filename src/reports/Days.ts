import * as Calendar from "./Calendar.js"

const dayMillis = 86_400_000

/** The day of a time zone's calendar at an instant (milliseconds since 1970), counted from 1970-01-01. */
export type Numbering = (instant: number) => number

/**
 * Numbers the days of a time zone by their own beginnings, so that a day of 23 or 25 hours is one day. Beginnings are
 * remembered: many instants cost little more than the days they fall on.
 */
export const numbering = (timeZone: string): Numbering => {
  if (timeZone === "UTC") return (instant) => Math.floor(instant / dayMillis)
  const starts = new Map<number, number>()
  const start = (day: number): number => {
    const known = starts.get(day)
    if (known !== undefined) return known
    const begun = Calendar.startOf(timeZone, new Date(day * dayMillis).toISOString().slice(0, 10))
    starts.set(day, begun)
    return begun
  }
  return (instant) => {
    let day = Math.floor(instant / dayMillis)
    while (start(day) > instant) day--
    while (start(day + 1) <= instant) day++
    return day
  }
}
