import { join } from "node:path"
import { createMatchloop } from "matchloop"
import { sqlite } from "matchloop/sqlite"
import * as IdSource from "../../src/ports/IdSource.js"
import type { Options } from "../Benchmark.js"
import * as ByHand from "../byhand/Sqlite.js"
import { withDirectory } from "../Directory.js"
import { race } from "../Measure.js"
import { assertAllSame, type Contents, inOrder } from "../Same.js"
import { commands } from "./Commands.js"
import { seed } from "./Seed.js"

const copy = async (from: string, to: string): Promise<void> => {
  const { database } = ByHand.open(from, "normal")
  await database.backup(to)
  database.close()
}

/** Everything that a file holds: of the full text, which record has which term. */
const contents = ({ database }: ByHand.ByHand): Contents => {
  database.exec("create virtual table temp.vocabulary using fts5vocab('main', 'search_terms', 'instance')")
  const listed = database.prepare<[], { name: string; columns: string }>(
    `select t.name, group_concat(c.name) as columns from sqlite_schema t, pragma_table_info(t.name) c
     where t.type = 'table' and t.name not like 'sqlite_%' and t.name not like 'search_terms%' and t.name <> 'migrations'
     group by t.name order by t.name`,
  )
  const rows = (select: string) => database.prepare<[], { readonly [column: string]: unknown }>(select).all()
  return new Map([
    ...listed
      .all()
      .map(({ columns, name }) => [name, rows(`select * from ${name} ${inOrder(columns.split(","))}`)] as const),
    ["vocabulary", rows("select term, doc from vocabulary order by term, doc")],
  ])
}

/** Runs every command once on either side with the same ids at the same time: the rows must come out the same. */
const check = async (directory: string): Promise<void> => {
  const file = join(directory, "check.db")
  const copied = join(directory, "check-by-hand.db")
  let time = Date.now()
  const ids = { ours: IdSource.counting(), byHand: IdSource.counting(1_000_000) }
  await using crm = await createMatchloop({ storage: sqlite({ filename: file }), ids: ids.ours, now: () => time })
  const seeded = await seed(crm.as("maya"), 1)
  await copy(file, copied)
  const byHand = ByHand.open(copied, "normal")
  const again = IdSource.counting(1_000_000)
  const replayed = await createMatchloop({ storage: sqlite({ filename: file }), ids: again, now: () => time })
  for (const command of commands) {
    time++
    const [id = ""] = command.subjects(seeded)
    await command.ours(replayed.as("maya"), id)
    byHand.transact(command.byHand(byHand.at(time, ids.byHand.seed(time)), id))
  }
  await replayed.close()
  const ours = ByHand.open(file, "normal")
  assertAllSame(contents(ours), contents(byHand))
  ours.database.close()
  byHand.database.close()
}

/** A command on SQLite against the same transaction written by hand over `better-sqlite3`. */
export const run = ({ quick, tell }: Options): Promise<void> =>
  withDirectory(async (directory) => {
    await check(directory)
    const each = quick ? 2 : 10
    const warmUp = quick ? 1 : 10
    const rounds = quick ? 3 : 25
    for (const durability of ["full", "normal"] as const) {
      const file = join(directory, `${durability}.db`)
      const copied = join(directory, `${durability}-by-hand.db`)
      // One instance fills the file and is then measured: by then the engine has compiled it.
      await using crm = await createMatchloop({ storage: sqlite({ filename: file, durability }) })
      const maya = crm.as("maya")
      const seeded = await seed(maya, each * (warmUp + rounds))
      await copy(file, copied)
      const byHand = ByHand.open(copied, durability)
      for (const command of commands) {
        const subjects = command.subjects(seeded)
        const of = (round: number) => subjects.slice(round * each, (round + 1) * each)
        const timing = await race({
          rounds,
          warmUp,
          ours: {
            operations: each,
            run: async (round) => {
              for (const id of of(round)) await command.ours(maya, id)
            },
          },
          theirs: {
            operations: each,
            run: (round) => {
              for (const id of of(round)) {
                const now = Date.now()
                byHand.transact(command.byHand(byHand.at(now, IdSource.random.seed(now)), id))
              }
            },
          },
        })
        const name = `sqlite, ${durability}: ${command.name}`
        tell({ name, against: "better-sqlite3", timing, atMost: durability === "full" ? 1.6 : null, notes: [] })
      }
      byHand.database.close()
    }
  })
