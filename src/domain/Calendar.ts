import type { Instant, PlainDate } from "./Field.js"

const dayMillis = 86_400_000

/** The day of an instant in UTC. */
export const dayOf = (instant: Instant): PlainDate => instant.slice(0, 10)

export const addDays = (date: PlainDate, days: number): PlainDate =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) + days * dayMillis).toISOString().slice(0, 10)

/** Whole days from one date to another, negative where it lies before. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / dayMillis)
