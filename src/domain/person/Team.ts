import { isFields } from "../Input.js"
import type { Json } from "../Ledger.js"
import * as Called from "../privacy/Called.js"
import type { Issue } from "../Refusal.js"
import type { Row } from "./Exported.js"
import type { Person } from "./Person.js"

// An erasure leaves who did, owns or earned something, and what reports count by: so these must tell of nobody else.

/**
 * `member`: who works for the agency. `word`: a source, a role, the name of an instalment or of what the person's records
 * name, a time zone.
 */
type Sort = "member" | "word"
type Visit = (sort: Sort, value: string, path: Issue["path"]) => string

const sorts: { readonly [field: string]: Sort } = {
  createdBy: "member",
  updatedBy: "member",
  owner: "member",
  addedBy: "member",
  source: "word",
  timeZone: "word",
}

/** Fields with such words further down. */
const inner: { readonly [field: string]: { readonly [field: string]: Sort } } = {
  credits: { actor: "member", role: "word" },
  feeTerms: { name: "word" },
}

const within = (value: Json, named: { readonly [field: string]: Sort }, path: Issue["path"], visit: Visit): Json => {
  if (Array.isArray(value)) return value.map((one: Json, at) => within(one, named, [...path, at], visit))
  return isFields(value) ? walked(value as Row, named, path, visit) : value
}

const walked = (row: Row, named: { readonly [field: string]: Sort }, path: Issue["path"], visit: Visit): Row =>
  Object.fromEntries(
    Object.entries(row).map(([field, value]): [string, Json] => {
      const sort = Object.hasOwn(named, field) ? named[field] : undefined
      if (sort !== undefined) return [field, typeof value === "string" ? visit(sort, value, [...path, field]) : value]
      return [field, within(value, named, [...path, field], visit)]
    }),
  )

const ofRow = (row: Row, path: Issue["path"], visit: Visit): Row =>
  Object.fromEntries(
    Object.entries(row).map(([field, value]): [string, Json] => {
      const sort = Object.hasOwn(sorts, field) ? sorts[field] : undefined
      if (sort !== undefined) return [field, typeof value === "string" ? visit(sort, value, [...path, field]) : value]
      const named = Object.hasOwn(inner, field) ? inner[field] : undefined
      return [field, named === undefined ? value : within(value, named, [...path, field], visit)]
    }),
  )

/** The person with each such word as `visit` gives it. */
const visited = (person: Person, visit: Visit): Person => ({
  ...person,
  root: { ...person.root, record: ofRow(person.root.record, ["person", person.root.noun], visit) },
  records: Object.fromEntries(
    Object.entries(person.records).map(([noun, rows]) => [
      noun,
      (rows ?? []).map((row, at) => ofRow(row, ["person", "records", noun, at], visit)),
    ]),
  ),
  around: {
    ...person.around,
    clients: person.around.clients.map((one, at) => ({
      ...one,
      name: visit("word", one.name, ["person", "around", "clients", at, "name"]),
    })),
    positions: person.around.positions.map((one, at) => ({
      ...one,
      title: visit("word", one.title, ["person", "around", "positions", at, "title"]),
    })),
    lists: person.around.lists.map((one, at) => ({
      ...one,
      name: visit("word", one.name, ["person", "around", "lists", at, "name"]),
    })),
  },
  entries: person.entries.map((entry, at) => {
    const path = ["person", "entries", at]
    const { imported } = entry.data
    return {
      ...entry,
      actor: visit("member", entry.actor, [...path, "actor"]),
      data:
        imported === undefined
          ? entry.data
          : { ...entry.data, imported: within(imported, { by: "member" }, [...path, "data", "imported"], visit) },
      patch: entry.patch === null ? null : ofRow(entry.patch, [...path, "patch"], visit),
    }
  }),
})

/** Team members and words of this agency, by those of the export that they stand for. */
export interface Known {
  readonly actors: { readonly [there: string]: string }
  readonly sources: { readonly [there: string]: string }
}

const meant = ({ actors, sources }: Known, sort: Sort, value: string): string | undefined => {
  const known = sort === "member" ? actors : sources
  return Object.hasOwn(known, value) ? known[value] : undefined
}

/** What the person was ever called and reached by. */
const told = ({ entries, records, root }: Person) =>
  Called.of([
    root.record,
    ...(records.contact ?? []),
    ...entries.flatMap(({ patch, subject: { type } }) =>
      patch !== null && (type === "candidate" || type === "contact") ? [patch] : [],
    ),
  ])

/** What is wrong with words that would outlive an erasure; those that this agency gives are its own. */
export const issues = (person: Person, known: Known): ReadonlyArray<Issue> => {
  const { holds } = told(person)
  const found: Array<Issue> = []
  const fault = (sort: Sort, value: string): string | null => {
    const part = sort === "member" ? "actors" : "sources"
    if (holds(value)) return `names the person, and would outlive an erasure: say in ${part} what it stands for here`
    return sort === "member" && !/^\S{1,100}$/u.test(value)
      ? "is no name of a team member in one word: say in actors who it is here"
      : null
  }
  const faults = new Map<string, string | null>()
  visited(person, (sort, value, path) => {
    if (meant(known, sort, value) !== undefined) return value
    const key = `${sort} ${value}`
    const seen = faults.get(key)
    const message = seen === undefined ? fault(sort, value) : seen
    faults.set(key, message)
    if (message !== null) found.push({ path, message })
    return value
  })
  return found
}

/** The person with this agency's team members and words in place of those of the export. */
export const settled = (person: Person, known: Known): Person =>
  Object.keys(known.actors).length + Object.keys(known.sources).length === 0
    ? person
    : visited(person, (sort, value) => meant(known, sort, value) ?? value)
