import { SqlClient } from "@effect/sql/SqlClient"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import { Storage } from "../../../src/ports/Storage.js"
import { type Database, databases, on, raw } from "./databases.js"
import { changes, created, record } from "./samples.js"

const candidate = (id: string) => changes("w", { records: [created("candidate", id)] })

/** Half of it lands before the second half is refused. */
const torn = changes("w", {
  records: [
    created("note", "note_torn"),
    { noun: "candidate", id: "cand_9", expects: 4, record: record("candidate", "cand_9") },
  ],
})

const kept = Effect.flatMap(Storage, (storage) =>
  Effect.map(
    Effect.all([
      storage.get("w", "candidate", ["cand_1", "cand_2", "cand_3"]),
      storage.get("w", "note", ["note_torn"]),
    ]),
    (found) => found.flat().map(({ id }) => id),
  ),
)

const withHost = (database: Database, program: Effect.Effect<void, unknown, Storage | SqlClient>) =>
  on(database.shared, Effect.zipRight(raw("create table host (name text)"), program))

const hosts = Effect.map(raw("select name from host order by name"), (rows) => rows.map(({ name }) => name))

describe.each(databases)("transactions on $name", ({ fresh, name }) => {
  test("of the host hold our commits together with its own rows, both ways", async () =>
    withHost(
      await fresh(),
      Effect.gen(function* () {
        const storage = yield* Storage
        const sql = yield* SqlClient
        yield* sql.withTransaction(
          Effect.gen(function* () {
            yield* raw("insert into host values ('a')")
            yield* storage.commit(candidate("cand_1"))
            // What is written in the transaction is seen in it.
            expect(yield* storage.get("w", "candidate", ["cand_1"])).toHaveLength(1)
          }),
        )
        const undone = sql.withTransaction(
          Effect.gen(function* () {
            yield* raw("insert into host values ('b')")
            yield* storage.unit(storage.commit(candidate("cand_2")))
            yield* storage.commit(candidate("cand_3"))
            return yield* Effect.fail("no")
          }),
        )
        expect(yield* Effect.flip(undone)).toBe("no")
        expect(yield* kept).toEqual(["cand_1"])
        expect(yield* hosts).toEqual(["a"])
      }),
    ))

  test("of the host outlive a commit that is refused in them", async () =>
    withHost(
      await fresh(),
      Effect.gen(function* () {
        const storage = yield* Storage
        const sql = yield* SqlClient
        yield* sql.withTransaction(
          Effect.gen(function* () {
            yield* storage.commit(candidate("cand_1"))
            yield* raw("insert into host values ('a')")
            expect(yield* Effect.flip(storage.commit(torn))).toMatchObject({ _tag: "StaleWrite" })
            expect(yield* Effect.flip(storage.unit(storage.commit(candidate("cand_1"))))).toMatchObject({
              _tag: "StaleWrite",
            })
            yield* sql.withTransaction(storage.commit(candidate("cand_2")))
            yield* raw("insert into host values ('b')")
          }),
        )
        expect(yield* kept).toEqual(["cand_1", "cand_2"])
        expect(yield* hosts).toEqual(["a", "b"])
      }),
    ))

  test("leave nothing of a commit that is refused, alone or in a unit that goes on", async () =>
    withHost(
      await fresh(),
      Effect.gen(function* () {
        const storage = yield* Storage
        expect(yield* Effect.flip(storage.commit(torn))).toMatchObject({ _tag: "StaleWrite" })
        yield* storage.unit(
          Effect.gen(function* () {
            expect(yield* Effect.flip(storage.commit(torn))).toMatchObject({ _tag: "StaleWrite" })
            yield* storage.commit(candidate("cand_1"))
            expect(yield* Effect.flip(storage.commit(torn))).toMatchObject({ _tag: "StaleWrite" })
            yield* storage.unit(storage.commit(candidate("cand_2")))
          }),
        )
        expect(yield* kept).toEqual(["cand_1", "cand_2"])
      }),
    ))

  test("that cannot be committed are a typed failure, and the connection goes on", async () =>
    withHost(
      await fresh(),
      Effect.gen(function* () {
        const storage = yield* Storage
        if (name === "sqlite") {
          yield* raw("create table child (parent text references parent (id) deferrable initially deferred)")
          yield* raw("create table parent (id text primary key)")
          const orphan = Effect.zipRight(storage.commit(candidate("cand_1")), raw("insert into child values ('x')"))
          expect(yield* Effect.flip(storage.unit(orphan))).toMatchObject({ _tag: "StorageFault" })
        } else {
          yield* raw(
            "create function refuse() returns trigger language plpgsql as 'begin if new.id = ''cand_1'' then raise ''no''; end if; return null; end'",
          )
          yield* raw(
            "create constraint trigger refuse after insert on agency.candidates deferrable initially deferred for each row execute function refuse()",
          )
          expect(yield* Effect.flip(storage.commit(candidate("cand_1")))).toMatchObject({ _tag: "StorageFault" })
        }
        expect(yield* kept).toEqual([])
        yield* storage.unit(storage.commit(candidate("cand_2")))
        expect(yield* kept).toEqual(["cand_2"])
      }),
    ))

  test("are what locks records: whole, seen from inside, and a part of the host's", async () =>
    withHost(
      await fresh(),
      Effect.gen(function* () {
        const storage = yield* Storage
        const sql = yield* SqlClient
        const locking = <E>(id: string, then: Effect.Effect<unknown, E>) =>
          storage.locking((lock) =>
            Effect.gen(function* () {
              yield* lock("w", [id, "nobody_1"])
              yield* storage.commit(candidate(id))
              expect(yield* storage.get("w", "candidate", [id])).toHaveLength(1)
              expect(yield* Effect.flip(storage.commit(torn))).toMatchObject({ _tag: "StaleWrite" })
              return yield* then
            }),
          )
        expect(yield* Effect.flip(locking("cand_1", Effect.fail("no")))).toBe("no")
        expect(yield* kept).toEqual([])
        yield* locking("cand_1", Effect.void)
        const undone = Effect.zipRight(locking("cand_2", Effect.void), Effect.fail("no"))
        expect(yield* Effect.flip(sql.withTransaction(undone))).toBe("no")
        yield* sql.withTransaction(locking("cand_3", Effect.void))
        expect(yield* kept).toEqual(["cand_1", "cand_3"])
      }),
    ))

  test("of the host go on where what locks fails in them, without what it wrote", async () =>
    withHost(
      await fresh(),
      Effect.gen(function* () {
        const storage = yield* Storage
        const sql = yield* SqlClient
        const failing = storage.locking(() => Effect.zipRight(storage.commit(candidate("cand_1")), Effect.fail("no")))
        yield* sql.withTransaction(
          Effect.gen(function* () {
            yield* raw("insert into host values ('a')")
            expect(yield* Effect.flip(failing)).toBe("no")
            yield* storage.locking(() => storage.commit(candidate("cand_2")))
            yield* raw("insert into host values ('b')")
          }),
        )
        expect(yield* kept).toEqual(["cand_2"])
        expect(yield* hosts).toEqual(["a", "b"])
      }),
    ))

  test("in which a statement failed are whole or fail, whatever is made of it", async () => {
    const database = await fresh()
    const fails = Effect.gen(function* () {
      const storage = yield* Storage
      const failure = yield* Effect.flip(storage.blob("w", "a"))
      expect(failure).toMatchObject({ _tag: "StorageFault", operation: "blob" })
      return failure
    })
    const swallowing = (id: string, ...then: ReadonlyArray<Effect.Effect<unknown, unknown, Storage>>) =>
      Effect.flatMap(Storage, (storage) =>
        storage.locking((lock) =>
          Effect.zipRight(lock("w", ["cand_0"]), storage.commit(candidate(id))).pipe(
            Effect.zipRight(fails),
            Effect.zipLeft(Effect.ignore(Effect.all(then))),
          ),
        ),
      )
    const rename = raw(`alter table ${database.table("blobs")} rename to elsewhere`)
    // SQLite takes back the statement alone, and the server of Postgres all.
    const expected = (ran: Effect.Effect<unknown, unknown, Storage>) =>
      Effect.gen(function* () {
        if (name === "sqlite") return yield* ran
        const failure = yield* Effect.flip(ran)
        const cause = { message: expect.stringContaining("blobs") }
        expect(failure).toMatchObject({ _tag: "StorageFault", operation: "unit", cause })
      })
    await withHost(
      database,
      Effect.gen(function* () {
        const storage = yield* Storage
        const sql = yield* SqlClient
        yield* rename
        yield* expected(swallowing("cand_1"))
        yield* expected(
          swallowing(
            "cand_2",
            Effect.flatMap(Storage, (storage) => storage.get("w", "note", ["note_1"])),
          ),
        )
        yield* sql.withTransaction(
          Effect.gen(function* () {
            yield* raw("insert into host values ('a')")
            yield* expected(swallowing("cand_3"))
            yield* storage.commit(candidate("cand_4"))
            yield* raw("insert into host values ('b')")
          }),
        )
        const all = ["cand_1", "cand_2", "cand_3", "cand_4"]
        const found = yield* storage.get("w", "candidate", all)
        expect(found.map(({ id }) => id)).toEqual(name === "sqlite" ? all : ["cand_4"])
        expect(yield* hosts).toEqual(["a", "b"])
      }),
    )
    await on(
      database.storage({ maxConnections: 1, migrate: false }),
      Effect.gen(function* () {
        const storage = yield* Storage
        yield* expected(swallowing("cand_5"))
        yield* storage.commit(candidate("cand_6"))
        const found = yield* storage.get("w", "candidate", ["cand_5", "cand_6"])
        expect(found.map(({ id }) => id)).toEqual(name === "sqlite" ? ["cand_5", "cand_6"] : ["cand_6"])
      }),
    )
  })

  test("end with a unit that is interrupted, and its connection is free again", async () => {
    const database = await fresh()
    await on(
      database.storage({ maxConnections: 1 }),
      Effect.gen(function* () {
        const storage = yield* Storage
        yield* storage.commit(candidate("cand_3"))
        const hanging = storage.locking((lock) =>
          lock("w", ["cand_3"]).pipe(
            Effect.zipRight(storage.commit(candidate("cand_1"))),
            Effect.zipRight(Effect.never),
          ),
        )
        expect(yield* Effect.timeoutOption(hanging, "200 millis")).toMatchObject({ _tag: "None" })
        if (name === "sqlite") {
          const unit = storage.unit(Effect.zipRight(storage.commit(candidate("cand_1")), Effect.never))
          yield* Effect.timeoutOption(unit, "50 millis")
        }
        expect(yield* kept).toEqual(["cand_3"])
        yield* storage.commit({ ...candidate("cand_2"), named: [{ noun: "candidate", id: "cand_3" }] })
        expect(yield* kept).toEqual(["cand_2", "cand_3"])
      }),
    )
  })
})
