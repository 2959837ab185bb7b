import { rmSync } from "node:fs"
import { join } from "node:path"
import Database from "better-sqlite3"
import { createMatchloop } from "matchloop"
import { sqlite } from "matchloop/sqlite"
import type { Options } from "../Benchmark.js"
import { withDirectory } from "../Directory.js"
import { open } from "../../src/testing/Opened.js"
import { text, wordsOf } from "./Hand.js"
import { type Asked, asked, commitOf } from "./People.js"
import { race, told } from "./Race.js"

const perCommit = 5000

/** A candidate's search on SQLite against a hand-written one over FTS5 with a column a weight. */
export const run = ({ quick, tell }: Options): Promise<void> =>
  withDirectory(async (directory) => {
    const count = quick ? 50_000 : 1_000_000
    const filename = join(directory, "agency.db")
    const opened = await open(sqlite({ filename, durability: "normal" }))
    const began = performance.now()
    for (let from = 0; from < count; from += perCommit)
      await opened.run(opened.storage.commit(commitOf("main", from, Math.min(count, from + perCommit))))
    const loading = (performance.now() - began) / count
    await opened.close()

    const hand = new Database(filename)
    hand.exec(`create table hand (n integer primary key, id text not null, stage text not null)`)
    hand.exec(`create virtual table hand_words using fts5(name, skills, tags, rest, content='', tokenize='unicode61')`)
    const insert = hand.prepare("insert into hand values (?, ?, ?)")
    const index = hand.prepare("insert into hand_words(rowid, name, skills, tags, rest) values (?, ?, ?, ?, ?)")
    const fill = hand.transaction((from: number, to: number) => {
      for (let n = from; n < to; n++) {
        const { id, name, rest, skills, stage, tags } = wordsOf(n)
        insert.run(n, id, stage)
        index.run(n, name, skills, tags, rest)
      }
    })
    for (let from = 0; from < count; from += perCommit) fill(from, Math.min(count, from + perCommit))
    const found = hand.prepare(
      "select c.* from hand_words w join hand h on h.n = w.rowid join candidates c on c.workspace = 'main' and c.id = h.id" +
        " where hand_words match ? and h.stage = ? order by w.rowid desc limit 20",
    )
    const theirs = async ({ all, any, not, stage }: Asked) =>
      found
        .all(`${all} AND (${any[0]} OR ${any[1]}) NOT ${not}`, stage)
        .map((row) => String((row as { readonly id: unknown }).id))

    const crm = await createMatchloop({ storage: sqlite({ filename }) })
    const maya = crm.as("maya")
    const ours = async (query: Asked) => (await maya.search.candidates(text(query))).hits.map(({ record }) => record.id)
    const raced = await race(asked(quick ? 200 : 1000), ours, theirs)
    await crm.close()
    hand.close()
    rmSync(filename, { force: true })
    const name = `sqlite: search of ${count.toLocaleString("en")} candidates`
    const notes = [told(raced), `indexed with its record in ${(loading * 1000).toFixed(0)} µs a candidate`]
    tell({ name, against: "FTS5 by hand", timing: raced.timing, atMost: 1.3, notes })
  })
