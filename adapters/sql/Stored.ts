import type { Entry, Visit } from "../../src/domain/Ledger.js"
import type { KeptIndex, KeptPart, KeptState, Remembered } from "../../src/ports/Storage.js"
import * as Cursor from "./Cursor.js"
import type { StoredRow } from "./Dialect.js"

// The one place where stored rows are taken for what was written: nothing but `commit` writes these tables, and it
// is given exactly these types.

export const entry = (row: StoredRow): Entry =>
  ({
    id: row.id,
    act: row.act,
    type: row.type,
    subject: { type: row.subjectType, id: row.subjectId },
    version: row.version,
    at: row.at,
    recordedAt: row.recordedAt,
    actor: row.actor,
    corrects: row.corrects,
    data: row.data,
    patch: row.patch,
  }) as Entry

export const visit = (row: StoredRow): Visit =>
  ({
    id: row.id,
    pipeline: row.pipeline,
    subjectId: row.subjectId,
    kind: row.kind,
    stage: row.stage,
    enteredAt: row.enteredAt,
    leftAt: row.leftAt,
    leftFor: row.leftFor,
    actor: row.actor,
    reason: row.reason,
    party: row.party,
  }) as Visit

export const remembered = ({ command, fingerprint, key, result }: StoredRow): Remembered => ({
  key: String(key),
  command: String(command),
  fingerprint: String(fingerprint),
  result: result ?? null,
})

/** A row that the database gives as JSON text. */
export const json = (text: unknown): StoredRow => JSON.parse(String(text))

export const keptPart = (row: { readonly block: unknown; readonly part: unknown; readonly bytes: unknown }): KeptPart =>
  row as KeptPart

/**
 * Rows of a pipeline, its index's version, and its content as JSON text. The row without a pipeline says where the feed
 * ends and how many entries wait behind that.
 */
export const keptState = (rows: ReadonlyArray<ReadonlyArray<unknown>>): KeptState => {
  const indexes: { [pipeline: string]: KeptIndex } = {}
  let end = 0
  let pending = 0
  for (const [pipeline, number, content] of rows)
    if (pipeline === null) [end, pending] = [Number(number), Number(content)]
    else indexes[String(pipeline)] = { version: Number(number), content: JSON.parse(String(content)) }
  return { end: Cursor.encode(end), pending, indexes }
}
