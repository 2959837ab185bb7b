import { join } from "node:path"
import { type Client, createMatchloop, type Entry, type StorageAdapter } from "matchloop"
import { memory } from "matchloop/memory"
import { postgres } from "matchloop/postgres"
import { sqlite } from "matchloop/sqlite"
import { describe, expect, test } from "vitest"
import { freshDatabase } from "../support/database.js"
import { temporaryDirectory } from "../support/files.js"

/** Follows the ledger until it has given so many entries. */
const followed = async (client: Client, count: number, pollMillis: number): Promise<ReadonlyArray<Entry>> => {
  const entries: Array<Entry> = []
  for await (const page of client.ledger.follow({ pollMillis })) {
    entries.push(...page.entries)
    if (entries.length >= count) break
  }
  return entries
}

const hour = 3_600_000

const ids = (entries: ReadonlyArray<Entry>) => entries.map(({ id }) => id)

/** Follows from the beginning through one opening of the storage while another writes. */
const check = async (reads: StorageAdapter, writes: StorageAdapter, pollMillis: number) => {
  await using reader = await createMatchloop({ storage: reads })
  await using writer = await createMatchloop({ storage: writes })
  const maya = writer.as("maya")
  await maya.candidates.create({ name: "First" })
  const following = followed(reader.as("eve"), 41, pollMillis)
  await Promise.all(Array.from({ length: 40 }, (_, n) => maya.candidates.create({ name: `Candidate ${n}` })))
  const entries = await following
  const { entries: all } = await maya.ledger.read({ limit: 1000 })
  expect(ids(entries)).toEqual(ids(all))
  expect(new Set(ids(entries)).size).toBe(41)
}

describe("a follower of the ledger", () => {
  test("gets 41 entries in the feed's order, none twice, on memory, woken without polling", async () => {
    await using crm = await createMatchloop({ storage: memory() })
    const maya = crm.as("maya")
    const following = followed(maya, 41, hour)
    await Promise.all(Array.from({ length: 41 }, (_, n) => maya.candidates.create({ name: `Candidate ${n}` })))
    expect(new Set(ids(await following)).size).toBe(41)
  })

  test("gets the entries of another connection to a SQLite file, by polling", async () => {
    const filename = join(temporaryDirectory(), "agency.db")
    await check(sqlite({ filename }), sqlite({ filename }), 20)
  })

  test("gets the entries of another pool on Postgres, woken by NOTIFY: it would poll once an hour", async () => {
    const { url } = await freshDatabase()
    await check(postgres({ url }), postgres({ url }), hour)
  })
})
