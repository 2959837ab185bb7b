import { createTable } from "./CreateTable.js"
import type { Dialect } from "./Dialect.js"
import { nounTables } from "./Table.js"
import { Blobs } from "./tables/Blobs.js"
import { Idempotency } from "./tables/Idempotency.js"
import { Ledger } from "./tables/Ledger.js"
import { Links } from "./tables/Links.js"
import { Visits } from "./tables/Visits.js"

/** The tables of the first migration. */
export const initialSchema = (dialect: Dialect): ReadonlyArray<string> => [
  ...[...nounTables.values(), Ledger, Visits, Links, Blobs, Idempotency].flatMap((table) =>
    createTable(dialect, table),
  ),
  ...dialect.appendOnly(Ledger),
]
