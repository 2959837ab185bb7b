import { Create as NewCandidate } from "../domain/candidate/Fields.js"
import { Create as NewClient } from "../domain/client/Commands.js"
import type { Importable } from "../domain/import/Import.js"
import type { Json } from "../domain/Ledger.js"
import { nounOf } from "../domain/Nouns.js"
import { Create as NewPosition } from "../domain/position/Fields.js"
import { type FileImported, type FileImportOptions, type FileRow, importRows } from "./ImportRows.js"
import { type Desk, type Target, targetOf } from "./Target.js"
import { jsonLinesOf, LineTooLong } from "./JsonLines.js"
import type { Source } from "./Source.js"

/** What a new record is made of. */
const fields: { readonly [N in Importable]: ReadonlySet<string> } = {
  candidate: new Set(Object.keys(NewCandidate.fields)),
  client: new Set(Object.keys(NewClient.fields)),
  position: new Set(Object.keys(NewPosition.fields)),
}

const isObject = (value: unknown): value is { readonly [field: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** A line as a new record: of a whole one, as `jsonLines` writes it, what its own agency said of it is left behind. */
const rowOf = (noun: Importable, line: number, value: unknown): FileRow => {
  const bad = (message: string, path: ReadonlyArray<string> = []) => ({ line, input: {}, issues: [{ path, message }] })
  if (!isObject(value)) return bad("is no JSON object")
  const { id } = value
  if (id === undefined) return { line, input: value, issues: [] }
  if (typeof id !== "string" || nounOf(id) !== noun) return bad(`is the id of no ${noun}`, ["id"])
  return {
    line,
    input: Object.fromEntries(Object.entries(value).filter(([field]) => fields[noun].has(field))),
    issues: [],
  }
}

/**
 * Imports a file of JSON lines as it streams in, each an object as `candidates.create`, `clients.create` and
 * `positions.open` take it, or a whole record as `jsonLines` writes it, which comes in as a new one. Lines that are wrong
 * are passed over and told of. Under an `importId`, a file that was cut short is imported again without writing anything
 * twice, and `imports.revert` takes it back.
 *
 * Rejects as the target's `import` does.
 *
 * @example
 * import { createMatchloop } from "matchloop"
 * import { importJsonLines } from "matchloop/exchange"
 * import { memory } from "matchloop/memory"
 *
 * await using crm = await createMatchloop({ storage: memory() })
 * const file = '{"name":"Ada Park","skills":["sql"]}\n{"nom":"Bo"}\n'
 * const { imported, problems } = await importJsonLines("candidate", crm.as("maya"), file, { importId: "fair" })
 * if (imported !== 1 || problems[0]?.line !== 2) throw new Error("the second line names nobody")
 */
export const importJsonLines = (
  noun: Importable,
  to: Target | Desk,
  source: Source,
  options: FileImportOptions = {},
): Promise<FileImported> => {
  let last = 0
  const blocks = async function* () {
    for await (const { line, value } of jsonLinesOf(source)) {
      last = line
      yield [rowOf(noun, line, value)]
    }
  }
  const brokenBy = (cause: unknown) => {
    if (!(cause instanceof LineTooLong)) throw cause
    return { line: last + 1, issues: [{ path: [], message: cause.message }] }
  }
  return importRows(targetOf(noun, to), blocks(), options, { brokenBy })
}
