import { join } from "node:path"
import { createMatchloop } from "matchloop"
import { sqlite } from "matchloop/sqlite"
import * as IdSource from "../../src/ports/IdSource.js"
import type { Options } from "../Benchmark.js"
import * as ByHandSqlite from "../byhand/Sqlite.js"
import { withDirectory } from "../Directory.js"
import { race } from "../Measure.js"
import { assertSame } from "../Same.js"
import { type Batch, batches, bindsOf, columns } from "./ByHand.js"
import * as Memory from "./Memory.js"
import { type Incoming, incoming } from "./Rows.js"

const perBatch = 1000
const perInsert = 100

type Hand = ReturnType<typeof ByHandSqlite.open>

const insert = ({ database }: Hand, table: keyof Batch) => {
  const names = columns[table]
  const row = `(${names.map(() => "?").join(", ")})`
  const head = `insert into ${table} (${names.join(", ")}) values `
  const many = database.prepare(head + Array(perInsert).fill(row).join(", "))
  const one = database.prepare(head + row)
  return (values: Array<unknown>): void => {
    const [all, single] = [perInsert * names.length, names.length]
    let at = 0
    for (; values.length - at >= all; at += all) many.run(values.slice(at, at + all))
    for (; at < values.length; at += single) one.run(values.slice(at, at + single))
  }
}

export const byHand = async (
  hand: Hand,
  count: number,
  seedOf: IdSource.IdSource["seed"],
  clock: () => number,
): Promise<void> => {
  const candidates = insert(hand, "candidates")
  const ledger = insert(hand, "ledger")
  const visits = insert(hand, "visits")
  const keys = insert(hand, "candidate_keys")
  const documents = insert(hand, "search_documents")
  const terms = hand.database.prepare(
    "insert into search_terms (rowid, terms) select seq, terms from search_documents" +
      " where seq > (select max(seq) from search_documents) - ? order by seq",
  )
  const land = hand.database.transaction((people: ReadonlyArray<Incoming>) => {
    const now = clock()
    const common = { now, instant: now, seed: seedOf(now) }
    for (let from = 0; from < people.length; from += perInsert) {
      const some = people.slice(from, from + perInsert)
      const binds = bindsOf(some, from, common)
      candidates(binds.candidates)
      visits(binds.visits)
      keys(binds.candidate_keys)
      ledger(binds.ledger)
      documents(binds.search_documents)
      terms.run(some.length)
    }
  })
  for await (const people of batches(incoming(count), perBatch)) land.immediate(people)
}

/** Both import a few rows with the same ids at the same time: the tables must hold the same. */
const check = async (directory: string): Promise<void> => {
  const time = Date.now()
  const filename = join(directory, "check.db")
  const crm = await createMatchloop({ storage: sqlite({ filename }), ids: IdSource.counting(), now: () => time })
  await crm.as("maya").candidates.import(incoming(123))
  await crm.close()
  const ours = ByHandSqlite.open(filename, "full")
  const theirs = ByHandSqlite.open(join(directory, "check-by-hand.db"), "full")
  const { seed } = IdSource.counting()
  // The first is the import's as a whole.
  seed(time)
  await byHand(theirs, 123, seed, () => time)
  for (const table of ["candidates", "visits", "ledger", "candidate_keys", "search_documents"]) {
    const rows = ({ database }: Hand) =>
      database
        .prepare(`select * from ${table} order by ${table === "candidate_keys" ? "key, id" : "id"}`)
        .all() as ReadonlyArray<{ [column: string]: unknown }>
    assertSame(table, rows(ours), rows(theirs))
  }
  ours.database.close()
  theirs.database.close()
}

/** An import into SQLite against multi-row inserts, prepared once, in transactions of the same size. */
export const run = ({ quick, tell }: Options): Promise<void> =>
  withDirectory(async (directory) => {
    await check(directory)
    const count = quick ? 2_000 : 100_000
    let memory = Memory.watch(count)
    const timing = await race({
      rounds: quick ? 1 : 3,
      warmUp: quick ? 0 : 1,
      ours: {
        operations: count,
        run: async (round) => {
          const crm = await createMatchloop({ storage: sqlite({ filename: join(directory, `ours-${round}.db`) }) })
          memory = Memory.watch(count)
          const onProgress = ({ imported }: { readonly imported: number }) => memory.progress(imported)
          await crm.as("maya").candidates.import(incoming(count), { batchSize: perBatch, onProgress })
          await crm.close()
        },
      },
      theirs: {
        operations: count,
        run: async (round) => {
          const hand = ByHandSqlite.open(join(directory, `hand-${round}.db`), "full")
          await byHand(hand, count, IdSource.random.seed, Date.now)
          hand.database.close()
        },
      },
    })
    const name = `sqlite: import of ${count.toLocaleString("en")}, each row`
    tell({ name, against: "multi-row inserts", timing, atMost: 2, notes: [memory.told()] })
  })
