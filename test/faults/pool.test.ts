import Sqlite from "better-sqlite3"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import pg from "pg"
import { describe, expect, onTestFinished, test } from "vitest"
import { postgres } from "../../adapters/postgres/index.js"
import { sqlite } from "../../adapters/sqlite/index.js"
import { as, layer, Matchloop } from "../../src/effect.js"
import { createMatchloop, type StorageAdapter } from "../../src/index.js"
import { outcomeOf } from "../input/outcome.js"
import { kinds, open } from "./databases.js"
import { desk, form } from "./desk.js"
import { check } from "./whole.js"

const kindOf = (name: string) => kinds.find((kind) => kind.name === name) ?? expect.fail()

const crmOn = async (storage: StorageAdapter) => {
  const crm = await createMatchloop({ storage })
  onTestFinished(() => crm.close())
  return crm
}

/** Somebody else's connection to the same database. */
const hostAt = async (url: string): Promise<pg.Client> => {
  const host = new pg.Client({ connectionString: url })
  await host.connect()
  onTestFinished(() => host.end())
  return host
}

describe("F14 on postgres", () => {
  test("60 callers over one connection, each with 9 commands, wait for each other and never for ever", async () => {
    const database = await kindOf("postgres").fresh()
    const maya = (await open(database, { maxConnections: 1 })).as("maya")
    await Promise.all(Array.from({ length: 60 }, () => desk(maya).offered()))
    expect((await maya.submissions.list({ limit: 1000 })).items).toHaveLength(60)
    expect(await check(database)).toMatchObject({ problems: [] })
  })

  test("a row that somebody else keeps locked is a typed timeout in bounded time, and works afterwards", {
    timeout: 60_000,
  }, async () => {
    const database = await kindOf("postgres").fresh()
    const url = database.address
    const maya = (await crmOn(postgres({ url, statementTimeoutMillis: 300, maxConnections: 2 }))).as("maya")
    const id = await desk(maya).candidate()
    const other = await desk(maya).candidate()
    const host = await hostAt(url)
    await host.query("begin")
    await host.query("select 1 from matchloop.candidates where id = $1 for update", [id])
    const before = await database.dump()
    // More callers than connections: those who hold them wait for the lock, the others for a connection.
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, n) => outcomeOf(() => maya.candidates.update(id, { name: `name ${n}` }))),
    )
    expect(outcomes.map(({ error }) => error?._tag)).toEqual(outcomes.map(() => "StorageTimeout"))
    expect(await database.dump()).toBe(before)
    await maya.candidates.update(other, { name: "free" })
    await host.query("rollback")
    await maya.candidates.update(id, { name: "free as well" })
    expect(await check(database)).toMatchObject({ problems: [] })
  })

  test.each([
    ["waits for ever", { connectionTimeoutMillis: 0 }],
    ["gives up before us", { connectionTimeoutMillis: 100 }],
    ["gives up after us", { connectionTimeoutMillis: 600 }],
  ])(
    "a pool of the host's that %s, without a free connection, is a typed timeout for 20 callers, and works afterwards",
    async (_how, patience) => {
      const database = await kindOf("postgres").fresh()
      const pool = new pg.Pool({ connectionString: database.address, max: 2, ...patience })
      onTestFinished(() => pool.end())
      const maya = (await crmOn(postgres({ pool, acquireTimeoutMillis: 300 }))).as("maya")
      const held = await Promise.all([pool.connect(), pool.connect()])
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, () => outcomeOf(() => maya.candidates.create({ name: "x" }))),
      )
      expect(outcomes.map(({ error }) => error?._tag)).toEqual(outcomes.map(() => "StorageTimeout"))
      await new Promise((resolve) => setTimeout(resolve, patience.connectionTimeoutMillis))
      for (const client of held) client.release()
      for (let n = 0; n < 20; n++) await maya.candidates.create({ name: "x" })
      expect((await maya.candidates.list()).items).toHaveLength(20)
    },
  )
})

