import { closeSync, openSync, writeSync } from "node:fs"
import { join } from "node:path"
import type { StoredColumn } from "../../adapters/sql/Table.js"
import type { Sink, Value } from "./Sink.js"

const shown = (column: StoredColumn, value: Value): string => {
  if (value === null) return ""
  if (column === "instant") return new Date(Number(value)).toISOString().slice(0, 23)
  return column === "json" ? `"${String(value).replaceAll('"', '""')}"` : String(value)
}

export const path = (directory: string, table: string): string => join(directory, `${table}.csv`)

/** Writes a CSV file for each table, with a header: instants in UTC, nothing for null. */
export const sink = (directory: string): Sink => {
  const files = new Map<string, { readonly file: number; text: string }>()
  return {
    write: ({ columns, name }, row) => {
      let open = files.get(name)
      if (open === undefined) {
        const header = `workspace,${columns.map((column) => column.name).join(",")}\n`
        open = { file: openSync(path(directory, name), "w", 0o644), text: header }
        files.set(name, open)
      }
      let line = "main"
      for (const { column, field } of columns) line += `,${shown(column, row[field] ?? null)}`
      open.text += `${line}\n`
      if (open.text.length < 2 ** 20) return
      writeSync(open.file, open.text)
      open.text = ""
    },
    done: () => {
      for (const { file, text } of files.values()) {
        writeSync(file, text)
        closeSync(file)
      }
    },
  }
}
