import { randomBytes } from "node:crypto"
import { createMatchloop } from "matchloop"
import { postgres } from "matchloop/postgres"
import { Client } from "pg"
import { inject } from "vitest"

export interface Database {
  readonly url: string
  /** Removes the database, disconnecting whoever still uses it. */
  readonly drop: () => Promise<void>
}

const at = (server: string, name: string): string => {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

const create = async (server: string, clause = ""): Promise<Database> => {
  const name = `matchloop_test_${randomBytes(8).toString("hex")}`
  await execute(server, `create database ${name} ${clause}`)
  return { url: at(server, name), drop: () => execute(server, `drop database if exists ${name} with (force)`) }
}

/** Creates an empty database of its own on the shared server, or on `server` where a test has one. */
export const emptyDatabase = (server: string = inject("pgUrl")): Promise<Database> => create(server)

let template: Promise<string> | undefined

const migrated = async (): Promise<string> => {
  const server = inject("pgUrl")
  const name = `${inject("templates")}_${process.pid}`
  await execute(server, `create database ${name}`)
  const crm = await createMatchloop({ storage: postgres({ url: at(server, name), maxConnections: 1 }) })
  await crm.close()
  return name
}

/** Creates a database of its own on the shared server, with our tables in it: a fifth of the time that migrating takes. */
export const freshDatabase = async (): Promise<Database> => {
  template ??= migrated()
  return create(inject("pgUrl"), `template ${await template}${inject("copying")}`)
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
