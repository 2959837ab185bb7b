import type { SearchRequest } from "../../src/ports/Storage.js"
import type { Retrieval } from "../../src/search/Retrieval.js"
import type { Dialect } from "../sql/Dialect.js"
import type { Statement } from "../sql/List.js"
import type { Page } from "../sql/Searching.js"
import { type Asked, asked } from "./Asked.js"
import * as Slots from "./Slots.js"

/** So many documents are looked at one by one: what many have is found among them. */
const walked = 384

/**
 * The statement that finds the hits of one look-up, those indexed last first.
 *
 * No planner knows how rarely words meet, so none is asked: the newest documents are looked at first, then the index, run
 * by run from the newest on, and at last what is older than all of these runs; each only where the page is not full.
 */
export const statement = (
  dialect: Dialect,
  request: Pick<SearchRequest, "noun" | "workspace">,
  retrieval: Retrieval,
  { before, limit }: Page,
): Statement => {
  const values: Array<unknown> = []
  const found = asked(dialect, request, retrieval, values)
  const bind = (value: number) => `$${values.push(value)}::bigint`
  const own = [...found.owned, ...(before === null ? [] : [`d."seq" < ${bind(before)}`])].join(" and ")
  const text = (found.isSlotted ? slotted : plain)(found, own, bind(limit))
  return { text, values, constant: found.isUsual }
}

/** The terms have no say in it. */
const plain = ({ conditions, documents }: Asked, own: string, limit: string): string =>
  `select d."id", d."seq" from ${documents} d where ${[own, ...conditions].join(" and ")}` +
  ` order by d."seq" desc limit ${limit}`

/*
 * `s` are the slots with their queries, `w` the documents that were walked past, and `n` how far that came; `r` are the
 * hits of the runs behind them, and `o` those of older ones. A number with nothing added is one that no index is asked for:
 * by numbers the planner would walk through a whole run where it knows of no rows in it yet.
 */
const slotted = ({ conditions, documents, inSlot, runs, slots }: Asked, own: string, limit: string): string => {
  const hit = conditions.join(" and ")
  const page = `order by d."seq" desc limit ${limit}`
  const count = Slots.slots - 1
  const oldest = `(select least(n."last", ${Slots.first(`(n."run" - ${count})`)}) from n)`
  const behind = `select n."run" - k as "run", n."last" from n, generate_series(0, ${count}) k
where n."walked" = ${walked} and n."hits" < ${limit} order by k`
  return `with s as materialized (${slots}),
w as materialized (select d."id", d."seq", ${hit} as "hit" from s
join (select d.* from ${documents} d where ${own} order by d."seq" desc limit ${walked}) d on ${inSlot}),
n as materialized (select ${Slots.run('max(w."seq")')} as "run", min(w."seq") as "last", count(*) as "walked",
count(*) filter (where w."hit") as "hits" from w),
r as materialized (select d."id", d."seq" from (${runs(behind)}) s,
lateral (select d."id", d."seq" from ${documents} d where d."seq" + 0 < least(s."last", ${Slots.first('(s."run" + 1)')})
and d."seq" + 0 >= ${Slots.first('s."run"')} and ${own} and ${hit} ${page}) d limit ${limit}),
o as materialized (select d."id", d."seq" from s, ${documents} d where (select n."walked" from n) = ${walked}
and (select n."hits" from n) + (select count(*) from r) < ${limit}
and exists (select 1 from ${documents} d where d."seq" < ${oldest} and ${own}) and d."seq" + 0 < ${oldest} and ${own} and ${hit} ${page})
select d."id", d."seq" from (select w."id", w."seq" from w where w."hit" union all select * from r union all select * from o) d ${page}`
}
