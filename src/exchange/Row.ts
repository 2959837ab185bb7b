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

const said = (parts: ReadonlyArray<Json | undefined>): ReadonlyArray<Json> =>
  parts.flatMap((part) => (part === undefined ? [] : [part]))

/** A street may stand apart from its city, or with it. */
const place = (all: Json | undefined, parts: ReadonlyArray<Json>): Json => {
  const street = typeof all === "string" ? all : ""
  const rest = parts.filter((part) => !street.toLowerCase().includes(String(part).toLowerCase()))
  return [...(street === "" ? [] : [street]), ...rest].join(", ")
}

/** Fields that files have in parts, and how the parts make the whole, of which something may be said as well. */
const parted: ReadonlyArray<{
  readonly whole: string
  readonly parts: ReadonlyArray<string>
  readonly join: (whole: Json | undefined, parts: ReadonlyArray<Json | undefined>) => Json
}> = [
  { whole: "name", parts: ["firstName", "lastName"], join: (whole, parts) => whole ?? said(parts).join(" ") },
  { whole: "location", parts: ["city", "region", "country"], join: (whole, parts) => place(whole, said(parts)) },
  {
    whole: "employment",
    parts: ["currentTitle", "currentEmployer"],
    join: (whole, [title = null, employer = null]) => whole ?? [{ title, employer, current: true }],
  },
]

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
  for (const { join, parts, whole } of parted) {
    const given = parts.map((part) => found.get(part))
    if (said(given).length > 0) found.set(whole, join(found.get(whole), given))
    for (const part of parts) found.delete(part)
  }
  if (noun === "candidate" && !found.has("name")) found.set("name", "")
  const client = found.get("clientId")
  const { clientIds = {} } = options
  if (typeof client === "string" && Object.hasOwn(clientIds, client)) found.set("clientId", clientIds[client] ?? client)
  if (custom.size > 0) found.set("customFields", Object.fromEntries(custom))
  for (const [field, value] of Object.entries(options.defaults ?? {})) if (!found.has(field)) found.set(field, value)
  return { input: Object.fromEntries(found), issues }
}
