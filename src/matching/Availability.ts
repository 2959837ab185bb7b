import type { PlainDate } from "../domain/Field.js"
import { dayNumber } from "../search/Document.js"
import type { Scored } from "./Scored.js"

export interface Because {
  readonly availableFrom: PlainDate | null
  /** From today, 0 for at once; null where it is not known. */
  readonly days: number | null
}

/** Full up to two weeks, nothing from half a year. */
const [soon, late] = [14, 180]

export const score = (availableFrom: PlainDate | null, today: PlainDate): Scored<Because> => {
  if (availableFrom === null) return { thousandths: null, because: { availableFrom, days: null } }
  const days = Math.max(0, dayNumber(availableFrom) - dayNumber(today))
  const thousandths = days <= soon ? 1000 : Math.max(0, 1000 - Math.floor((1000 * (days - soon)) / (late - soon)))
  return { thousandths, because: { availableFrom, days } }
}
