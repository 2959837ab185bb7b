import { createMatchloop } from "matchloop"
import { memory } from "matchloop/memory"
import MiniSearch from "minisearch"
import type { Options } from "../Benchmark.js"
import { Storage } from "../../src/ports/Storage.js"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { text, wordsOf } from "./Hand.js"
import { type Asked, asked, commitOf, person } from "./People.js"
import { race, told } from "./Race.js"

/** A candidate's search in memory against MiniSearch, which has no filter before its ranking. */
export const run = async ({ quick, tell }: Options): Promise<void> => {
  const count = quick ? 10_000 : 50_000
  const storage = await Effect.runPromise(
    Effect.scoped(Effect.map(Layer.build(memory().layer), (context) => Effect.provide(Storage, context))),
  ).then(Effect.runPromise)
  for (let from = 0; from < count; from += 5000)
    await Effect.runPromise(storage.commit(commitOf("main", from, Math.min(count, from + 5000))))
  const crm = await createMatchloop({ storage: { name: "memory", layer: Layer.succeed(Storage, storage) } })
  const maya = crm.as("maya")

  const mini = new MiniSearch<ReturnType<typeof wordsOf>>({
    fields: ["name", "skills", "tags", "rest"],
    storeFields: ["stage"],
    searchOptions: { boost: { name: 5, skills: 4, tags: 3 } },
  })
  mini.addAll(Array.from({ length: count }, (_, n) => wordsOf(n)))
  const theirs = async ({ all, any, not, stage }: Asked) =>
    mini
      .search(
        {
          combineWith: "AND_NOT",
          queries: [{ combineWith: "AND", queries: [all, { combineWith: "OR", queries: [...any] }] }, not],
        },
        { filter: (result) => result.stage === stage },
      )
      .slice(0, 20)
      .map(({ id }) => person(Number(String(id).slice(5))).id)
  const ours = async (query: Asked) => (await maya.search.candidates(text(query))).hits.map(({ record }) => record.id)
  const raced = await race(asked(quick ? 100 : 500), ours, theirs, false)
  await crm.close()
  const name = `memory: search of ${count.toLocaleString("en")} candidates`
  tell({ name, against: "MiniSearch", timing: raced.timing, atMost: 1, notes: [told(raced)] })
}
