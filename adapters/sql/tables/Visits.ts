import type { Visit } from "../../../src/domain/Ledger.js"
import type { StoredRow } from "../Dialect.js"
import { column, type Table } from "../Table.js"

/** Visits in the order in which reports read them: by pipeline, subject and entry. */
export const Visits: Table = {
  name: "visits",
  columns: [
    column("id", "text"),
    column("pipeline", "text"),
    column("subjectId", "text"),
    column("kind", "text"),
    column("stage", "text"),
    column("enteredAt", "instant"),
    column("leftAt", "instant", true),
    column("leftFor", "text", true),
  ],
  key: ["pipeline", "subject_id", "entered_at", "id"],
  checks: [],
  indexes: [{ name: "open_unique", columns: ["pipeline", "subject_id"], unique: true, where: '"left_at" is null' }],
  clustered: true,
}

export const toRow = (visit: Visit): StoredRow => ({ ...visit })
