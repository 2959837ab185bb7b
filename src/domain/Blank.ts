import type { Json } from "./Ledger.js"
import * as Noun from "./Noun.js"
import { type NounName, Nouns } from "./Nouns.js"

type Blank = { [field: string]: Json }

const blanks = new Map<NounName, Blank>()

const blankOf = (noun: NounName): Blank => {
  const names = ["id", ...Object.keys(Noun.allFields(Nouns[noun]))]
  // What is parsed is laid out for its fields from the beginning, and so is every copy of it.
  return JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, null]))))
}

/**
 * A record of the noun of which nothing is said yet: every field is null. Objects of twenty fields that are spread into
 * one another change their layout with each field, which was a tenth of an import.
 */
export const blank = (noun: NounName): Blank => {
  const known = blanks.get(noun)
  if (known !== undefined) return { ...known }
  const made = blankOf(noun)
  blanks.set(noun, made)
  return { ...made }
}
