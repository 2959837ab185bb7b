import { existsSync } from "node:fs"
import { join } from "node:path"
import Database from "better-sqlite3"
import { createMatchloop } from "matchloop"
import { sqlite } from "matchloop/sqlite"
import { open } from "../../src/testing/Opened.js"
import { withDirectory } from "../Directory.js"
import { type Asked, asked, text } from "./Asked.js"
import { batches, commitOf } from "./Filling.js"
import type { Options } from "./Options.js"
import { race } from "./Race.js"
import * as Hand from "./SqliteHand.js"
import { suggest } from "./Suggest.js"

const fill = async (filename: string, count: number): Promise<void> => {
  const { close, run, storage } = await open(sqlite({ filename, durability: "normal" }))
  for (const [from, to] of batches(count)) await run(storage.commit(commitOf("main", from, to)))
  await close()
  const hand = new Database(filename)
  Hand.fill(hand, count)
  hand.close()
}

/** A candidate's search on SQLite against hand-written ones over FTS5 in the same file. */
export const run = ({ keep, quick, tell }: Options): Promise<void> =>
  withDirectory(async (directory) => {
    const count = quick ? 20_000 : 1_000_000
    const filename = join(keep ?? directory, `people-${count}.db`)
    if (!existsSync(filename)) await fill(filename, count)
    const hand = new Database(filename, { readonly: true })
    const by = Hand.finders(hand)
    const crm = await createMatchloop({ storage: sqlite({ filename }) })
    const maya = crm.as("maya")
    const ours = async (query: Asked) => (await maya.search.candidates(text(query))).hits.map(({ record }) => record.id)
    const raced = await race(asked(quick ? 150 : 600), ours, [
      { against: "FTS5 by hand, same", find: by.ranked, same: true },
      { against: "FTS5 by bm25", find: by.bm25, same: false },
      { against: "FTS5 by newest", find: by.newest, same: false },
    ])
    const suggested = await suggest(crm, quick ? 1 : 5)
    await crm.close()
    hand.close()
    const name = `sqlite: search of ${count.toLocaleString("en")} candidates`
    for (const [n, { against, note, timing }] of raced.entries())
      tell({ name, against, timing, atMost: n === 0 ? 1.3 : null, notes: n === 0 ? [note, suggested] : [note] })
  })
