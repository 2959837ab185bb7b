import { join } from "node:path"
import * as PgClient from "@effect/sql-pg/PgClient"
import { SqlClient } from "@effect/sql/SqlClient"
import * as SqliteClient from "@effect/sql-sqlite-node/SqliteClient"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
import { onTestFinished } from "vitest"
import * as Postgres from "../../../adapters/postgres/index.js"
import type { Migration } from "../../../adapters/sql/Migration.js"
import * as Sqlite from "../../../adapters/sqlite/index.js"
import type { Storage } from "../../../src/ports/Storage.js"
import type { MigrationDrift, StorageFailure } from "../../../src/ports/StorageError.js"
import { emptyDatabase } from "../../support/database.js"
import { temporaryDirectory } from "../../support/files.js"

export interface Options {
  /** Of a server; a file has one. */
  readonly maxConnections?: number
  readonly migrate?: boolean
  readonly migrations?: ReadonlyArray<Migration>
}

/** An empty database of a test's own. */
export interface Database {
  /** Of what the child processes open: a path or a URL. */
  readonly address: string
  readonly storage: (options?: Options) => Layer.Layer<Storage, StorageFailure | MigrationDrift>
  /** The storage and a client of the host's, over one client. */
  readonly shared: Layer.Layer<Storage | SqlClient, unknown>
  /** The host's own client. */
  readonly client: Layer.Layer<SqlClient, unknown>
  readonly table: (name: string) => string
  readonly script: () => string
}

export interface Kind {
  readonly name: "sqlite" | "postgres"
  readonly fresh: () => Promise<Database>
}

const sqlite: Kind = {
  name: "sqlite",
  fresh: async () => {
    const address = join(temporaryDirectory(), "agency.db")
    const client = SqliteClient.layer({ filename: address }).pipe(Layer.orDie)
    return {
      address,
      storage: (options = {}) => Sqlite.layer({ filename: address, prefix: "ml_", ...options }),
      client,
      shared: Layer.provideMerge(Sqlite.layerFromClient({ prefix: "ml_" }), client),
      table: (name) => `"ml_${name}"`,
      script: () => Sqlite.migrationSql({ prefix: "ml_" }),
    }
  },
}

const postgres: Kind = {
  name: "postgres",
  fresh: async () => {
    const { drop, url } = await emptyDatabase()
    onTestFinished(drop)
    const client = PgClient.layer({ url: Redacted.make(url) })
    return {
      address: url,
      storage: (options = {}) => Postgres.layer({ url, schema: "agency", maxConnections: 4, ...options }),
      client,
      shared: Layer.provideMerge(Postgres.layerFromClient({ schema: "agency" }), client),
      table: (name) => `"agency"."${name}"`,
      script: () => Postgres.migrationSql({ schema: "agency" }),
    }
  },
}
export const databases: ReadonlyArray<Kind> = [sqlite, postgres]

/** Runs a program on a storage of its own, to its end. */
export const on = <A, E, R, E2>(layer: Layer.Layer<R, E2>, program: Effect.Effect<A, E, R | Scope.Scope>): Promise<A> =>
  Effect.runPromise(Effect.scoped(Effect.flatMap(Layer.build(layer), (context) => Effect.provide(program, context))))

/** Runs raw SQL as the host would. */
export const raw = (sql: string, values: ReadonlyArray<unknown> = []) =>
  Effect.flatMap(SqlClient, (client) => client.unsafe<{ readonly [name: string]: unknown }>(sql, values))
