import type { ChangeSet, Erasure, Link } from "../../src/domain/ChangeSet.js"
import type { Entry, Visit } from "../../src/domain/Ledger.js"
import { type NounName, Nouns } from "../../src/domain/Nouns.js"
import * as Kept from "./Kept.js"
import type { Remembered, Row } from "../../src/ports/Storage.js"
import { StaleWrite } from "../../src/ports/StorageError.js"
import * as Indexing from "../../src/search/Indexing.js"
import { Inverted } from "./Inverted.js"

/** The rows of one noun, with an index for every field that plans look up by, and the rules that must stay unique. */
interface Table {
  readonly rows: Map<string, Row>
  readonly index: Map<string, Map<unknown, Set<string>>>
}

/** One agency's data. */
export interface Tables {
  readonly nouns: Map<NounName, Table>
  readonly entries: Array<Entry>
  readonly entryIds: Set<string>
  readonly entriesBySubject: Map<string, Array<Entry>>
  readonly visits: Map<string, ReadonlyArray<Visit>>
  readonly links: Map<string, ReadonlyArray<Link>>
  /** The ids of what is about a subject. */
  readonly about: Map<string, Set<string>>
  /** Ids by key, and keys by id. */
  readonly idsByKey: Map<string, Set<string>>
  readonly keysById: Map<string, Set<string>>
  readonly blobs: Map<string, Uint8Array>
  readonly remembered: Map<string, Remembered>
  readonly indexes: Map<string, Inverted>
  readonly kept: Kept.Tables
}

const indexed = (noun: NounName): ReadonlyArray<string> => {
  const { fields, indexes, unique } = Nouns[noun]
  const references = Object.entries(fields).flatMap(([name, field]) => (field.refers === undefined ? [] : [name]))
  return [
    ...new Set([
      ...references,
      ...[...unique.map(({ fields }) => fields), ...indexes].flatMap(([first = "id"]) => first),
    ]),
  ]
}

export const empty = (): Tables => ({
  nouns: new Map(
    (Object.keys(Nouns) as ReadonlyArray<NounName>).map((noun) => [
      noun,
      { rows: new Map(), index: new Map(indexed(noun).map((field) => [field, new Map()])) },
    ]),
  ),
  entries: [],
  entryIds: new Set(),
  entriesBySubject: new Map(),
  visits: new Map(),
  links: new Map(),
  about: new Map(),
  idsByKey: new Map(),
  keysById: new Map(),
  blobs: new Map(),
  remembered: new Map(),
  indexes: new Map(),
  kept: Kept.empty(),
})

export const tableOf = (tables: Tables, noun: NounName): Table =>
  tables.nouns.get(noun) ?? { rows: new Map(), index: new Map() }

/** The rows of a noun whose fields hold one of the values asked for, ordered by id. */
export const lookup = (
  tables: Tables,
  noun: NounName,
  by: ReadonlyArray<readonly [field: string, values: ReadonlySet<unknown>]>,
): ReadonlyArray<Row> => {
  const table = tableOf(tables, noun)
  const [first] = by.filter(([field]) => field === "id" || table.index.has(field))
  const ids =
    first === undefined
      ? [...table.rows.keys()]
      : first[0] === "id"
        ? [...first[1]]
        : [...first[1]].flatMap((value) => [...(table.index.get(first[0])?.get(value) ?? [])])
  return ids
    .flatMap((id) => {
      const row = table.rows.get(String(id))
      return row !== undefined && by.every(([field, values]) => values.has(row[field])) ? [row] : []
    })
    .sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))
}

/** The value made unchangeable: callers get the very rows that are kept. */
const frozen = <A>(value: A): A => {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}

const put = (table: Table, id: string, row: Row | null): void => {
  const before = table.rows.get(id)
  for (const [field, values] of table.index) {
    if (before !== undefined && before[field] !== row?.[field]) values.get(before[field])?.delete(id)
    if (row !== null && before?.[field] !== row[field]) {
      const ids = values.get(row[field])
      if (ids === undefined) values.set(row[field], new Set([id]))
      else ids.add(id)
    }
  }
  if (row === null) table.rows.delete(id)
  else table.rows.set(id, frozen(row))
}

/** What of a ChangeSet no longer fits the data, if anything: checked as a whole, before anything is written. */
const conflict = (tables: Tables, changes: ChangeSet): string | null => {
  const { idempotency } = changes
  if (idempotency !== null && tables.remembered.has(idempotency.key)) return `idempotency key ${idempotency.key}`
  for (const { noun, id, expects } of changes.records) {
    const version = Number(tableOf(tables, noun).rows.get(id)?.version ?? 0)
    if (version !== expects) return id
  }
  const gone = changes.named.find(({ id, noun }) => !tableOf(tables, noun).rows.has(id))
  const moved = changes.rests.find(({ id, noun, version }) => tableOf(tables, noun).rows.get(id)?.version !== version)
  return gone?.id ?? moved?.id ?? joined(tables, changes) ?? told(tables, changes) ?? taken(tables, changes)
}

/** The id of a record that came to a set which was looked at as a whole. */
const joined = (tables: Tables, { wholes }: ChangeSet): string | null => {
  for (const { field, ids, kinds, noun, of } of wholes) {
    const known = new Set(ids)
    const { index, rows } = tableOf(tables, noun)
    for (const id of index.get(field)?.get(of) ?? [])
      if (!known.has(id) && kinds.includes(String(rows.get(id)?.kind))) return id
  }
  return null
}

