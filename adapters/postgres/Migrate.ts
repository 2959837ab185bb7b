import type { Connection } from "@effect/sql/SqlConnection"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type { MigrationDrift, StorageFailure } from "../../src/ports/StorageError.js"
import { failed } from "../sql/Failure.js"
import type { Migration } from "../sql/Migration.js"
import { appliedMigrations, migrate, migrationsTable, script } from "../sql/Migrator.js"
import { literal, quote } from "../sql/Table.js"
import { postgresDialect } from "./Dialect.js"
import * as Driver from "./Driver.js"
import { judge } from "./Failure.js"

const operation = "migrate"

const canonical = postgresDialect("matchloop")

/** Brings a schema up to date over one connection. */
export const migration = (
  connection: Connection,
  schema: string,
  known: ReadonlyArray<Migration>,
): Effect.Effect<void, StorageFailure | MigrationDrift> => {
  const dialect = postgresDialect(schema)
  const run = (sql: string) => Effect.mapError(Driver.script(connection, sql), failed(judge, operation))
  const query = (text: string) =>
    Effect.mapError(Driver.execute(connection, { text, name: null }, []), failed(judge, operation))
  // Even `if not exists` asks for the right to create schemas.
  const createSchema =
    `do $matchloop$ begin if to_regnamespace(${literal(quote(schema))}) is null then` +
    ` create schema ${quote(schema)}; end if; end $matchloop$`
  const lock = `select pg_advisory_xact_lock(hashtextextended(${literal(`matchloop migrations of ${schema}`)}, 0))`
  return migrate(
    {
      dialect,
      canonical,
      ground: [createSchema, migrationsTable(dialect)],
      applied: Effect.flatMap(
        query(`select 1 where to_regclass(${literal(dialect.table("migrations"))}) is not null`),
        (found) =>
          found.length === 0
            ? Effect.succeed([])
            : Effect.map(query(appliedMigrations(dialect)), (rows) =>
                rows.map(([id, name, checksum]) => ({
                  id: String(id),
                  name: String(name),
                  checksum: String(checksum),
                })),
              ),
      ),
      run,
      exclusively: (body) =>
        Effect.gen(function* () {
          yield* run(`begin; set local statement_timeout = 0; set local lock_timeout = 0; ${lock}`)
          const exit = yield* Effect.exit(body)
          yield* Exit.isSuccess(exit) ? run("commit") : Effect.exit(run("rollback"))
          return yield* exit
        }),
    },
    known,
  )
}

/** The whole schema as one script. */
export const migrationScript = (schema: string, known: ReadonlyArray<Migration>): string => {
  const dialect = postgresDialect(schema)
  const ground = [`create schema if not exists ${quote(schema)}`, migrationsTable(dialect)]
  return script({ dialect, canonical, ground }, known, "begin")
}
