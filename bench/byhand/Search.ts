import * as Slots from "../../adapters/postgres/Slots.js"
import { type DocumentRow, documentRow } from "../../adapters/sql/SearchRow.js"
import type { Json } from "../../src/domain/Ledger.js"
import { locate } from "../../src/search/Cities.js"
import * as Document from "../../src/search/Document.js"
import * as Terms from "../../src/search/Terms.js"
import type { Row, Run, Script } from "./Script.js"
import { statement } from "./Statements.js"

// The index of searches as a program by hand would keep it: terms by the functions that the searches rest on, and one
// statement for each thing that changes.

const key = "workspace = ? and noun = ? and id = ?"
/** The words of what is about a record, of the newest first, up to a limit. */
const about = (owner: string) =>
  `(select p.terms, sum(p.size) over (order by p.part desc) as total from {s}search_parts p where ${owner})`
const rest = "runs = ?, numbers = ?, x = ?, y = ?, z = ?"

const forget = statement(`delete from {s}search_terms where rowid = (select seq from {s}search_documents where ${key})`)
const store = statement(
  "update {s}search_documents set seq = (select max(seq) + 1 from {s}search_documents), " +
    `terms = ?, ${rest} where ${key}`,
)
const learn = statement(
  "insert into {s}search_terms (rowid, terms) select d.seq, d.terms || coalesce((select ' ' || group_concat(terms, ' ')" +
    ` from ${about("p.workspace = d.workspace and p.noun = d.noun and p.id = d.id")} where total <= ?), '')` +
    ` from {s}search_documents d where ${key}`,
)

const storeVectors = statement(
  `update {s}search_documents d set seq = w.seq, ${rest},` +
    " own = case when w.others is null then null else w.own end," +
    ` terms = ${Slots.vector("concat_ws(' ', w.own, w.others)", "w.seq")}` +
    " from (select nextval('{s}search_documents_seq') as seq, ?::text as own," +
    " (select string_agg(s.terms, ' ')" +
    ` from ${about("p.workspace = ? and p.noun = ? and p.id = ?")} s where s.total <= ?) as others) w` +
    ` where d.${key}`,
)

type Index = Run["index"]

const stored = ({ numbers, runs, x, y, z }: DocumentRow) => [runs, JSON.stringify(numbers), x, y, z]

/** SQLite keeps the terms in a table of full text, under the record's place. */
export const inTable: Index = (workspace, row) => {
  const id = [workspace, row.noun, row.id]
  return [
    [forget, ...id],
    [store, row.terms, ...stored(row), ...id],
    [learn, Terms.roomForParts, ...id],
  ]
}

/** Postgres keeps them beside the document. */
export const inVectors: Index = (workspace, row) => {
  const id = [workspace, row.noun, row.id]
  return [[storeVectors, ...stored(row), row.terms, ...id, Terms.roomForParts, ...id]]
}

const instant = (stored: unknown): Json => (stored === null ? null : new Date(Number(stored)).toISOString())
const text = (stored: unknown): Json => (stored === null ? null : String(stored))
const flag = (stored: unknown): Json => (stored === null ? null : Boolean(stored))

/** The fields that searches see of both nouns. */
const common = ({ json }: Run, row: Row) => ({
  kind: text(row.kind),
  stage: text(row.stage),
  stageSince: instant(row.stage_since),
  createdAt: instant(row.created_at),
  createdBy: text(row.created_by),
  updatedAt: instant(row.updated_at),
  updatedBy: text(row.updated_by),
  location: text(row.location),
  owner: text(row.owner),
  skills: json(row.skills) as Json,
  tags: json(row.tags) as Json,
  customFields: json(row.custom_fields) as Json,
})

const candidate = (run: Run, row: Row) => ({
  ...common(run, row),
  name: text(row.name),
  email: text(row.email),
  phone: text(row.phone),
  links: run.json(row.links) as Json,
  source: text(row.source),
  willingToRelocate: flag(row.willing_to_relocate),
  salaryExpectation: run.json(row.salary_expectation) as Json,
  availableFrom: text(row.available_from),
  screenedAt: instant(row.screened_at),
})

const position = (run: Run, row: Row) => ({
  ...common(run, row),
  title: text(row.title),
  description: text(row.description),
  clientId: text(row.client_id),
  salary: run.json(row.salary) as Json,
  openedAt: instant(row.opened_at),
  closedAt: instant(row.closed_at),
})

function* index(run: Run, noun: "candidate" | "position", row: Row, fields: { readonly [name: string]: Json }) {
  const { workspace } = run
  const { numbers, place, ...texts } = Document.ofRecord(noun, fields, locate)
  const terms = Terms.of({ ...texts, numbers, place })
  for (const ask of run.index(workspace, documentRow(workspace, noun, String(row.id), { terms, numbers, place })))
    yield ask
}

/** What is found of a candidate, as the row says now. */
export const indexCandidate = (run: Run, row: Row): Script<void> => index(run, "candidate", row, candidate(run, row))

/** What is found of a position, as the row says now. */
export const indexPosition = (run: Run, row: Row): Script<void> => index(run, "position", row, position(run, row))
