import { parseArgs } from "node:util"
import type { Result } from "../Benchmark.js"
import * as Table from "../Table.js"
import * as Memory from "./Memory.js"
import * as Postgres from "./Postgres.js"
import * as Sqlite from "./Sqlite.js"

/*
 * Three-term boolean queries with a filter, `sql (python OR java) NOT react stage:ready`, of usual words and rare ones,
 * over people in whose names, skills, tags, notes and links the same words stand.
 *
 * A hand-written query is barred where it means the same: for any data the same people in the same order, by the level of
 * the best place where a word stands (of all words the least) and then the newest, whole rows decoded, a page and whether
 * there is more. On FTS5 that is a column a level, asked level by level until the page is full; on Postgres a weight a level
 * in the order of
 * one statement, which took less time than level by level.
 * What is found is compared before the times are. Beside it, without a bar: what most would write instead, ranked by
 * frequencies, and the same query ranked by nothing but time, which finds other people first.
 */

const benchmarks = [
  { name: "memory", run: Memory.run },
  { name: "sqlite", run: Sqlite.run },
  { name: "postgres", run: Postgres.run },
]

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    // To fill the databases takes most of the time: with a directory, and MATCHLOOP_TEST_PG_URL, they stay for the next run.
    keep: { type: "string" },
  },
})

console.log("Times are of one query, by turns; a ratio is ours over theirs, query by query.\n")
console.log(Table.line(Table.header))
const tell = (told: Result) => console.log(Table.row(values.quick ? { ...told, atMost: null } : told))
for (const { name, run } of benchmarks)
  if (values.only === undefined || values.only === name)
    await run({ quick: values.quick, keep: values.keep ?? null, tell })
