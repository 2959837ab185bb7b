import type { Visit } from "../../../src/domain/Ledger.js"
import type { StoredRow } from "../Dialect.js"
import { column, type Table } from "../Table.js"

/** Visits in the order in which reports read them: by pipeline, subject, entry and the order of writing. */
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
    column("actor", "text"),
    column("reason", "text", true),
    column("party", "text", true),
  ],
  // Visits of one instant follow each other as they were written.
  numbered: true,
  key: ["pipeline", "subject_id", "entered_at", "seq"],
  checks: [],
  indexes: [{ name: "open_unique", columns: ["pipeline", "subject_id"], unique: true, where: '"left_at" is null' }],
  clustered: false,
}

export const toRow = (visit: Visit): StoredRow => ({ ...visit })
