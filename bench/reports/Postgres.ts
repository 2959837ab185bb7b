import type { Pool } from "pg"
import { migrationSql } from "matchloop/postgres"
import { nounTables, quote } from "../../adapters/sql/Table.js"
import { Visits } from "../../adapters/sql/tables/Visits.js"
import type { Data } from "./Data.js"
import * as Files from "./Files.js"

/** Copies the CSV files into an empty database. The server must be on this machine, since it reads them itself. */
export const fill = async (pool: Pool, { directory, tables }: Data): Promise<void> => {
  await pool.query(migrationSql())
  for (const table of [Visits, ...nounTables.values()]) {
    if (!tables.has(table.name)) continue
    const columns = ["workspace", ...table.columns.map(({ name }) => name)].map(quote).join(", ")
    const file = Files.path(directory, table.name)
    await pool.query(`copy matchloop.${quote(table.name)} (${columns}) from '${file}' with (format csv, header true)`)
  }
  await pool.query("vacuum analyze")
}
