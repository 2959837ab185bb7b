import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { createMatchloop } from "matchloop"
import { expect, test } from "vitest"
import { open } from "../../../adapters/sqlite/Client.js"
import { sqliteDialect } from "../../../adapters/sqlite/Dialect.js"
import type { Direct } from "../../../adapters/sqlite/Direct.js"
import { migrations } from "../../../adapters/sqlite/Migrations.js"
import { searcher } from "../../../adapters/sqlite/Searcher.js"
import { make } from "../../../adapters/sqlite/Storage.js"
import { own } from "../../../adapters/sqlite/Turns.js"
import { type SearchRequest, Storage } from "../../../src/ports/Storage.js"
import { and, type Retrieval } from "../../../src/search/Retrieval.js"

test("which terms are in the index is asked once, until all of them are forgotten", async () => {
  const asked: Array<ReadonlyArray<unknown>> = []
  const { forget, search } = searcher(sqliteDialect(""), Effect.orDie, (text, values) => {
    if (!text.startsWith("select exists")) return Effect.succeed([])
    asked.push(values)
    return Effect.succeed([{ "0": 1, "1": 1 }])
  })
  const both = and(...["ada", "park"].map((term): Retrieval => ({ _tag: "term", term })))
  const tiers = [{ score: 1, retrieval: both, atLeast: both }]
  const request: SearchRequest = { workspace: "main", noun: "candidate", tiers, limit: 1, after: null }
  const find = () => Effect.runPromise(search(request))
  await find()
  await find()
  expect(asked).toHaveLength(1)
  forget()
  await find()
  expect(asked).toEqual([asked[0], asked[0]])
})

test("an erasure makes the process forget which terms it met", async () => {
  const asked: Array<number> = []
  const layer = Layer.scoped(
    Storage,
    Effect.flatMap(open({ filename: ":memory:" }, 1_000), (connection) => {
      const recorded: Direct = {
        ...connection,
        execute: (text, values, transform) => {
          if (text.startsWith("select exists")) asked.push(values.length)
          return connection.execute(text, values, transform)
        },
      }
      const options = { prefix: "", busyTimeoutMillis: 1_000, migrations }
      return Effect.tap(make(recorded, own(), options), ({ migrate }) => migrate)
    }),
  )
  await using crm = await createMatchloop({ storage: { name: "sqlite", layer } })
  const maya = crm.as("maya")
  const ada = await maya.candidates.create({ name: "Ada Park" })
  const bo = await maya.candidates.create({ name: "Bo" })
  const find = async () => (await maya.search.candidates("ada park")).hits.length
  expect(await find()).toBe(1)
  expect(await find()).toBe(1)
  await maya.candidates.update(bo.id, { name: "Bo Ek" })
  expect(await find()).toBe(1)
  const [all = 0, rest = 0] = asked
  // Two of the words' levels were there, and are not asked for again.
  expect(asked).toEqual([all, all - 2, all - 2])
  await maya.candidates.erase(ada.id, { reason: "asked" })
  expect(await find()).toBe(0)
  expect(asked.at(-1)).toBe(rest + 2)
})
