import type { Dialect } from "../sql/Dialect.js"
import { initialSchema } from "../sql/InitialSchema.js"
import type { Migration } from "../sql/Migration.js"
import { reportSchema } from "../sql/ReportSchema.js"
import { peopleSchema } from "../sql/PeopleSchema.js"
import { commitFunction } from "./CommitFunction.js"
import { eraseFunction } from "./EraseFunction.js"
import { searchSchema } from "./SearchSchema.js"
import { feedEndFunction, settledFunction } from "./Settled.js"

const initial = (dialect: Dialect) => [...initialSchema(dialect), commitFunction(dialect), settledFunction(dialect)]

const people = (dialect: Dialect) => [...peopleSchema(dialect), eraseFunction(dialect)]

const reports = (dialect: Dialect) => [...reportSchema(dialect), feedEndFunction(dialect)]

/** Every migration of a Postgres schema. A released one never changes. */
export const migrations: ReadonlyArray<Migration> = [
  { id: "0001", name: "initial", sql: initial },
  { id: "0002", name: "search", sql: searchSchema },
  { id: "0003", name: "people", sql: people },
  { id: "0004", name: "reports", sql: reports },
]
