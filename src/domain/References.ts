import type { Json } from "./Ledger.js"
import * as Noun from "./Noun.js"
import { type NounName, Nouns } from "./Nouns.js"

type Row = { readonly [field: string]: Json }
type Names = ReadonlyMap<string, string>

/** The fields of each noun that name other records: one, a list of one noun's, or subjects of any. */
const fields: ReadonlyMap<NounName, ReadonlyArray<string>> = new Map(
  (Object.keys(Nouns) as ReadonlyArray<NounName>).map((noun) => [
    noun,
    Object.entries(Noun.allFields(Nouns[noun])).flatMap(([field, { lists, refers }]) =>
      lists !== undefined || refers !== undefined || field === "subjects" ? [field] : [],
    ),
  ]),
)

/** The id that a reference is, on its own or as a subject; null for what is none. */
export const idOf = (one: Json): string | null =>
  typeof one === "string" ? one : typeof one === "object" && one !== null && "id" in one ? String(one.id) : null

/** All ids that a record, or what an entry changed of one, refers to. */
export const of = (noun: NounName, row: Row): ReadonlyArray<string> =>
  (fields.get(noun) ?? []).flatMap((field) => {
    const value = row[field] ?? null
    return (Array.isArray(value) ? value : [value]).flatMap((one: Json) => idOf(one) ?? [])
  })

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
  const own = (fields.get(noun) ?? []).filter((field) => row[field] !== undefined)
  return { ...row, ...Object.fromEntries(own.map((field) => [field, renamed(row[field] ?? null, names)])) }
}
