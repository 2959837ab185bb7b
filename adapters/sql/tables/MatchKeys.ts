import { column, index, type Table } from "../Table.js"

/** The keys that people are found by when another record may be theirs. */
export const MatchKeys: Table = {
  name: "candidate_keys",
  columns: [column("key", "text"), column("id", "text")],
  numbered: false,
  key: ["key", "id"],
  checks: [],
  indexes: [index("id")],
  clustered: true,
}
