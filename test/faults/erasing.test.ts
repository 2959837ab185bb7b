import { describe, expect, test } from "vitest"
import { type Database, kinds, open } from "./databases.js"
import { desk } from "./desk.js"
import { interrupted } from "./interrupted.js"
import { check } from "./whole.js"

const secret = "Kormoran"

// SQLite has one writer at a time: nothing can be said between what an erasure reads and what it writes.
const several = kinds.filter(({ name }) => name !== "sqlite")

describe.each(several)("what is said of somebody while they are erased on $name", (kind) => {
  test("is gone with them", async () => {
    const database = await kind.fresh()
    const writer = (await open(database)).as("noor")
    const candidate = await desk(writer).ready()
    const about = { about: [candidate] }
    const said = async () => {
      await writer.notes.write({ body: secret, ...about })
      await writer.documents.attach({ name: `${secret}.txt`, bytes: new TextEncoder().encode(secret), ...about })
    }
    const eraser: Database = {
      ...database,
      storage: () => interrupted(database.storage(), ({ erasure }) => erasure !== null, said),
    }
    await (await open(eraser)).as("maya").candidates.erase(candidate, { reason: "asked to" })
    expect(await database.dump()).not.toMatch(new RegExp(`${secret}|${Buffer.from(secret).toString("hex")}`, "i"))
    expect(await check(database)).toMatchObject({ problems: [] })
  })
})

test.each(kinds)("of many at once, none that was written before the erasure says a word on $name", async (kind) => {
  const database = await kind.fresh()
  const clients = await Promise.all(
    Array.from({ length: 4 }, async (_, n) => (await open(database, { maxConnections: 1 })).as(`noor ${n}`)),
  )
  const maya = (await open(database)).as("maya")
  for (let round = 0; round < 5; round++) {
    const id = await desk(maya).ready()
    await Promise.all([
      maya.candidates.erase(id, { reason: "asked to" }),
      ...clients.map(async (client, n) => {
        for (let turn = 0; turn < 3; turn++) await client.notes.write({ body: `${secret} ${n} ${turn}`, about: [id] })
      }),
    ])
    const { entries } = await maya.ledger.read({ limit: 1000 })
    const erased = entries.findIndex(({ subject, type }) => type === "CandidateErased" && subject.id === id)
    const before = entries.slice(0, erased).filter(({ patch }) => JSON.stringify(patch).includes(secret))
    expect(before.filter(({ patch }) => JSON.stringify(patch).includes(id))).toEqual([])
  }
  expect(await check(database)).toMatchObject({ problems: [] })
})
