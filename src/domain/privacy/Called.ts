import * as Words from "../duplicate/Name.js"
import type { Json } from "../Ledger.js"

type Row = { readonly [field: string]: Json }

/** Whether a text tells of a person: `is` what they were called or reached by, or `holds` it beside other words. */
export interface Called {
  readonly is: (text: string) => boolean
  readonly holds: (text: string) => boolean
}

/**
 * By what a person was ever called and reached, as records of candidates and contacts, or patches of them, say it. A name
 * of one word tells of nobody beside other words, since it may be a word.
 */
export const of = (rows: Iterable<Row>): Called => {
  const [names, emails, phones] = [new Map<string, ReadonlyArray<string>>(), new Set<string>(), new Set<string>()]
  for (const { email, name, phone } of rows) {
    if (typeof name === "string") {
      const own = Words.tokens(name)
      if (own.length > 0) names.set(own.join(" "), own)
    }
    if (typeof email === "string" && email !== "") emails.add(email.toLowerCase())
    const digits = typeof phone === "string" ? phone.replace(/\D/g, "") : ""
    if (digits.length > 6) phones.add(digits)
  }
  const several = [...names.values()].filter(({ length }) => length > 1)
  return {
    is: (text) => names.has(Words.tokens(text).join(" ")),
    holds: (text) => {
      const lower = text.toLowerCase()
      const digits = text.replace(/\D/g, "")
      const words = Words.words(text)
      const joined = words.join("")
      return (
        [...emails].some((email) => lower.includes(email)) ||
        [...phones].some((phone) => digits.includes(phone)) ||
        several.some((name) => name.every((word) => words.includes(word)) || joined.includes(name.join("")))
      )
    },
  }
}
