import * as Either from "effect/Either"
import * as Decode from "../domain/Decode.js"
import { type AnyRecord, type NounName, nounOf } from "../domain/Nouns.js"
import type { Issue } from "../domain/Refusal.js"
import { type Source, textOf } from "./Source.js"

/** A line that holds no record, and why. */
export interface BadLine {
  readonly line: number
  readonly issues: ReadonlyArray<Issue>
}

/** A record and its noun, or what is wrong with its line. */
export type Line =
  | { readonly line: number; readonly noun: NounName; readonly record: AnyRecord }
  | (BadLine & { readonly record: null })

/** The most characters of one line. */
const longest = 16_000_000

/** A line that has no end where one may end at the latest. */
export class LineTooLong extends Error {
  override readonly name = "LineTooLong"

  constructor() {
    super(`a line of more than ${longest} characters`)
  }
}

/** Records as JSON lines, each whole: `readJsonLines` gives them back equal. */
export async function* jsonLines(records: Iterable<AnyRecord> | AsyncIterable<AnyRecord>): AsyncGenerator<string> {
  for await (const record of records) yield `${JSON.stringify(record)}\n`
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ""
  for await (const part of text) {
    const lines = (rest + part).split("\n")
    rest = lines.pop() ?? ""
    yield* lines
    if (rest.length > longest) throw new LineTooLong()
  }
  yield rest
}

const bad = (line: number, message: string, path: ReadonlyArray<string | number> = []): Line => ({
  line,
  record: null,
  issues: [{ path, message }],
})

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What stands on each line that is not empty; undefined where that is no JSON. */
export async function* jsonLinesOf(source: Source): AsyncGenerator<{ readonly line: number; readonly value: unknown }> {
  let line = 0
  for await (const text of linesOf(textOf(source))) {
    line++
    if (text.trim() !== "") yield { line, value: parse(text) }
  }
}

const read = (line: number, value: unknown): Line => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return bad(line, "is no JSON object")
  const id = "id" in value && typeof value.id === "string" ? value.id : ""
  const noun = nounOf(id)
  if (noun === undefined) return bad(line, "names no record", ["id"])
  return Either.match(Decode.record(noun, { ...value, id }), {
    onLeft: ({ issues }) => ({ line, record: null, issues }),
    onRight: (record) => ({ line, noun, record }),
  })
}

/** Reads records from JSON lines as they stream in, each checked against its noun. Empty lines are passed over. */
export async function* readJsonLines(source: Source): AsyncGenerator<Line> {
  for await (const { line, value } of jsonLinesOf(source)) yield read(line, value)
}
