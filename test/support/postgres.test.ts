import { existsSync } from "node:fs"
import { Client, type QueryResult } from "pg"
import { describe, expect, inject, onTestFinished, test } from "vitest"
import { emptyDatabase } from "./database.js"
import { temporaryDirectory } from "./files.js"
import { startServer } from "./server.js"

const query = async (url: string, statement: string): Promise<QueryResult> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}

describe("the shared server", () => {
  test("is a Postgres in UTF-8", async () => {
    const [row] = (await query(inject("pgUrl"), "select version(), current_setting('server_encoding') as encoding"))
      .rows
    expect(row.version).toMatch(/^PostgreSQL \d+/)
    expect(row.encoding).toBe("UTF8")
  })

  test("keeps fresh databases apart and drops them", async () => {
    const [one, two] = await Promise.all([emptyDatabase(), emptyDatabase()])
    await query(one.url, "create table only_here (id int)")
    await expect(query(two.url, "select * from only_here")).rejects.toThrow("does not exist")
    await Promise.all([one.drop(), two.drop()])
    await expect(query(one.url, "select 1")).rejects.toThrow("does not exist")
  })
})

describe("a dedicated server", () => {
  test("keeps what was committed, and only that, through a crash", async () => {
    const server = await startServer()
    onTestFinished(server.stop)
    await query(server.url, "create table kept (id int)")
    const client = new Client({ connectionString: server.url })
    const disconnected = new Promise((resolve) => client.on("error", resolve))
    await client.connect()
    await client.query("insert into kept values (1)")
    await client.query("begin")
    await client.query("insert into kept values (2)")

    await server.crash()
    await disconnected
    await expect(query(server.url, "select 1")).rejects.toThrow("ECONNREFUSED")

    await server.restart()
    expect((await query(server.url, "select id from kept")).rows).toEqual([{ id: 1 }])
  })
})

test("a temporary directory exists and is nobody else's", () => {
  const [one, two] = [temporaryDirectory(), temporaryDirectory()]
  expect(existsSync(one)).toBe(true)
  expect(one).not.toBe(two)
})