describe("F14 on sqlite", () => {
  test("a lock that somebody else keeps is a typed timeout in bounded time for 8 callers, and works afterwards", {
    timeout: 60_000,
  }, async () => {
    const database = await kindOf("sqlite").fresh()
    const maya = (await crmOn(sqlite({ filename: database.address, busyTimeoutMillis: 300 }))).as("maya")
    const id = await desk(maya).candidate()
    const host = new Sqlite(database.address)
    onTestFinished(() => void host.close())
    host.exec("begin immediate")
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, n) => outcomeOf(() => maya.candidates.update(id, { name: `name ${n}` }))),
    )
    expect(outcomes.map(({ error }) => error?._tag)).toEqual(outcomes.map(() => "StorageTimeout"))
    // Who only reads does not wait.
    await expect(maya.candidates.get(id)).resolves.toMatchObject({ id, version: 1 })
    host.exec("rollback")
    await maya.candidates.update(id, { name: "free" })
    expect(await check(database)).toMatchObject({ problems: [] })
  })
})

describe.each(kinds)("F14 on $name", ({ fresh, name }) => {
  test("300 callers interrupted at any moment leave no transaction open and nothing torn", async () => {
    const database = await fresh()
    const interrupted = await Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const crm = yield* Matchloop
          const work = Effect.gen(function* () {
            const { id } = yield* crm.candidates.create({ name: "Ada" })
            yield* crm.candidates.screen(id, { outcome: "passed", takeaways: "fine" })
            yield* crm.candidates.signConsent(id, { document: form() })
          }).pipe(as("maya"))
          let count = 0
          for (let round = 0; round < 60; round++) {
            const fibers = yield* Effect.forEach(Array.from({ length: 5 }), () =>
              Effect.fork(Effect.withMaxOpsBeforeYield(work, 20)),
            )
            // Any moment will do: without a network in between, it is told by how often the callers gave way.
            if (name === "postgres") yield* Effect.sleep(Duration.millis(Math.random() * 12))
            else for (let turns = Math.random() * 60; turns > 0; turns--) yield* Effect.yieldNow()
            const exits = yield* Effect.forEach(fibers, Fiber.interrupt)
            count += exits.filter(Exit.isInterrupted).length
            for (const exit of exits) if (Exit.isFailure(exit)) expect(Exit.isInterrupted(exit)).toBe(true)
          }
          yield* work
          return count
        }).pipe(Effect.provide(Layer.provide(layer(), database.storage({ maxConnections: 2 }).layer))),
      ),
    )
    expect(interrupted).toBeGreaterThan(20)
    if (name === "sqlite") {
      const host = new Sqlite(database.address, { timeout: 0 })
      host.exec("begin immediate; rollback")
      host.close()
    }
    expect(await check(database)).toMatchObject({ problems: [] })
  })
})

test("F14 on postgres: no interrupted caller leaves a transaction idle, nor a connection taken, 100 interruptions", async () => {
  const database = await kindOf("postgres").fresh()
  const idle = await Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const crm = yield* Matchloop
        const create = as("maya")(crm.candidates.create({ name: "Ada" }))
        for (let round = 0; round < 100; round++) {
          const fiber = yield* Effect.fork(create)
          yield* Effect.sleep(Duration.millis(Math.random() * 4))
          yield* Fiber.interrupt(fiber)
        }
        // Over the pool's two connections: had one been kept, the third caller would wait for ever.
        yield* Effect.all([create, create, create, create], { concurrency: "unbounded" })
        return yield* Effect.promise(() =>
          database.sql(
            "select count(*) as n from pg_stat_activity where datname = current_database() and state like 'idle in%'",
          ),
        )
      }).pipe(Effect.provide(Layer.provide(layer(), database.storage({ maxConnections: 2 }).layer))),
    ),
  )
  expect(Number(idle[0]?.n)).toBe(0)
})
