import { createTable } from "./CreateTable.js"
import type { Dialect } from "./Dialect.js"
import { reasonIndex } from "./Reasons.js"
import { Ledger } from "./tables/Ledger.js"
import { MatchKeys } from "./tables/MatchKeys.js"
import { Redactions } from "./tables/Redactions.js"

/** What duplicates and privacy need beside the nouns' own tables. */
export const peopleSchema = (dialect: Dialect): ReadonlyArray<string> => [
  ...[MatchKeys, Redactions].flatMap((table) => createTable(dialect, table)),
  ...dialect.redactable(Ledger, Redactions),
  reasonIndex(dialect),
]
