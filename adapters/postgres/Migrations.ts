import type { Dialect } from "../sql/Dialect.js"
import { initialSchema } from "../sql/InitialSchema.js"
import type { Migration } from "../sql/Migration.js"
import { commitFunction } from "./CommitFunction.js"
import { settledFunction } from "./Settled.js"

const initial = (dialect: Dialect) => [...initialSchema(dialect), commitFunction(dialect), settledFunction(dialect)]

/** Every migration of a Postgres schema. A released one never changes. */
export const migrations: ReadonlyArray<Migration> = [{ id: "0001", name: "initial", sql: initial }]
