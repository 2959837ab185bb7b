import { column, type Table } from "../Table.js"

/** The indexes of the blocks that reports keep. */
export const Indexes: Table = {
  name: "report_indexes",
  columns: [column("pipeline", "text"), column("version", "integer"), column("content", "json")],
  numbered: false,
  key: ["pipeline"],
  checks: [],
  indexes: [],
  clustered: false,
}

/** The blocks that reports keep, part by part. */
export const Parts: Table = {
  name: "report_parts",
  columns: [column("block", "text"), column("part", "text"), column("bytes", "bytes")],
  numbered: false,
  key: ["block", "part"],
  checks: [],
  indexes: [],
  clustered: false,
}
