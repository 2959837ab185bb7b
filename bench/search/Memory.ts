import { memory } from "matchloop/memory"
import MiniSearch from "minisearch"
import { open } from "../../src/testing/Opened.js"
import { type Asked, asked, text } from "./Asked.js"
import { batches, commitOf } from "./Filling.js"
import { columns, wordsOf } from "./Hand.js"
import type { Options } from "./Options.js"
import { person } from "./People.js"
import { race } from "./Race.js"
import { suggest } from "./Suggest.js"

/** A candidate's search in memory against MiniSearch, which ranks by BM25 and knows no other order. */
export const run = async ({ quick, tell }: Options): Promise<void> => {
  const count = quick ? 10_000 : 50_000
  const opened = await open(memory())
  for (const [from, to] of batches(count)) await opened.run(opened.storage.commit(commitOf("main", from, to)))
  const crm = await opened.crm()
  const maya = crm.as("maya")

  const mini = new MiniSearch<ReturnType<typeof wordsOf>>({
    fields: [...columns],
    storeFields: ["stage"],
    searchOptions: { boost: { name: 5, skills: 4, tags: 3, notes: 2 } },
  })
  mini.addAll(Array.from({ length: count }, (_, n) => wordsOf(person(n))))
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
      .map(({ id }) => person(Number(String(id).slice(5))).record.id)
  const ours = async (query: Asked) => (await maya.search.candidates(text(query))).hits.map(({ record }) => record.id)
  const raced = await race(asked(quick ? 90 : 600), ours, [{ against: "MiniSearch", find: theirs, same: false }])
  const suggested = await suggest(crm, quick ? 1 : 5)
  await crm.close()
  await opened.close()
  const name = `memory: search of ${count.toLocaleString("en")} candidates`
  for (const { against, note, timing } of raced) tell({ name, against, timing, atMost: 1, notes: [note, suggested] })
}
