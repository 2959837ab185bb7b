import { copyFile } from "node:fs/promises"
import { join } from "node:path"
import Sqlite from "better-sqlite3"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import pg from "pg"
import { onTestFinished } from "vitest"
import { memory } from "../../adapters/memory/index.js"
import { postgres } from "../../adapters/postgres/index.js"
import { sqlite } from "../../adapters/sqlite/index.js"
import { type Config, createMatchloop, type Crm, type StorageAdapter } from "../../src/index.js"
import { Storage } from "../../src/ports/Storage.js"
import { type Database as Made, emptyDatabase, freshDatabase } from "../support/database.js"
import { temporaryDirectory } from "../support/files.js"
import { contents } from "./contents.js"

type Line = { readonly [column: string]: unknown }

/** A database of a test's own, and a way around the library to what is in it. */
export interface Database {
  /** A file or a URL, for what child processes open; empty where nobody else can open it. */
  readonly address: string
  /** A storage on it; each has connections of its own. */
  readonly storage: (options?: { readonly maxConnections?: number }) => StorageAdapter
  /** Runs SQL as the host would. */
  readonly sql: (text: string) => Promise<ReadonlyArray<Line>>
  /** Everything in every table of ours, as text. */
  readonly dump: () => Promise<string>
  /** The tables of ours, as SQL names them. */
  readonly tables: () => Promise<ReadonlyArray<string>>
}

export interface Kind {
  readonly name: "memory" | "sqlite" | "postgres"
  readonly fresh: () => Promise<Database>
  /** Without our tables, where `fresh` may have them already. */
  readonly empty: () => Promise<Database>
}

/** Storages within the process never leave the microtasks, where the test runner waits for its turn. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

const none = () => Promise.reject(new Error("memory has no SQL"))

const inMemory: Omit<Kind, "empty"> = {
  name: "memory",
  fresh: async () => {
    const runtime = ManagedRuntime.make(memory().layer)
    const storage = await runtime.runPromise(Storage)
    onTestFinished(() => runtime.dispose())
    const adapter: StorageAdapter = { name: "memory", layer: Layer.succeed(Storage, storage) }
    const dump = () => turn().then(() => runtime.runPromise(contents(storage)))
    return { address: "", storage: () => adapter, sql: none, dump, tables: none }
  },
}

const text = (_key: string, value: unknown) =>
  typeof value === "bigint" ? String(value) : value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value

let template: Promise<string> | undefined

const migrated = async (): Promise<string> => {
  const filename = join(temporaryDirectory(), "agency.db")
  const crm = await createMatchloop({ storage: sqlite({ filename, durability: "normal" }) })
  await crm.close()
  return filename
}

const onSqlite: Kind = {
  name: "sqlite",
  fresh: async () => {
    const database = await onSqlite.empty()
    template ??= migrated()
    await copyFile(await template, database.address)
    return database
  },
  empty: async () => {
    const address = join(temporaryDirectory(), "agency.db")
    const open = async <A>(use: (db: Sqlite.Database) => A): Promise<A> => {
      await turn()
      const db = new Sqlite(address)
      try {
        return use(db)
      } finally {
        db.close()
      }
    }
    const named = (db: Sqlite.Database): ReadonlyArray<string> =>
      db.prepare("select name from sqlite_master where type = 'table' order by name").pluck().all() as Array<string>
    // The tables of an index over text are virtual, and take no triggers.
    const real = (db: Sqlite.Database): ReadonlyArray<string> =>
      db
        .prepare(
          "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%' order by name",
        )
        .pluck()
        .all() as Array<string>
    return {
      address,
      storage: () => sqlite({ filename: address, durability: "normal" }),
      sql: (sql) =>
        open((db) => {
          const statement = db.prepare(sql)
          if (statement.reader) return statement.all() as Array<Line>
          statement.run()
          return []
        }),
      dump: () =>
        open((db) =>
          db.transaction(() =>
            named(db)
              .map((table) => {
                const rows = db.prepare(`select * from "${table}"`).all()
                return [table, ...rows.map((row) => JSON.stringify(row, text)).sort()].join("\n")
              })
              .join("\n\n"),
          )(),
        ),
      tables: () => open((db) => real(db).map((table) => `"${table}"`)),
    }
  },
}

export const query = async (url: string, sql: string): Promise<ReadonlyArray<Line>> => {
  const client = new pg.Client({ connectionString: url })
  client.on("error", () => undefined)
  await client.connect()
  try {
    return (await client.query<Line>(sql)).rows
  } finally {
    await client.end()
  }
}

/** What there is to a Postgres database, wherever it runs; its SQL is by a connection of its own each time, or as given. */
export const atPostgres = (url: string, sql: Database["sql"] = (text) => query(url, text)): Database => {
  const tables = async () => {
    const rows = await sql("select tablename as name from pg_tables where schemaname = 'matchloop' order by 1")
    return rows.map(({ name }) => `"matchloop"."${String(name)}"`)
  }
  const dump = async () => {
    const names = await tables()
    if (names.length === 0) return ""
    const parts = names.map(
      (name) =>
        `select '${name}' as name, coalesce(string_agg(t::text, E'\\n' order by t::text), '') as rows from ${name} t`,
    )
    const rows = await sql(parts.join(" union all "))
    return rows.map(({ name, rows }) => `${String(name)}\n${String(rows)}`).join("\n\n")
  }
  return {
    address: url,
    storage: ({ maxConnections = 4 } = {}) => postgres({ url, maxConnections }),
    sql,
    dump,
    tables,
  }
}

const dropped = async (made: Promise<Made>): Promise<Database> => {
  const { drop, url } = await made
  // To connect takes longer than most statements, and tests look at everything after each of theirs.
  let connected: Promise<pg.Client> | undefined
  const connect = async () => {
    const client = new pg.Client({ connectionString: url })
    client.on("error", () => undefined)
    await client.connect()
    return client
  }
  onTestFinished(async () => {
    await (await connected)?.end()
    await drop()
  })
  return atPostgres(url, async (text) => {
    connected ??= connect()
    return (await (await connected).query<Line>(text)).rows
  })
}

const onPostgres: Kind = {
  name: "postgres",
  fresh: () => dropped(freshDatabase()),
  empty: () => dropped(emptyDatabase()),
}

export const sqlKinds: ReadonlyArray<Kind> = [onSqlite, onPostgres]
export const kinds: ReadonlyArray<Kind> = [{ ...inMemory, empty: inMemory.fresh }, ...sqlKinds]

/** The domain over the database, closed after the test. */
export const open = async (
  database: Database,
  config: Config & { readonly maxConnections?: number } = {},
): Promise<Crm> => {
  const { maxConnections, ...rest } = config
  const crm = await createMatchloop({
    storage: database.storage(maxConnections === undefined ? {} : { maxConnections }),
    ...rest,
  })
  onTestFinished(() => crm.close())
  return crm
}
