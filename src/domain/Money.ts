import * as Schema from "effect/Schema"

/** An ISO 4217 code, three capital letters. */
export const Currency = Schema.String.pipe(
  Schema.pattern(/^[A-Z]{3}$/, { message: () => "an ISO 4217 code such as EUR" }),
)

/** Whole minor units (cents, pence, yen), never negative, safe to add up. */
export const Minor = Schema.Int.pipe(Schema.between(0, 9_000_000_000_000_000))

/** An amount in the minor units of its currency. */
export const Money = Schema.Struct({ amount: Minor, currency: Currency })
export type Money = typeof Money.Type

/** A yearly salary from `min` to `max`, minor units. */
export const Range = Schema.Struct({ min: Minor, max: Minor, currency: Currency }).pipe(
  Schema.filter((range) => range.min <= range.max || { path: ["max"], message: "max is below min" }),
)
export type Range = typeof Range.Type

/** `amount × percent / 100`, rounded half up to a whole minor unit; exact, `percent` to four decimals. */
export const share = (amount: number, percent: number): number => {
  const scaled = BigInt(amount) * BigInt(Math.round(percent * 10_000))
  return Number((scaled + 500_000n) / 1_000_000n)
}

/** `amount` divided by the weights so that the parts add up to it exactly: the largest remainders get the odd units. */
export const apportion = (amount: number, weights: ReadonlyArray<number>): ReadonlyArray<number> => {
  const scaled = weights.map((weight) => BigInt(Math.round(weight * 10_000)))
  const total = scaled.reduce((sum, weight) => sum + weight, 0n)
  if (total === 0n) return weights.map(() => 0)
  const exact = scaled.map((weight) => BigInt(amount) * weight)
  const parts = exact.map((value) => Number(value / total))
  const rest = amount - parts.reduce((sum, part) => sum + part, 0)
  const order = exact
    .map((value, index) => ({ index, remainder: value % total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  for (const { index } of order.slice(0, rest)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}
