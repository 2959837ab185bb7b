import type { Json } from "../domain/Ledger.js"
import * as Money from "../domain/Money.js"
import * as Journeys from "./Journeys.js"

/** One actor's frozen part in a placement. */
export interface Part {
  readonly actor: string
  /** Ten-thousandths of a percent, so that sums stay exact. */
  readonly weight: number
  /** Minor units of the placement's currency. */
  readonly fee: number
}

/** The weight of a whole placement. */
export const whole = 1_000_000

const part = (credit: Json): Part => {
  if (typeof credit === "object" && credit !== null && "actor" in credit) {
    const { actor, amount, percent } = credit
    if (typeof actor === "string" && typeof amount === "number" && typeof percent === "number")
      return { actor, weight: Math.round(percent * 10_000), fee: amount }
  }
  throw new TypeError("a placement's credits are no credits")
}

/** Credits as a record keeps them, from their JSON. */
const parse = (text: string): ReadonlyArray<Part> => {
  const credits: Json = JSON.parse(text)
  return Array.isArray(credits) ? credits.map(part) : []
}

/** The credits of placements, frozen when they were earned, whoever owns the placement now. */
export const of = (placements: Journeys.Journeys): ((subject: number) => ReadonlyArray<Part>) => {
  const { codes, values } = Journeys.text(placements, "credits")
  const known = new Map<number, ReadonlyArray<Part>>()
  return (subject) => {
    const code = codes[subject] ?? -1
    const parts = known.get(code)
    if (parts !== undefined) return parts
    const value = values[code]
    const read = value === undefined ? [] : parse(value)
    known.set(code, read)
    return read
  }
}

/** An amount by the same split, to the unit. */
export const shared = (amount: number, parts: ReadonlyArray<Part>): ReadonlyArray<number> =>
  amount === 0
    ? parts.map(() => 0)
    : Money.apportion(
        amount,
        parts.map(({ weight }) => weight / 10_000),
      )
