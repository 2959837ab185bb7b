// Runs in a process of its own: node worker <task> <database> <address> …
import * as Effect from "effect/Effect"
import * as Postgres from "../../../adapters/postgres/index.js"
import type { Migration } from "../../../adapters/sql/Migration.js"
import * as Sqlite from "../../../adapters/sqlite/index.js"
import { Storage } from "../../../src/ports/Storage.js"
import { slowMigrations } from "./migrations.js"
import { changes, created, entry } from "./samples.js"

const [task, kind, address = "", name = "", count = "0"] = process.argv.slice(2)

const layer = (options: { readonly migrations?: ReadonlyArray<Migration> }) =>
  kind === "sqlite"
    ? Sqlite.layer({ filename: address, prefix: "ml_", ...options })
    : Postgres.layer({ url: address, schema: "agency", ...options })

const print = (line: string) => Effect.sync(() => process.stdout.write(`${line}\n`))

const tasks: { readonly [task: string]: () => Effect.Effect<unknown, unknown> } = {
  migrate: () => Effect.provide(Effect.zipRight(Storage, print("migrated")), layer({})),
  migrateSlowly: () =>
    Effect.provide(Effect.zipRight(Storage, print("migrated")), layer({ migrations: slowMigrations })),
  write: () =>
    Effect.provide(
      Effect.flatMap(Storage, (storage) =>
        Effect.forEach(
          Array.from({ length: Number(count) }, (_, n) => `${name}_${n}`),
          (id) =>
            storage
              .unit(
                storage.commit(
                  changes("w", {
                    records: [created("candidate", `cand_${id}`), created("note", `note_${id}`)],
                    entries: [entry(id, `cand_${id}`)],
                  }),
                ),
              )
              .pipe(Effect.zipRight(print(id))),
        ),
      ),
      layer({}),
    ),
}

await Effect.runPromise(tasks[task ?? ""]?.() ?? Effect.die(`no task ${task}`)).catch((error) => {
  process.stdout.write(`failed: ${error}\n`)
  process.exitCode = 1
})
