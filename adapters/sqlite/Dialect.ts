import type { Json } from "../../src/domain/Ledger.js"
import type { Dialect } from "../sql/Dialect.js"
import { literal, quote, type StoredColumn } from "../sql/Table.js"

/** The last instant that was parsed: nearly all of a commit's are the same one. */
let last = { text: "1970-01-01T00:00:00.000Z", at: 0 }

const milliseconds = (value: Json): number => {
  if (value === last.text) return last.at
  const at = typeof value === "string" ? Date.parse(value) : Number.NaN
  if (typeof value !== "string" || Number.isNaN(at)) throw new RangeError(`${JSON.stringify(value)} is not an instant`)
  last = { text: value, at }
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

/** The last instant that was shown: a record's are often one and the same. */
let shown: { readonly at: Json; readonly text: Json } = { at: 0, text: "1970-01-01T00:00:00.000Z" }

const instant = (stored: Json): Json => {
  if (stored === shown.at) return shown.text
  const at = new Date(Number(stored))
  shown = { at: stored, text: Number.isNaN(at.getTime()) ? stored : at.toISOString() }
  return shown.text
}

const jsonTypes = { string: "'text'", number: "'integer', 'real'", boolean: "'true', 'false'" } as const

const pathOf = (path: ReadonlyArray<string>): string => literal(`$${path.map((name) => `."${name}"`).join("")}`)

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
    // No `autoincrement`: the ledger loses no row, and of the visits all of a subject go together.
    sequence: () => ({ definition: '"seq" integer primary key', primary: true }),
    now: "cast(unixepoch('subsec') * 1000 as integer)",
    appendOnly: ({ name }) =>
      ["update", "delete"].map(
        (event) =>
          `create trigger ${table(`${name}_no_${event}`)} before ${event} on ${table(name)}\n` +
          `begin select raise(abort, ${literal(`${prefix}${name} is append only`)}); end`,
      ),
    redactable: ({ columns, name }, redactions) => {
      const stays = ["seq", "workspace", ...columns.map((column) => column.name)]
        .filter((column) => column !== "data" && column !== "patch")
        .map((column) => `new.${quote(column)} is old.${quote(column)}`)
      const asked =
        `${table(redactions.name)} r where r."workspace" = old."workspace" and r."entry_id" = old."id"` +
        ` and r."carried_out" = 0`
      return [
        `drop trigger ${table(`${name}_no_update`)}`,
        `create trigger ${table(`${name}_no_update`)} before update on ${table(name)}\n` +
          `when not (${stays.join(" and ")} and exists (select 1 from ${asked}))\n` +
          `begin select raise(abort, ${literal(`${prefix}${name} is append only`)}); end`,
        `create trigger ${table(`${name}_redacted`)} after update on ${table(name)}\n` +
          `begin update ${table(redactions.name)} set "carried_out" = 1` +
          ` where "workspace" = old."workspace" and "entry_id" = old."id"; end`,
      ]
    },
    bind: () => "?",
    encode,
    aside: (expression) => `+${expression}`,
    isAmong: () => "in (select value from json_each(?))",
    encodeMany: (column, values) =>
      JSON.stringify(
        column === "text" || column === "date"
          ? values
          : values.map((value) => (column === "instant" ? milliseconds(value) : Number(value))),
      ),
    contains: (expression) =>
      `(json_type(${expression}) = 'array' and exists (select 1 from json_each(${expression}) where value = ?))`,
    digest: (expression) => expression,
    placeIn: (expression) => `(select w.key from json_each(?) w where w.value = ${expression})`,
    joined: "cross join",
    holdsAny: (expression) => `exists (select 1 from json_each(?) w where instr(${expression}, w.value) > 0)`,
    encodeElement: (value) => value,
    inside: (expression, path) => `nullif(${expression} -> ${pathOf(path)}, 'null')`,
    insideAs: (expression, path, type) => {
      const value = `json_extract(${expression}, ${pathOf(path)})`
      // A whole number of many digits is not cut to what a double holds, as binds and every other database's are.
      const double = type === "number" ? `cast(${value} as real)` : value
      return `case when json_type(${expression}, ${pathOf(path)}) in (${jsonTypes[type]}) then ${double} end`
    },
    bindInside: () => "?",
    encodeInside: (value) => (typeof value === "boolean" ? Number(value) : value),
    read: (_, expression) => expression,
    decode: {
      integer: number,
      boolean: (stored) => number(stored) === 1,
      instant,
      json: parsed,
    },
  }
}
