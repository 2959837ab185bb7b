import type { FeeSum } from "./Placements.js"
import type { Rate } from "./Rate.js"
import type { Of } from "./Table.js"

type Give<R, A> = (row: R) => A

export const text = <R>(key: string, title: string, of: Give<R, string | null>): Of<R> => ({
  key,
  title,
  type: "text",
  of,
})

export const count = <R>(key: string, title: string, of: Give<R, number | null>): Of<R> => ({
  key,
  title,
  type: "count",
  of,
})

/** Milliseconds. */
export const duration = <R>(key: string, title: string, of: Give<R, number | null>): Of<R> => ({
  key,
  title,
  type: "duration",
  of,
})

/** Three columns: the share where it is not withheld, and the counts behind it. */
export const rate = <R>(key: string, title: string, of: Give<R, Rate | null>): ReadonlyArray<Of<R>> => [
  { key, title, type: "share", of: (row) => of(row)?.rate ?? null },
  count(`${key}Count`, `${title}, count`, (row) => of(row)?.count ?? null),
  count(`${key}Of`, `${title}, of`, (row) => of(row)?.of ?? null),
]

/** A column for each currency that any of the rows has, in order of their codes. */
export const money = <R>(
  key: string,
  title: string,
  rows: ReadonlyArray<R>,
  of: Give<R, ReadonlyArray<FeeSum>>,
): ReadonlyArray<Of<R>> =>
  currencies(rows, of).map((currency) => ({
    key: `${key}${currency}`,
    title,
    type: "money",
    currency,
    of: (row) => of(row).find((sum) => sum.currency === currency)?.amount ?? 0,
  }))

export const currencies = <R>(rows: ReadonlyArray<R>, of: Give<R, ReadonlyArray<FeeSum>>): ReadonlyArray<string> =>
  [...new Set(rows.flatMap((row) => of(row).map(({ currency }) => currency)))].toSorted()
