import { isId } from "../Id.js"
import type { Entry, Json } from "../Ledger.js"
import { type NounName, nounOf } from "../Nouns.js"
import { same } from "../Same.js"
import { blanked, type IsBucket } from "./Personal.js"

type Fields = { readonly [field: string]: Json }

/** What an entry says from now on: nothing else of the ledger ever changes. */
export interface Redaction {
  readonly entryId: string
  readonly data: Fields
  readonly patch: Fields | null
}

/** What entries say in a word of the agency's, and not in free text. */
const words = new Set(["from", "to", "outcome", "party", "remedy", "kind", "stage"])

const moment = /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/

const isFields = (value: Json): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value)

/** Data without free text: ids, moments and the agency's own words stay. */
export const withoutText = (value: Json, isBucket: IsBucket): Json => {
  if (typeof value === "string") return isId(value) || moment.test(value) || isBucket(value) ? value : ""
  if (Array.isArray(value)) return value.map((one: Json) => withoutText(one, isBucket))
  if (!isFields(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, words.has(name) ? part : withoutText(part, isBucket)]),
  )
}

/** The entry without what it says of a person; null where it says nothing. */
export const redacted = (entry: Entry, isBucket: IsBucket): Redaction | null => {
  const data = withoutText(entry.data, isBucket) as Fields
  const patch = entry.patch === null ? null : { ...entry.patch, ...blanked(entry.subject.type, entry.patch, isBucket) }
  return same(data, entry.data) && same(patch, entry.patch) ? null : { entryId: entry.id, data, patch }
}

/** A field of a merge's preview: its values are somebody's. */
const isOutcome = (value: Fields): boolean => "field" in value && "result" in value && "wins" in value

/** A command's remembered result with the records of these ids as they are now. */
export const resultWithout = (value: Json, ids: ReadonlySet<string>, isBucket: IsBucket): Json => {
  if (Array.isArray(value)) return value.map((one: Json) => resultWithout(one, ids, isBucket))
  if (!isFields(value)) return value
  if (isOutcome(value)) return { ...value, into: null, from: null, result: null }
  const inner = Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, resultWithout(part, ids, isBucket)]),
  )
  const noun: NounName | undefined = typeof value.id === "string" && ids.has(value.id) ? nounOf(value.id) : undefined
  return noun === undefined ? inner : { ...inner, ...blanked(noun, inner, isBucket) }
}
