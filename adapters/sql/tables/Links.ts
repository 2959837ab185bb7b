import { column, index, type Table } from "../Table.js"

/** Which notes and documents are about which subjects. */
export const Links: Table = {
  name: "links",
  columns: [column("noun", "text"), column("id", "text"), column("subjectType", "text"), column("subjectId", "text")],
  numbered: false,
  key: ["noun", "id", "subject_type", "subject_id"],
  checks: [],
  indexes: [index("subjectId", "noun", "id")],
  clustered: true,
}
