import { writeFileSync } from "node:fs"
import { cpus } from "node:os"
import { parseArgs } from "node:util"
import type { Benchmark, Result } from "./Benchmark.js"
import * as PostgresCommands from "./commands/Postgres.js"
import * as SqliteCommands from "./commands/Sqlite.js"
import * as PostgresImport from "./imports/Postgres.js"
import * as SqliteImport from "./imports/Sqlite.js"
import * as CsvImport from "./imports/Csv.js"
import * as Step from "./step/Step.js"
import * as Table from "./Table.js"

const benchmarks: ReadonlyArray<Benchmark> = [
  { name: "step", run: Step.run },
  { name: "sqlite", run: SqliteCommands.run },
  { name: "postgres", run: PostgresCommands.run },
  { name: "sqlite-import", run: SqliteImport.run },
  { name: "postgres-import", run: PostgresImport.run },
  { name: "csv-import", run: CsvImport.run },
]

const { values } = parseArgs({
  options: { json: { type: "string" }, quick: { type: "boolean", default: false }, only: { type: "string" } },
})
const chosen = benchmarks.filter(({ name }) => values.only === undefined || values.only === name)
if (chosen.length === 0) throw new Error(`--only takes one of ${benchmarks.map(({ name }) => name).join(", ")}`)

console.log(`Node ${process.version}, ${cpus().length} cores, shared with whatever else runs on this machine.`)
console.log(
  "Times are medians (middle 80 %) of runs by turns in one process; a ratio is ours over theirs, turn by turn.\n",
)
console.log(Table.line(Table.header))

const results: Array<Result> = []
const tell = (told: Result) => {
  // A few cold runs say nothing of a bar.
  const result = values.quick ? { ...told, atMost: null } : told
  results.push(result)
  console.log(Table.row(result))
}
for (const { run } of chosen) await run({ quick: values.quick, tell })

const missed = results.filter(Table.isMissed)
if (!values.quick)
  console.log(
    `\n${missed.length === 0 ? "Every bar is met." : `Missed: ${missed.map(({ name }) => name).join("; ")}.`}`,
  )
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ node: process.version, results }, null, 2)}\n`)
