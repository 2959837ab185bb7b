import { isErasure } from "../Fact.js"
import type { Entry, Json } from "../Ledger.js"
import { type NounName, nounOf } from "../Nouns.js"
import * as Reason from "../Reason.js"
import * as Said from "../Said.js"
import { same } from "../Same.js"
import { blanked, type Outlives, isReason } from "./Personal.js"

type Fields = { readonly [field: string]: Json }

/** What an entry says from now on: nothing else of the ledger ever changes. */
export interface Redaction {
  readonly entryId: string
  readonly data: Fields
  readonly patch: Fields | null
}

const isFields = (value: Json): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value)

/**
 * What an entry says beside its patch without free text: ids, days, numbers and words of closed lists stay. `instead`
 * takes the place of a reason.
 */
export const withoutText = (noun: NounName, data: Fields, outlives: Outlives, instead: string): Fields => {
  const wrong = new Set(Said.issues(noun, data).map(({ path: [name] }) => name))
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, part]) => {
      if (wrong.has(name)) return []
      return [[name, name === "reason" && typeof part === "string" && !outlives.reason(part) ? instead : part] as const]
    }),
  )
}

/** The entry without what it says of a person; null where it says nothing. */
export const redacted = (entry: Entry, outlives: Outlives): Redaction | null => {
  const { subject, type } = entry
  // The reason of an erasure is said to outlive it, and names nobody.
  // Reports count the reasons of moves, and not those of corrections.
  const instead = isReason(subject.type, "reason") && entry.corrects === null ? Reason.once : ""
  const data = isErasure(type) ? entry.data : withoutText(subject.type, entry.data, outlives, instead)
  const patch = entry.patch === null ? null : { ...entry.patch, ...blanked(subject.type, entry.patch, outlives) }
  return same(data, entry.data) && same(patch, entry.patch) ? null : { entryId: entry.id, data, patch }
}

/** The entry of somebody else's record without its reason, which tells of the person; null where it gives none. */
export const unreasoned = (entry: Entry, outlives: Outlives): Redaction | null => {
  const data = withoutText(entry.subject.type, entry.data, outlives, "")
  return same(data, entry.data) ? null : { entryId: entry.id, data, patch: entry.patch }
}

/** A field of a merge's preview: its values are somebody's. */
const isOutcome = (value: Fields): boolean => "field" in value && "result" in value && "wins" in value

/** A command's remembered result with the records of these ids as they are now. */
export const resultWithout = (value: Json, ids: ReadonlySet<string>, outlives: Outlives): Json => {
  if (Array.isArray(value)) return value.map((one: Json) => resultWithout(one, ids, outlives))
  if (!isFields(value)) return value
  if (isOutcome(value)) return { ...value, into: null, from: null, result: null }
  const inner = Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, resultWithout(part, ids, outlives)]),
  )
  const noun: NounName | undefined = typeof value.id === "string" && ids.has(value.id) ? nounOf(value.id) : undefined
  return noun === undefined ? inner : { ...inner, ...blanked(noun, inner, outlives) }
}
