const known = new Map<string, number>()

/** The decimals of a currency, as ISO 4217 has them: 2 for EUR, 0 for JPY. Throws a `RangeError` where it is no code. */
export const decimals = (currency: string): number => {
  const found = known.get(currency)
  if (found !== undefined) return found
  // To make a formatter takes as long as to read the rest of a row.
  const format = new Intl.NumberFormat("en", { style: "currency", currency })
  const places = format.resolvedOptions().maximumFractionDigits ?? 2
  if (known.size < 1000) known.set(currency, places)
  return places
}
