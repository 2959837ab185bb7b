import type { Connection } from "@effect/sql/SqlConnection"
import { SqlError } from "@effect/sql/SqlError"
import Database from "better-sqlite3"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { StoredRow } from "../sql/Dialect.js"

/** What a statement gives: its rows, or how many it changed. */
export type Outcome = ReadonlyArray<StoredRow> | { readonly changes: number }

/**
 * A connection of our own. Its statements run within the call: to have a runtime carry each of them to the database,
 * which is in this very process, takes longer than many of them do.
 */
export interface Direct extends Connection {
  /** Runs a statement. Throws what the driver throws. */
  readonly directly: (text: string, values: ReadonlyArray<unknown>) => Outcome
}

export const isDirect = (connection: Connection): connection is Direct => "directly" in connection

/** What the driver throws, as the error of a connection. */
export const sqlError = (cause: unknown): SqlError => new SqlError({ cause, message: "Failed to execute statement" })

/** So many statements are kept prepared at least, those that were used last. */
const kept = 1_000

/** Prepares each text once. Of two generations the older is dropped when the younger is full. */
const prepared = (database: Database.Database): ((text: string) => Database.Statement) => {
  let young = new Map<string, Database.Statement>()
  let old: typeof young = new Map()
  return (text) => {
    const found = young.get(text)
    if (found !== undefined) return found
    const statement = old.get(text) ?? database.prepare(text)
    if (young.size >= kept) {
      old = young
      young = new Map()
    }
    young.set(text, statement)
    return statement
  }
}

/** Opens a file; a defect where the driver cannot. */
export const open = (filename: string): Effect.Effect<Direct, never, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.sync(() => new Database(filename)),
      (database) => Effect.sync(() => database.close()),
    ),
    (database) => {
      const statementOf = prepared(database)
      const directly = (text: string, values: ReadonlyArray<unknown>): Outcome => {
        const statement = statementOf(text)
        return statement.reader ? (statement.all(...values) as ReadonlyArray<StoredRow>) : statement.run(...values)
      }
      const attempt = <A>(run: () => A) => Effect.try({ try: run, catch: sqlError })
      const rowsOf = (outcome: Outcome) => ("changes" in outcome ? [] : outcome)
      const execute: Connection["execute"] = (text, values, transform) =>
        attempt(() => {
          const rows = rowsOf(directly(text, values))
          return transform === undefined ? rows : transform(rows)
        })
      return {
        directly,
        execute,
        executeUnprepared: execute,
        executeRaw: (text, values) => attempt(() => directly(text, values)),
        executeValues: (text, values) => attempt(() => rowsOf(directly(text, values)).map(Object.values)),
        executeStream: (text, values, transform) => Stream.fromIterableEffect(execute(text, values, transform)),
      }
    },
  )
