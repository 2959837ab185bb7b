import type { Dialect } from "../sql/Dialect.js"

/** The names of what search keeps. */
export const tables = (dialect: Dialect) => ({
  documents: dialect.table("search_documents"),
  parts: dialect.table("search_parts"),
  terms: dialect.table("search_terms"),
})

/**
 * What searches look up: a row a record, whose number is its place; a row a part about it; and the terms of both, which
 * the index takes as words of its own without seeing any language in them.
 */
export const searchSchema = (dialect: Dialect): ReadonlyArray<string> => {
  const { documents, parts, terms } = tables(dialect)
  return [
    `create table ${documents} (\n  "seq" integer primary key,\n  "workspace" text not null,\n  "noun" text not null,\n` +
      `  "id" text not null,\n  "terms" text not null,\n  "runs" text not null,\n  "numbers" text not null,\n` +
      `  "x" integer,\n  "y" integer,\n  "z" integer\n) strict`,
    `create unique index ${dialect.index("search_documents_key")} on ${documents} ("workspace", "noun", "id")`,
    `create table ${parts} (\n  "workspace" text not null,\n  "noun" text not null,\n  "id" text not null,\n` +
      `  "part" text not null,\n  "terms" text not null,\n  "runs" text not null,\n  "size" integer not null,\n` +
      `  primary key ("workspace", "noun", "id", "part")\n) strict, without rowid`,
    `create virtual table ${terms} using fts5("terms", content='', contentless_delete=1, detail=none, tokenize="ascii")`,
  ]
}
