import { join } from "node:path"
import { memory } from "matchloop/memory"
import { postgres } from "matchloop/postgres"
import { sqlite } from "matchloop/sqlite"
import { freshDatabase } from "../../support/database.js"
import { temporaryDirectory } from "../../support/files.js"

/** A fresh storage of each kind, and how to do away with it. */
export const storages = {
  memory: async () => ({ storage: memory(), drop: async () => undefined }),
  sqlite: async () => ({
    storage: sqlite({ filename: join(temporaryDirectory(), "golden.db") }),
    drop: async () => undefined,
  }),
  postgres: async () => {
    const { drop, url } = await freshDatabase()
    return { storage: postgres({ url, maxConnections: 4 }), drop }
  },
}
