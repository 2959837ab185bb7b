/** Order of text by code point, as SQLite's BINARY and Postgres' "C" have it; UTF-16 order differs beyond U+FFFF. */
export const compareText = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return rank(x) - rank(y)
  }
  return a.length - b.length
}

/** Surrogates stand for code points above every other code unit. */
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)

/** Order of two values of one field. */
export const compare = (a: unknown, b: unknown): number =>
  typeof a === "string" && typeof b === "string" ? compareText(a, b) : Number(a) - Number(b)
