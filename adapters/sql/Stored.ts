import type { Entry, Visit } from "../../src/domain/Ledger.js"
import type { KeptPart, Remembered } from "../../src/ports/Storage.js"
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

export const remembered = ({ command, fingerprint, key, result }: StoredRow): Remembered =>
  ({ key, command, fingerprint, result }) as unknown as Remembered

/** A row that the database gives as JSON text. */
export const json = (text: unknown): StoredRow => JSON.parse(String(text))

export const keptPart = (row: { readonly block: unknown; readonly part: unknown; readonly bytes: unknown }): KeptPart =>
  row as KeptPart
