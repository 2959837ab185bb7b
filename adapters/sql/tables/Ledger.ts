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
  key: null,
  checks: [],
  indexes: [{ ...index("id"), unique: true }, index("act"), index("subjectId", "version")],
  clustered: false,
}

export const toRow = ({ subject, ...entry }: Entry): StoredRow => ({
  ...entry,
  subjectType: subject.type,
  subjectId: subject.id,
})
