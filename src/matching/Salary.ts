import type { Money, Range } from "../domain/Money.js"
import type { Scored } from "./Scored.js"

export interface Because {
  readonly expected: Money | null
  readonly range: Range | null
  /** By how many percent of the range's end the wish is above it, rounded down; null where they do not compare. */
  readonly percentAbove: number | null
}

/** A wish so many thousandths above the range's end is out of reach. */
const outOfReach = 250

/** How the wish fits the position's range. Amounts in two currencies do not compare. */
export const score = (expected: Money | null, range: Range | null): Scored<Because> => {
  if (expected === null || range === null || expected.currency !== range.currency)
    return { thousandths: null, because: { expected, range, percentAbove: null } }
  const above = Math.max(0, expected.amount - range.max)
  const thousandthsAbove = above === 0 ? 0 : range.max === 0 ? 1_000_000 : Math.floor((above / range.max) * 1000)
  return {
    thousandths: Math.max(0, Math.floor(1000 - (1000 * thousandthsAbove) / outOfReach)),
    because: { expected, range, percentAbove: Math.floor(thousandthsAbove / 10) },
  }
}
