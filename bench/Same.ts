import { deepStrictEqual, strictEqual } from "node:assert"

type Row = { readonly [column: string]: unknown }

const parsed = (value: unknown): unknown =>
  typeof value === "string" && /^[{[]/.test(value) ? JSON.parse(value) : value

const shown = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).flatMap(([column, value]) =>
      // The places in the feed are the database's own.
      column === "seq" || column === "xid" ? [] : [[column, parsed(value)]],
    ),
  )

/** Throws where two tables do not hold the same rows. */
export const assertSame = (table: string, ours: ReadonlyArray<Row>, theirs: ReadonlyArray<Row>): void => {
  const message = `matchloop and the hand-written code differ in ${table}`
  strictEqual(ours.length, theirs.length, message)
  ours.forEach((row, place) => {
    try {
      deepStrictEqual(shown(row), shown(theirs[place] ?? {}))
    } catch (cause) {
      throw new Error(message, { cause })
    }
  })
}

/** The rows of every table of a database, each in one order. */
export type Contents = ReadonlyMap<string, ReadonlyArray<Row>>

/** The order in which the rows of a table compare: as they were numbered, or by all of their columns. */
export const inOrder = (columns: ReadonlyArray<string>): string =>
  `order by ${columns.includes("seq") ? "seq" : columns.map((_, place) => place + 1).join(", ")}`

/** Throws where two databases do not hold the same tables with the same rows. */
export const assertAllSame = (ours: Contents, theirs: Contents): void => {
  deepStrictEqual([...ours.keys()], [...theirs.keys()], "matchloop and the hand-written code have different tables")
  for (const [table, rows] of ours) assertSame(table, rows, theirs.get(table) ?? [])
}
