import { randomBytes } from "node:crypto"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Client } from "pg"
import type { TestProject } from "vitest/node"
import { madeInMemory, type Server, startServer } from "./server.js"

declare module "vitest" {
  export interface ProvidedContext {
    /** A Postgres that every test file of this run shares. Take a database of it from `freshDatabase()`. */
    pgUrl: string
    /** A directory that is removed after the run. Take a part of it from `temporaryDirectory()`. */
    scratch: string
    /** How databases are copied: by files, where the server is ours. */
    copying: string
    /** How the names of the databases begin that others are copied from. */
    templates: string
  }
}

let server: Server | undefined
let templates: string | undefined
let scratch: string | undefined

export const setup = async (project: TestProject) => {
  scratch = (await madeInMemory("matchloop-test-")) ?? (await mkdtemp(join(tmpdir(), "matchloop-test-")))
  project.provide("scratch", scratch)
  templates = `matchloop_template_${randomBytes(8).toString("hex")}`
  project.provide("templates", templates)
  const given = process.env.MATCHLOOP_TEST_PG_URL
  project.provide("copying", given === undefined ? " strategy file_copy" : "")
  if (given === undefined) server = await startServer({ durable: false })
  project.provide("pgUrl", given ?? server?.url ?? "")
}

/** A server that was given goes on, without what we made on it. */
const clear = async (url: string) => {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ datname: string }>(
    "select datname from pg_database where starts_with(datname, $1)",
    [templates],
  )
  for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`)
  await client.end()
}

export const teardown = async () => {
  const given = process.env.MATCHLOOP_TEST_PG_URL
  if (given !== undefined) await clear(given)
  await server?.stop()
  if (scratch !== undefined) await rm(scratch, { recursive: true, force: true })
}
