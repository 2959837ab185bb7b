import { encode, prefix } from "../../src/search/Encode.js"
import type { Own } from "../../src/search/Indexing.js"
import type { Terms } from "../../src/search/Terms.js"

/** The terms of a document as a database keeps them: one text, apart by spaces. */
export const kept = (workspace: string, noun: string, { terms }: Terms): string => {
  const before = prefix(workspace, noun)
  const words: Array<string> = []
  for (const term of terms) words.push(encode(term))
  return words.length === 0 ? "" : before + words.join(` ${before}`)
}

/** The columns of a record in the table of documents. */
export interface DocumentRow {
  readonly noun: string
  readonly id: string
  readonly terms: string
  readonly runs: string
  readonly numbers: { readonly [name: string]: number }
  readonly x: number | null
  readonly y: number | null
  readonly z: number | null
}

export const documentRow = (workspace: string, noun: string, id: string, own: Own): DocumentRow => ({
  noun,
  id,
  terms: kept(workspace, noun, own.terms),
  runs: own.terms.runs,
  numbers: own.numbers,
  x: own.place?.x ?? null,
  y: own.place?.y ?? null,
  z: own.place?.z ?? null,
})
