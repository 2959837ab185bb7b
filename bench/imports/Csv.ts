import { createReadStream } from "node:fs"
import { writeFile } from "node:fs/promises"
import { loadavg } from "node:os"
import { join } from "node:path"
import { createMatchloop } from "matchloop"
import { importCsv } from "matchloop/exchange"
import { sqlite } from "matchloop/sqlite"
import * as IdSource from "../../src/ports/IdSource.js"
import type { Options } from "../Benchmark.js"
import * as ByHandSqlite from "../byhand/Sqlite.js"
import { withDirectory } from "../Directory.js"
import { race } from "../Measure.js"
import * as Memory from "./Memory.js"
import { incoming } from "./Rows.js"
import { byHand } from "./Sqlite.js"

/** How many rows a second are wanted of a machine that has nothing else to do. */
const wanted = 5_000

/** The rows as a file's lines. */
async function* lines(count: number): AsyncGenerator<string> {
  yield "Name,Email,Phone,Location,Skills,Salary expectation,Source\r\n"
  for await (const { email, location, name, phone, salaryExpectation, skills, source } of incoming(count)) {
    const salary = `${(salaryExpectation.amount / 100).toFixed(2)} ${salaryExpectation.currency}`
    yield `${name},${email},${phone},${location},${skills.join("; ")},${salary},${source}\r\n`
  }
}

/**
 * A file of comma-separated values into SQLite, each row checked, looked up among who is on file and among those before
 * it; against multi-row inserts of the same rows, read from no file and looked up nowhere.
 */
export const run = ({ quick, tell }: Options): Promise<void> =>
  withDirectory(async (directory) => {
    const count = quick ? 2_000 : 100_000
    const speeds: Array<string> = []
    const file = join(directory, "rows.csv")
    await writeFile(file, lines(count))
    let memory = Memory.watch(count)
    const timing = await race({
      rounds: quick ? 1 : 3,
      warmUp: quick ? 0 : 1,
      ours: {
        operations: count,
        run: async (round) => {
          const crm = await createMatchloop({ storage: sqlite({ filename: join(directory, `csv-${round}.db`) }) })
          memory = Memory.watch(count)
          const before = process.cpuUsage()
          const start = performance.now()
          const done = await importCsv("candidate", crm.as("maya").candidates, createReadStream(file), {
            duplicates: "skip",
            onProgress: ({ imported, skipped }) => memory.progress(imported + skipped),
          })
          if (done.imported !== count) throw new Error(`${count - done.imported} rows were not imported`)
          const seconds = (performance.now() - start) / 1000
          const { system, user } = process.cpuUsage(before)
          const load = loadavg()[0]?.toFixed(1)
          speeds.push(
            `${Math.round(count / seconds)} (${Math.round(count / ((system + user) / 1e6))} a second of processor time, load ${load})`,
          )
          await crm.close()
        },
      },
      theirs: {
        operations: count,
        run: async (round) => {
          const hand = ByHandSqlite.open(join(directory, `csv-hand-${round}.db`), "full")
          await byHand(hand, count, IdSource.random.seed, Date.now)
          hand.database.close()
        },
      },
    })
    tell({
      name: `sqlite: CSV of ${count.toLocaleString("en")} with look-up, each row`,
      against: "multi-row inserts, no look-up",
      timing,
      atMost: null,
      ...(quick ? {} : { perSecond: wanted }),
      notes: [`rows a second, run by run: ${speeds.join(", ")}`, memory.told()],
    })
  })
