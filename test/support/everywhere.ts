import { join } from "node:path"
import { afterAll, beforeAll, describe } from "vitest"
import { type Crm, createMatchloop, type Options } from "matchloop"
import { memory } from "matchloop/memory"
import { postgres } from "matchloop/postgres"
import { sqlite } from "matchloop/sqlite"
import type { StorageAdapter } from "../../src/ports/StorageAdapter.js"
import { freshDatabase } from "./database.js"
import { temporaryDirectory } from "./files.js"

const none = async () => {}

const storages: ReadonlyArray<
  readonly [string, () => Promise<{ readonly storage: StorageAdapter; readonly drop: () => Promise<void> }>]
> = [
  ["memory", async () => ({ storage: memory(), drop: none })],
  ["sqlite", async () => ({ storage: sqlite({ filename: join(temporaryDirectory(), "agency.db") }), drop: none })],
  [
    "postgres",
    async () => {
      const { drop, url } = await freshDatabase()
      return { storage: postgres({ url }), drop }
    },
  ],
]

/** Runs a suite on each storage; what it is given opens an agency of a test's own. */
export const everywhere = (
  suite: (agency: () => ReturnType<Crm["workspace"]>) => void,
  config: Omit<Options, "storage"> = {},
): void => {
  describe.each(storages)("on %s", (_name, open) => {
    let crm: Crm | undefined
    let drop = none
    beforeAll(async () => {
      const opened = await open()
      drop = opened.drop
      crm = await createMatchloop({ ...config, storage: opened.storage })
    })
    afterAll(async () => {
      await crm?.close()
      await drop()
    })
    suite(() => {
      if (crm === undefined) throw new Error("it did not open")
      return crm.workspace(`workspace ${crypto.randomUUID()}`)
    })
  })
}
