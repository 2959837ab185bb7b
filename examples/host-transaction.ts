import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { SqlClient } from "@effect/sql"
import { SqliteClient } from "@effect/sql-sqlite-node"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { as, layer, Matchloop } from "matchloop/effect"
import { layerFromClient } from "matchloop/sqlite"

/** The host's own table, in the same file as the agency's. */
const invoices = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`create table if not exists invoices (client_id text primary key, address text not null)`
})

/** A client and its invoice address, both or neither. */
const addClient = (name: string, address: string | null) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const crm = yield* Matchloop
    return yield* sql.withTransaction(
      Effect.gen(function* () {
        const client = yield* crm.clients.create({ name })
        yield* sql`insert into invoices (client_id, address) values (${client.id}, ${address})`
        return client
      }),
    )
  })

const program = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const crm = yield* Matchloop
  yield* invoices
  const acme = yield* addClient("Acme", "1 Main Street")
  yield* Effect.log(`${acme.name} is kept with its address`)

  // The host's insert fails, and takes the command with it.
  const refused = yield* Effect.flip(addClient("Globex", null))
  yield* Effect.log(`Globex is not kept: ${refused._tag}`)

  const clients = (yield* crm.clients.list()).items.map(({ name }) => name)
  const [kept] = yield* sql<{ count: number }>`select count(*) as count from invoices`
  yield* Effect.log(`clients: ${clients.join(", ")}; invoice addresses: ${kept?.count}`)
})

const directory = mkdtempSync(join(tmpdir(), "matchloop-host-"))
const client = SqliteClient.layer({ filename: join(directory, "host.db") })
const services = Layer.provide(layer(), layerFromClient({ prefix: "crm_" })).pipe(Layer.provideMerge(client))

await program.pipe(
  as("maya"),
  Effect.provide(services),
  Effect.ensuring(Effect.sync(() => rmSync(directory, { recursive: true }))),
  Effect.runPromise,
)
