import { migrations } from "../../../adapters/sqlite/Migrations.js"
import { SqlClient } from "@effect/sql/SqlClient"
import Sqlite from "better-sqlite3"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import { describe, expect, test } from "vitest"
import { Storage } from "../../../src/ports/Storage.js"
import { databases, on, raw } from "./databases.js"
import { migration } from "./migrations.js"
import { start } from "./process.js"
import { changes, created } from "./samples.js"

const one = migration("0001", "one", (table) => [`create table ${table("one")} (n integer)`])
const two = migration("0002", "two", (table) => [`create table ${table("two")} (n integer)`])

describe.each(databases)("migrations on $name", ({ fresh, name }) => {
  const open = (database: Awaited<ReturnType<typeof fresh>>, migrations = [one, two]) =>
    on(database.storage({ migrations }), Effect.either(Storage)).then(
      () => null,
      (error) => String(error),
    )

  /** Whether the slow migration has made its first table and has not come to its last. */
  const underway = (address: string): Effect.Effect<boolean, unknown, SqlClient> =>
    name === "sqlite"
      ? Effect.sync(() => isLocked(address))
      : Effect.map(
          raw(
            "select 1 from pg_stat_activity where query like '%pg_sleep(2)%' and pid <> pg_backend_pid() and state = 'active'",
          ),
          (rows) => rows.length > 0,
        )

  test("are applied once, and the later ones later", async () => {
    const database = await fresh()
    expect(await open(database, [one])).toBeNull()
    expect(await open(database)).toBeNull()
    expect(await open(database)).toBeNull()
    const rows = await on(database.client, raw(`select id, name from ${database.table("migrations")} order by id`))
    expect(rows).toEqual([
      { id: "0001", name: "one" },
      { id: "0002", name: "two" },
    ])
  })

  test.each([
    [
      "edited",
      [migration("0001", "one", (table) => [`create table ${table("one")} (n text)`]), two],
      "0001_one",
      "edited",
    ],
    ["renamed", [migration("0001", "uno", (table) => one.sql({ table } as never)), two], "0001_one", "edited"],
    ["unknown", [one], "0002_two", "unknown"],
    ["added before an applied one", [one, migration("0001a", "late", () => []), two], "0001a_late", "outOfOrder"],
  ])("that were %s are drift", async (_, migrations, drifted, reason) => {
    const database = await fresh()
    await open(database)
    const failure = Effect.flip(Effect.provide(Storage, database.storage({ migrations })))
    expect(await Effect.runPromise(Effect.scoped(failure))).toMatchObject({
      _tag: "MigrationDrift",
      migration: drifted,
      reason,
    })
  })

  test("that fail leave nothing behind", async () => {
    const database = await fresh()
    const broken = migration("0002", "two", (table) => [`create table ${table("two")} (n integer)`, "create nonsense"])
    expect(await open(database, [one, broken])).toContain("StorageFault")
    const tables = await on(database.client, Effect.either(raw(`select * from ${database.table("two")}`)))
    expect(tables).toMatchObject({ _tag: "Left" })
    expect(await open(database)).toBeNull()
  })

  test("as a printed script make a schema that is accepted", async () => {
    const database = await fresh()
    await on(
      database.client,
      Effect.flatMap(SqlClient, (client) =>
        name === "postgres"
          ? client.unsafe(database.script())
          : Effect.scoped(
              Effect.flatMap(client.reserve, (connection) =>
                Effect.forEach(database.script().split(";\n\n"), (statement) =>
                  connection.executeUnprepared(statement.replace(/;\n$/, ""), [], undefined),
                ),
              ),
            ),
      ),
    )
    await on(
      database.storage(),
      Effect.flatMap(Storage, (storage) => storage.commit(changes("w", { records: [created("candidate", "cand_1")] }))),
    )
  })

  test("run once when several processes start on an empty database", async () => {
    const database = await fresh()
    const workers = await Promise.all(Array.from({ length: 4 }, () => start("migrate", name, database.address)))
    for (const worker of workers) expect(await worker.lines).toEqual(["migrated"])
    const rows = await on(database.client, raw(`select id from ${database.table("migrations")}`))
    expect(rows.map(({ id }) => id).toSorted()).toEqual(migrations.map(({ id }) => id))
  })

  test("of a process that is killed half way are not there at all", async () => {
    const database = await fresh()
    const worker = await start("migrateSlowly", name, database.address)
    await on(
      database.client,
      Effect.repeat(underway(database.address), { until: (held) => held, schedule: Schedule.spaced("20 millis") }),
    )
    worker.child.kill("SIGKILL")
    expect(await worker.lines).toEqual([])
    const early = await on(database.client, Effect.either(raw(`select * from ${database.table("early")}`)))
    expect(early).toMatchObject({ _tag: "Left" })
    await on(database.client, raw("create table hurry (n integer)"))
    const again = await start("migrateSlowly", name, database.address)
    expect(await again.lines).toEqual(["migrated"])
    expect(await on(database.client, raw(`select * from ${database.table("late")}`))).toEqual([])
  })
})

/** Whether another process writes to the file just now. */
const isLocked = (file: string): boolean => {
  const database = new Sqlite(file, { timeout: 0 })
  try {
    database.exec("begin immediate; rollback")
    return false
  } catch {
    return true
  } finally {
    database.close()
  }
}
