import { SqlClient } from "@effect/sql/SqlClient"
import type { Connection } from "@effect/sql/SqlConnection"
import { SqlError } from "@effect/sql/SqlError"
import * as PgClient from "@effect/sql-pg/PgClient"
import * as SqliteClient from "@effect/sql-sqlite-node/SqliteClient"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Postgres from "../../adapters/postgres/index.js"
import { open as openFile } from "../../adapters/sqlite/Client.js"
import type { Direct } from "../../adapters/sqlite/Direct.js"
import * as Sqlite from "../../adapters/sqlite/index.js"
import { migrations } from "../../adapters/sqlite/Migrations.js"
import * as SqliteStorage from "../../adapters/sqlite/Storage.js"
import * as Turns from "../../adapters/sqlite/Turns.js"
import type { StorageAdapter } from "../../src/index.js"
import { Storage } from "../../src/ports/Storage.js"
import type { Database, Kind } from "./databases.js"

/** Which statement fails, counted from now on, and how. */
export interface Fault {
  /** How many more statements succeed; null for all of them. */
  left: number | null
  /** Whether the statement fails, or runs and its answer is lost. */
  when: "before" | "after"
  /** Whether all the statements behind it fail as well. */
  lasting: boolean
  fired: boolean
}

export const soundly = (): Fault => ({ left: null, when: "before", lasting: false, fired: false })

const broken = (name: Kind["name"]): SqlError =>
  new SqlError({
    message: "injected",
    cause: Object.assign(new Error("injected"), { code: name === "sqlite" ? "SQLITE_IOERR" : "XX000" }),
  })

const guarded = (connection: Connection, fault: Fault, name: Kind["name"]): Connection =>
  new Proxy(connection, {
    get: (target, property) => {
      const method: unknown = Reflect.get(target, property, target)
      if (typeof method !== "function" || !String(property).startsWith("execute")) return method
      return (...args: ReadonlyArray<unknown>) =>
        Effect.suspend(() => {
          const statement = Reflect.apply(method, target, args) as Effect.Effect<unknown, SqlError>
          // A driver in the process cannot lose the answer to these, and nothing was done by them.
          const begins = fault.when === "after" && /^(begin|savepoint)/.test(String(args[0]))
          if (fault.left === null || begins) return statement
          if (fault.left > 0) {
            fault.left--
            return statement
          }
          fault.fired = true
          if (!fault.lasting) fault.left = null
          const failure = Effect.fail(broken(name))
          return fault.when === "before" ? failure : Effect.zipRight(statement, failure)
        })
    },
  })

/** The client with every statement on its connections under the fault's control. */
const under = <C extends SqlClient>(client: C, fault: Fault, name: Kind["name"]): C => {
  const known = new WeakMap<Connection, Connection>()
  const reserve = Effect.map(client.reserve, (connection) => {
    const found = known.get(connection) ?? guarded(connection, fault, name)
    known.set(connection, found)
    return found
  })
  return new Proxy(client, {
    get: (target, property) => (property === "reserve" ? reserve : Reflect.get(target, property, target)),
  })
}

/** A connection of our own under the fault's control. */
const directly = (connection: Direct, fault: Fault): Direct => {
  const run: Direct["directly"] = (text, values) => {
    const begins = fault.when === "after" && /^(begin|savepoint)/.test(text)
    if (fault.left === null || begins) return connection.directly(text, values)
    if (fault.left > 0) {
      fault.left--
      return connection.directly(text, values)
    }
    fault.fired = true
    if (!fault.lasting) fault.left = null
    if (fault.when === "after") connection.directly(text, values)
    throw broken("sqlite").cause
  }
  return new Proxy(guarded(connection, fault, "sqlite") as Direct, {
    get: (target, property) => (property === "directly" ? run : Reflect.get(target, property, target)),
  })
}

/** The same for a SQLite file that is opened by us, and not by a host. */
export const failingOwn = ({ address }: Database, fault: Fault): StorageAdapter => ({
  name: "sqlite",
  layer: Layer.scoped(
    Storage,
    Effect.gen(function* () {
      const connection = yield* openFile({ filename: address }, 10_000)
      const options = { busyTimeoutMillis: 10_000, migrations, prefix: "" }
      const storage = yield* SqliteStorage.make(directly(connection, fault), Turns.own(), options)
      yield* storage.migrate
      return storage
    }),
  ),
})

/** A storage on the database, by a client of the host's, whose statements fail as the fault says. */
export const failing = ({ address }: Database, name: Kind["name"], fault: Fault): StorageAdapter => {
  if (name === "sqlite") {
    const client = Layer.effect(
      SqlClient,
      Effect.map(SqliteClient.SqliteClient, (client) => under(client, fault, name)),
    ).pipe(Layer.provide(SqliteClient.layer({ filename: address })), Layer.orDie)
    return { name, layer: Layer.provide(Sqlite.layerFromClient(), client) }
  }
  const client = Layer.effect(
    PgClient.PgClient,
    Effect.map(PgClient.PgClient, (client) => under(client, fault, name)),
  ).pipe(Layer.provide(PgClient.layer({ url: Redacted.make(address), maxConnections: 2 })), Layer.orDie)
  return { name, layer: Layer.provide(Postgres.layerFromClient(), client) }
}
