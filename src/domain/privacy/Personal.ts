import type { Json } from "../Ledger.js"
import type * as Noun from "../Noun.js"
import { type NounName, Nouns, type RecordOf } from "../Nouns.js"
import * as Reason from "../Reason.js"
import * as Source from "./Source.js"

type Row = { readonly [field: string]: Json }
type Personal = { readonly [N in NounName]: ReadonlyArray<keyof RecordOf<N> & string> }

/**
 * What of each noun tells of a person, and goes when the person is erased. What reports count by stays: kinds, dates,
 * money, and sources unless they name the person. Every noun says, so that a new one cannot be forgotten.
 */
const personal: Personal = {
  candidate: [
    "name",
    "email",
    "phone",
    "location",
    "willingToRelocate",
    "skills",
    "tags",
    "links",
    "salaryExpectation",
    "availableFrom",
    "employment",
    "education",
    "languages",
    "preferences",
    "customFields",
    "reason",
  ],
  consent: ["reason"],
  submission: ["endReason"],
  interview: ["place", "attendees", "feedback", "reason"],
  offer: ["reason"],
  placement: ["endReason"],
  note: ["body"],
  comment: ["body"],
  document: ["name", "mediaType", "sha256"],
  hold: ["reason"],
  /** Goes as a whole. */
  equalOpportunity: [],
  client: [],
  contact: ["name", "email", "phone", "title", "customFields"],
  opportunity: [],
  position: [],
  opening: [],
  alias: [],
  import: [],
  savedSearch: [],
  list: [],
  member: [],
  segment: [],
  optOut: [],
  customField: [],
}

/** What of an agency's own words outlives a person. */
export interface Outlives {
  /** Whether a reason was given to others, too: those stay, since others are counted by them. */
  readonly reason: (text: string) => boolean
  /** What the person's source counts as. */
  readonly source: (text: string) => string | null
}

/** As if nothing but the person's own words had to go. */
export const everything: Outlives = { reason: () => true, source: Source.kept }

/** Whether a field says why a record came to where it is, which end reasons are counted by. */
export const isReason = (noun: NounName, field: string): boolean =>
  Nouns[noun].kinds !== null && /^(endR|r)eason$/.test(field)

/** What the fields of a record or a patch give as reasons. */
export const reasons = (noun: NounName, row: Row): ReadonlyArray<Json> =>
  Object.entries(row).flatMap(([field, value]) => (isReason(noun, field) ? [value] : []))

const requiredBySome = ({ kinds }: Noun.Noun, field: string): boolean =>
  Object.values(kinds ?? {}).some(({ requires = [] }) => requires.includes(field))

/** A value without content: null where the field may be, else what is empty. The same for every record of the noun. */
const blank = (noun: NounName, field: string, value: Json, outlives: Outlives): Json => {
  const definition = Object.entries(Nouns[noun].fields).find(([name]) => name === field)?.[1]
  if (value === null) return value
  if (typeof value === "string" && isReason(noun, field)) return outlives.reason(value) ? value : Reason.once
  if (definition?.nullable === true && !requiredBySome(Nouns[noun], field)) return null
  if (typeof value === "string") return ""
  return Array.isArray(value) ? [] : typeof value === "object" ? {} : value
}

/** The personal fields of a record or of an entry's patch as they are when the person is erased. */
export const blanked = (noun: NounName, row: Row, outlives: Outlives): Row => {
  const source = Source.sourceIn(noun, row)
  return {
    ...Object.fromEntries(
      personal[noun].flatMap((field) => {
        const value = row[field]
        return value === undefined ? [] : [[field, blank(noun, field, value, outlives)] as const]
      }),
    ),
    ...(source === undefined ? {} : { source: outlives.source(source) }),
  }
}
