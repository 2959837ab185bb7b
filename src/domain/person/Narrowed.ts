import type { Entry, Json } from "../Ledger.js"
import * as Noun from "../Noun.js"
import { type NounName, Nouns } from "../Nouns.js"
import * as References from "../References.js"
import type { Row } from "./Exported.js"

type Refer = readonly [field: string, { readonly refers?: string; readonly nullable: boolean }]

const refers: ReadonlyMap<NounName, ReadonlyArray<Refer>> = new Map(
  (Object.keys(Nouns) as ReadonlyArray<NounName>).map((noun) => [
    noun,
    Object.entries(Noun.allFields(Nouns[noun])).filter((field) => field[1].refers !== undefined),
  ]),
)

const of = (noun: NounName): ReadonlyArray<Refer> => refers.get(noun) ?? []

/** The ids with a prefix that some rows of a noun refer to. */
export const referred = (prefix: string, noun: NounName, row: Row): ReadonlyArray<string> =>
  of(noun).flatMap(([field, { refers: wanted }]) => {
    const id = row[field]
    return wanted === prefix && typeof id === "string" ? [id] : []
  })

const isKept = (subject: Json, kept: ReadonlySet<string>): boolean => kept.has(References.idOf(subject) ?? "")

/** A row, or what an entry changed of one, that names nobody but those who are kept. */
export const row = (noun: NounName, all: Row, kept: ReadonlySet<string>): Row => {
  let found: { [field: string]: Json } | undefined
  for (const [field, { nullable }] of of(noun)) {
    const id = all[field]
    if (nullable && typeof id === "string" && !kept.has(id)) found = { ...(found ?? all), [field]: null }
  }
  const { subjects } = all
  if (Array.isArray(subjects) && !subjects.every((one: Json) => isKept(one, kept)))
    found = { ...(found ?? all), subjects: subjects.filter((one: Json) => isKept(one, kept)) }
  return found ?? all
}

/**
 * An entry with what is now in place of what it named then, where that was merged into another: as the client that a
 * consent was given for, whose name is no more. What else the entry says, `reassignedFrom` too, it goes on saying.
 */
export const current = (all: Entry, currents: ReadonlyMap<string, string>): Entry =>
  all.patch === null ? all : { ...all, patch: References.renamedIn(all.subject.type, all.patch, currents) }

/** The references that some kind of a noun cannot be without. */
const needed: ReadonlyMap<NounName, ReadonlyArray<string>> = new Map(
  [...refers].map(([name, fields]) => {
    const noun: Noun.Noun = Nouns[name]
    const required = new Set(Object.values(noun.kinds ?? {}).flatMap(({ requires }) => requires ?? []))
    return [name, fields.flatMap(([field]) => (required.has(field) ? [field] : []))]
  }),
)

/**
 * An entry that names nobody but those who are kept. What the record could not have been without is named by its id all
 * the same, since a mistake that was taken back may have rested on what is no more, or is another's again: without it the
 * history would say that somebody was submitted without a consent, or accepted without a placement.
 */
export const entry = (all: Entry, kept: ReadonlySet<string>): Entry => {
  const { patch, subject } = all
  if (patch === null) return all
  const ids = (needed.get(subject.type) ?? []).flatMap((field) => {
    const id = patch[field]
    return typeof id === "string" ? [[field, id] as const] : []
  })
  return { ...all, patch: { ...row(subject.type, patch, kept), ...Object.fromEntries(ids) } }
}

/** Entries in the order in which they were written, as their ids tell; those of one subject by their versions. */
export const inOrder = (entries: ReadonlyArray<Entry>): ReadonlyArray<Entry> => {
  const last = new Map<string, string>()
  const placed = entries.map((one) => {
    const before = last.get(one.subject.id) ?? ""
    const goesOn = one.id > before
    const place = goesOn ? one.id : before
    last.set(one.subject.id, place)
    return { one, place }
  })
  return placed.toSorted((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0)).map(({ one }) => one)
}
