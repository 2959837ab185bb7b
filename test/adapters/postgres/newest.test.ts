import * as fc from "fast-check"
import { postgres } from "matchloop/postgres"
import { Client } from "pg"
import { expect, onTestFinished, test } from "vitest"
import type { Searched } from "../../../src/domain/Searched.js"
import type { SearchHit } from "../../../src/ports/Storage.js"
import * as Cities from "../../../src/search/Cities.js"
import * as Evaluate from "../../../src/search/Evaluate.js"
import * as Indexing from "../../../src/search/Indexing.js"
import * as Labels from "../../../src/search/Labels.js"
import * as Query from "../../../src/search/Query.js"
import * as Retrieval from "../../../src/search/Retrieval.js"
import { open } from "../../../src/testing/Opened.js"
import { documents, offers, parts, queries } from "../../../src/testing/random/Queries.js"
import { changes, created, row } from "../../../src/testing/Samples.js"
import { freshDatabase } from "../../support/database.js"
import { runs } from "../../support/runs.js"

const labels = Labels.of(offers)
/**
 * How far the numbers of documents go on from one commit to the next: not at all, to the next run, past many. Of those
 * that are not walked past, most stand in a row of runs, and the first ones beyond all of these.
 */
const leaps = [0, 65_536, 3_000_000, 70_000, 1_200_000, ...[1, 1, 0, 1, 2, 1, 1, 0, 1].map((n) => n * 65_536), 300_000]

const sampled = <A>(arbitrary: fc.Arbitrary<A>, numRuns: number, seed: number) =>
  fc.sample(arbitrary, { numRuns, seed })

const people = async () => {
  const { drop, url } = await freshDatabase()
  onTestFinished(drop)
  const storage = await open(postgres({ url }))
  onTestFinished(storage.close)
  const sql = new Client({ connectionString: url })
  await sql.connect()
  onTestFinished(() => sql.end())
  const model = new Map<string, Evaluate.Indexed>()
  /** Writes some, those that were there before among them, behind all others. */
  const write = async (some: ReadonlyArray<Searched>, fresh: boolean) => {
    const records = fresh ? some.map(({ id }) => created("candidate", row("candidate", id))) : []
    const all = changes("main", { records, searched: some })
    await storage.run(storage.storage.commit(all))
    const { fresh: made, touched } = Indexing.of(all)
    for (const { id, own, parts } of [
      ...made.map(({ own, ...one }) => ({ ...one, own: own(), parts: [] })),
      ...touched,
    ]) {
      const known = model.get(id)
      model.delete(id)
      const about = new Map(parts.flatMap(({ part, terms }) => (terms === null ? [] : [[part, terms] as const])))
      if (own !== null && own !== undefined) model.set(id, Evaluate.indexed(id, own, about))
      else if (known !== undefined)
        model.set(id, {
          ...known,
          terms: new Set([...known.terms, ...[...about.values()].flatMap(({ terms }) => [...terms])]),
          runs: [...known.runs, ...[...about.values()].map((terms) => terms.runs)],
        })
    }
  }
  const leap = (by: number) =>
    sql.query("select setval('matchloop.search_documents_seq', nextval('matchloop.search_documents_seq') + $1)", [by])
  const search = (query: Query.Query, limit: number, after: SearchHit | null) => {
    const tiers = Retrieval.tiers(query, Cities.locate, labels)
    return storage.run(storage.storage.search({ workspace: "main", noun: "candidate", tiers, limit, after }))
  }
  const indexed = () => [...model.values()].toReversed()
  return { write, leap, search, indexed, sql }
}

test("a search finds the same however many documents there are and however far apart they were written", async () => {
  const { indexed, leap, search, write } = await people()
  const made = sampled(documents, leaps.length * 90, 1)
  const notes = sampled(parts, leaps.length * 10, 2)
  const idOf = (n: number) => `cand_${String(n).padStart(4, "0")}`
  for (const [batch, by] of leaps.entries()) {
    await leap(by)
    const own = made.slice(batch * 90, batch * 90 + 90).map((document, n): Searched => {
      const id = idOf(batch * 90 + n)
      return { noun: "candidate", id, part: id, document }
    })
    await write(own, true)
    // A few of those who have been there for long come to the front.
    const about = notes.slice(batch * 10, batch * 10 + 10).map((document, n): Searched => {
      const id = idOf((batch * 37 + n * 61) % (batch * 90 + 90))
      return { noun: "candidate", id, part: `note_${batch}_${n}`, document }
    })
    await write(about, false)
  }
  let [telling, pages] = [0, 0]
  for (const query of [Query.everything, Query.not(Query.text("sql")), ...sampled(queries, runs(45, 600), 3)]) {
    const expected = Evaluate.search(indexed(), query, Cities.locate, labels)
    telling += expected.length > 0 && expected.length < 100 ? 1 : 0
    for (const limit of [3, 40, 2000]) {
      const found: Array<Evaluate.Found> = []
      let last: SearchHit | null = null
      for (let page = 0; page < 4; page++) {
        const hits: ReadonlyArray<SearchHit> = await search(query, limit, last)
        found.push(...hits.map(({ id, score }) => ({ id, score })))
        last = hits.at(-1) ?? null
        pages++
        if (hits.length < limit) break
      }
      expect(found, JSON.stringify([query, limit])).toEqual(
        expected.slice(0, Math.max(found.length, Math.min(4 * limit, expected.length))),
      )
    }
  }
  expect(telling).toBeGreaterThan(runs(4, 40))
  expect(pages).toBeGreaterThan(runs(80, 1500))
})
