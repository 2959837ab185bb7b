import { join } from "node:path"
import Sqlite from "better-sqlite3"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import { layer } from "../../../adapters/sqlite/index.js"
import { Storage } from "../../../src/ports/Storage.js"
import { temporaryDirectory } from "../../support/files.js"
import { on } from "../sql/databases.js"
import { start } from "../sql/process.js"
import { changes, created } from "../sql/samples.js"

const fresh = () => join(temporaryDirectory(), "agency.db")

const rows = (file: string, table: string): ReadonlyArray<string> => {
  const database = new Sqlite(file)
  expect(database.pragma("integrity_check", { simple: true })).toBe("ok")
  const ids = database
    .prepare<[], string>(`select substr(id, instr(id, '_') + 1) from ${table} order by 1`)
    .pluck()
    .all()
  database.close()
  return ids
}

describe("several processes on one SQLite file", () => {
  test("create it and write to it at once, and every command succeeds", async () => {
    const file = fresh()
    const writers = await Promise.all(["a", "b", "c", "d"].map((name) => start("write", "sqlite", file, name, "100")))
    const printed = (await Promise.all(writers.map(({ lines }) => lines))).flat().sort()
    expect(printed).toHaveLength(400)
    for (const table of ["ml_candidates", "ml_notes", "ml_ledger"]) expect(rows(file, table)).toEqual(printed)
  })

  test("lose nothing acknowledged and keep nothing torn when one is killed", async () => {
    const file = fresh()
    await (await start("migrate", "sqlite", file)).lines
    for (const name of ["a", "b", "c"]) {
      const worker = await start("write", "sqlite", file, name, "100000")
      await worker.printed(20)
      worker.child.kill("SIGKILL")
      const acknowledged = await worker.lines
      const [candidates, notes, ledger] = ["ml_candidates", "ml_notes", "ml_ledger"].map((table) => rows(file, table))
      expect(candidates).toEqual(notes)
      expect(candidates).toEqual(ledger)
      expect(candidates).toEqual(expect.arrayContaining([...acknowledged]))
    }
  })

  test("wait for each other, and no longer than they were told to", async () => {
    const file = fresh()
    const writing = (
      busyTimeoutMillis: number,
      meanwhile: (other: Sqlite.Database, commit: Effect.Effect<void, unknown>) => Effect.Effect<unknown, unknown>,
    ) =>
      on(
        layer({ filename: file, busyTimeoutMillis }),
        Effect.gen(function* () {
          const storage = yield* Storage
          const other = new Sqlite(file)
          other.exec("begin immediate")
          yield* meanwhile(other, storage.commit(changes("w", { records: [created("candidate", "cand_1")] })))
          other.close()
          return yield* storage.get("w", "candidate", ["cand_1"])
        }),
      )
    const refused = await writing(200, (_other, commit) =>
      Effect.map(Effect.flip(commit), (error) =>
        expect(error).toMatchObject({ _tag: "StorageTimeout", operation: "commit" }),
      ),
    )
    expect(refused).toEqual([])
    const waited = await writing(30_000, (other, commit) => {
      setTimeout(() => other.exec("commit"), 150)
      return commit
    })
    expect(waited).toHaveLength(1)
  })

  test("a file that cannot be opened is a typed failure", async () => {
    for (const filename of ["/nowhere/agency.db", temporaryDirectory()])
      expect(await Effect.runPromise(Effect.flip(Effect.provide(Storage, layer({ filename }))))).toMatchObject({
        _tag: "ConnectionLost",
      })
  })
})
