import * as Effect from "effect/Effect"
import { MigrationDrift, type StorageFailure } from "../../src/ports/StorageError.js"
import type { Dialect } from "./Dialect.js"
import { type Applied, checksum, type Migration, pending } from "./Migration.js"
import { literal } from "./Table.js"

/** A database that is migrated. */
export interface Target {
  readonly dialect: Dialect
  /** The dialect with the default names, over which checksums are taken. */
  readonly canonical: Dialect
  /** Statements that create what the table of migrations needs, and do nothing where it is there. */
  readonly ground: ReadonlyArray<string>
  /** The applied migrations; none where there is no table of them yet. */
  readonly applied: Effect.Effect<ReadonlyArray<Applied>, StorageFailure>
  readonly run: (sql: string) => Effect.Effect<void, StorageFailure>
  /** Runs the body in a transaction that no other migrating process enters. */
  readonly exclusively: <A, E>(body: Effect.Effect<A, E>) => Effect.Effect<A, E | StorageFailure>
}

/** The table that remembers the migrations. It is the one table without a workspace. */
export const migrationsTable = (dialect: Dialect): string =>
  `create table if not exists ${dialect.table("migrations")} (\n` +
  `  "id" ${dialect.types.text} primary key,\n  "name" ${dialect.types.text} not null,\n` +
  `  "checksum" ${dialect.types.text} not null,\n  "applied_at" ${dialect.types.instant} not null\n)`

export const appliedMigrations = (dialect: Dialect): string =>
  `select "id", "name", "checksum" from ${dialect.table("migrations")} order by "id"`

const record = (dialect: Dialect, canonical: Dialect, migration: Migration): string =>
  `insert into ${dialect.table("migrations")} ("id", "name", "checksum", "applied_at") values (` +
  `${[migration.id, migration.name, checksum(migration, canonical)].map(literal).join(", ")}, ${dialect.now})`

/** Applies what is left, each migration in a transaction of its own, so that a killed one leaves nothing behind. */
export const migrate = (
  target: Target,
  known: ReadonlyArray<Migration>,
): Effect.Effect<void, StorageFailure | MigrationDrift> => {
  const left = Effect.flatMap(target.applied, (applied) => {
    const found = pending(known, applied, target.canonical)
    return found instanceof MigrationDrift ? Effect.fail(found) : Effect.succeed(found)
  })
  const applyNext = target.exclusively(
    Effect.gen(function* () {
      yield* Effect.forEach(target.ground, target.run, { discard: true })
      // Read again behind the lock: another process may have been quicker.
      const [next, ...rest] = yield* left
      if (next === undefined) return false
      yield* Effect.forEach(next.sql(target.dialect), target.run, { discard: true })
      yield* target.run(record(target.dialect, target.canonical, next))
      return rest.length > 0
    }),
  )
  // A schema that is up to date costs no lock and needs no right to change it.
  return Effect.flatMap(left, (todo) =>
    todo.length === 0 ? Effect.void : Effect.asVoid(Effect.repeat(applyNext, { while: (more) => more })),
  )
}

/** Everything as one script, for hosts that run DDL themselves; `migrate` then finds nothing left to do. */
export const script = (
  { canonical, dialect, ground }: Pick<Target, "canonical" | "dialect" | "ground">,
  known: ReadonlyArray<Migration>,
  begin: string,
): string =>
  [
    ...ground,
    ...known.flatMap((migration) => [
      begin,
      ...migration.sql(dialect),
      record(dialect, canonical, migration),
      "commit",
    ]),
  ]
    .map((statement) => `${statement};\n`)
    .join("\n")
