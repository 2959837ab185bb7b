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

/** The tables that the benchmarks write. */
export const tables = {
  candidates: "id",
  submissions: "id",
  offers: "id",
  openings: "id",
  positions: "id",
  placements: "id",
  visits: "pipeline, subject_id, entered_at, id",
  ledger: "seq",
} as const
