import type { ChangeSet, Whole } from "../../src/domain/ChangeSet.js"
import type { Dialect } from "../sql/Dialect.js"
import { arrange, type Values } from "../sql/Records.js"
import { perTable } from "../sql/Rows.js"
import { columnOf, quote, type Table, tableOf } from "../sql/Table.js"
import { Blobs } from "../sql/tables/Blobs.js"
import { Idempotency } from "../sql/tables/Idempotency.js"
import * as Ledger from "../sql/tables/Ledger.js"
import { Links } from "../sql/tables/Links.js"
import { MatchKeys } from "../sql/tables/MatchKeys.js"
import * as Visits from "../sql/tables/Visits.js"
import { insertInto, type Write } from "./Driver.js"
import { erasing } from "./Erasing.js"
import { searchWriter } from "./SearchWrites.js"

/** Rows per insert: few distinct texts keep the client's prepared statements in use, at most 3,600 binds each. */
const sizes = [100, 10, 5, 3, 2, 1] as const
const many = 100

/** So many sets of fields that change together are written as such, for each table; others as whole rows. */
const shapes = 100

/** The fields in which records differ from what is stored, as their entries tell, by id. */
const changesOf = (entries: ChangeSet["entries"]): ReadonlyMap<string, ReadonlySet<string>> => {
  const changes = new Map<string, Set<string>>()
  for (const { patch, subject } of entries) {
    if (patch === null) continue
    const fields = changes.get(subject.id) ?? new Set()
    for (const field of Object.keys(patch)) fields.add(field)
    changes.set(subject.id, fields)
  }
  return changes
}

