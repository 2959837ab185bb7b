import type { CustomField } from "../domain/custom/CustomField.js"
import type { Importable } from "../domain/import/Import.js"
import type { Json } from "../domain/Ledger.js"
import type { Issue } from "../domain/Refusal.js"
import * as Cell from "./Cell.js"
import { type Column, customPrefix } from "./Columns.js"
import * as CustomCell from "./CustomCell.js"

export interface RowOptions extends Cell.CellOptions {
  /** Values of every row that says nothing else itself, such as `{ source: "job fair" }`. */
  readonly defaults?: { readonly [field: string]: Json }
  /** Fields of the agency's own, such as `customFields.list()` gives: cells are read by their types, of others as text. */
  readonly customFields?: ReadonlyArray<CustomField>
  /** Ids of clients by the names that positions' rows have in their place. */
  readonly clientIds?: { readonly [name: string]: string }
}

/** What a row comes in as; where there are issues, it does not. */
export interface Row {
  readonly input: { readonly [field: string]: Json }
  readonly issues: ReadonlyArray<Issue>
}

const surplus = (columns: ReadonlyArray<Column>, cells: ReadonlyArray<string>): boolean =>
  cells.slice(columns.length).some((cell) => cell.trim() !== "")

const named = (parts: ReadonlyMap<string, Json>): Json =>
  parts.get("name") ?? [parts.get("firstName"), parts.get("lastName")].filter((part) => part !== undefined).join(" ")

/** What the cells of a row say under the columns. A cell that says nothing leaves its field to the defaults. */
export const rowOf = (
  noun: Importable,
  columns: ReadonlyArray<Column>,
  cells: ReadonlyArray<string>,
  options: RowOptions,
): Row => {
  const issues: Array<Issue> = []
  const found = new Map<string, Json>()
  const custom = new Map<string, Json>()
  if (surplus(columns, cells))
    issues.push({ path: [], message: `${cells.length} cells where the header has ${columns.length}` })
  for (const [index, { header, to }] of columns.entries()) {
    const text = cells[index] ?? ""
    if (to === null || text.trim() === "") continue
    if (text.includes("\ufffd")) issues.push({ path: [header], message: "holds what is no character of its encoding" })
    if (to.startsWith(customPrefix)) {
      const name = to.slice(customPrefix.length)
      const field = options.customFields?.find((one) => one.noun === noun && one.name === name)
      const told = field === undefined ? { value: text.trim() } : CustomCell.read(field, text, options)
      if ("wrong" in told) issues.push({ path: [header], message: told.wrong })
      else custom.set(name, told.value)
      continue
    }
    const told = Cell.read(to, text, options)
    if ("wrong" in told) {
      issues.push({ path: [header], message: told.wrong })
      continue
    }
    const earlier = found.get(to)
    if (earlier === undefined) found.set(to, told.value)
    else if (Cell.adds(to) && Array.isArray(earlier) && Array.isArray(told.value))
      found.set(to, [...new Set([...earlier, ...told.value])])
  }
  if (noun === "candidate") found.set("name", named(found))
  for (const part of ["firstName", "lastName"]) found.delete(part)
  const client = found.get("clientId")
  const { clientIds = {}, defaults = {} } = options
  if (typeof client === "string" && Object.hasOwn(clientIds, client)) found.set("clientId", clientIds[client] ?? client)
  if (custom.size > 0) found.set("customFields", Object.fromEntries(custom))
  return { input: { ...defaults, ...Object.fromEntries(found) }, issues }
}
