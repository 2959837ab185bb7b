import { createHash } from "node:crypto"
import type { Json } from "../../src/domain/Ledger.js"
import type { Dialect } from "../sql/Dialect.js"
import { quote, type StoredColumn } from "../sql/Table.js"

/** The types of binds and of fields inside of JSON. */
export const plainTypes: { readonly [C in StoredColumn]: string } = {
  text: "text",
  integer: "bigint",
  boolean: "boolean",
  instant: "timestamptz",
  date: "date",
  json: "jsonb",
  bytes: "bytea",
}

/** `2026-11-23T14:40:00` or with as many digits of the second as there are, always UTC, to the port's form. */
const instant = (stored: Json): Json =>
  typeof stored === "string" ? `${stored.length === 19 ? `${stored}.` : stored}`.padEnd(23, "0").concat("Z") : stored

/** Numbers are compared as they are in this process, not as decimals of any length. */
const insideTypes = { string: `::text collate "C"`, number: "::float8", boolean: "::boolean" } as const

const pathOf = (path: ReadonlyArray<string>): string => `'{${path.join(",")}}'::text[]`

/** Postgres' SQL in a schema: text compares by code point as everywhere, instants have milliseconds. */
export const postgresDialect = (schema: string): Dialect => {
  const table = (name: string) => `${quote(schema)}.${quote(name)}`
  return {
    name: "postgres",
    types: { ...plainTypes, text: 'text collate "C"', instant: "timestamptz(3)" },
    table,
    index: quote,
    tableOptions: () => "",
    sequence: ({ name }) => ({
      definition: `"seq" bigint not null generated always as identity (sequence name ${table(`${name}_seq`)})`,
      primary: false,
    }),
    now: "now()",
    appendOnly: ({ name }) => [
      `create function ${table(`refuse_change_of_${name}`)}() returns trigger language plpgsql as $matchloop$\n` +
        `begin raise exception '${name} is append only' using errcode = 'ML002'; end $matchloop$`,
      `create trigger "append_only" before update or delete on ${table(name)}` +
        ` for each row execute function ${table(`refuse_change_of_${name}`)}()`,
      `create trigger "no_truncate" before truncate on ${table(name)}` +
        ` for each statement execute function ${table(`refuse_change_of_${name}`)}()`,
    ],
    redactable: ({ name }, redactions) => [
      `create or replace function ${table(`refuse_change_of_${name}`)}() returns trigger language plpgsql as $matchloop$\n` +
        `begin\nif tg_op = 'UPDATE' then\n` +
        `if to_jsonb(new) - 'data' - 'patch' = to_jsonb(old) - 'data' - 'patch' then\n` +
        `update ${table(redactions.name)} r set "carried_out" = true` +
        ` where r."workspace" = old."workspace" and r."entry_id" = old."id" and not r."carried_out";\n` +
        `if found then return new; end if;\nend if;\nend if;\n` +
        `raise exception '${name} is append only' using errcode = 'ML002'; end $matchloop$`,
    ],
    bind: (n, column) => `$${n}::${plainTypes[column]}`,
    encode: (column, value) => (column === "json" && value !== null ? JSON.stringify(value) : value),
    // Its planner knows how the values lie.
    aside: (expression) => expression,
    isAmong: (n, column) => `= any($${n}::${plainTypes[column]}[])`,
    encodeMany: (_, values) => values,
    contains: (expression, n) => `${expression} @> $${n}::jsonb`,
    // An entry of an index holds a third of a page at most.
    digest: (expression) => `md5(${expression})`,
    placeIn: (expression, n) => `(array_position($${n}::text[], ${expression}) - 1)`,
    joined: "join",
    holdsAny: (expression, n) =>
      `exists (select 1 from unnest($${n}::text[]) w(value) where position(w.value in ${expression}::text) > 0)`,
    encodeElement: (value) => JSON.stringify([value]),
    inside: (expression, path) => `nullif(${expression} #> ${pathOf(path)}, 'null'::jsonb)`,
    insideAs: (expression, path, type) =>
      `(case when jsonb_typeof(${expression} #> ${pathOf(path)}) = '${type}'` +
      ` then (${expression} #>> ${pathOf(path)})${insideTypes[type]} end)`,
    bindInside: (n, type) => `$${n}${insideTypes[type]}`,
    encodeInside: (value) => value,
    // Without its zone, since JSON would show it in the session's.
    read: (column, expression) => (column === "instant" ? `(${expression} at time zone 'UTC')` : expression),
    decode: { instant },
  }
}

/** Where commits of a schema are announced. A channel's name is shorter than a schema's may be. */
export const channelOf = (dialect: Dialect): string =>
  `ml_${createHash("sha256").update(dialect.table("ledger")).digest("hex").slice(0, 32)}`
