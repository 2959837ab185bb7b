import { DuckDBInstance } from "@duckdb/node-api"
import type { NounName } from "../../src/domain/Nouns.js"
import { Nouns } from "../../src/domain/Nouns.js"
import { type StoredColumn, type Table, tableOf } from "../../adapters/sql/Table.js"
import { Visits } from "../../adapters/sql/tables/Visits.js"
import * as Files from "./Files.js"

/** A row of an answer, numbers as numbers. */
export interface Row {
  readonly [column: string]: unknown
}

export interface Duck {
  /** Prepares a question: what comes back asks it. */
  readonly prepare: (text: string) => Promise<() => Promise<ReadonlyArray<Row>>>
  readonly close: () => void
}

const types: { readonly [C in StoredColumn]: string } = {
  text: "varchar",
  integer: "bigint",
  boolean: "boolean",
  instant: "timestamp",
  date: "date",
  json: "varchar",
  bytes: "blob",
}

const asked: ReadonlyArray<NounName> = [
  "client",
  "position",
  "opening",
  "candidate",
  "submission",
  "offer",
  "placement",
]

const lists: { readonly [column: string]: string } = {
  credits: `from_json(credits, '[{"actor":"varchar","role":"varchar","percent":"double","amount":"bigint"}]') as credits`,
}

const shape = ({ columns }: Table): string =>
  `{${[`'workspace': 'varchar'`, ...columns.map(({ column, name }) => `'${name}': '${types[column]}'`)].join(", ")}}`

const number = (value: unknown): unknown => (typeof value === "bigint" ? Number(value) : value)

/**
 * A DuckDB in memory with the rows of the CSV files, in types of its own: instants as timestamps, kinds as enums in the
 * order of the pipelines, credits as lists of structs. Visits lie in order of subject and time, as its scans like it.
 */
export const open = async (directory: string): Promise<Duck> => {
  const instance = await DuckDBInstance.create(":memory:")
  const connection = await instance.connect()
  const pipelines = Object.entries(Nouns).flatMap(([name, { kinds }]) => (kinds === null ? [] : [{ name, kinds }]))
  // Those of submissions first, so that their places are the depths.
  const kinds = new Set(
    [...pipelines.filter(({ name }) => name === "submission"), ...pipelines].flatMap((one) => Object.keys(one.kinds)),
  )
  const texts = (values: Iterable<string>) => [...values].map((value) => `'${value}'`).join(", ")
  await connection.run("set timezone = 'UTC'")
  await connection.run(`create type kind as enum (${texts(kinds)})`)
  await connection.run(`create type pipeline as enum (${texts(pipelines.map(({ name }) => name))})`)
  for (const table of [Visits, ...asked.map(tableOf)]) {
    const columns = table.columns.map(({ name }) =>
      name === "kind" || name === "left_for"
        ? `${name}::kind as ${name}`
        : name === "pipeline"
          ? "pipeline::pipeline as pipeline"
          : (lists[name] ?? name),
    )
    const order = table === Visits ? " order by pipeline, subject_id, entered_at" : " order by id"
    await connection.run(
      `create table ${table.name} as select ${columns.join(", ")} from` +
        ` read_csv('${Files.path(directory, table.name)}', header = true, columns = ${shape(table)})${order}`,
    )
  }
  return {
    prepare: async (text) => {
      const prepared = await connection.prepare(text)
      return async () => {
        const rows = (await prepared.runAndReadAll()).getRowObjectsJS()
        return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, number(value)])))
      }
    },
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
