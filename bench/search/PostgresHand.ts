import type { Pool } from "pg"
import type { Asked } from "./Asked.js"
import { batches, inOrder } from "./Filling.js"
import { wordsOf } from "./Hand.js"
import { type Find, page } from "./Race.js"

/**
 * A row a person, whose number is the order in which they were written, with a vector whose weights are the four upper
 * levels. There is no fifth weight: the words of the lowest level have a vector of their own.
 */
export const fill = async (pool: Pool, count: number): Promise<void> => {
  await pool.query(
    "create table hand (n bigint primary key, id text not null, stage text not null, words tsvector not null, rest tsvector not null)",
  )
  let n = 0
  for (const [from, to] of batches(count)) {
    const rows = inOrder(from, to).map((one) => ({ n: ++n, ...wordsOf(one) }))
    await pool.query(
      "insert into hand select r.n, r.id, r.stage, setweight(to_tsvector('simple', r.name), 'A') ||" +
        " setweight(to_tsvector('simple', r.skills), 'B') || setweight(to_tsvector('simple', r.tags), 'C') ||" +
        " setweight(to_tsvector('simple', r.notes), 'D'), to_tsvector('simple', regexp_replace(r.rest, '[^[:alnum:]]+', ' ', 'g')) from json_to_recordset($1)" +
        " as r(n bigint, id text, stage text, name text, skills text, tags text, notes text, rest text)",
      [JSON.stringify(rows)],
    )
  }
  await pool.query("create index on hand using gin (words, rest)")
  await pool.query("vacuum analyze hand")
}

interface Found {
  readonly [column: string]: unknown
  readonly id: string
  readonly n: string
}

export interface Finders {
  /** What matchloop finds, in the same order: to ask level by level is slower, no planner knows how rare a weight is. */
  readonly ranked: Find
  /** As most would write it: ranked by `ts_rank`. */
  readonly tsRank: Find
  /** Whoever was written last, wherever the words stand. */
  readonly newest: Find
}

const anywhere = (n: number) => `(h.words @@ $${n}::tsquery or h.rest @@ $${n}::tsquery)`

const select = (conditions: string, order: string) =>
  "select h.n, c.* from (select h.n, h.id, row_number() over () as place from (select h.n, h.id from hand h" +
  ` where ${conditions} order by ${order} limit ${page + 1}) h) h` +
  " join ours.candidates c on c.workspace = 'main' and c.id = h.id order by h.place"

/** The level of the best places where all of the words stand. */
const level =
  "(case when h.words @@ $5::tsquery then 5 when h.words @@ $6::tsquery then 4 when h.words @@ $7::tsquery then 3" +
  " when h.words @@ $8::tsquery then 2 else 1 end)"

export const finders = (pool: Pool): Finders => {
  const rows = async (sql: string, values: ReadonlyArray<string>) => (await pool.query<Found>(sql, [...values])).rows
  const other = ({ any }: Asked) => `${any[0]} | ${any[1]}`
  const all = `${anywhere(1)} and ${anywhere(2)} and not ${anywhere(3)} and h.stage = $4`
  const everywhere = (order: string) => async (asked: Asked) =>
    (await rows(select(all, order), [asked.all, other(asked), asked.not, asked.stage])).map(({ id }) => id)
  return {
    ranked: async ({ all: word, any, not, stage }) => {
      const at = (weights: string) => `${word}:${weights} & (${any[0]}:${weights} | ${any[1]}:${weights})`
      const values = [word, `${any[0]} | ${any[1]}`, not, stage, at("A"), at("AB"), at("ABC"), at("ABCD")]
      return (await rows(select(all, `${level} desc, h.n desc`), values)).map(({ id }) => id)
    },
    tsRank: everywhere("ts_rank('{0.2, 0.4, 0.6, 1}', h.words || h.rest, $1::tsquery && $2::tsquery) desc"),
    newest: everywhere("h.n desc"),
  }
}
