import { initialSchema } from "../sql/InitialSchema.js"
import type { Migration } from "../sql/Migration.js"

/** Every migration of a SQLite schema. A released one never changes. */
export const migrations: ReadonlyArray<Migration> = [{ id: "0001", name: "initial", sql: initialSchema }]
