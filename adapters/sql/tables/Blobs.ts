import { column, type Table } from "../Table.js"

/** The bytes of documents. */
export const Blobs: Table = {
  name: "blobs",
  columns: [column("key", "text"), column("bytes", "bytes")],
  numbered: false,
  key: ["key"],
  checks: [],
  indexes: [],
  clustered: false,
}
