import { join } from "node:path"
import { afterAll, beforeAll, describe } from "vitest"
import { memory } from "matchloop/memory"
import { postgres } from "matchloop/postgres"
import { sqlite } from "matchloop/sqlite"
import type { StorageAdapter } from "../../src/ports/StorageAdapter.js"
import { type Opened, open } from "../../src/testing/Opened.js"
import { searching } from "../../src/testing/port/Searching.js"
import { freshDatabase } from "../support/database.js"
import { temporaryDirectory } from "../support/files.js"

const drops: Array<() => Promise<void>> = []
afterAll(() => Promise.all(drops.map((drop) => drop())))

const adapters: ReadonlyArray<readonly [name: string, runs: number, () => Promise<StorageAdapter>]> = [
  ["memory", 200, async () => memory()],
  ["sqlite", 80, async () => sqlite({ filename: join(temporaryDirectory(), "agency.db"), durability: "normal" })],
  [
    "postgres",
    25,
    async () => {
      const { drop, url } = await freshDatabase()
      drops.push(drop)
      return postgres({ url })
    },
  ],
]

describe.each(adapters)("%s", (_name, runs, adapter) => {
  let opened: Opened | undefined
  beforeAll(async () => {
    opened = await open(await adapter())
  })
  afterAll(() => opened?.close())
  searching(
    {
      opened: () => {
        if (opened === undefined) throw new Error("it did not open")
        return opened
      },
      workspace: () => `workspace ${crypto.randomUUID()}`,
    },
    { runs, seed: 16 },
  )
})
