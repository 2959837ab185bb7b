import { createMatchloop } from "matchloop"
import { postgres } from "matchloop/postgres"
import type { Options } from "../Benchmark.js"
import { withDatabase } from "../Server.js"
import { open } from "../../src/testing/Opened.js"
import { text, wordsOf } from "./Hand.js"
import { type Asked, asked, commitOf } from "./People.js"
import { race, told } from "./Race.js"

const perCommit = 5000

/** A candidate's search on Postgres against a hand-written one over a vector of words with weights. */
export const run = ({ quick, tell }: Options): Promise<void> =>
  withDatabase(async ({ pool }) => {
    const count = quick ? 50_000 : 1_000_000
    const adapter = postgres({ pool, schema: "ours" })
    const opened = await open(adapter)
    const began = performance.now()
    for (let from = 0; from < count; from += perCommit)
      await opened.run(opened.storage.commit(commitOf("main", from, Math.min(count, from + perCommit))))
    const loading = (performance.now() - began) / count
    await opened.close()

    await pool.query("create table hand (n bigint primary key, id text not null, stage text not null, words tsvector)")
    for (let from = 0; from < count; from += perCommit) {
      const rows = Array.from({ length: Math.min(perCommit, count - from) }, (_, n) => ({
        n: from + n,
        ...wordsOf(from + n),
      }))
      await pool.query(
        "insert into hand select r.n, r.id, r.stage, setweight(to_tsvector('simple', r.name), 'A') ||" +
          " setweight(to_tsvector('simple', r.skills), 'B') || setweight(to_tsvector('simple', r.tags), 'C') ||" +
          " setweight(to_tsvector('simple', r.rest), 'D') from json_to_recordset($1)" +
          " as r(n bigint, id text, stage text, name text, skills text, tags text, rest text)",
        [JSON.stringify(rows)],
      )
    }
    await pool.query("create index on hand using gin (words)")
    await pool.query("vacuum analyze hand")
    await pool.query("vacuum analyze ours.search_documents")
    await pool.query("vacuum analyze ours.candidates")

    const theirs = async ({ all, any, not, stage }: Asked) => {
      const { rows } = await pool.query<{ readonly id: string }>(
        "select c.* from (select h.n, h.id from hand h where h.words @@ $1::tsquery and h.stage = $2 order by h.n desc limit 20) h" +
          " join ours.candidates c on c.workspace = 'main' and c.id = h.id order by h.n desc",
        [`${all} & (${any[0]} | ${any[1]}) & !${not}`, stage],
      )
      return rows.map(({ id }) => id)
    }
    const crm = await createMatchloop({ storage: adapter })
    const maya = crm.as("maya")
    const ours = async (query: Asked) => (await maya.search.candidates(text(query))).hits.map(({ record }) => record.id)
    const raced = await race(asked(quick ? 200 : 1000), ours, theirs)
    await crm.close()
    const name = `postgres: search of ${count.toLocaleString("en")} candidates`
    const notes = [told(raced), `indexed with its record in ${(loading * 1000).toFixed(0)} µs a candidate`]
    tell({ name, against: "tsvector by hand", timing: raced.timing, atMost: 1.3, notes })
  })
