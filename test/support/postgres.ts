import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TestProject } from "vitest/node"
import { type Server, startServer } from "./server.js"

declare module "vitest" {
  export interface ProvidedContext {
    /** A Postgres that every test file of this run shares. Take a database of it from `freshDatabase()`. */
    pgUrl: string
    /** A directory that is removed after the run. Take a part of it from `temporaryDirectory()`. */
    scratch: string
  }
}

let server: Server | undefined
let scratch: string | undefined

export const setup = async (project: TestProject) => {
  scratch = await mkdtemp(join(tmpdir(), "matchloop-test-"))
  project.provide("scratch", scratch)
  const given = process.env.MATCHLOOP_TEST_PG_URL
  if (given === undefined) server = await startServer({ durable: false })
  project.provide("pgUrl", given ?? server?.url ?? "")
}

export const teardown = async () => {
  await server?.stop()
  if (scratch !== undefined) await rm(scratch, { recursive: true, force: true })
}
