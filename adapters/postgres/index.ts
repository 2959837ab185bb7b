import type { SqlClient } from "@effect/sql/SqlClient"
import * as PgClient from "@effect/sql-pg/PgClient"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { Storage } from "../../src/ports/Storage.js"
import type { StorageAdapter } from "../../src/ports/StorageAdapter.js"
import type { MigrationDrift, StorageFailure } from "../../src/ports/StorageError.js"
import type { Migration } from "../sql/Migration.js"
import { connect, type Pool, type ServerOptions, share } from "./Client.js"
import { migrationScript } from "./Migrate.js"
import { migrations as ours } from "./Migrations.js"
import * as Session from "./Session.js"
import * as PostgresStorage from "./Storage.js"

export interface SharedOptions {
  /** The schema that holds the tables. Default: `matchloop`. */
  readonly schema?: string
  /** False behind a pooler in transaction mode, which loses prepared statements. Default: true. */
  readonly prepare?: boolean
  /** How long a call waits for a free connection before it fails as `StorageTimeout`. Default: 10,000. */
  readonly acquireTimeoutMillis?: number
  /** How long a statement may stay unanswered before its connection is given up (`ConnectionLost`). Default: 60,000. */
  readonly answerTimeoutMillis?: number
  /** False where the host brings the schema up to date itself. Default: true. */
  readonly migrate?: boolean
  /** Instead of the library's own, for tests. */
  readonly migrations?: ReadonlyArray<Migration>
}

export interface PoolOptions {
  /** The host's pool. It is not ended by us, and one of its connections is taken while anybody follows the feed. */
  readonly pool: Pool
}

export type PostgresOptions = SharedOptions & (ServerOptions | PoolOptions)

type Listener = PostgresStorage.StorageOptions["listener"]

const borrowed: Listener = (session) => session.borrow("wake")

const storage = (client: SqlClient, options: SharedOptions, joins: boolean, listener: Listener, pool?: Pool) =>
  Effect.gen(function* () {
    const made = yield* PostgresStorage.make(client, {
      schema: options.schema ?? "matchloop",
      prepare: options.prepare ?? true,
      acquireTimeoutMillis: options.acquireTimeoutMillis ?? 10_000,
      answerTimeoutMillis: options.answerTimeoutMillis ?? 60_000,
      migrations: options.migrations ?? ours,
      joins,
      listener,
      ...(pool === undefined ? {} : { pool }),
    })
    if (options.migrate ?? true) yield* made.migrate
    return made
  })

/** The storage on a server or in a host's pool. */
export const layer = (options: PostgresOptions): Layer.Layer<Storage, StorageFailure | MigrationDrift> =>
  Layer.scoped(
    Storage,
    "pool" in options
      ? Effect.flatMap(share(options.pool), ({ client, pool }) => storage(client, options, false, borrowed, pool))
      : Effect.flatMap(connect(options), ({ client, pool }) =>
          storage(
            client,
            options,
            false,
            () =>
              Effect.flatMap(connect({ ...options, maxConnections: 1 }), (own) =>
                Session.make(own.client, {
                  acquireTimeoutMillis: 10_000,
                  answerTimeoutMillis: 60_000,
                  joins: false,
                }).borrow("wake"),
              ),
            pool,
          ),
        ),
  )

/**
 * The storage over the host's own client: a command inside of the host's `sql.withTransaction` is one atomic unit with
 * what the host writes there.
 */
export const layerFromClient = (
  options: SharedOptions = {},
): Layer.Layer<Storage, StorageFailure | MigrationDrift, PgClient.PgClient> =>
  Layer.scoped(
    Storage,
    Effect.flatMap(PgClient.PgClient, (client) => storage(client, options, true, borrowed)),
  )

/** A Postgres as the storage of matchloop. */
export const postgres = (options: PostgresOptions): StorageAdapter => ({ name: "postgres", layer: layer(options) })

/** The whole schema as one script, for hosts that run it themselves. */
export const migrationSql = ({ schema = "matchloop" }: Pick<SharedOptions, "schema"> = {}): string =>
  migrationScript(schema, ours)
