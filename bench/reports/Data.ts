import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import * as Agency from "./Agency.js"
import * as Files from "./Files.js"
import { generate } from "./Generate.js"
import * as Sink from "./Sink.js"
import * as SqliteFile from "./SqliteFile.js"

export interface Data {
  readonly directory: string
  readonly sqlite: string
  /** The tables that have rows. */
  readonly tables: ReadonlySet<string>
  readonly seconds: number
}

/** The rows of an agency in a directory, as CSV files and as a SQLite file; made anew unless they are there. */
export const of = (directory: string, submissions: number): Data => {
  const sqlite = join(directory, "x.db")
  const done = join(directory, "done")
  const start = performance.now()
  if (!existsSync(done)) {
    mkdirSync(directory, { recursive: true })
    // A server of another user reads the files.
    chmodSync(directory, 0o755)
    generate(Agency.of(submissions), Sink.all([Files.sink(directory), SqliteFile.sink(sqlite)]))
    writeFileSync(done, "")
  }
  const tables = readdirSync(directory).flatMap((name) => (name.endsWith(".csv") ? [name.slice(0, -4)] : []))
  return { directory, sqlite, tables: new Set(tables), seconds: (performance.now() - start) / 1000 }
}
