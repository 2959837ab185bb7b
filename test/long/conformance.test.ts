import { join } from "node:path"
import { afterAll } from "vitest"
import { memory } from "matchloop/memory"
import { postgres } from "matchloop/postgres"
import { sqlite } from "matchloop/sqlite"
import { conformance } from "matchloop/testing"
import { freshDatabase } from "../support/database.js"
import { temporaryDirectory } from "../support/files.js"

const drops: Array<() => Promise<void>> = []
afterAll(() => Promise.all(drops.map((drop) => drop())))

// Longer runs than those of test/conformance; on SQLite with commits that wait for the disk.
conformance({ name: "memory", storage: memory, runs: 30, seed: 111 })

conformance({
  name: "sqlite",
  storage: () => sqlite({ filename: join(temporaryDirectory(), "agency.db") }),
  runs: 30,
  seed: 112,
})

conformance({
  name: "postgres",
  storage: async () => {
    const { drop, url } = await freshDatabase()
    drops.push(drop)
    return postgres({ url })
  },
  runs: 16,
  seed: 113,
})
