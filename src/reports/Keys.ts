import * as Journeys from "./Journeys.js"

/** Rows by key, over columns whose dictionaries differ. Row 0 is of those without a key. */
export const rows = () => {
  const coder = Journeys.coder()
  return {
    /** The row of each code of a dictionary: `rows[code + 1]`. */
    of: (values: ReadonlyArray<string>): Int32Array =>
      Int32Array.from([null, ...values], (value) => coder.code(value) + 1),
    /** The key of each row. */
    keys: (): ReadonlyArray<string | null> => [null, ...coder.values],
    size: (): number => coder.values.length + 1,
  }
}

/** Orders rows by their key: nothing first. */
export const order = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null || (b !== null && a < b) ? -1 : 1
