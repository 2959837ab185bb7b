import { parseArgs } from "node:util"
import type { Benchmark, Result } from "../Benchmark.js"
import * as Table from "../Table.js"
import * as Memory from "./Memory.js"
import * as Postgres from "./Postgres.js"
import * as Sqlite from "./Sqlite.js"

const benchmarks: ReadonlyArray<Benchmark> = [
  { name: "memory", run: Memory.run },
  { name: "sqlite", run: Sqlite.run },
  { name: "postgres", run: Postgres.run },
]

const { values } = parseArgs({ options: { quick: { type: "boolean", default: false }, only: { type: "string" } } })

console.log("Times are of three-term queries with a filter, by turns; a ratio is ours over theirs, query by query.\n")
console.log(Table.line(Table.header))
const tell = (told: Result) => console.log(Table.row(values.quick ? { ...told, atMost: null } : told))
for (const { name, run } of benchmarks)
  if (values.only === undefined || values.only === name) await run({ quick: values.quick, tell })
