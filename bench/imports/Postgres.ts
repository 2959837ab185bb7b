import { createMatchloop } from "matchloop"
import { postgres } from "matchloop/postgres"
import type { Pool } from "pg"
import { vector } from "../../adapters/postgres/Slots.js"
import * as IdSource from "../../src/ports/IdSource.js"
import type { Options } from "../Benchmark.js"
import { race } from "../Measure.js"
import { withDatabase } from "../Server.js"
import { type Batch, batches, bindsOf, columns } from "./ByHand.js"
import * as Memory from "./Memory.js"
import { incoming } from "./Rows.js"

const perBatch = 1000
/** What was quickest by hand of 50, 100, 250, 500 and 1,000. */
const perInsert = 250

const texts = new Map<string, { readonly name: string; readonly text: string }>()

const insert = (schema: string, table: keyof Batch, rows: number) => {
  const known = texts.get(`${schema}_${table}_${rows}`)
  if (known !== undefined) return known
  const names = columns[table]
  let n = 0
  const bind = (name: string) => (table === "search_documents" && name === "terms" ? vector(`$${++n}`, "0") : `$${++n}`)
  const tuples = Array.from({ length: rows }, () => `(${names.map(bind).join(", ")})`)
  const made = {
    name: `${schema}_${table}_${rows}`,
    text: `insert into ${schema}.${table} (${names.join(", ")}) values ${tuples.join(", ")}`,
  }
  texts.set(made.name, made)
  return made
}

const byHand = async (pool: Pool, schema: string, count: number): Promise<void> => {
  const client = await pool.connect()
  try {
    for await (const people of batches(incoming(count), perBatch)) {
      const now = Date.now()
      const common = { now, instant: new Date(now), seed: IdSource.random.seed(now) }
      await client.query("begin")
      for (let from = 0; from < people.length; from += perInsert) {
        const some = people.slice(from, from + perInsert)
        const binds = bindsOf(some, from, common)
        for (const table of ["candidates", "visits", "candidate_keys", "ledger", "search_documents"] as const) {
          const rows = binds[table].length / columns[table].length
          await client.query({ ...insert(schema, table, rows), values: binds[table] })
        }
      }
      await client.query("commit")
    }
  } finally {
    client.release()
  }
}

/** An import into Postgres against multi-row inserts, prepared under a name, in transactions of the same size. */
export const run = ({ quick, tell }: Options): Promise<void> =>
  withDatabase(async ({ pool }) => {
    const count = quick ? 2_000 : 100_000
    let memory = Memory.watch(count)
    const crm = await createMatchloop({ storage: postgres({ pool, schema: "ours" }) })
    await (await createMatchloop({ storage: postgres({ pool, schema: "hand" }) })).close()
    const empty = (schema: string) =>
      pool.query(
        `truncate ${schema}.candidates, ${schema}.visits, ${schema}.candidate_keys, ${schema}.search_documents`,
      )
    const timing = await race({
      rounds: quick ? 1 : 3,
      warmUp: quick ? 0 : 1,
      ours: {
        operations: count,
        run: async () => {
          await empty("ours")
          memory = Memory.watch(count)
          const onProgress = ({ imported }: { readonly imported: number }) => memory.progress(imported)
          await crm.as("maya").candidates.import(incoming(count), { batchSize: perBatch, onProgress })
        },
      },
      theirs: {
        operations: count,
        run: async () => {
          await empty("hand")
          await byHand(pool, "hand", count)
        },
      },
    })
    await crm.close()
    const name = `postgres: import of ${count.toLocaleString("en")}, each row`
    tell({ name, against: "multi-row inserts", timing, atMost: 2, notes: [memory.told()] })
  })
