import type { Json } from "../Ledger.js"
import type * as Noun from "../Noun.js"
import { type NounName, Nouns, type RecordOf } from "../Nouns.js"
import * as Reason from "../Reason.js"

type Row = { readonly [field: string]: Json }
type Personal = { readonly [N in NounName]: ReadonlyArray<keyof RecordOf<N> & string> }

/**
 * What of each noun tells of a person, and goes when the person is erased. What reports count by stays: sources, kinds,
 * dates, money. Every noun says, so that a new one cannot be forgotten.
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

/** Whether a reason was given to others, too: those stay, since others are counted by them. */
export type IsBucket = (text: string) => boolean

/** Whether a field says why a record came to where it is, which end reasons are counted by. */
export const isReason = (noun: NounName, field: string): boolean =>
  Nouns[noun].kinds !== null && /^(endR|r)eason$/.test(field)

/** What the fields of a record or a patch give as reasons. */
export const reasons = (noun: NounName, row: Row): ReadonlyArray<Json> =>
  Object.entries(row).flatMap(([field, value]) => (isReason(noun, field) ? [value] : []))

const requiredBySome = ({ kinds }: Noun.Noun, field: string): boolean =>
  Object.values(kinds ?? {}).some(({ requires = [] }) => requires.includes(field))

/** A value without content: null where the field may be, else what is empty. The same for every record of the noun. */
const blank = (noun: NounName, field: string, value: Json, isBucket: IsBucket): Json => {
  const definition = Object.entries(Nouns[noun].fields).find(([name]) => name === field)?.[1]
  if (value === null) return value
  if (typeof value === "string" && isReason(noun, field)) return isBucket(value) ? value : Reason.once
  if (definition?.nullable === true && !requiredBySome(Nouns[noun], field)) return null
  if (typeof value === "string") return ""
  return Array.isArray(value) ? [] : typeof value === "object" ? {} : value
}

/** The personal fields of a record or of an entry's patch as they are when the person is erased. */
export const blanked = (noun: NounName, row: Row, isBucket: IsBucket): Row =>
  Object.fromEntries(
    personal[noun].flatMap((field) => {
      const value = row[field]
      return value === undefined ? [] : [[field, blank(noun, field, value, isBucket)] as const]
    }),
  )
