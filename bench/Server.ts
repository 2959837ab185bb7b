import { randomBytes } from "node:crypto"
import { Client, Pool } from "pg"
import { startServer } from "../test/support/server.js"

export interface Database {
  readonly url: string
  readonly pool: Pool
  /** It is empty. */
  readonly isNew: boolean
}

const execute = async (url: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Ends a pool and waits until its connections are closed: `pg` calls it ended while they are still on their way out. */
const close = async (pool: Pool): Promise<void> => {
  let open = pool.totalCount
  const closed = new Promise<void>((resolve) => {
    if (open === 0) resolve()
    pool.on("remove", () => {
      if (--open === 0) resolve()
    })
  })
  await pool.end()
  await closed
}

const isThere = async (url: string, name: string): Promise<boolean> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query("select 1 from pg_database where datname = $1", [name])).rows.length > 0
  } finally {
    await client.end()
  }
}

/** A pool of ten on an address. */
export const withPool = async <A>(url: string, body: (pool: Pool) => Promise<A>): Promise<A> => {
  const pool = new Pool({ connectionString: url, max: 10 })
  try {
    return await body(pool)
  } finally {
    await close(pool)
  }
}

/**
 * An empty database with a pool of ten on the server of `MATCHLOOP_TEST_PG_URL`, or on one that is started for it. One
 * under a name stays on the given server, and is taken again.
 */
export const withDatabase = async <A>(body: (database: Database) => Promise<A>, kept?: string): Promise<A> => {
  const given = process.env.MATCHLOOP_TEST_PG_URL
  const server = given === undefined ? await startServer() : undefined
  const base = given ?? server?.url ?? ""
  const name = kept ?? `matchloop_bench_${randomBytes(6).toString("hex")}`
  try {
    const isNew = kept === undefined || !(await isThere(base, name))
    if (isNew) await execute(base, `create database ${name}`)
    const url = new URL(base)
    url.pathname = `/${name}`
    try {
      return await withPool(url.href, (pool) => body({ url: url.href, pool, isNew }))
    } finally {
      if (kept === undefined) await execute(base, `drop database if exists ${name} with (force)`)
    }
  } finally {
    await server?.stop()
  }
}

/** The address with a setting for every connection. */
export const withSetting = (url: string, setting: string): string => {
  const changed = new URL(url)
  changed.searchParams.set("options", `-c ${setting}`)
  return changed.href
}
