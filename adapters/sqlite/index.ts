import { SqlClient } from "@effect/sql/SqlClient"
import type { Connection } from "@effect/sql/SqlConnection"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { Storage } from "../../src/ports/Storage.js"
import type { StorageAdapter } from "../../src/ports/StorageAdapter.js"
import type { MigrationDrift, StorageFailure } from "../../src/ports/StorageError.js"
import { failed } from "../sql/Failure.js"
import type { Migration } from "../sql/Migration.js"
import { type ClientOptions, open } from "./Client.js"
import { judge } from "./Failure.js"
import { migrationScript } from "./Migrate.js"
import { migrations as ours } from "./Migrations.js"
import * as SqliteStorage from "./Storage.js"
import * as Turns from "./Turns.js"

export interface SharedOptions {
  /** Stands before the name of every table, to keep them apart from a host's. Default: none. */
  readonly prefix?: string
  /** How long a call waits while another process writes, before it fails as `StorageTimeout`. Default: 10,000. */
  readonly busyTimeoutMillis?: number
  /** False where the host brings the schema up to date itself. Default: true. */
  readonly migrate?: boolean
  /** Instead of the library's own, for tests. */
  readonly migrations?: ReadonlyArray<Migration>
}

export interface SqliteOptions extends ClientOptions, SharedOptions {}

const storage = (connection: Connection, turns: Turns.Turns, options: SharedOptions) =>
  Effect.gen(function* () {
    const { busyTimeoutMillis = 10_000, migrate = true, migrations = ours, prefix = "" } = options
    const made = yield* SqliteStorage.make(connection, turns, { busyTimeoutMillis, migrations, prefix })
    if (migrate) yield* made.migrate
    return made
  })

/** The storage in a SQLite file on a connection of its own. */
export const layer = (options: SqliteOptions): Layer.Layer<Storage, StorageFailure | MigrationDrift> =>
  Layer.scoped(
    Storage,
    Effect.flatMap(open(options, options.busyTimeoutMillis ?? 10_000), (connection) =>
      storage(connection, Turns.own(), options),
    ),
  )

/**
 * The storage over the host's own client: a command inside of the host's `sql.withTransaction` is one atomic unit with
 * what the host writes there.
 */
export const layerFromClient = (
  options: SharedOptions = {},
): Layer.Layer<Storage, StorageFailure | MigrationDrift, SqlClient> =>
  Layer.effect(
    Storage,
    Effect.flatMap(SqlClient, (client) =>
      Effect.flatMap(Effect.mapError(Effect.scoped(client.reserve), failed(judge, "open")), (connection) =>
        storage(connection, Turns.shared(client), options),
      ),
    ),
  )

/** A SQLite file as the storage of matchloop. */
export const sqlite = (options: SqliteOptions): StorageAdapter => ({ name: "sqlite", layer: layer(options) })

/** The whole schema as one script, for hosts that run it themselves. */
export const migrationSql = ({ prefix = "" }: Pick<SharedOptions, "prefix"> = {}): string =>
  migrationScript(prefix, ours)
