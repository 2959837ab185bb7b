import { writeFileSync } from "node:fs"
import { cpus, loadavg } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { createMatchloop, type StorageAdapter } from "matchloop"
import { postgres } from "matchloop/postgres"
import { sqlite } from "matchloop/sqlite"
import { withDirectory } from "../Directory.js"
import { withDatabase } from "../Server.js"
import * as Agency from "./Agency.js"
import { build } from "./Building.js"
import * as Commands from "./Commands.js"
import * as Contest from "./Contest.js"
import * as Data from "./Data.js"
import * as Duck from "./Duck.js"
import * as Postgres from "./Postgres.js"
import { questions, windows } from "./Questions.js"
import * as Table from "./Table.js"

const { values } = parseArgs({
  options: {
    json: { type: "string" },
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    /** Where the rows are kept for the next run, and taken from. */
    data: { type: "string" },
    submissions: { type: "string" },
    rounds: { type: "string" },
  },
})
const submissions = Number(values.submissions ?? (values.quick ? 50_000 : 1_000_000))
const rounds = Number(values.rounds ?? (values.quick ? 3 : 9))
const outcomes: Array<Contest.Outcome> = []
const load = () => `load ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores`

const contest = async (database: string, storage: StorageAdapter, duck: Duck.Duck): Promise<void> => {
  const open = () => createMatchloop({ storage, now: () => Agency.end })
  const first = await open()
  console.log(`${database}: ${Table.built(await build(first))}; ${load()}`)
  await first.close()
  const crm = await open()
  for (const window of windows)
    for (const question of questions) {
      const outcome = await Contest.ask(crm, duck, database, question, window, rounds)
      outcomes.push(outcome)
      console.log(Table.row(outcome))
    }
  await crm.close()
}

const run = async (directory: string): Promise<void> => {
  const data = Data.of(directory, submissions)
  console.log(`${submissions.toLocaleString("en")} submissions written in ${data.seconds.toFixed(0)} s; ${load()}`)
  const duck = await Duck.open(directory)
  console.log(`DuckDB holds them; ${load()}\n\n${Table.header}`)
  if (values.only !== "postgres") {
    await contest("sqlite", sqlite({ filename: data.sqlite }), duck)
    console.log(
      `a command with kept columns / without: ${Table.cost(await Commands.cost(data.sqlite, values.quick ? 5 : 30))}`,
    )
  }
  if (values.only !== "sqlite")
    await withDatabase(async ({ pool, url }) => {
      await Postgres.fill(pool, data)
      await contest("postgres", postgres({ url }), duck)
    })
  duck.close()
}

await (values.data === undefined ? withDirectory((directory) => run(join(directory, "rows"))) : run(values.data))
console.log(`\n${Table.header}`)
for (const outcome of outcomes) console.log(Table.row(outcome))
const missed = outcomes.filter(Table.isMissed)
if (!values.quick)
  console.log(missed.length === 0 ? "\nEvery bar is met." : `\n${missed.length} of ${outcomes.length} bars are missed.`)
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ node: process.version, outcomes }, null, 2)}\n`)
