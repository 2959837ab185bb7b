import type { Connection } from "@effect/sql/SqlConnection"
import * as Effect from "effect/Effect"
import * as PubSub from "effect/PubSub"
import * as Stream from "effect/Stream"
import type { ChangeSet } from "../../src/domain/ChangeSet.js"
import { type LoadRequest, Storage } from "../../src/ports/Storage.js"
import { StaleWrite, StorageFault } from "../../src/ports/StorageError.js"
import { failed, refused } from "../sql/Failure.js"
import type { Migration } from "../sql/Migration.js"
import { built, reading } from "../sql/Reading.js"
import { decoder, perTable } from "../sql/Rows.js"
import { Blobs } from "../sql/tables/Blobs.js"
import { sqliteDialect } from "./Dialect.js"
import { compaction } from "./Compaction.js"
import { bytes, freshly, rows, runAll, type Write } from "./Driver.js"
import { judge } from "./Failure.js"
import { migration } from "./Migrate.js"
import { kept } from "./Kept.js"
import * as Plan from "./Plan.js"
import { finding } from "./Search.js"
import { searcher } from "./Searcher.js"
import * as Transaction from "./Transaction.js"
import type { Turns } from "./Turns.js"
import { writer } from "./Writes.js"

export interface StorageOptions {
  /** Stands before the name of every table. */
  readonly prefix: string
  /** How long a call waits while another process writes. */
  readonly busyTimeoutMillis: number
  readonly migrations: ReadonlyArray<Migration>
}

/** The storage on a connection, whoever opened it. */
export const make = (
  connection: Connection,
  turns: Turns,
  { busyTimeoutMillis, migrations, prefix }: StorageOptions,
): Effect.Effect<Storage> =>
  Effect.map(PubSub.sliding<string>(1024), (written) => {
    const transactions = Transaction.make(connection, turns, busyTimeoutMillis)
    const dialect = sqliteDialect(prefix)
    const decode = perTable((table) => decoder(dialect, table))
    const plans = Plan.make(dialect)
    const writes = writer(dialect)
    const blobText = `select "bytes" from ${dialect.table(Blobs.name)} where "workspace" = ? and "key" = ?`

    const load = (request: LoadRequest) =>
      Effect.flatMap(
        built("load", () => plans.prepare(request.plan)),
        (prepared) => {
          const loaded = freshly(plans.load(connection, request, prepared))
          return prepared.length + (request.idempotencyKey === null ? 0 : 1) <= 1
            ? transactions.alone("load", loaded)
            : transactions.snapshot("load", Effect.mapError(loaded, failed(judge, "load")))
        },
      )

    const land = (writes: ReadonlyArray<Write>) =>
      Effect.matchEffect(runAll(connection, writes), {
        onFailure: (error) => Effect.fail(refused(judge, "commit")(error)),
        onSuccess: (wrong) => {
          if (wrong === null) return Effect.void
          const { stale, what } = wrong
          return Effect.fail(
            stale ? new StaleWrite({ what }) : new StorageFault({ operation: "commit", cause: new Error(what) }),
          )
        },
      })

    const searches = searcher(
      dialect,
      (query) => transactions.alone("search", query),
      (text, values) => freshly(rows(connection, text, values)),
    )

    const commit = (changes: ChangeSet) =>
      Effect.flatMap(
        built("commit", () => writes(changes)),
        (all) =>
          Effect.map(transactions.transaction("commit", land(all)), () => {
            if (changes.erasure !== null) searches.forget()
            written.unsafeOffer(changes.workspace)
          }),
      )

    return Storage.of({
      load,
      commit,
      unit: (body) => transactions.transaction("unit", body),
      // The write lock locks everything.
      locking: (body) =>
        transactions.transaction(
          "unit",
          body(() => Effect.void),
        ),
      ...reading(
        dialect,
        (operation, table, { text, values }) =>
          Effect.map(transactions.alone(operation, freshly(rows(connection, text, values))), decode(table)),
        // One writer at a time: entries appear in the order of their numbers.
        Effect.succeed(null),
        finding(dialect),
      ),
      kept: kept(transactions, dialect),
      search: searches.search,
      compact: compaction(transactions, dialect),
      blob: (workspace, key) =>
        Effect.map(transactions.alone("blob", freshly(rows(connection, blobText, [workspace, key]))), bytes),
      wake: (workspace) =>
        Stream.fromPubSub(written).pipe(
          Stream.filter((name) => name === workspace),
          Stream.map(() => undefined),
        ),
      migrate: migration(transactions, dialect, prefix, migrations),
    })
  })
