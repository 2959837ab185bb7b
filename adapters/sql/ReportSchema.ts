import { createTable } from "./CreateTable.js"
import type { Dialect } from "./Dialect.js"
import { Indexes, Parts } from "./tables/Reports.js"

/** The tables of what reports keep. */
export const reportSchema = (dialect: Dialect): ReadonlyArray<string> =>
  [Indexes, Parts].flatMap((table) => createTable(dialect, table))
