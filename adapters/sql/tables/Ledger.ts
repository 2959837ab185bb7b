import type { Entry } from "../../../src/domain/Ledger.js"
import type { StoredRow } from "../Dialect.js"
import { column, index, type Table } from "../Table.js"

/** The ledger's entries, numbered in the order of writing. */
export const Ledger: Table = {
  name: "ledger",
  columns: [
    column("id", "text"),
    column("act", "text"),
    column("type", "text"),
    column("subjectType", "text"),
    column("subjectId", "text"),
    column("version", "integer"),
    column("at", "instant"),
    column("recordedAt", "instant"),
    column("actor", "text"),
    column("corrects", "text", true),
    column("data", "json"),
    column("patch", "json", true),
  ],
  numbered: true,
  key: ["seq"],
  checks: [],
  indexes: [
    { ...index("id"), unique: true },
    index("act"),
    index("subjectId", "version"),
    { ...index("subjectId"), name: "removed", where: '"patch" is null' },
  ],
  clustered: false,
}

/** Field by field: to spread the rest of an object is many times slower, and imports come here once a row. */
export const toRow = (entry: Entry): StoredRow => ({
  id: entry.id,
  act: entry.act,
  type: entry.type,
  subjectType: entry.subject.type,
  subjectId: entry.subject.id,
  version: entry.version,
  at: entry.at,
  recordedAt: entry.recordedAt,
  actor: entry.actor,
  corrects: entry.corrects,
  data: entry.data,
  patch: entry.patch,
})