/** Turns ChangeSets into statements. Throws where a value does not fit its column. */
export const writer = (dialect: Dialect): ((changes: ChangeSet) => ReadonlyArray<Write>) => {
  const searchWrites = searchWriter(dialect)
  const erasures = erasing(dialect)
  const insertText = perTable((table) => {
    const names = ["workspace", ...table.columns.map(({ name }) => name)]
    const row = `(${names.map(() => "?").join(", ")})`
    const head = `${insertInto} ${dialect.table(table.name)} (${names.map(quote).join(", ")}) values `
    return new Map(sizes.map((size) => [size, head + Array<string>(size).fill(row).join(", ")]))
  })
  const updateOf = perTable((table) => {
    const columns = table.columns.filter(({ name }) => name !== "id")
    const update = (set: Table["columns"]) => ({
      columns: set,
      text:
        `update ${dialect.table(table.name)} set ${set.map(({ name }) => `${quote(name)} = ?`).join(", ")}` +
        ` where "workspace" = ? and "id" = ? and "version" = ?`,
    })
    const whole = update(columns)
    const known = new Map<string, typeof whole>()
    // To set a column rewrites every index that holds it and runs every check of it, changed or not.
    return (changed: ReadonlySet<string> | undefined) => {
      if (changed === undefined) return whole
      const fields = [...changed].sort().join()
      const found = known.get(fields)
      if (found !== undefined) return found
      if (known.size >= shapes) return whole
      const made = update(columns.filter(({ field }) => field === "version" || changed.has(field)))
      known.set(fields, made)
      return made
    }
  })
  const thereText = perTable((table) => `select 1 from ${dialect.table(table.name)} where "workspace" = ? and "id" = ?`)
  const asWasText = perTable(
    (table) => `select 1 from ${dialect.table(table.name)} where "workspace" = ? and "id" = ? and "version" = ?`,
  )
  const wholeText = ({ field, noun }: Whole) => {
    const table = tableOf(noun)
    return (
      `select 1 where not exists (select 1 from ${dialect.table(table.name)} where "workspace" = ?` +
      ` and ${quote(columnOf(table, field).name)} = ? and "kind" in (select value from json_each(?))` +
      ` and "id" not in (select value from json_each(?)))`
    )
  }
  const removeText = perTable(
    (table) => `delete from ${dialect.table(table.name)} where "workspace" = ? and "id" = ? and "version" = ?`,
  )
  const visits = dialect.table(Visits.Visits.name)
  const closeText =
    `update ${visits} set "left_at" = ?, "left_for" = ?` +
    ` where "workspace" = ? and "pipeline" = ? and "subject_id" = ? and "left_at" is null`
  const forgetText = `delete from ${visits} where "workspace" = ? and "pipeline" = ? and "subject_id" = ?`
  const unlinkText =
    `delete from ${dialect.table(Links.name)}` +
    ` where "workspace" = ? and "noun" = ? and "id" = ? and "subject_type" = ? and "subject_id" = ?`
  const dropText = `delete from ${dialect.table(MatchKeys.name)} where "workspace" = ? and "id" = ?`
  const blobText =
    `insert into ${dialect.table(Blobs.name)} ("workspace", "key", "bytes") values (?, ?, ?)` +
    ` on conflict ("workspace", "key") do update set "bytes" = excluded."bytes"`

  return (changes) => {
    const { workspace } = changes
    const writes: Array<Write> = []
    const write = (text: string, values: Write["values"], unless: Write["unless"] = null) =>
      writes.push({ text, values, unless })
    const insert = (table: Table, rows: ReadonlyArray<Values>, suffix = "") => {
      const texts = insertText(table)
      let from = 0
      for (const size of sizes)
        for (; rows.length - from >= size; from += size) {
          const some = rows.slice(from, from + size)
          const values = () => {
            const bound: Array<unknown> = []
            for (const row of some) {
              bound.push(workspace)
              for (const { column, field } of table.columns) bound.push(dialect.encode(column, row[field] ?? null))
            }
            return bound
          }
          write(`${texts.get(size)}${suffix}`, size < many ? values() : values)
        }
    }

    for (const { id, noun } of changes.named)
      write(thereText(tableOf(noun)), [workspace, id], { stale: true, what: `${noun} ${id}` })
    for (const { id, noun, version } of changes.rests)
      write(asWasText(tableOf(noun)), [workspace, id, version], { stale: true, what: `${noun} ${id}` })
    for (const whole of changes.wholes)
      write(wholeText(whole), [workspace, whole.of, JSON.stringify(whole.kinds), JSON.stringify(whole.ids)], {
        stale: true,
        what: `another ${whole.noun} of ${whole.of}`,
      })
    const { changed, created } = arrange(changes.records)
    const differing = changed.length === 0 ? undefined : changesOf(changes.entries)
    for (const { expects, id, noun, record } of changed) {
      const table = tableOf(noun)
      const unless = { stale: true, what: `${noun} ${id}` }
      if (record === null) write(removeText(table), [workspace, id, expects], unless)
      else {
        const { columns, text } = updateOf(table)(differing?.get(id))
        const values = columns.map(({ column, field }) => dialect.encode(column, record[field] ?? null))
        write(text, [...values, workspace, id, expects], unless)
      }
    }
    for (const [noun, rows] of created) insert(tableOf(noun), rows)

    for (const { leftAt, leftFor, pipeline, subjectId } of changes.visitsClosed)
      write(closeText, [dialect.encode("instant", leftAt), leftFor, workspace, pipeline, subjectId], {
        stale: false,
        what: `no open visit of ${pipeline} ${subjectId}`,
      })
    insert(Visits.Visits, changes.visitsOpened.map(Visits.toRow))
    for (const { pipeline, subjectId, visits } of changes.visitsRewritten) {
      write(forgetText, [workspace, pipeline, subjectId])
      insert(Visits.Visits, visits.map(Visits.toRow))
    }

    for (const { id, noun, subjectId, subjectType } of changes.linksRemoved)
      write(unlinkText, [workspace, noun, id, subjectType, subjectId])
    insert(
      Links,
      changes.linksAdded.map((link) => ({ ...link })),
      " on conflict do nothing",
    )
    for (const id of changes.keysDropped) write(dropText, [workspace, id])
    // In their order: the keys of many people are all over the index, and each page of it is changed once.
    insert(
      MatchKeys,
      changes.keysAdded.map((key) => ({ ...key })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)),
      " on conflict do nothing",
    )
    writes.push(...erasures(changes))
    for (const { bytes, key } of changes.blobs) write(blobText, [workspace, key, bytes])
    if (changes.idempotency !== null) insert(Idempotency, [{ ...changes.idempotency, recordedAt: changes.recordedAt }])
    insert(Ledger.Ledger, changes.entries.map(Ledger.toRow))
    writes.push(...searchWrites(changes))
    return writes
  }
}
