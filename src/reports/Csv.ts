import { decimals } from "../domain/Decimals.js"
import * as Formula from "./Formula.js"
import type { Cell, Column, Table } from "./Table.js"

export type Delimiter = "," | ";" | "\t" | "|"

export interface CsvOptions {
  /** A comma if not given. */
  readonly delimiter?: Delimiter
  /** Begins with a byte order mark, by which Excel knows UTF-8. */
  readonly bom?: boolean
  /** What heads the columns: their titles (default) or their keys. */
  readonly header?: "title" | "key"
}

const mark = "\ufeff"
const day = 86_400_000

/** Whole minor units as a decimal number, digit by digit, so that no amount is off by a float. */
const inMajor = (minor: number, places: number): string => {
  if (!Number.isInteger(minor) || places === 0) return String(minor / 10 ** places)
  const digits = String(Math.abs(minor)).padStart(places + 1, "0")
  return `${minor < 0 ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

const numeral = ({ type, currency }: Column, cell: number): string => {
  if (!Number.isFinite(cell)) return ""
  if (type === "money") return inMajor(cell, currency === undefined ? 2 : decimals(currency))
  return String(type === "duration" ? Math.round((cell / day) * 10_000) / 10_000 : cell)
}

const headOf = (column: Column, header: "title" | "key"): string => {
  const name = header === "key" ? column.key : column.title
  if (column.type === "money") return column.currency === undefined ? name : `${name} (${column.currency})`
  return column.type === "duration" ? `${name} (days)` : name
}

const quoted = (text: string): string =>
  /[",;|\t\r\n\0]|^\s|\s$|^\ufeff/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/**
 * Writes a table by RFC 4180, with a header and CRLF after each line. Numbers are bare: money in major units, durations
 * in days, shares from 0 to 1. A text that a spreadsheet could run as a formula gets an apostrophe, which `parseCsv`
 * takes off again. Who opens the file with another delimiter than it was written with cuts cells anew, unguarded ones.
 */
export const csv = (table: Table, options: CsvOptions = {}): string => {
  const { delimiter = ",", bom = false, header = "title" } = options
  const text = (value: string) => quoted(Formula.guarded(value))
  const cell = (value: Cell | undefined, column: Column): string => {
    if (value === null || value === undefined) return ""
    return typeof value === "number" ? numeral(column, value) : text(value)
  }
  // A line without a character would be no record.
  const line = (cells: ReadonlyArray<string>) =>
    `${cells.length === 1 && cells[0] === "" ? '""' : cells.join(delimiter)}\r\n`
  const head = line(table.columns.map((column) => text(headOf(column, header))))
  const rows = table.rows.map((row) => line(table.columns.map((column, index) => cell(row[index], column))))
  return (bom ? mark : "") + head + rows.join("")
}

export interface Parsed {
  /** The records with their cells, the header first. */
  readonly rows: ReadonlyArray<ReadonlyArray<string>>
  /** The line on which a quote opens that nothing closes, from 1; all after it is in the last cell. */
  readonly unclosedAt: number | null
}

/** Reads what `csv` wrote, cell for cell as it was before; and any RFC 4180 file, with any of the three line ends. */
export const parseCsv = (file: string, options: { readonly delimiter?: Delimiter } = {}): Parsed => {
  const { delimiter = "," } = options
  const plain = new RegExp(`[^${delimiter}\\r\\n]*`, "y")
  const rows: Array<ReadonlyArray<string>> = []
  let unclosedAt: number | null = null
  let row: Array<string> = []
  let [at, line] = [file.startsWith(mark) ? 1 : 0, 1]
  while (at < file.length) {
    let cell = ""
    if (file[at] === '"') {
      const opened = line
      for (;;) {
        const close = file.indexOf('"', at + 1)
        const part = file.slice(at + 1, close === -1 ? file.length : close)
        cell += part
        line += part.split(/\r\n|\r|\n/).length - 1
        at = close === -1 ? file.length : close + 1
        if (close === -1) unclosedAt ??= opened
        if (close === -1 || file[at] !== '"') break
        cell += '"'
      }
    }
    plain.lastIndex = at
    const rest = plain.exec(file)?.[0] ?? ""
    at += rest.length
    row.push(Formula.bare(cell + rest))
    if (file[at] === delimiter) {
      at++
      if (at < file.length) continue
      row.push("")
    }
    if (file[at] === "\r" && file[at + 1] === "\n") at++
    at++
    line++
    rows.push(row)
    row = []
  }
  return { rows, unclosedAt }
}
