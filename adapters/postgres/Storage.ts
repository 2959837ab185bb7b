import { createHash } from "node:crypto"
import type { SqlClient } from "@effect/sql/SqlClient"
import type { Connection } from "@effect/sql/SqlConnection"
import type { SqlError } from "@effect/sql/SqlError"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import type { ChangeSet } from "../../src/domain/ChangeSet.js"
import { type NounName, nounOf } from "../../src/domain/Nouns.js"
import { type Lock, type LoadRequest, Storage } from "../../src/ports/Storage.js"
import { type StorageFailure, StorageFault, StorageTimeout } from "../../src/ports/StorageError.js"
import { failed, refused } from "../sql/Failure.js"
import type { Migration } from "../sql/Migration.js"
import { built, reading } from "../sql/Reading.js"
import { decoder, perTable } from "../sql/Rows.js"
import { search } from "../sql/Searching.js"
import * as Stored from "../sql/Stored.js"
import { type Table, tableOf } from "../sql/Table.js"
import { Blobs } from "../sql/tables/Blobs.js"
import * as Announce from "./Announce.js"
import { call } from "./Commit.js"
import { channelOf, postgresDialect } from "./Dialect.js"
import { bytes, execute, type Sql, script } from "./Driver.js"
import { judge } from "./Failure.js"
import { migration } from "./Migrate.js"
import { kept } from "./Kept.js"
import * as Plan from "./Plan.js"
import { finding } from "./Asked.js"
import { statement } from "./Newest.js"
import { type Run, within } from "./Savepoint.js"
import * as Session from "./Session.js"
import * as Wake from "./Wake.js"

export interface StorageOptions extends Session.SessionOptions {
  readonly schema: string
  /** Whether statements are prepared under a name, which a pooler in transaction mode does not allow. */
  readonly prepare: boolean
  readonly migrations: ReadonlyArray<Migration>
  /** Where the connection that listens comes from. */
  readonly listener: (
    session: Session.Session,
  ) => Effect.Effect<Connection, StorageTimeout | StorageFailure | SqlError, Scope.Scope>
}