/** The id of an entry that the ledger has, or that the ChangeSet tells twice. */
const told = ({ entryIds }: Tables, { entries }: ChangeSet): string | null => {
  const fresh = new Set<string>()
  for (const { id } of entries) {
    if (entryIds.has(id) || fresh.has(id)) return id
    fresh.add(id)
  }
  return null
}

/** The name of a unique rule that the ChangeSet would break. */
const taken = (tables: Tables, changes: ChangeSet): string | null => {
  const written = new Set(changes.records.map(({ id }) => id))
  for (const { noun, id, record } of changes.records) {
    if (record === null) continue
    const table = tableOf(tables, noun)
    for (const { name, fields, kinds } of Nouns[noun].unique) {
      const counts = (row: Row) => kinds === undefined || kinds.includes(String(row.kind))
      if (!counts(record)) continue
      const clashes = (row: Row) =>
        row.id !== id && counts(row) && fields.every((field) => row[field] === record[field])
      const [field = "id"] = fields
      const neighbours = [...(table.index.get(field)?.get(record[field]) ?? [])].flatMap(
        (other) => table.rows.get(other) ?? [],
      )
      const others = changes.records.flatMap((write) =>
        write.noun === noun && write.record !== null ? [write.record] : [],
      )
      if (
        neighbours.some((row) => !written.has(String((row as Row).id)) && clashes(row as Row)) ||
        others.some(clashes)
      ) {
        return `${noun} ${name}`
      }
    }
  }
  return null
}

const append = (tables: Tables, entry: Entry): void => {
  tables.entries.push(entry)
  tables.entryIds.add(entry.id)
  const entries = tables.entriesBySubject.get(entry.subject.id)
  if (entries === undefined) tables.entriesBySubject.set(entry.subject.id, [entry])
  else entries.push(entry)
}

const index = (tables: Tables, changes: ChangeSet): void => {
  const of = (noun: string): Inverted => {
    const known = tables.indexes.get(noun)
    if (known !== undefined) return known
    const made = new Inverted()
    tables.indexes.set(noun, made)
    return made
  }
  const { fresh, touched } = Indexing.of(changes)
  for (const { id, noun, own } of fresh) of(noun).add(id, own())
  for (const one of touched) of(one.noun).touch(one)
}

const erase = (tables: Tables, { redactions, remembered, blobs }: Erasure): void => {
  const said = new Map(redactions.map(({ entryId, ...payload }) => [entryId, payload]))
  const without = (entry: Entry): Entry => ({ ...entry, ...said.get(entry.id) })
  for (const [place, entry] of tables.entries.entries()) if (said.has(entry.id)) tables.entries[place] = without(entry)
  for (const entries of tables.entriesBySubject.values()) {
    for (const [place, entry] of entries.entries()) if (said.has(entry.id)) entries[place] = without(entry)
  }
  for (const { key, result } of remembered) {
    const known = tables.remembered.get(key)
    if (known !== undefined) tables.remembered.set(key, { ...known, result })
  }
  for (const key of blobs) tables.blobs.delete(key)
  Kept.drop(tables.kept)
}

/** Writes the whole ChangeSet, or answers what it clashed with and writes nothing. */
export const commit = (tables: Tables, changes: ChangeSet): StaleWrite | null => {
  const what = conflict(tables, changes)
  if (what !== null) return new StaleWrite({ what })
  for (const { noun, id, record } of changes.records) put(tableOf(tables, noun), id, record)
  for (const entry of changes.entries) append(tables, entry)
  const { about, links, visits } = tables
  for (const { subjectId, leftAt, leftFor } of changes.visitsClosed) {
    visits.set(
      subjectId,
      (visits.get(subjectId) ?? []).map((visit) => (visit.leftAt === null ? { ...visit, leftAt, leftFor } : visit)),
    )
  }
  for (const visit of changes.visitsOpened) visits.set(visit.subjectId, [...(visits.get(visit.subjectId) ?? []), visit])
  for (const rewritten of changes.visitsRewritten) visits.set(rewritten.subjectId, rewritten.visits)
  for (const link of changes.linksAdded) {
    links.set(link.id, [...(links.get(link.id) ?? []), link])
    about.set(link.subjectId, (about.get(link.subjectId) ?? new Set()).add(link.id))
  }
  for (const link of changes.linksRemoved) {
    about.get(link.subjectId)?.delete(link.id)
    links.set(
      link.id,
      (links.get(link.id) ?? []).filter(({ subjectId }) => subjectId !== link.subjectId),
    )
  }
  for (const id of changes.keysDropped) {
    for (const key of tables.keysById.get(id) ?? []) tables.idsByKey.get(key)?.delete(id)
    tables.keysById.delete(id)
  }
  for (const { key, id } of changes.keysAdded) {
    tables.idsByKey.set(key, (tables.idsByKey.get(key) ?? new Set()).add(id))
    tables.keysById.set(id, (tables.keysById.get(id) ?? new Set()).add(key))
  }
  if (changes.erasure !== null) erase(tables, changes.erasure)
  for (const { key, bytes } of changes.blobs) tables.blobs.set(key, bytes.slice())
  index(tables, changes)
  if (changes.idempotency !== null) tables.remembered.set(changes.idempotency.key, changes.idempotency)
  return null
}
