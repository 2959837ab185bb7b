import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Schedule from "effect/Schedule"
import { Client, Pool } from "pg"
import { describe, expect, onTestFinished, test } from "vitest"
import { layer } from "../../../adapters/postgres/index.js"
import { Storage } from "../../../src/ports/Storage.js"
import { freshDatabase } from "../../support/database.js"
import { startServer } from "../../support/server.js"
import { on } from "../sql/databases.js"
import { changes, created, record } from "../sql/samples.js"

const fresh = async () => {
  const { drop, url } = await freshDatabase()
  onTestFinished(drop)
  return url
}

const create = (id: string) => changes("w", { records: [created("candidate", id)] })
const rename = changes("w", {
  records: [{ noun: "candidate", id: "cand_1", expects: 1, record: record("candidate", "cand_1", { version: 2 }) }],
})

/** Another client that holds the row of `cand_1`, once it is there. */
const holding = (url: string) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const client = new Client({ connectionString: url })
      await client.connect()
      await client.query("begin")
      await client.query("select 1 from matchloop.candidates for update")
      return client
    }),
    (client) => Effect.promise(() => client.end()),
  )

const query = (client: Client | Pool, text: string) => Effect.promise(() => client.query(text))

describe("a Postgres that fails", () => {
  test("is a lost connection from the start where it is not there", async () => {
    const opening = Effect.flip(
      Effect.scoped(Effect.provide(Storage, layer({ url: "postgres://postgres@127.0.0.1:1/x" }))),
    )
    expect(await Effect.runPromise(opening)).toMatchObject({ _tag: "ConnectionLost" })
  })

  test("loses connections in the middle of a commit as a typed failure", async () => {
    const url = await fresh()
    await on(
      layer({ url }),
      Effect.gen(function* () {
        const storage = yield* Storage
        yield* storage.commit(create("cand_1"))
        const other = yield* holding(url)
        const commit = yield* Effect.fork(Effect.exit(storage.commit(rename)))
        const admin = new Pool({ connectionString: url, max: 1 })
        yield* Effect.addFinalizer(() => Effect.promise(() => admin.end()))
        const terminate = query(
          admin,
          "select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and query like '%commit%' and datname = current_database()",
        )
        yield* Effect.repeat(terminate, {
          until: ({ rowCount }) => rowCount === 1,
          schedule: Schedule.spaced("10 millis"),
        })
        const exit = yield* Fiber.join(commit)
        expect(Exit.isFailure(exit) && exit.cause).toMatchObject({ _tag: "Fail", error: { _tag: "ConnectionLost" } })
        yield* query(other, "rollback")
        yield* storage.commit(rename)
      }),
    )
  })

  test("answers in time or not at all", async () => {
    const url = await fresh()
    await on(
      layer({ url, statementTimeoutMillis: 200 }),
      Effect.gen(function* () {
        const storage = yield* Storage
        yield* storage.commit(create("cand_1"))
        const other = yield* holding(url)
        expect(yield* Effect.flip(storage.commit(rename))).toMatchObject({
          _tag: "StorageTimeout",
          operation: "commit",
        })
        yield* query(other, "rollback")
        yield* storage.commit(rename)
      }),
    )
  })

  test("that never answers is given up, and the pool goes on without that connection", async () => {
    const url = await fresh()
    await on(
      layer({ url, answerTimeoutMillis: 300, maxConnections: 1 }),
      Effect.gen(function* () {
        const storage = yield* Storage
        yield* storage.commit(create("cand_1"))
        const other = yield* holding(url)
        expect(yield* Effect.flip(storage.commit(rename))).toMatchObject({ _tag: "ConnectionLost" })
        expect(yield* storage.get("w", "candidate", ["cand_1"])).toHaveLength(1)
        expect(yield* Effect.flip(storage.locking(() => storage.commit(rename)))).toMatchObject({
          _tag: "ConnectionLost",
        })
        expect(yield* Effect.flip(storage.locking((lock) => lock("w", ["cand_1"])))).toMatchObject({
          _tag: "ConnectionLost",
        })
        yield* query(other, "rollback")
        yield* storage.locking((lock) => lock("w", ["cand_1"]))
      }),
    )
  })

  test("works with a pool of the host's, which times out when it is exhausted and is not ended", async () => {
    const pool = new Pool({ connectionString: await fresh(), max: 1 })
    onTestFinished(() => pool.end())
    await on(
      layer({ pool, acquireTimeoutMillis: 100, prepare: false }),
      Effect.gen(function* () {
        const storage = yield* Storage
        yield* storage.commit(create("cand_1"))
        const taken = yield* Effect.promise(() => pool.connect())
        expect(yield* Effect.flip(storage.commit(rename))).toMatchObject({ _tag: "StorageTimeout" })
        const waiting = yield* Effect.fork(storage.commit(rename))
        yield* Effect.yieldNow()
        yield* Fiber.interrupt(waiting)
        taken.release()
        yield* storage.commit(rename)
        // Nobody holds on to a connection, and none is left in a transaction.
        const counts = Effect.sync(() => `${pool.totalCount} ${pool.idleCount} ${pool.waitingCount}`)
        yield* Effect.repeat(counts, { until: (now) => now === "1 1 0", schedule: Schedule.spaced("10 millis") })
        yield* query(
          pool,
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()",
        ).pipe(Effect.catchAllDefect(() => Effect.void))
        expect(yield* storage.get("w", "candidate", ["cand_1"])).toHaveLength(1)
      }),
    )
    expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }])
  })

  test("keeps what was acknowledged through a crash, and works again within two seconds of its return", async () => {
    const server = await startServer()
    onTestFinished(server.stop)
    await on(
      layer({ url: server.url }),
      Effect.gen(function* () {
        const storage = yield* Storage
        const acknowledged: Array<string> = []
        const write = (name: string) =>
          Effect.forEach(
            Array.from({ length: 100_000 }, (_, n) => `cand_${name}_${n}`),
            (id) => Effect.map(storage.commit(create(id)), () => acknowledged.push(id)),
            { discard: true },
          )
        const writers = yield* Effect.fork(
          Effect.all(
            ["a", "b", "c"].map((name) => Effect.exit(write(name))),
            { concurrency: "unbounded" },
          ),
        )
        yield* Effect.repeat(Effect.void, {
          until: () => acknowledged.length > 50,
          schedule: Schedule.spaced("5 millis"),
        })
        yield* Effect.promise(server.crash)
        for (const exit of yield* Fiber.join(writers))
          expect(Exit.isFailure(exit) && exit.cause).toMatchObject({ _tag: "Fail", error: { _tag: "ConnectionLost" } })
        expect(yield* Effect.flip(storage.commit(create("cand_x")))).toMatchObject({ _tag: "ConnectionLost" })
        yield* Effect.promise(server.restart)
        const accepted = Effect.tryPromise(async () => {
          const client = new Client({ connectionString: server.url })
          await client.connect()
          await client.end()
        })
        yield* Effect.retry(accepted, Schedule.spaced("20 millis"))
        // Two seconds' worth of tries, however long each may take on a machine that does much else.
        const tries = Schedule.intersect(Schedule.spaced("20 millis"), Schedule.recurs(100))
        yield* Effect.retry(storage.commit(create("cand_y")), tries)
        expect(yield* storage.get("w", "candidate", acknowledged)).toHaveLength(acknowledged.length)
      }),
    )
  })
})
