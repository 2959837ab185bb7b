import { join } from "node:path"
import { memory } from "matchloop/memory"
import { postgres } from "matchloop/postgres"
import { sqlite } from "matchloop/sqlite"
import type { StorageAdapter } from "../../src/ports/StorageAdapter.js"
import { freshDatabase } from "./database.js"
import { temporaryDirectory } from "./files.js"

export interface Adapter {
  readonly name: string
  readonly make: () => Promise<StorageAdapter>
  /** Removes what was made. */
  readonly drop: () => Promise<void>
}

/** The three adapters, each empty and of its own for whoever makes one. */
export const adapters = (): ReadonlyArray<Adapter> => {
  const drops: Array<() => Promise<void>> = []
  return [
    { name: "memory", make: async () => memory(), drop: async () => {} },
    {
      name: "sqlite",
      make: async () => sqlite({ filename: join(temporaryDirectory(), "agency.db"), durability: "normal" }),
      drop: async () => {},
    },
    {
      name: "postgres",
      make: async () => {
        const { drop, url } = await freshDatabase()
        drops.push(drop)
        return postgres({ url })
      },
      drop: async () => void (await Promise.all(drops.map((drop) => drop()))),
    },
  ]
}
