import { createMatchloop, type Crm } from "matchloop"
import { postgres } from "matchloop/postgres"
import type { Pool } from "pg"
import * as IdSource from "../../src/ports/IdSource.js"
import type { Options } from "../Benchmark.js"
import * as ByHand from "../byhand/Postgres.js"
import { type Race, race } from "../Measure.js"
import { assertAllSame, type Contents, inOrder } from "../Same.js"
import { type Database, withDatabase, withPool, withSetting } from "../Server.js"
import { withWire } from "../Wire.js"
import { type Command, commands } from "./Commands.js"
import { type Seeded, seed } from "./Seed.js"

const ours = "ours"
const hand = "hand"

/** The tables of a schema but for the one that says how they came to be. */
const tablesOf = async (pool: Pool, schema: string) => {
  const { rows } = await pool.query<{ name: string; columns: ReadonlyArray<string> }>(
    `select table_name as name, array_agg(column_name::text) as columns from information_schema.columns
     where table_schema = $1 and table_name <> 'migrations' group by table_name order by table_name`,
    [schema],
  )
  return rows
}

/** Everything that a schema holds. */
const contents = async (pool: Pool, schema: string): Promise<Contents> => {
  const found = new Map<string, ReadonlyArray<{ readonly [column: string]: unknown }>>()
  for (const { columns, name } of await tablesOf(pool, schema))
    found.set(name, (await pool.query(`select * from ${schema}.${name} ${inOrder(columns)}`)).rows)
  return found
}

/** Fills one schema through matchloop and copies it to another, row for row. */
const prepare = async ({ pool, url }: Database, size: number): Promise<Seeded> => {
  // Nobody waits for the disk while the tables are filled.
  const quickly = { url: withSetting(url, "synchronous_commit=off") }
  const crm = await createMatchloop({ storage: postgres({ ...quickly, schema: ours }) })
  const seeded = await seed(crm.as("maya"), size)
  await crm.close()
  await (await createMatchloop({ storage: postgres({ ...quickly, schema: hand }) })).close()
  for (const { columns, name } of await tablesOf(pool, ours)) {
    const numbered = columns.includes("seq")
    const listed = columns.map((column) => `"${column}"`).join(", ")
    const values = `select ${listed} from ${ours}.${name}${numbered ? " order by seq" : ""}`
    await pool.query(`insert into ${hand}.${name} (${listed}) overriding system value ${values}`)
    if (!numbered) continue
    const sequence = `pg_get_serial_sequence('${hand}.${name}', 'seq')`
    await pool.query(`select setval(${sequence}, (select max(seq) from ${hand}.${name}))`)
  }
  await pool.query("vacuum analyze")
  return seeded
}

const check = async (pool: Pool, seeded: Seeded): Promise<void> => {
  let time = Date.now()
  const [mine, theirs] = [IdSource.counting(), IdSource.counting()]
  const crm = await createMatchloop({ storage: postgres({ pool, schema: ours }), ids: mine, now: () => time })
  const byHand = ByHand.open(pool, hand)
  for (const command of commands) {
    time++
    const [id = ""] = command.subjects(seeded)
    await command.ours(crm.as("maya"), id)
    await byHand.transact(command.byHand(byHand.at(time, theirs.seed(time)), id))
  }
  await crm.close()
  assertAllSame(await contents(pool, ours), await contents(pool, hand))
}

interface Setting {
  readonly pool: Pool
  readonly crm: Crm
  readonly each: number
  readonly concurrency: number
  readonly rounds: number
  readonly warmUp: number
}

const contest = (setting: Setting, command: Command, subjects: ReadonlyArray<string>): Race => {
  const { concurrency, crm, each, pool, rounds, warmUp } = setting
  const maya = crm.as("maya")
  const byHand = ByHand.open(pool, hand)
  const side = (act: (id: string) => Promise<unknown>) => ({
    operations: each,
    run: async (round: number) => {
      const left = subjects.slice(round * each, (round + 1) * each)
      const worker = async () => {
        for (let id = left.pop(); id !== undefined; id = left.pop()) await act(id)
      }
      await Promise.all(Array.from({ length: concurrency }, worker))
    },
  })
  return {
    rounds,
    warmUp,
    ours: side((id) => command.ours(maya, id)),
    theirs: side((id) => {
      const now = Date.now()
      return byHand.transact(command.byHand(byHand.at(now, IdSource.random.seed(now)), id))
    }),
  }
}

/** Where the server is, and how many commands are under way at once. */
interface Round {
  readonly name: string
  readonly roundTripMillis: number | null
  readonly concurrency: number
  readonly atMost: number | null
}

const rounds: ReadonlyArray<Round> = [
  { name: "postgres", roundTripMillis: null, concurrency: 1, atMost: 0.8 },
  { name: "postgres, 8 at once", roundTripMillis: null, concurrency: 8, atMost: null },
  // A timer of the process is no quicker than a millisecond each way.
  { name: "postgres, 2 ms away", roundTripMillis: 2, concurrency: 1, atMost: null },
]

/** A command on Postgres against the same transaction written by hand over `pg`, on the same server and pool. */
export const run = ({ quick, tell }: Options): Promise<void> =>
  withDatabase(async (database) => {
    const each = 8
    const warmUp = quick ? 1 : 4
    const turns = quick ? 2 : 20
    const perCommand = each * (turns + warmUp)
    const seeded = await prepare(database, 1 + rounds.length * perCommand)
    await check(database.pool, seeded)
    for (const [turn, { atMost, concurrency, name, roundTripMillis }] of rounds.entries()) {
      const contests = async (pool: Pool) => {
        const crm = await createMatchloop({ storage: postgres({ pool, schema: ours }) })
        for (const command of commands) {
          const subjects = command.subjects(seeded).slice(1 + turn * perCommand)
          const setting = { pool, crm, each, concurrency, rounds: turns, warmUp }
          const timing = await race(contest(setting, command, subjects))
          tell({ name: `${name}: ${command.name}`, against: "pg", timing, atMost, notes: [] })
        }
        await crm.close()
      }
      if (roundTripMillis === null) await contests(database.pool)
      else await withWire(database.url, roundTripMillis, (url) => withPool(url, contests))
    }
  })
