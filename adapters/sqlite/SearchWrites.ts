import type { ChangeSet } from "../../src/domain/ChangeSet.js"
import * as Indexing from "../../src/search/Indexing.js"
import { roomForParts } from "../../src/search/Terms.js"
import type { Dialect } from "../sql/Dialect.js"
import { type DocumentRow, documentRow, kept } from "../sql/SearchRow.js"
import { insertInto, type Write } from "./Driver.js"
import { tables } from "./SearchSchema.js"

const columns = ["noun", "id", "terms", "runs", "numbers", "x", "y", "z"] as const

const bind = (bound: Array<unknown>, workspace: string, row: DocumentRow): Array<unknown> => {
  bound.push(workspace)
  for (const name of columns) bound.push(name === "numbers" ? JSON.stringify(row.numbers) : row[name])
  return bound
}

/** New records that are indexed by one statement. */
const perInsert = 100

/** Turns what a ChangeSet says for searches into statements. */
export const searchWriter = (dialect: Dialect): ((changes: ChangeSet) => ReadonlyArray<Write>) => {
  const { documents, parts, terms } = tables(dialect)
  const key = '"workspace" = ? and "noun" = ? and "id" = ?'
  const head = `${insertInto} ${documents} ("workspace", ${columns.map((name) => `"${name}"`).join(", ")}) values `
  const tuple = `(?, ${columns.map(() => "?").join(", ")})`
  const next = `(select max("seq") + 1 from ${documents})`
  const insertMany = new Map([perInsert, 1].map((size) => [size, head + Array<string>(size).fill(tuple).join(", ")]))
  const insertOrReplace =
    `${head}${tuple} on conflict ("workspace", "noun", "id") do update set "seq" = ${next}, ` +
    columns
      .slice(2)
      .map((name) => `"${name}" = excluded."${name}"`)
      .join(", ")
  const again = `update ${documents} set "seq" = ${next} where ${key}`
  const remove = `delete from ${documents} where ${key}`
  const forget = `delete from ${terms} where rowid = (select "seq" from ${documents} where ${key})`
  const put =
    `insert into ${parts} ("workspace", "noun", "id", "part", "terms", "runs", "size") values (?, ?, ?, ?, ?, ?, ?)` +
    ` on conflict do update set "terms" = excluded."terms", "runs" = excluded."runs", "size" = excluded."size"`
  const drop = `delete from ${parts} where ${key} and "part" = ?`
  const some =
    `select p."terms", sum(p."size") over (order by p."part" desc) as "total" from ${parts} p` +
    ` where p."workspace" = d."workspace" and p."noun" = d."noun" and p."id" = d."id"`
  const all =
    `insert into ${terms} (rowid, "terms") select d."seq", d."terms" || coalesce((select ' ' || group_concat("terms", ' ')` +
    ` from (${some}) where "total" <= ${roomForParts}), '') from ${documents} d`
  const learn = `${all} where ${key}`
  // A record that is new may have come back to what is about it.
  const learnMany = `${all} where d."seq" > (select max("seq") from ${documents}) - ? order by d."seq"`

  return (changes) => {
    const { fresh, touched } = Indexing.of(changes)
    const { workspace } = changes
    const writes: Array<Write> = []
    const write = (text: string, ...values: ReadonlyArray<unknown>) => writes.push({ text, values, unless: null })
    const writeAll = (text: string, values: () => ReadonlyArray<unknown>) => writes.push({ text, values, unless: null })
    for (let from = 0; from < fresh.length; ) {
      const size = fresh.length - from >= perInsert ? perInsert : 1
      const rows = fresh.slice(from, from + size)
      writeAll(insertMany.get(size) ?? "", () => {
        const bound: Array<unknown> = []
        for (const { id, noun, own } of rows) bind(bound, workspace, documentRow(workspace, noun, id, own()))
        return bound
      })
      from += size
    }
    if (fresh.length > 0) write(learnMany, fresh.length)
    for (const { id, noun, own, parts } of touched) {
      const at = [workspace, noun, id]
      for (const { part, terms } of parts) {
        if (terms === null) write(drop, ...at, part)
        else write(put, ...at, part, kept(workspace, noun, terms), terms.runs, terms.size)
      }
      write(forget, ...at)
      if (own === null) {
        write(remove, ...at)
        continue
      }
      if (own === undefined) write(again, ...at)
      else write(insertOrReplace, ...bind([], workspace, documentRow(workspace, noun, id, own)))
      write(learn, ...at)
    }
    return writes
  }
}