/** The storage over a client, whoever opened it. */
export const make = (client: SqlClient, options: StorageOptions): Effect.Effect<Storage, never, Scope.Scope> =>
  Effect.gen(function* () {
    const dialect = postgresDialect(options.schema)
    const session = Session.make(client, options)
    const wake = yield* Wake.make(options.listener(session), channelOf(dialect))
    const announce = yield* Announce.make(session, channelOf(dialect))
    const decode = perTable((table) => decoder(dialect, table))
    const planned = Plan.make(dialect)

    const named = new Map<string, Sql>()
    /** A statement whose text is one of a few. */
    const prepared = (text: string): Sql => {
      const found = named.get(text)
      if (found !== undefined) return found
      const name = options.prepare ? `ml_${createHash("sha256").update(text).digest("hex").slice(0, 32)}` : null
      const sql = { text, name }
      named.set(text, sql)
      return sql
    }

    const run = (operation: string, sql: Sql, values: ReadonlyArray<unknown>) =>
      Effect.mapError(session.run(operation, sql, values), typed(operation))

    const load = (request: LoadRequest) =>
      Effect.flatMap(
        built("load", () => {
          const { loaded, statement } = planned(request.plan)
          return { loaded, ...statement(request) }
        }),
        ({ loaded, text, values }) => Effect.map(run("load", prepared(text), values), loaded),
      )

    const landing = prepared(
      `select ${dialect.table("commit")}($1::jsonb, $2::bytea[]), ${dialect.table("index_search")}($1::jsonb)`,
    )
    const land = (changes: ChangeSet) =>
      Effect.flatMap(session.joined, (transaction) =>
        transaction === undefined
          ? Effect.map(session.run("commit", landing, call(changes, false)), () => announce(changes.workspace))
          : within(transaction, sqlError, (run) => Effect.asVoid(run(landing, call(changes, true)))),
      )

    const isolation = prepared("select current_setting('transaction_isolation')")
    const oneSnapshot = new Error("a transaction with one snapshot does not see who came before its locks")
    const lock: Lock = (workspace, ids) =>
      Effect.gen(function* () {
        const transaction = yield* session.joined
        if (transaction === undefined) return
        const { isOurs, run: plain } = transaction
        const [level] = isOurs ? [] : yield* landed("unit", plain(isolation, []))
        if (level !== undefined && level[0] !== "read committed")
          return yield* new StorageFault({ operation: "unit", cause: oneSnapshot })
        const held = new Map<NounName, ReadonlyArray<string>>()
        // In the order in which commits lock what they name, so that neither waits for the other.
        for (const id of ids.toSorted()) {
          const noun = nounOf(id)
          if (noun !== undefined) held.set(noun, [...(held.get(noun) ?? []), id])
        }
        const all = (run: Run) =>
          Effect.forEach(held, ([noun, some]) => run(prepared(locking(tableOf(noun))), [workspace, some]))
        yield* landed("unit", isOurs ? all(plain) : within(transaction, sqlError, all))
      })
    const locking = (table: Table) =>
      `select 1 from ${dialect.table(table.name)} where "workspace" = $1 and "id" = any($2::text[])` +
      ` order by "id" for update`

    const settled = prepared(`select ${dialect.table("settled")}($1::boolean)`)
    const blob = prepared(`select "bytes" from ${dialect.table(Blobs.name)} where "workspace" = $1 and "key" = $2`)

    return Storage.of({
      load,
      commit: (changes) => landed("commit", land(changes)),
      // Versions do the guarding: a transaction around load and commit would be two more round trips.
      unit: (body) => body,
      locking: (body) => session.transaction("unit", body(lock)),
      ...reading(
        dialect,
        (operation, table, { constant, text, values }) => {
          const json = `select row_to_json(r)::text from (${text}) r`
          const sql = constant ? prepared(json) : { text: json, name: null }
          return Effect.map(run(operation, sql, values), (rows) => decode(table)(rows.map(([row]) => Stored.json(row))))
        },
        Effect.flatMap(session.joined, (transaction) =>
          Effect.map(run("ledger", settled, [transaction !== undefined]), ([row]) => Number(row?.[0] ?? 0)),
        ),
        finding(dialect),
      ),
      kept: kept(run, prepared, dialect, session.joined),
      search: (request) =>
        search(request, (retrieval, page) =>
          Effect.flatMap(
            built("search", () => statement(dialect, request, retrieval, page)),
            ({ constant, text, values }) =>
              Effect.map(run("search", constant ? prepared(text) : { text, name: null }, values), (rows) =>
                rows.map(([id, place]) => [String(id), Number(place)] as const),
              ),
          ),
        ),
      compact: Effect.mapError(
        session.lend("compact", (connection) =>
          Effect.flatMap(execute(connection, { text: vacuums, name: null }, [options.schema]), (tables) =>
            // Outside of any transaction, each by itself.
            Effect.forEach(tables, ([statement]) => script(connection, String(statement)), { discard: true }),
          ),
        ),
        typed("compact"),
      ),
      blob: (workspace, key) => Effect.map(run("blob", blob, [workspace, key]), bytes),
      wake,
      migrate: Effect.mapError(
        session.lend("migrate", (connection) => migration(connection, options.schema, options.migrations)),
        (error) => (error._tag === "SqlError" ? failed(judge, "migrate")(error) : error),
      ),
    })
  })

const vacuums =
  "select format('vacuum (full) %I.%I', schemaname, tablename) from pg_tables where schemaname = $1 order by 1"

const sqlError = (error: SqlError): SqlError => error

/** What may be refused since others were first. */
const landed = <A>(operation: string, effect: Effect.Effect<A, SqlError | StorageTimeout>) =>
  Effect.mapError(effect, (error) => (error instanceof StorageTimeout ? error : refused(judge, operation)(error)))

const typed =
  (operation: string) =>
  (error: SqlError | StorageTimeout): StorageFailure =>
    error instanceof StorageTimeout ? error : failed(judge, operation)(error)
