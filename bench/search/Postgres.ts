import { createMatchloop } from "matchloop"
import { postgres } from "matchloop/postgres"
import type { Pool } from "pg"
import { open } from "../../src/testing/Opened.js"
import { withDatabase } from "../Server.js"
import { type Asked, asked, text } from "./Asked.js"
import { batches, commitOf } from "./Filling.js"
import type { Options } from "./Options.js"
import * as Hand from "./PostgresHand.js"
import { race } from "./Race.js"
import { suggest } from "./Suggest.js"

const index = "search_documents_terms"

/** Fills a database. The index of the terms is made afterwards, as one does who loads a million people at once. */
const fill = async (pool: Pool, count: number): Promise<void> => {
  const { close, run, storage } = await open(postgres({ pool, schema: "ours" }))
  const { rows } = await pool.query<{ readonly indexdef: string }>(
    "select indexdef from pg_indexes where indexname = $1",
    [index],
  )
  await pool.query(`drop index ours.${index}`)
  for (const [from, to] of batches(count)) await run(storage.commit(commitOf("main", from, to)))
  for (const { indexdef } of rows) await pool.query(indexdef)
  await close()
  await Hand.fill(pool, count)
  await pool.query("vacuum analyze")
}

/** A candidate's search on Postgres against hand-written ones over vectors of words with weights, on the same server. */
export const run = ({ keep, quick, tell }: Options): Promise<void> => {
  const count = quick ? 20_000 : 1_000_000
  return withDatabase(
    async ({ isNew, pool }) => {
      if (isNew) await fill(pool, count)
      const by = Hand.finders(pool)
      const crm = await createMatchloop({ storage: postgres({ pool, schema: "ours" }) })
      const maya = crm.as("maya")
      const ours = async (query: Asked) =>
        (await maya.search.candidates(text(query))).hits.map(({ record }) => record.id)
      const raced = await race(asked(quick ? 60 : 150), ours, [
        { against: "tsvector by hand, same", find: by.ranked, same: true },
        { against: "tsvector by ts_rank", find: by.tsRank, same: false },
        { against: "tsvector by newest", find: by.newest, same: false },
      ])
      const suggested = await suggest(crm, quick ? 1 : 5)
      await crm.close()
      const name = `postgres: search of ${count.toLocaleString("en")} candidates`
      for (const [n, { against, note, timing }] of raced.entries())
        tell({ name, against, timing, atMost: n === 0 ? 1.3 : null, notes: n === 0 ? [note, suggested] : [note] })
    },
    keep === null ? undefined : `matchloop_people_${count}`,
  )
}
