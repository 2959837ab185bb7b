/** How many digits the minor unit of a currency has: 2 for cents, 0 for yen. */
const digitsOf = (currency: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2

export const toMinor = (major: number, currency: string): number => Math.round(major * 10 ** digitsOf(currency))

/** Whole major units with thousands apart, for tables. */
export const inMajor = (minor: number, currency: string): string =>
  Math.round(minor / 10 ** digitsOf(currency)).toLocaleString("en-US")
