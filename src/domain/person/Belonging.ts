import type { Json } from "../Ledger.js"
import { type NounName, nounOf } from "../Nouns.js"
import type { Issue } from "../Refusal.js"
import * as References from "../References.js"
import type { Row } from "./Exported.js"
import type { Person } from "./Person.js"

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
 * What would have an id stand for somebody else: each former one leads by its one alias, or by way of others, to a record
 * of the person's own. One that leads round would be looked up for ever, and one that leads nowhere is another's.
 */
const astray = ({ formerIds, records, root }: Person): ReadonlyArray<Issue> => {
  const aliases = (records.alias ?? []).map(({ currentId, formerId }) => [String(formerId), String(currentId)] as const)
  const into = new Map<string, Array<string>>()
  for (const [former, current] of aliases) {
    const others = into.get(current)
    if (others === undefined) into.set(current, [former])
    else others.push(former)
  }
  const people = new Set([root.record, ...(records.contact ?? [])].map(({ id }) => String(id)))
  const reached = new Set<string>()
  for (const next = [...people]; next.length > 0; ) {
    const current = next.pop() ?? ""
    for (const id of into.get(current) ?? [])
      if (nounOf(id) === nounOf(current) && !people.has(id) && !reached.has(id)) {
        reached.add(id)
        next.push(id)
      }
  }
  const message = "is none of the person's"
  const known = new Set<string>(formerIds)
  const met = new Set<string>()
  return [
    ...aliases.flatMap(([id], index) => {
      const isOne = known.has(id) && !met.has(id)
      met.add(id)
      return isOne ? [] : [{ path: ["records", "alias", index], message }]
    }),
    ...formerIds.flatMap((id, index) => (reached.has(id) ? [] : [{ path: ["formerIds", index], message }])),
  ]
}

/**
 * The records of an export that are not the person's, or name what is not in it: an opening is its position's, and
 * whatever else nothing of the person leads to is somebody else's.
 */
export const strangers = (person: Person): ReadonlyArray<Issue> => {
  const { around, formerIds, records, root } = person
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
  const people = [String(root.record.id), ...formerIds]
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
  const unknown = { message: "names what is not in the export" }
  const whole = (names: ReadonlyArray<Json>) => names.every((one) => here.has(one))
  return [
    ...(whole(named(root.noun, root.record)) ? [] : [{ path: [root.noun], ...unknown }]),
    ...all.flatMap(({ id, names, path }): ReadonlyArray<Issue> => {
      if (!own.has(id)) return [{ path, message: "is none of the person's" }]
      return whole(names) ? [] : [{ path, ...unknown }]
    }),
    ...astray(person),
  ]
}
