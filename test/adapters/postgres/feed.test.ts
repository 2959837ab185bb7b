import * as PgClient from "@effect/sql-pg/PgClient"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import { describe, expect, onTestFinished, test } from "vitest"
import { layer, layerFromClient } from "../../../adapters/postgres/index.js"
import { Storage } from "../../../src/ports/Storage.js"
import { freshDatabase } from "../../support/database.js"
import { on } from "../sql/databases.js"
import { changes, entry } from "../sql/samples.js"

const fresh = async () => {
  const { drop, url } = await freshDatabase()
  onTestFinished(drop)
  const client = PgClient.layer({ url: Redacted.make(url), maxConnections: 12 })
  return { url, shared: Layer.provideMerge(layerFromClient(), client) }
}

const write = (id: string) => changes("w", { entries: [entry(id, "cand_1")] })

const range = (length: number) => Array.from({ length }, (_, n) => n)

/** Reads on from a cursor and gives what is new. */
const follow = (storage: Storage) => {
  let cursor: string | null = null
  return Effect.suspend(() => storage.ledger("w", { after: cursor, limit: 1000 })).pipe(
    Effect.map((page) => {
      cursor = page.cursor
      return page.entries.map(({ id }) => id)
    }),
  )
}

describe("the feed on postgres", () => {
  test("waits for a transaction that wrote first and commits last", async () => {
    const { shared } = await fresh()
    await on(
      shared,
      Effect.gen(function* () {
        const storage = yield* Storage
        const sql = yield* PgClient.PgClient
        const next = follow(storage)
        const written = yield* Deferred.make<void>()
        const end = yield* Deferred.make<void>()
        const slow = yield* Effect.fork(
          sql.withTransaction(
            storage
              .commit(write("slow"))
              .pipe(Effect.zipRight(Deferred.succeed(written, undefined)), Effect.zipRight(Deferred.await(end))),
          ),
        )
        yield* Deferred.await(written)
        yield* storage.commit(write("quick"))
        expect(yield* next).toEqual([])
        yield* Deferred.succeed(end, undefined)
        yield* Fiber.join(slow)
        expect(yield* next).toEqual(["entry_slow", "entry_quick"])
        expect(yield* next).toEqual([])
      }),
    )
  })

  test("does not wait for other people's transactions", async () => {
    const { shared } = await fresh()
    await on(
      shared,
      Effect.gen(function* () {
        const storage = yield* Storage
        const sql = yield* PgClient.PgClient
        const next = follow(storage)
        const begun = yield* Deferred.make<void>()
        const end = yield* Deferred.make<void>()
        // It has a transaction id, and comes to us only later.
        const host = yield* Effect.fork(
          sql.withTransaction(
            sql`create table host (n int)`.pipe(
              Effect.zipRight(Deferred.succeed(begun, undefined)),
              Effect.zipRight(Deferred.await(end)),
              Effect.zipRight(storage.commit(write("host"))),
            ),
          ),
        )
        yield* Deferred.await(begun)
        yield* storage.commit(write("a"))
        expect(yield* next).toEqual(["entry_a"])
        yield* Deferred.succeed(end, undefined)
        yield* Fiber.join(host)
        expect(yield* next).toEqual(["entry_host"])
      }),
    )
  })

  test("loses nothing and repeats nothing while many commit at once, slowly and quickly, some in vain", async () => {
    const { shared } = await fresh()
    await on(
      shared,
      Effect.gen(function* () {
        const storage = yield* Storage
        const sql = yield* PgClient.PgClient
        const next = follow(storage)
        const expected: Array<string> = []
        const writer = (name: string) =>
          Effect.forEach(range(40), (n): Effect.Effect<unknown, unknown> => {
            const id = `${name}_${n}`
            const commit = storage.commit(write(id))
            const kept = Effect.sync(() => expected.push(`entry_${id}`))
            if (n % 5 === 1)
              return sql
                .withTransaction(commit.pipe(Effect.zipRight(sql`select pg_sleep(0.01)`)))
                .pipe(Effect.zipRight(kept))
            if (n % 5 === 2) return Effect.either(sql.withTransaction(Effect.zipRight(commit, Effect.fail("no"))))
            return Effect.zipRight(commit, kept)
          })
        const seen: Array<string> = []
        const reading = yield* Effect.fork(Effect.forever(Effect.map(next, (ids) => seen.push(...ids))))
        yield* Effect.all(
          range(6).map((n) => writer(`w${n}`)),
          { concurrency: "unbounded" },
        )
        yield* Fiber.interrupt(reading)
        seen.push(...(yield* next))
        expect(seen).toHaveLength(new Set(seen).size)
        expect([...seen].sort()).toEqual(expected.sort())
        expect(seen.length).toBe(6 * 32)
      }),
    )
  })

  test("wakes followers of the workspace, in another process too, and again after its connection was lost", async () => {
    const { url } = await fresh()
    await on(
      layer({ url }),
      Effect.gen(function* () {
        const follower = yield* Storage
        const storage = yield* Effect.flatMap(Layer.build(layer({ url })), (writer) => Effect.provide(Storage, writer))
        const ticks = yield* Stream.toPull(follower.wake("w"))
        yield* ticks
        yield* storage.commit(changes("other", { entries: [entry("x", "cand_1")] }))
        yield* storage.commit(write("a"))
        yield* ticks
        const admin = yield* Layer.build(PgClient.layer({ url: Redacted.make(url) }))
        yield* Effect.provide(
          Effect.flatMap(
            PgClient.PgClient,
            (sql) => sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %'`,
          ),
          admin,
        )
        // Whatever was missed meanwhile: it wakes once it listens again.
        yield* ticks
        yield* storage.commit(write("b"))
        yield* ticks
      }),
    )
  })
})
