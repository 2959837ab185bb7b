import { expect, onTestFinished, test } from "vitest"
import { freshDatabase } from "../support/database.js"
import { example } from "../examples/run.js"

test("quickstart", async () => {
  const { code, out, error } = await example("quickstart.ts")
  expect({ code, error }).toEqual({ code: 0, error: "" })
  expect(out).toMatch(/^Ada Park starts on 2027-01-04; fee 20000 USD$/m)
  expect(out).toMatch(/^accepted +1$/m)
})

test("effect", async () => {
  const { code, out, error } = await example("effect.ts")
  expect({ code, error }).toEqual({ code: 0, error: "" })
  expect(out).toMatch(/no consent of cand_\w+ covers client_\w+ yet/)
  expect(out).toContain("Ada Park is submitted")
  expect(out).toContain("on it already: true")
})

test("host-transaction: both or neither, in SQLite", async () => {
  const { code, out, error } = await example("host-transaction.ts")
  expect({ code, error }).toEqual({ code: 0, error: "" })
  expect(out).toContain("Globex is not kept")
  expect(out).toContain("clients: Acme; invoice addresses: 1")
})

test("host-pool: the host's pool and transaction, in Postgres", async () => {
  const database = await freshDatabase()
  onTestFinished(database.drop)
  const { code, out, error } = await example("host-pool.ts", database.url)
  expect({ code, error }).toEqual({ code: 0, error: "" })
  expect(out).toContain("Ada Park has badge 7")
  expect(out).toContain("1 more, with a badge; without one: SqlError")
})
