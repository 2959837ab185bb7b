import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { memory } from "matchloop/memory"
import { postgres } from "matchloop/postgres"
import { sqlite } from "matchloop/sqlite"
import { freshDatabase } from "../support/database.js"
import { temporaryDirectory } from "../support/files.js"
import { askHostile } from "./asking.js"

const drops: Array<() => Promise<void>> = []
afterAll(() => Promise.all(drops.map((drop) => drop())))

/** Faults F16 and F18: no text makes a database fail, and the texts do reach it: many of them find somebody. */
test("50,000 hostile texts are searches like any other in memory", async () => {
  const { failed, share } = await askHostile(memory(), { texts: 50_000, every: 50 })
  expect(failed).toEqual([])
  expect(share).toBeGreaterThan(0.05)
}, 240_000)

// All 50,000 of them are in test/long.
test("10,000 hostile texts are searches like any other in SQLite", async () => {
  const filename = join(temporaryDirectory(), "agency.db")
  const { failed, share } = await askHostile(sqlite({ filename }), { texts: 10_000, every: 50 })
  expect(failed).toEqual([])
  expect(share).toBeGreaterThan(0.05)
}, 240_000)

test("1,000 hostile texts are searches like any other in Postgres", async () => {
  const { drop, url } = await freshDatabase()
  drops.push(drop)
  const { failed, share } = await askHostile(postgres({ url }), { texts: 1_000, every: 10 })
  expect(failed).toEqual([])
  expect(share).toBeGreaterThan(0.05)
}, 240_000)
