import type { CustomField } from "../domain/custom/CustomField.js"
import { folded } from "../domain/custom/Options.js"
import type { Column as FieldColumn } from "../domain/Field.js"
import * as Noun from "../domain/Noun.js"
import { type NounName, Nouns } from "../domain/Nouns.js"
import { csv, type CsvOptions } from "../reports/Csv.js"
import type { Cell, Column, Table } from "../reports/Table.js"
import { written } from "./Amount.js"
import { customPrefix } from "./Columns.js"
import * as CustomCell from "./CustomCell.js"

export interface CsvExportOptions extends Pick<CsvOptions, "delimiter" | "bom"> {
  /** The custom fields that get a column, by name or as `customFields.list()` gives them; those of the records where absent. */
  readonly customFields?: ReadonlyArray<string | CustomField>
  /** Whether labels stand in place of names and keys, of custom fields that are given with their definitions. */
  readonly labels?: boolean
  /** The fields that get a column; all of the noun's where absent. */
  readonly fields?: ReadonlyArray<string>
}

const isFields = (value: unknown): value is { readonly [field: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** Texts in one cell, separated where that is unambiguous, else as JSON. */
const listed = (texts: ReadonlyArray<string>): string => {
  const folded = new Set(texts.map((text) => text.toLowerCase()))
  const plain =
    folded.size === texts.length &&
    texts.every(
      (text, index) =>
        text !== "" &&
        text === text.trim().replace(/\s+/g, " ") &&
        !/[;,|\r\n]|\s\/\s/.test(text) &&
        (index > 0 || !text.startsWith("[")),
    )
  return plain ? texts.join("; ") : JSON.stringify(texts)
}

const cellOf = (value: unknown): Cell => {
  if (value === null || value === undefined) return null
  if (typeof value === "string" || typeof value === "number") return value
  if (typeof value === "boolean") return value ? "true" : "false"
  if (Array.isArray(value)) {
    if (value.length === 0) return null
    return value.every((one) => typeof one === "string") ? listed(value) : JSON.stringify(value)
  }
  if (isFields(value) && typeof value.currency === "string") {
    const { amount, min, max, currency, ...rest } = value
    if (Object.keys(rest).length === 0) {
      if (typeof amount === "number") return written(amount, currency)
      if (typeof min === "number" && typeof max === "number")
        return `${written(min, currency)} – ${written(max, currency)}`
    }
  }
  return JSON.stringify(value)
}

const numeric = new Set<FieldColumn>(["integer"])

const customOf = (record: unknown): { readonly [name: string]: unknown } =>
  isFields(record) && isFields(record.customFields) ? record.customFields : {}

interface Shown extends Column {
  /** The definition that its cells are said by. */
  readonly field?: CustomField
}

/** Labels as headers, where an import knows them from each other and from the noun's fields. */
const titlesOf = (noun: NounName, defined: ReadonlyArray<CustomField>) => {
  const count = (label: string) => defined.filter((one) => folded(one.label) === folded(label)).length
  const taken = new Set(["id", ...Object.keys(Noun.allFields(Nouns[noun]))])
  return ({ label, name }: CustomField): string =>
    count(label) === 1 && !taken.has(label) ? label : `${customPrefix}${name}`
}

const columnsOf = (noun: NounName, { customFields = [], fields: wanted, labels = false }: CsvExportOptions) => {
  const known = Object.entries(Noun.allFields(Nouns[noun]))
  const fields = ["id", ...known.map(([name]) => name).filter((name) => name !== "customFields")]
  const columns = new Map(known.map(([name, { column }]) => [name, column] as const))
  const own = customFields.filter((one) => typeof one === "string" || one.noun === noun)
  const defined = own.flatMap((one) => (typeof one === "string" ? [] : [one]))
  const titleOf = titlesOf(noun, defined)
  return [
    ...(wanted ?? fields).map((key): Shown => {
      const column = columns.get(key)
      return { key, title: key, type: column !== undefined && numeric.has(column) ? "count" : "text" }
    }),
    ...own.map((one): Shown => {
      const key = `${customPrefix}${typeof one === "string" ? one : one.name}`
      return typeof one === "string" || !labels
        ? { key, title: key, type: "text" }
        : { key, title: titleOf(one), type: "text", field: one }
    }),
  ]
}

const cellIn = (record: object, { field, key }: Shown): Cell => {
  const said = saidIn(record, key)
  return cellOf(field === undefined ? said : CustomCell.withLabels(field, said))
}

const saidIn = (record: object, key: string): unknown => {
  const custom = key.startsWith(customPrefix) ? key.slice(customPrefix.length) : null
  const fields = custom === null ? record : customOf(record)
  const name = custom ?? key
  return Object.hasOwn(fields, name) ? Object.entries(fields).find(([field]) => field === name)?.[1] : null
}

/** The lines of a file of comma-separated values, the header first, as records stream in. */
export async function* csvLines(
  noun: NounName,
  records: Iterable<object> | AsyncIterable<object>,
  options: CsvExportOptions = {},
): AsyncGenerator<string> {
  const { customFields: _custom, fields: _fields, labels: _labels, bom, ...rest } = options
  const columns = columnsOf(noun, options)
  const table = (row?: ReadonlyArray<Cell>) => ({ title: noun, columns, rows: row === undefined ? [] : [row] })
  const head = csv(table(), rest)
  yield csv(table(), { ...rest, ...(bom === undefined ? {} : { bom }) })
  for await (const record of records)
    yield csv(table(columns.map((column) => cellIn(record, column))), rest).slice(head.length)
}

/** Records of a noun, such as those of hits or of a list, as a table: a column a field, in the noun's order. */
export const recordsTable = (
  noun: NounName,
  records: ReadonlyArray<object>,
  options: Pick<CsvExportOptions, "customFields" | "fields" | "labels"> = {},
): Table => {
  const named = () => [...new Set(records.flatMap((record) => Object.keys(customOf(record))))].toSorted()
  const shown = columnsOf(noun, { ...options, customFields: options.customFields ?? named() })
  return {
    title: noun,
    columns: shown.map(({ key, title, type }): Column => ({ key, title, type })),
    rows: records.map((record) => shown.map((column) => cellIn(record, column))),
  }
}

/**
 * Records of a noun as comma-separated values: a column a field, in the noun's order, and one for each custom field, in
 * the order given. Amounts are in major units with their currency; lists and objects that need it are JSON. `importCsv`
 * reads it back.
 */
export const recordsCsv = (noun: NounName, records: ReadonlyArray<object>, options: CsvExportOptions = {}): string => {
  const { bom, delimiter, ...chosen } = options
  const written = { ...(bom === undefined ? {} : { bom }), ...(delimiter === undefined ? {} : { delimiter }) }
  return csv(recordsTable(noun, records, chosen), written)
}
