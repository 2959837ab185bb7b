import { describe, expect, onTestFinished, test } from "vitest"
import { outcomeOf } from "../input/outcome.js"
import { emptyDatabase } from "../support/database.js"
import { startServer } from "../support/server.js"
import { acts } from "../faults/acts.js"
import { atPostgres, type Database, kinds, open } from "../faults/databases.js"
import { proxy } from "../faults/proxy.js"
import { check } from "../faults/whole.js"
import { type Writers, writers } from "../faults/writers.js"

const postgres = kinds.find(({ name }) => name === "postgres") ?? expect.fail()

const allowed = new Set(["ConnectionLost", "StorageTimeout"])

/** No acknowledged command is lost, none is torn, none is there twice, and nothing went wrong but in the known ways. */
const account = async (database: Database, { acknowledged, errors }: Writers): Promise<void> => {
  expect([...errors.keys()].filter((tag) => !allowed.has(tag))).toEqual([])
  expect([...errors.keys()].length).toBeGreaterThan(0)
  const rows = await database.sql("select id from matchloop.candidates union all select id from matchloop.placements")
  const there = new Set(rows.map(({ id }) => String(id)))
  expect([...acknowledged.values()].filter((id) => !there.has(id))).toEqual([])
  const twice = "select name from matchloop.candidates where name like 'writer%' group by name having count(*) > 1"
  expect(await database.sql(twice)).toEqual([])
  expect(await check(database)).toMatchObject({ problems: [] })
}

describe("F3: a Postgres of its own", () => {
  const [crashes, shutdowns] = [3, 2]

  test(`crashes ${crashes} times and shuts down ${shutdowns} times under 6 writers: nothing acknowledged is lost, they go on`, async () => {
    const server = await startServer()
    onTestFinished(server.stop)
    const { url } = await emptyDatabase(server.url)
    const database = atPostgres(url)
    const crm = await open(database, { maxConnections: 4 })
    const writing = writers(crm, 6)
    await writing.goOn()
    const outages: Array<number> = []
    for (let round = 0; round < crashes + shutdowns; round++) {
      if (round < crashes) await server.crash()
      await server.restart()
      outages.push(await writing.goOn())
      await writing.goOn()
    }
    await writing.stop()
    // Two seconds after the server's return; the rest is for the machine that runs the tests.
    expect(Math.max(...outages)).toBeLessThan(10_000)
    await account(database, writing)
  })
})

describe("F3: the shared Postgres", () => {
  const times = 40

  test(`cuts every socket ${times} times under 6 writers`, async () => {
    const database = await postgres.fresh()
    const wire = await proxy(database.address)
    const crm = await open(atPostgres(wire.url), { maxConnections: 4 })
    const writing = writers(crm, 6)
    for (let round = 0; round < times; round++) {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 30))
      wire.cut()
      if (round % 5 === 4) await writing.goOn()
    }
    await writing.goOn()
    await writing.stop()
    await account(database, writing)
  })

  test(`terminates every backend ${times} times under 6 writers`, async () => {
    const database = await postgres.fresh()
    const crm = await open(database, { maxConnections: 4 })
    const writing = writers(crm, 6)
    const terminate =
      "select count(pg_terminate_backend(pid)) as n from pg_stat_activity" +
      " where datname = current_database() and pid <> pg_backend_pid() and application_name = 'matchloop'"
    let terminated = 0
    for (let round = 0; round < times; round++) {
      terminated += Number((await database.sql(terminate))[0]?.n)
      if (round % 5 === 4) await writing.goOn()
    }
    await writing.goOn()
    await writing.stop()
    expect(terminated).toBeGreaterThan(times)
    await account(database, writing)
  })
})

const repeats = 3

test(`F13: the reply to the commit of ${Object.keys(acts).length} commands is lost, ${repeats} times each: the repeat gives the first result`, async () => {
  const database = await postgres.fresh()
  const wire = await proxy(database.address)
  const maya = (await open(atPostgres(wire.url))).as("maya")
  for (const [name, act] of Object.entries(acts)) {
    for (let round = 0; round < repeats; round++) {
      const run = await act(maya)
      const options = { idempotencyKey: `${name} ${round}` }
      const before = await database.dump()
      const lost = wire.loseReplyTo(options.idempotencyKey, `"entries":`)
      const { error } = await outcomeOf(() => run(options))
      await lost
      expect(error, name).toMatchObject({ _tag: "ConnectionLost" })
      const landed = await database.dump()
      expect(landed, name).not.toBe(before)
      const again = await outcomeOf(() => run(options))
      expect(again.error, name).toBeUndefined()
      expect(await database.dump(), name).toBe(landed)
      expect(await run(options)).toEqual(again.value)
    }
  }
  expect(await check(database)).toMatchObject({ problems: [] })
})
