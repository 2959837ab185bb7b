import type { Json } from "../Ledger.js"
import type { NounName } from "../Nouns.js"
import type { Issue } from "../Refusal.js"
import * as References from "../References.js"
import type { Read, Row } from "./Exported.js"

/** What names the person in a field that does not say whose id it holds. */
export const elsewhere = [
  ["alias", "currentId"],
  ["member", "memberId"],
  ["optOut", "personId"],
] as const

/** The ids that a record names, whatever it is about. */
const named = (noun: NounName, row: Row): ReadonlyArray<Json> => [
  ...References.of(noun, row),
  ...elsewhere.flatMap(([one, field]) => (one === noun ? [row[field] ?? null] : [])),
  ...(noun === "alias" ? [row.formerId ?? null] : []),
]

/**
 * The records of an export that are not the person's, or name what is not in it: an opening is its position's, and
 * whatever else nothing of the person leads to is somebody else's.
 */
export const strangers = ({ around, candidate, formerIds, records }: Read): ReadonlyArray<Issue> => {
  const all = Object.entries(records).flatMap(([noun, rows]) =>
    (rows ?? []).map((row, index) => ({
      id: String(row.id),
      path: ["records", noun, index],
      row,
      names: named(noun as NounName, row),
      isSomebodys: noun !== "opening",
    })),
  )
  const byId = new Map(all.map((one) => [one.id, one]))
  const naming = new Map<Json, Array<(typeof all)[number]>>()
  for (const one of all)
    for (const id of one.names) {
      const others = naming.get(id)
      if (others === undefined) naming.set(id, [one])
      else others.push(one)
    }
  const people = [String(candidate.id), ...formerIds]
  const own = new Set<Json>(people)
  for (const next: Array<Json> = [...people]; next.length > 0; ) {
    const id = next.pop() ?? null
    // What a record names need not be the person's, but for the document of a consent.
    const documentId = String(byId.get(String(id))?.row.documentId)
    const document = byId.get(documentId)
    for (const one of [...(naming.get(id) ?? []), ...(document === undefined ? [] : [document])])
      if (one.isSomebodys && !own.has(one.id)) {
        own.add(one.id)
        next.push(one.id)
      }
  }
  const { clients, lists, openings, positions } = around
  const here = new Set<Json>(people)
  for (const { id } of [...all, ...clients, ...lists, ...openings, ...positions]) here.add(id)
  return all.flatMap(({ id, names, path }): ReadonlyArray<Issue> => {
    if (!own.has(id)) return [{ path, message: "is none of the person's" }]
    return names.every((one) => here.has(one)) ? [] : [{ path, message: "names what is not in the export" }]
  })
}
