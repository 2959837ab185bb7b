import type { Duplicate } from "../domain/duplicate/Known.js"
import type { Json } from "../domain/Ledger.js"
import type { Issue } from "../domain/Refusal.js"
import type { Target } from "./Target.js"

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

/** What stands on a line of a file. */
export interface FileRow {
  readonly line: number
  readonly input: { readonly [field: string]: Json }
  readonly issues: ReadonlyArray<Issue>
}

/** Something wrong with a line of the file. */
export interface Problem {
  readonly line: number
  readonly issues: ReadonlyArray<Issue>
}

export interface FileProgress {
  readonly imported: number
  readonly skipped: number
  /** The rows that just landed: their lines, and the ids that they were given. */
  readonly landed: ReadonlyArray<{ readonly line: number; readonly id: string }>
}

export interface FileImportOptions extends EngineOptions {
  readonly onProgress?: (progress: FileProgress) => void
}

export interface FileImported {
  readonly imported: number
  readonly skipped: number
  /** Rows that an earlier run under this `importId` had imported. */
  readonly already: number
  /** What is wrong with rows, by line; the first 10,000 of them. */
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

/** What a source is, beside its rows. */
export interface About {
  /** What is wrong with it before any row is read. */
  readonly problems?: ReadonlyArray<Problem>
  /** Which field each column goes to. */
  readonly mapping?: { readonly [column: string]: string }
  /** What the end of a source that broke off tells; throws on whatever else went wrong. */
  readonly brokenBy: (cause: unknown) => Problem
}

/** Imports rows as they stream in, and tells of them by their lines. */
export const importRows = async (
  target: Target,
  blocks: AsyncIterable<ReadonlyArray<FileRow>>,
  { at, batchSize, duplicates, importId, name, onProgress }: FileImportOptions,
  { brokenBy, mapping, problems: first = [] }: About,
): Promise<FileImported> => {
  const problems: Array<Problem> = [...first]
  let wrong = 0
  let brokenAt: number | null = null
  const tell = (problem: Problem) => {
    if (problems.length < kept) problems.push(problem)
  }
  const book = lineBook()
  const rows = async function* () {
    try {
      for await (const block of blocks) {
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
      const problem = brokenBy(cause)
      brokenAt = problem.line
      tell(problem)
    }
  }
  const given = {
    ...(at === undefined ? {} : { at }),
    ...(batchSize === undefined ? {} : { batchSize }),
    ...(duplicates === undefined ? {} : { duplicates }),
    ...(importId === undefined
      ? {}
      : { importId, ...(mapping === undefined ? {} : { mapping }), ...(name === undefined ? {} : { name }) }),
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
    imported: done.imported,
    skipped: done.skipped + wrong,
    already: done.already ?? 0,
    problems: problems.toSorted((a, b) => a.line - b.line),
    duplicates: (done.duplicates ?? []).map(({ index, ...one }) => ({ line: book.lineOf(index), ...one })),
    brokenAt,
  }
}
