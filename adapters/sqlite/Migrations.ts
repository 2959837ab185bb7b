import { initialSchema } from "../sql/InitialSchema.js"
import type { Migration } from "../sql/Migration.js"
import { reportSchema } from "../sql/ReportSchema.js"
import { peopleSchema } from "../sql/PeopleSchema.js"
import { searchSchema } from "./SearchSchema.js"

/** Every migration of a SQLite schema. A released one never changes. */
export const migrations: ReadonlyArray<Migration> = [
  { id: "0001", name: "initial", sql: initialSchema },
  { id: "0002", name: "search", sql: searchSchema },
  { id: "0003", name: "people", sql: peopleSchema },
  { id: "0004", name: "reports", sql: reportSchema },
]
