import { column, type Table } from "../Table.js"

/** Which entries an erasure took the words out of: each is let through once, and the trace stays. */
export const Redactions: Table = {
  name: "redactions",
  columns: [
    column("entryId", "text"),
    column("act", "text"),
    column("recordedAt", "instant"),
    column("carriedOut", "boolean"),
  ],
  numbered: false,
  key: ["entry_id", "act"],
  checks: [],
  indexes: [],
  clustered: false,
}
