import * as Effect from "effect/Effect"
import type { MigrationDrift, StorageFailure } from "../../src/ports/StorageError.js"
import type { Dialect } from "../sql/Dialect.js"
import { failed } from "../sql/Failure.js"
import type { Applied, Migration } from "../sql/Migration.js"
import { appliedMigrations, migrate, migrationsTable, script } from "../sql/Migrator.js"
import { sqliteDialect } from "./Dialect.js"
import { freshly, rows, run } from "./Driver.js"
import { judge } from "./Failure.js"
import type { Transactions } from "./Transaction.js"

const operation = "migrate"

const parts = (dialect: Dialect) => ({ dialect, canonical: sqliteDialect(""), ground: [migrationsTable(dialect)] })

/** Brings the schema behind a prefix up to date. */
export const migration = (
  transactions: Transactions,
  dialect: Dialect,
  prefix: string,
  known: ReadonlyArray<Migration>,
): Effect.Effect<void, StorageFailure | MigrationDrift> => {
  const { connection } = transactions
  const exists = transactions.alone(
    operation,
    rows(connection, "select 1 as found from sqlite_master where type = 'table' and name = ?", [`${prefix}migrations`]),
  )
  const read = transactions.alone(operation, freshly(rows(connection, appliedMigrations(dialect), [])))
  return migrate(
    {
      ...parts(dialect),
      applied: Effect.flatMap(exists, (found) =>
        found.length === 0
          ? Effect.succeed([])
          : Effect.map(read, (records) =>
              records.map(
                ({ checksum, id, name }): Applied => ({
                  id: String(id),
                  name: String(name),
                  checksum: String(checksum),
                }),
              ),
            ),
      ),
      run: (sql) => Effect.mapError(freshly(run(connection, sql)), failed(judge, operation)),
      exclusively: (body) => transactions.transaction(operation, body),
    },
    known,
  )
}

/** The whole schema as one script. */
export const migrationScript = (prefix: string, known: ReadonlyArray<Migration>): string =>
  script(parts(sqliteDialect(prefix)), known, "begin immediate")
