import { column, type Table } from "../Table.js"

/** The first result of each command that came with an idempotency key. */
export const Idempotency: Table = {
  name: "idempotency",
  columns: [
    column("key", "text"),
    column("command", "text"),
    column("fingerprint", "text"),
    column("result", "json", true),
    column("recordedAt", "instant"),
  ],
  numbered: false,
  key: ["key"],
  checks: [],
  indexes: [],
  clustered: false,
}
