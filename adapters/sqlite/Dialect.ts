import type { Json } from "../../src/domain/Ledger.js"
import type { Dialect } from "../sql/Dialect.js"
import { literal, quote, type StoredColumn } from "../sql/Table.js"

const milliseconds = (value: Json): number => {
  const at = typeof value === "string" ? Date.parse(value) : Number.NaN
  if (Number.isNaN(at)) throw new RangeError(`${JSON.stringify(value)} is not an instant`)
  return at
}

const encode = (column: StoredColumn, value: Json): unknown => {
  if (value === null) return null
  switch (column) {
    case "instant":
      return milliseconds(value)
    case "boolean":
      return value === true ? 1 : 0
    case "json":
      return JSON.stringify(value)
    default:
      return value
  }
}

const parsed = (stored: Json): Json => {
  if (typeof stored !== "string") return stored
  try {
    return JSON.parse(stored)
  } catch {
    return stored
  }
}

/** A host's `SafeIntegers` makes the driver give bigints. */
const number = (stored: Json): Json => (typeof stored === "bigint" ? Number(stored) : stored)

const instant = (stored: Json): Json => {
  const at = new Date(Number(stored))
  return Number.isNaN(at.getTime()) ? stored : at.toISOString()
}

/** SQLite's SQL behind a table prefix: instants are epoch milliseconds, booleans 0 and 1, JSON is text. */
export const sqliteDialect = (prefix: string): Dialect => {
  const table = (name: string) => quote(prefix + name)
  return {
    name: "sqlite",
    types: {
      text: "text",
      integer: "integer",
      boolean: "integer",
      instant: "integer",
      date: "text",
      json: "text",
      bytes: "blob",
    },
    table,
    index: table,
    tableOptions: ({ clustered }) => (clustered ? " strict, without rowid" : " strict"),
    // No `autoincrement`: no row of a numbered table can go, so no number comes again.
    sequence: () => '"seq" integer primary key',
    now: "cast(unixepoch('subsec') * 1000 as integer)",
    appendOnly: ({ name }) =>
      ["update", "delete"].map(
        (event) =>
          `create trigger ${table(`${name}_no_${event}`)} before ${event} on ${table(name)}\n` +
          `begin select raise(abort, ${literal(`${prefix}${name} is append only`)}); end`,
      ),
    bind: () => "?",
    encode,
    isAmong: () => "in (select value from json_each(?))",
    encodeMany: (column, values) =>
      JSON.stringify(
        column === "text" || column === "date" ? values : values.map((value) => (column === "instant" ? milliseconds(value) : Number(value))),
      ),
    contains: (expression) =>
      `(json_type(${expression}) = 'array' and exists (select 1 from json_each(${expression}) where value = ?))`,
    encodeElement: (value) => value,
    read: (_, expression) => expression,
    decode: {
      integer: number,
      boolean: (stored) => number(stored) === 1,
      instant,
      json: parsed,
    },
  }
}
