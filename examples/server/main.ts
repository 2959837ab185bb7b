import { memory } from "matchloop/memory"
import { postgres } from "matchloop/postgres"
import { sqlite } from "matchloop/sqlite"
import { serve } from "./server.js"

/** `DATABASE` names a SQLite file or a `postgres://` server; without it everything is kept in memory. */
const { DATABASE: database, PORT: port = "8080" } = process.env
const storage =
  database === undefined
    ? memory()
    : database.startsWith("postgres")
      ? postgres({ url: database })
      : sqlite({ filename: database })

const { url, stop } = await serve({ storage, port: Number(port) })
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    console.log("Closing")
    stop().then(() => console.log("Closed"))
  })
}

console.log(`Listening on ${url} (${storage.name})`)
