import Database from "better-sqlite3"
import { migrationSql } from "matchloop/sqlite"
import type { Table } from "../../adapters/sql/Table.js"
import type { Sink, Value } from "./Sink.js"

const bound = (value: Value): string | number | null => (typeof value === "boolean" ? Number(value) : value)

/** Writes into a new SQLite file with matchloop's schema. */
export const sink = (filename: string): Sink => {
  const database = new Database(filename)
  database.pragma("journal_mode = off")
  database.pragma("synchronous = off")
  database.pragma("cache_size = -1000000")
  database.exec(migrationSql())
  database.exec("begin")
  const inserts = new Map<string, Database.Statement>()
  const insertOf = ({ columns, name }: Table): Database.Statement => {
    const known = inserts.get(name)
    if (known !== undefined) return known
    const names = ["workspace", ...columns.map((column) => `"${column.name}"`)]
    const made = database.prepare(`insert into "${name}" (${names}) values (${names.map(() => "?")})`)
    inserts.set(name, made)
    return made
  }
  return {
    write: (table, row) => {
      const values: Array<string | number | null> = ["main"]
      for (const { field } of table.columns) values.push(bound(row[field] ?? null))
      insertOf(table).run(values)
    },
    done: () => {
      database.exec("commit")
      database.pragma("journal_mode = wal")
      database.close()
    },
  }
}
