import { expect, test } from "vitest"
import { postgresDialect } from "../../../adapters/postgres/Dialect.js"
import { Binds } from "../../../adapters/sql/Dialect.js"
import { given } from "../../../adapters/sql/Reasons.js"
import { sqliteDialect } from "../../../adapters/sqlite/Dialect.js"
import { open, sqlKinds } from "../../faults/databases.js"

test.each(sqlKinds)("who was given a reason is found by an index on $name", async ({ fresh, name }) => {
  const database = await fresh()
  await open(database)
  const ledger = (await database.tables()).find((table) => /ledger"$/.test(table)) ?? ""
  const dialect = name === "postgres" ? postgresDialect("") : sqliteDialect("")
  const test = given(dialect, new Binds(dialect), "x").replaceAll(/\?|\$\d+/g, "'x'")
  const explain = name === "postgres" ? "explain" : "explain query plan"
  const plan = await database.sql(
    `${explain} select * from ${ledger} t where t."workspace" = 'main' and ${test} limit 1`,
  )
  expect(JSON.stringify(plan)).toContain("ledger_reason")
})
