import type { Json } from "./Ledger.js"
import * as Noun from "./Noun.js"
import { type NounName, Nouns } from "./Nouns.js"
import { types } from "./Subject.js"

type Row = { readonly [field: string]: Json }
type Names = ReadonlyMap<string, string>

/** A field of a noun that names other records. */
export interface Naming {
  readonly field: string
  /** The id prefixes of the nouns that it may name. */
  readonly prefixes: ReadonlyArray<string>
  readonly holds: "id" | "ids" | "subjects"
  /** Whether it goes on saying what it was given, whoever stands for that by now: a merge changes all others. */
  readonly isGiven: boolean
  /** The field that says since when it no longer names anybody. */
  readonly until: string | null
}

const subjects = types.map((noun) => Nouns[noun].prefix)

const naming = (noun: NounName): ReadonlyArray<Naming> =>
  Object.entries(Noun.allFields(Nouns[noun])).flatMap(
    ([field, { column, given, lists, refers, until = null }]): ReadonlyArray<Naming> => {
      if (refers !== undefined) return [{ field, prefixes: [refers], holds: "id", isGiven: false, until }]
      if (lists !== undefined) return [{ field, prefixes: [lists], holds: "ids", isGiven: false, until }]
      if (field === "subjects") return [{ field, prefixes: subjects, holds: "subjects", isGiven: false, until }]
      if (given === undefined) return []
      return [{ field, prefixes: given, holds: column === "json" ? "ids" : "id", isGiven: true, until }]
    },
  )

const all: ReadonlyMap<NounName, ReadonlyArray<Naming>> = new Map(
  (Object.keys(Nouns) as ReadonlyArray<NounName>).map((noun) => [noun, naming(noun)]),
)

/** The fields of a noun that name other records. */
export const namings = (noun: NounName): ReadonlyArray<Naming> => all.get(noun) ?? []

/** The fields of each noun whose names follow a merge. */
const following: ReadonlyMap<NounName, ReadonlyArray<string>> = new Map(
  [...all].map(([noun, fields]) => [noun, fields.flatMap(({ field, isGiven }) => (isGiven ? [] : [field]))]),
)

/** The id that a reference is, on its own or as a subject; null for what is none. */
export const idOf = (one: Json): string | null =>
  typeof one === "string" ? one : typeof one === "object" && one !== null && "id" in one ? String(one.id) : null

const idsIn = (row: Row, field: string): ReadonlyArray<string> => {
  const value = row[field] ?? null
  return (Array.isArray(value) ? value : [value]).flatMap((one: Json) => idOf(one) ?? [])
}

/** The ids that a record names in a field. */
export const by = ({ field, until }: Naming, row: Row): ReadonlyArray<string> =>
  until !== null && (row[until] ?? null) !== null ? [] : idsIn(row, field)

/** All ids that a record, or what an entry changed of one, refers to. */
export const of = (noun: NounName, row: Row): ReadonlyArray<string> =>
  (following.get(noun) ?? []).flatMap((field) => idsIn(row, field))

/** All ids that a record names: those that it refers to, and those that it keeps as they were given. */
export const named = (noun: NounName, row: Row): ReadonlyArray<string> =>
  namings(noun).flatMap((naming) => by(naming, row))

/** A reference, or a list of them, with some ids in place of others: each once where several stand for one. */
export const renamed = (value: Json, names: Names): Json => {
  if (!Array.isArray(value)) return names.get(idOf(value) ?? "") ?? value
  const ids = value.map((one: Json) => {
    const id = names.get(idOf(one) ?? "")
    return id === undefined ? one : typeof one === "object" && one !== null ? { ...one, id } : id
  })
  return ids.filter((one, index) => ids.findIndex((other) => idOf(other) === idOf(one)) === index)
}

/** The record, or what an entry changed of one, with some ids in place of others wherever it refers to them. */
export const renamedIn = <R extends Row>(noun: NounName, row: R, names: Names): R => {
  if (!of(noun, row).some((id) => names.has(id))) return row
  const own = (following.get(noun) ?? []).filter((field) => row[field] !== undefined)
  return { ...row, ...Object.fromEntries(own.map((field) => [field, renamed(row[field] ?? null, names)])) }
}
