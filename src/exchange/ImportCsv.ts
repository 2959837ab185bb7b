import type { Duplicate } from "../domain/duplicate/Known.js"
import type { Importable } from "../domain/import/Import.js"
import type { Issue } from "../domain/Refusal.js"
import type { Column } from "./Columns.js"
import { columnProblems, type CsvReadOptions, open, type Problem, problemOf } from "./Rows.js"
import type { Source } from "./Source.js"

interface EngineProgress {
  readonly imported: number
  readonly skipped: number
  readonly landed: ReadonlyArray<{ readonly index: number; readonly id: string }>
}

interface EngineOptions {
  readonly at?: Date | string | number
  readonly batchSize?: number
  readonly importId?: string
  readonly name?: string
  readonly duplicates?: "skip" | "report" | "create"
}

interface EngineResult {
  readonly imported: number
  readonly skipped: number
  readonly already?: number
  readonly problems: ReadonlyArray<{ readonly index: number; readonly issues: ReadonlyArray<Issue> }>
  readonly duplicates?: ReadonlyArray<Duplicate & { readonly index: number; readonly imported: boolean }>
}

/** The namespace of a client that rows go to: `crm.as("maya").candidates`, say. */
export interface Target {
  import(rows: Iterable<object> | AsyncIterable<object>, options?: object): Promise<EngineResult>
}

export interface CsvProgress {
  readonly imported: number
  readonly skipped: number
  /** The rows that just landed: their lines, and the ids that they were given. */
  readonly landed: ReadonlyArray<{ readonly line: number; readonly id: string }>
}

export interface CsvImportOptions extends CsvReadOptions, EngineOptions {
  readonly onProgress?: (progress: CsvProgress) => void
}

export interface CsvImported {
  readonly columns: ReadonlyArray<Column>
  readonly imported: number
  readonly skipped: number
  /** Rows that an earlier run under this `importId` had imported. */
  readonly already: number
  /** What is wrong with rows, by line; the first 10,000 of them. Columns that are left out are told of on line 1. */
  readonly problems: ReadonlyArray<Problem>
  readonly duplicates: ReadonlyArray<Duplicate & { readonly line: number; readonly imported: boolean }>
  /** The line from which on the file could not be read; null where it was read to its end. */
  readonly brokenAt: number | null
}

const kept = 10_000

/** The line of each row by its index: only where the distance between the two changes is anything kept. */
const lineBook = () => {
  const starts: Array<readonly [index: number, line: number]> = []
  let count = 0
  return {
    add: (line: number) => {
      const [index, first] = starts.at(-1) ?? [0, Number.NaN]
      if (line - first !== count - index) starts.push([count, line])
      count++
    },
    lineOf: (index: number): number => {
      let [low, high] = [0, starts.length - 1]
      while (low < high) {
        const middle = Math.ceil((low + high) / 2)
        if ((starts[middle]?.[0] ?? 0) <= index) low = middle
        else high = middle - 1
      }
      const [start, line] = starts[low] ?? [0, 0]
      return line + index - start
    },
  }
}

/** The day that an import is about; undefined where it does not say, or says what is no instant. */
const todayOf = ({ at, today }: CsvImportOptions): string | undefined => {
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
 * Imports a file of comma-separated values as it streams in. Rows that are wrong are passed over and told of by their
 * lines. Under an `importId`, a file that was cut short, or whose wrong lines were put right in place, is imported again
 * without writing anything twice.
 *
 * Rejects as the target's `import` does.
 */
export const importCsv = async (
  noun: Importable,
  target: Target,
  source: Source,
  options: CsvImportOptions = {},
): Promise<CsvImported> => {
  const { at, batchSize, importId, name, duplicates, onProgress } = options
  const problems: Array<Problem> = []
  let wrong = 0
  let brokenAt: number | null = null
  const tell = (problem: Problem) => {
    if (problems.length < kept) problems.push(problem)
  }
  const broken = (cause: unknown) => {
    const problem = problemOf(cause)
    brokenAt = problem.line
    tell(problem)
    return null
  }
  const today = todayOf(options)
  const opened = await open(noun, source, { ...options, ...(today === undefined ? {} : { today }) }).catch(broken)
  if (opened === null) return { columns: [], imported: 0, skipped: 0, already: 0, problems, duplicates: [], brokenAt }
  const { columns } = opened
  const left = columnProblems(columns)
  if (left.length > 0) tell({ line: 1, issues: left })
  const book = lineBook()
  const rows = async function* () {
    try {
      for await (const block of opened.blocks) {
        for (const { line, input, issues } of block) {
          if (issues.length > 0) {
            wrong++
            tell({ line, issues })
            continue
          }
          book.add(line)
          yield input
        }
      }
    } catch (cause) {
      broken(cause)
    }
  }
  const given = {
    ...(at === undefined ? {} : { at }),
    ...(batchSize === undefined ? {} : { batchSize }),
    ...(duplicates === undefined ? {} : { duplicates }),
    ...(importId === undefined
      ? {}
      : { importId, mapping: mappingOf(columns), ...(name === undefined ? {} : { name }) }),
    lineOf: book.lineOf,
    onProgress: ({ imported, skipped, landed }: EngineProgress) =>
      onProgress?.({
        imported,
        skipped: skipped + wrong,
        landed: landed.map(({ index, id }) => ({ line: book.lineOf(index), id })),
      }),
  }
  const done = await target.import(rows(), given)
  for (const { index, issues } of done.problems) tell({ line: book.lineOf(index), issues })
  return {
    columns,
    imported: done.imported,
    skipped: done.skipped + wrong,
    already: done.already ?? 0,
    problems: problems.toSorted((a, b) => a.line - b.line),
    duplicates: (done.duplicates ?? []).map(({ index, ...one }) => ({ line: book.lineOf(index), ...one })),
    brokenAt,
  }
}
