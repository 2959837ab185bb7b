import Database from "better-sqlite3"
import { migrationSql } from "matchloop/sqlite"
import type { Row, Run, Script, Statement } from "./Script.js"
import { inTable } from "./Search.js"

const none: ReadonlyArray<Row> = []

export interface ByHand {
  readonly database: Database.Database
  /** What a command runs with, at a time in milliseconds. */
  readonly at: (time: number, seed: string) => Run
  readonly transact: <A>(script: Script<A>) => A
}

/** A SQLite file with matchloop's schema, as an application opens it by hand. */
export const open = (filename: string, synchronous: "full" | "normal"): ByHand => {
  const database = new Database(filename)
  database.pragma("journal_mode = wal")
  database.pragma(`synchronous = ${synchronous}`)
  database.pragma("foreign_keys = on")
  const migrated = database.prepare("select 1 from sqlite_master where name = 'ledger'").get() !== undefined
  if (!migrated) database.exec(migrationSql())
  const prepared = new Map<number, Database.Statement>()
  const prepare = ({ index, text }: Statement): Database.Statement => {
    const found = prepared.get(index)
    if (found !== undefined) return found
    const made = database.prepare(
      text
        .replaceAll("{s}", "")
        .replaceAll("{lock}", "")
        .replaceAll("{aside}", "+")
        .replaceAll("{in}", "in (select value from json_each(?))"),
    )
    prepared.set(index, made)
    return made
  }
  const begin = database.prepare("begin immediate")
  const commit = database.prepare("commit")
  const rollback = database.prepare("rollback")

  return {
    database,
    at: (time: number, seed: string): Run => ({
      workspace: "main",
      actor: "maya",
      at: new Date(time).toISOString(),
      instant: time,
      seed,
      json: (stored) => (stored === null ? null : JSON.parse(String(stored))),
      index: inTable,
      list: (values) => JSON.stringify(values),
    }),
    transact: <A>(script: Script<A>): A => {
      begin.run()
      try {
        let step = script.next()
        while (step.done !== true) {
          const [asked, ...values] = step.value
          const statement = prepare(asked)
          if (statement.reader) step = script.next(statement.all(...values) as ReadonlyArray<Row>)
          else {
            if (statement.run(...values).changes === 0) throw new Error("moved meanwhile")
            step = script.next(none)
          }
        }
        commit.run()
        return step.value
      } catch (error) {
        rollback.run()
        throw error
      }
    },
  }
}
