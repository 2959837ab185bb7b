import type { Database } from "better-sqlite3"
import type { Asked } from "./Asked.js"
import { batches, inOrder } from "./Filling.js"
import { columns, wordsOf } from "./Hand.js"
import { type Find, page } from "./Race.js"

/** A row a person, whose number is the order in which they were written, and an index with a column a level. */
export const fill = (db: Database, count: number): void => {
  db.exec("create table hand (n integer primary key, id text not null, stage text not null)")
  db.exec(`create virtual table hand_words using fts5(${columns.join(", ")}, content='', tokenize='unicode61')`)
  const insert = db.prepare("insert into hand values (?, ?, ?)")
  const index = db.prepare(`insert into hand_words(rowid, ${columns.join(", ")}) values (?, ?, ?, ?, ?, ?)`)
  let n = 0
  const add = db.transaction((from: number, to: number) => {
    for (const one of inOrder(from, to)) {
      const words = wordsOf(one)
      insert.run(++n, words.id, words.stage)
      index.run(n, ...columns.map((column) => words[column]))
    }
  })
  for (const [from, to] of batches(count)) add(from, to)
}

interface Found {
  readonly [column: string]: unknown
  readonly id: string
  readonly n: number
}

const json = ["skills", "tags", "links", "salary_expectation", "employment", "education", "languages", "custom_fields"]

const record = (row: Found): Found => ({
  ...row,
  ...Object.fromEntries(json.map((column) => [column, JSON.parse(String(row[column]))])),
})

/** The words of each level and of those above it, as FTS5 names columns. */
const from = columns.map((_, last) => `{${columns.slice(0, last + 1).join(" ")}}`)

const expression = ({ all, any }: Asked): string => `(${all} AND (${any[0]} OR ${any[1]}))`

export interface Finders {
  /** What matchloop finds, in the same order. */
  readonly ranked: Find
  /** As most would write it: ranked by `bm25`, a weight a column. */
  readonly bm25: Find
  /** Whoever was written last, wherever the words stand. */
  readonly newest: Find
}

export const finders = (db: Database): Finders => {
  const select = (order: string) =>
    db.prepare<[string, string], Found>(
      "select h.n, c.* from hand_words w cross join hand h on h.n = w.rowid" +
        " join candidates c on c.workspace = 'main' and c.id = h.id" +
        ` where hand_words match ? and h.stage = ? order by ${order} limit ${page + 1}`,
    )
  const newest = select("w.rowid desc")
  const bm25 = select("bm25(hand_words, 5, 4, 3, 2, 1)")
  const all = (statement: typeof newest, asked: Asked) =>
    statement
      .all(`${expression(asked)} NOT ${asked.not}`, asked.stage)
      .map(record)
      .map(({ id }) => id)
  return {
    ranked: async (asked) => {
      const found = new Map<number, Found>()
      // Whoever has the words at a better level is among those found already.
      for (const level of from) {
        if (found.size > page) break
        for (const row of newest.all(`(${level} : ${expression(asked)}) NOT ${asked.not}`, asked.stage))
          if (found.size <= page && !found.has(row.n)) found.set(row.n, row)
      }
      return [...found.values()].map(record).map(({ id }) => id)
    },
    bm25: async (asked) => all(bm25, asked),
    newest: async (asked) => all(newest, asked),
  }
}
