import { type Delimiter, parseCsv } from "../reports/Csv.js"
import * as Formula from "../reports/Formula.js"

/** One record of a file: the line that it begins on, from 1, and its cells. */
export interface CsvRecord {
  readonly line: number
  readonly cells: ReadonlyArray<string>
}

/** The file cannot be read as records from this line on. */
export class CsvBroken extends Error {
  readonly _tag = "CsvBroken"
  readonly line: number
  constructor(line: number, message: string) {
    super(message)
    this.name = "CsvBroken"
    this.line = line
  }
}

/** So many records are given at once: one by one, to hand each over would cost as much as to read it. */
const most = 500

/** The most characters of one record: a quote that nothing closes would take the rest of the file. */
const longest = 2_000_000

const mark = "\ufeff"
const quote = 34
const lineFeed = 10
const carriageReturn = 13

/**
 * The records of a text as it streams in, up to 500 at a time, cell for cell what `parseCsv` reads of the whole. Empty
 * lines are passed over. Holds no more than a part and those at once. Throws `CsvBroken` where a quote is not closed.
 */
export async function* records(
  text: Iterable<string> | AsyncIterable<string>,
  delimiter: Delimiter,
): AsyncGenerator<ReadonlyArray<CsvRecord>> {
  const cut = delimiter.charCodeAt(0)
  let buffer = ""
  let at = 0
  let state: "start" | "plain" | "quoted" | "closing" = "start"
  let [line, began, opened] = [1, 1, 1]
  let returned = false
  let found: Array<CsvRecord> = []
  // The mark keeps one that is the record's own: only that of the file was taken off.
  const cellsOf = (record: string) =>
    record.includes('"')
      ? (parseCsv(mark + record, { delimiter }).rows[0] ?? [])
      : record.split(delimiter).map(Formula.bare)
  for await (const part of text) {
    buffer += part
    let start = 0
    for (; at < buffer.length; at++) {
      const unit = buffer.charCodeAt(at)
      const follows = returned && unit === lineFeed
      returned = unit === carriageReturn
      if (follows && state === "start" && at === start) {
        start = at + 1
        continue
      }
      if (state === "start" && unit === quote) {
        state = "quoted"
        opened = line
      } else if (state === "quoted") {
        if (unit === quote) state = "closing"
        else if (unit === carriageReturn || (unit === lineFeed && !follows)) line++
      } else if (state === "closing" && unit === quote) {
        state = "quoted"
      } else if (unit === cut) {
        state = "start"
      } else if (unit === lineFeed || unit === carriageReturn) {
        if (at > start) found.push({ line: began, cells: cellsOf(buffer.slice(start, at)) })
        if (found.length >= most) {
          yield found
          found = []
        }
        start = at + 1
        line++
        began = line
        state = "start"
      } else state = "plain"
    }
    buffer = buffer.slice(start)
    at -= start
    if (found.length > 0) {
      yield found
      found = []
    }
    if (buffer.length > longest)
      throw new CsvBroken(
        state === "quoted" ? opened : began,
        state === "quoted" ? "a quote opens here that nothing closes" : `a record of more than ${longest} characters`,
      )
  }
  if (state === "quoted") throw new CsvBroken(opened, "a quote opens here that nothing closes")
  if (buffer !== "") yield [{ line: began, cells: cellsOf(buffer) }]
}
