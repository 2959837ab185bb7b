import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { postgres } from "matchloop/postgres"
import { sqlite } from "matchloop/sqlite"
import { askHostile } from "../search/asking.js"
import { freshDatabase } from "../support/database.js"
import { temporaryDirectory } from "../support/files.js"

const drops: Array<() => Promise<void>> = []
afterAll(() => Promise.all(drops.map((drop) => drop())))

test("50,000 hostile texts are searches like any other in Postgres", async () => {
  const { drop, url } = await freshDatabase()
  drops.push(drop)
  expect((await askHostile(postgres({ url }), { texts: 50_000, every: 20 })).failed).toEqual([])
})

test("50,000 hostile texts are searches like any other in SQLite", async () => {
  const filename = join(temporaryDirectory(), "agency.db")
  expect((await askHostile(sqlite({ filename }), { texts: 50_000, every: 5 })).failed).toEqual([])
})
