import type { FeeSum } from "./Placements.js"

/** Sums of money by row and currency, minor units. */
export const table = (rows: number, currencies: ReadonlyArray<string>) => {
  const width = currencies.length
  const sums = new Float64Array(rows * width)
  return {
    add: (row: number, currency: number, amount: number): void => {
      if (currency < 0) return
      const place = row * width + currency
      sums[place] = (sums[place] ?? 0) + amount
    },
    /** The sums of a row that are not zero, by currency. */
    of: (row: number): ReadonlyArray<FeeSum> =>
      currencies
        .map((currency, index) => ({ currency, amount: sums[row * width + index] ?? 0 }))
        .filter(({ amount }) => amount !== 0)
        .toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
  }
}

/** Sums of money by currency from a list of amounts; those that come to zero are left out. */
export const sum = (amounts: Iterable<FeeSum>): ReadonlyArray<FeeSum> => {
  const sums = new Map<string, number>()
  for (const { amount, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + amount)
  return [...sums]
    .map(([currency, amount]) => ({ currency, amount }))
    .filter(({ amount }) => amount !== 0)
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1))
}
