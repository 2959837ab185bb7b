import type { Importable } from "../domain/import/Import.js"
import type { Delimiter } from "../reports/Csv.js"
import type { Issue } from "../domain/Refusal.js"
import { type Column, columnsOf, type Mapping } from "./Columns.js"
import { declared, delimiterOf } from "./Delimiter.js"
import type { Problem } from "./ImportRows.js"
import { CsvBroken, type CsvRecord, records } from "./Records.js"
import { type Row, type RowOptions, rowOf } from "./Row.js"
import { type Encoding, type Source, textOf } from "./Source.js"

export interface CsvReadOptions extends RowOptions {
  /** Found out where absent. */
  readonly delimiter?: Delimiter
  /** Of bytes; found out where absent. */
  readonly encoding?: Encoding
  /** Where columns go whose headers do not say, or say wrongly. */
  readonly columns?: Mapping
}

/** A file as it is read: its columns, and the rows below them, some at a time, with the line that each begins on. */
export interface Opened {
  readonly delimiter: Delimiter
  readonly columns: ReadonlyArray<Column>
  readonly blocks: AsyncGenerator<ReadonlyArray<Row & { readonly line: number }>>
}

/** How much of a file is looked at for its delimiter. */
const looked = 65_536

/** A text with its beginning, which has been looked at. */
const peeked = async (
  text: AsyncGenerator<string>,
): Promise<{ readonly head: string; readonly whole: AsyncGenerator<string> }> => {
  let head = ""
  while (head.length < looked) {
    const next = await text.next()
    if (next.done === true) break
    head += next.value
  }
  const begun = head
  return {
    head: begun,
    whole: (async function* () {
      yield begun
      yield* text
    })(),
  }
}

async function* without(text: AsyncGenerator<string>, length: number): AsyncGenerator<string> {
  let left = length
  for await (const part of text) {
    yield part.slice(left)
    left = Math.max(0, left - part.length)
  }
}

/** Opens a file of comma-separated values: reads its header, and the rest as it is asked for. */
export const open = async (noun: Importable, source: Source, options: CsvReadOptions = {}): Promise<Opened> => {
  const { head, whole } = await peeked(textOf(source, options.encoding))
  const said = declared(head)
  const skipped = said?.length ?? 0
  const delimiter = options.delimiter ?? said?.delimiter ?? delimiterOf(head.slice(skipped))
  const all = records(said === null ? whole : without(whole, skipped), delimiter)
  const first = await all.next()
  const [header, ...rest] = first.done === true ? [] : first.value
  const columns = header === undefined ? [] : columnsOf(noun, header.cells, options.columns, options.customFields)
  const offset = said === null ? 0 : 1
  const read = (records: ReadonlyArray<CsvRecord>) =>
    records
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
      .map(({ line, cells }) => ({ line: line + offset, ...rowOf(noun, columns, cells, options) }))
  const blocks = async function* () {
    yield read(rest)
    for await (const records of all) yield read(records)
  }
  return { delimiter, columns, blocks: blocks() }
}

/** What a broken file tells of itself; anything else is thrown on. */
export const problemOf = (cause: unknown): Problem => {
  if (!(cause instanceof CsvBroken)) throw cause
  return { line: cause.line, issues: [{ path: [], message: cause.message }] }
}

/** Columns that are left out though nobody asked for it. */
export const columnProblems = (columns: ReadonlyArray<Column>): ReadonlyArray<Issue> =>
  columns.flatMap(({ header, problem }) =>
    problem === null ? [] : [{ path: [header.slice(0, 100)], message: problem }],
  )
