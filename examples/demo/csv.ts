import { createReadStream } from "node:fs"
import { open } from "node:fs/promises"
import { parse } from "csv-parse"

/** One record of a file: the line it begins on, and its cells. */
export interface CsvRecord {
  readonly line: number
  readonly cells: ReadonlyArray<string>
}

/** The file cannot be read as a table from this line on. */
export class CsvError extends Error {
  readonly line: number
  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}

/** UTF-16 and UTF-8 by their marks; what is not valid UTF-8 is taken for the Windows code page of old spreadsheets. */
const encodingOf = (head: Uint8Array): string => {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le"
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be"
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true })
    return "utf-8"
  } catch {
    return "windows-1252"
  }
}

/** The separator that the header line has most of, outside of quotes. */
const delimiterOf = (text: string): string => {
  const [header = ""] = text.replace(/"[^"]*"/g, "").split(/[\r\n]/, 1)
  const count = (delimiter: string) => header.split(delimiter).length
  return [",", ";", "\t"].reduce((most, delimiter) => (count(delimiter) > count(most) ? delimiter : most))
}

const headOf = async (path: string): Promise<Uint8Array> => {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function* decoded(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

const lineBreaks = (text: string): number => text.split(/\r\n|\n|\r/).length - 1
const leading = (text: string): string => /^[\r\n]*/.exec(text)?.[0] ?? ""

/** The records of a CSV file as they stream in, the header first; empty lines are passed over. */
export async function* records(path: string): AsyncGenerator<CsvRecord> {
  const head = await headOf(path)
  const encoding = encodingOf(head)
  const parser = parse({
    delimiter: delimiterOf(new TextDecoder(encoding).decode(head, { stream: true })),
    raw: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
  const feeding = (async () => {
    for await (const text of decoded(path, encoding)) {
      if (!parser.write(text)) await new Promise((resolve) => parser.once("drain", resolve))
    }
    parser.end()
  })()
  feeding.catch((cause) => parser.destroy(cause))
  let above = 0
  try {
    for await (const { record, raw } of parser) {
      // A record may hold line breaks, and empty lines above it belong to its text.
      yield { line: above + lineBreaks(leading(raw)) + 1, cells: record }
      above += lineBreaks(raw)
    }
  } catch (cause) {
    throw new CsvError(above + 1, cause instanceof Error ? cause.message : String(cause))
  }
}

/** The records below the header as objects, for files whose columns are known. */
export async function* rows(path: string): AsyncGenerator<{ readonly [column: string]: string }> {
  let header: ReadonlyArray<string> | null = null
  for await (const { cells } of records(path)) {
    if (header === null) header = cells
    else yield Object.fromEntries(header.map((name, index) => [name, cells[index]?.trim() ?? ""]))
  }
}
