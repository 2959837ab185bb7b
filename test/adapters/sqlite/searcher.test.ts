import * as Effect from "effect/Effect"
import { expect, test } from "vitest"
import { sqliteDialect } from "../../../adapters/sqlite/Dialect.js"
import { searcher } from "../../../adapters/sqlite/Searcher.js"
import type { SearchRequest } from "../../../src/ports/Storage.js"
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
