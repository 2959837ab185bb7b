import type { CustomField } from "../domain/custom/CustomField.js"
import type { Importable } from "../domain/import/Import.js"
import type { Column } from "./Columns.js"
import { type FileImported, type FileImportOptions, type FileProgress, importRows } from "./ImportRows.js"
import { columnProblems, type CsvReadOptions, open, problemOf } from "./Rows.js"
import type { Source } from "./Source.js"
import { type Definitions, definitions, type Desk, type Target, targetOf } from "./Target.js"

export type CsvProgress = FileProgress

export interface CsvImportOptions extends Omit<CsvReadOptions, "customFields">, FileImportOptions {
  /** Fields of the agency's own, as a list or as the `customFields` of a client; those of the client that rows go to where absent. */
  readonly customFields?: ReadonlyArray<CustomField> | Definitions
}

/** Columns that are left out are told of among the problems, on line 1. */
export interface CsvImported extends FileImported {
  readonly columns: ReadonlyArray<Column>
}

/** The day that an import is about; undefined where it does not say, or says what is no instant. */
const todayOf = ({ at, today }: Pick<CsvImportOptions, "at" | "today">): string | undefined => {
  const instant = new Date(at ?? Number.NaN)
  return today ?? (Number.isNaN(instant.getTime()) ? undefined : instant.toISOString().slice(0, 10))
}

const mappingOf = (columns: ReadonlyArray<Column>) =>
  Object.fromEntries(
    columns
      .flatMap(({ header, to }) => (to === null ? [] : [[header.slice(0, 100), to.slice(0, 100)] as const]))
      .slice(0, 1000),
  )

/**
 * Imports a file of comma-separated values as it streams in. Where it is given a client, columns go to the fields of the
 * agency's own that their headers name, and cells are read by their types. Rows that are wrong are passed over and told of
 * by their lines. Under an `importId`, a file that was cut short, or whose wrong lines were put right in place, is imported
 * again without writing anything twice.
 *
 * Rejects as the target's `import` does.
 */
export const importCsv = async (
  noun: Importable,
  to: Target | Desk,
  source: Source,
  options: CsvImportOptions = {},
): Promise<CsvImported> => {
  const { customFields: given, ...rest } = options
  const customFields = await definitions(given ?? ("customFields" in to ? to.customFields : undefined))
  const today = todayOf(options)
  const how = {
    ...rest,
    ...(today === undefined ? {} : { today }),
    ...(customFields === undefined ? {} : { customFields }),
  }
  const opened = await open(noun, source, how).catch(problemOf)
  if ("issues" in opened)
    return {
      columns: [],
      imported: 0,
      skipped: 0,
      already: 0,
      problems: [opened],
      duplicates: [],
      brokenAt: opened.line,
    }
  const { blocks, columns } = opened
  const left = columnProblems(columns)
  const done = await importRows(targetOf(noun, to), blocks, rest, {
    mapping: mappingOf(columns),
    problems: left.length === 0 ? [] : [{ line: 1, issues: left }],
    brokenBy: problemOf,
  })
  return { columns, ...done }
}
