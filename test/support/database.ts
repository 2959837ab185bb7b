import { randomBytes } from "node:crypto"
import { Client } from "pg"
import { inject } from "vitest"

export interface Database {
  readonly url: string
  /** Removes the database, disconnecting whoever still uses it. */
  readonly drop: () => Promise<void>
}

/** Creates an empty database of its own on the shared server, or on `server` where a test has one. */
export const freshDatabase = async (server: string = inject("pgUrl")): Promise<Database> => {
  const name = `matchloop_test_${randomBytes(8).toString("hex")}`
  await execute(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => execute(server, `drop database if exists ${name} with (force)`) }
}

const execute = async (url: string, statement: string) => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
