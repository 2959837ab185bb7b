import type { Text } from "../domain/Searched.js"
import * as Fields from "./Fields.js"
import * as Languages from "./Languages.js"
import * as Normalise from "./Normalise.js"
import type { Query } from "./Query.js"
import * as Variants from "./Variants.js"

/** A text in which something of the query stands: what, and where, as UTF-16 offsets. */
export interface Highlight {
  readonly field: string
  readonly text: string
  readonly matches: ReadonlyArray<{ readonly term: string; readonly start: number; readonly end: number }>
}

interface Wanted {
  readonly term: string
  readonly words: ReadonlyArray<string>
  readonly begins: boolean
  /** The field that it must stand in; any where null. */
  readonly field: string | null
}

const wanted = (query: Query): ReadonlyArray<Wanted> => {
  switch (query._tag) {
    case "and":
    case "or":
      return query.of.flatMap(wanted)
    case "term":
      return [{ term: query.word, words: [query.word], begins: false, field: null }]
    case "prefix":
      return [{ term: `${query.word}*`, words: [query.word], begins: true, field: null }]
    case "phrase":
      return [{ term: query.words.join(" "), words: query.words, begins: false, field: null }]
    case "tag":
      return inField("tags", query.tag)
    case "skill":
      return inField("skills", query.skill)
    case "field":
      return named(query)
    default:
      return []
  }
}

/** A field may be asked for under another name than its texts have, and its words stand in any order. */
const named = ({ field, is, value }: Extract<Query, { readonly _tag: "field" }>): ReadonlyArray<Wanted> => {
  const found = Fields.find(Fields.searchable, field)
  if (found === undefined || is !== "eq" || typeof value !== "string") return []
  return found.as === "words" || found.as === "parts" || found.as === "custom"
    ? Normalise.spellings(value).flatMap((word) =>
        inField(found.name, found.name === "languages" ? Languages.indexed(word) : word),
      )
    : inField(found.name, value)
}

const inField = (field: string, value: string): ReadonlyArray<Wanted> => {
  const words = Normalise.spellings(value)
  return words.length === 0 ? [] : [{ term: words.join(" "), words, begins: false, field }]
}

const fits = (word: string | undefined, sought: string | undefined, begins: boolean): boolean =>
  word !== undefined && sought !== undefined && (begins ? word.startsWith(sought) : word === sought)

const isAscii = /^[\0-\x7f]*$/

/** Whether the first word of anything sought may be in the text: cheaper than to take it apart. */
const mayHave = (text: string, sought: ReadonlyArray<Wanted>): boolean => {
  if (!isAscii.test(text) || text.includes("'")) return true
  const lower = text.toLowerCase()
  return sought.some(({ words }) => lower.includes(words[0] ?? ""))
}

/** Of long texts, what stands around the first match; so much of it. */
const around = 160

/** Where the positive terms of a query stand in the texts of a document. */
export const highlights = (query: Query, texts: ReadonlyArray<Text>): ReadonlyArray<Highlight> => {
  const sought = wanted(query)
  if (sought.length === 0) return []
  const seen = new Set<string>()
  return texts.flatMap(({ field, level, text }) => {
    const own = sought.filter((one) => (one.field === null ? level !== null : one.field === field))
    const key = `${field} ${text}`
    if (own.length === 0 || seen.has(key)) return []
    seen.add(key)
    if (!mayHave(text, own)) return []
    const words = Normalise.words(text)
    const variants = Variants.of(text)
    const matches = own
      .flatMap(({ begins, term, words: row }) => [
        ...words.flatMap((first, at) => {
          const last = words[at + row.length - 1]
          return last !== undefined && row.every((one, n) => fits(words[at + n]?.word, one, begins))
            ? [{ term, start: first.start, end: last.end }]
            : []
        }),
        ...(row.length === 1 ? variants : []).flatMap(({ end, start, word }) =>
          fits(word, row[0], begins) ? [{ term, start, end }] : [],
        ),
      ])
      .toSorted((a, b) => a.start - b.start || a.end - b.end)
    const [first] = matches
    if (first === undefined) return []
    const from = text.length <= 2 * around ? 0 : Math.max(0, first.start - around)
    const to = text.length <= 2 * around ? text.length : first.end + around
    return [
      {
        field,
        text: text.slice(from, to),
        matches: matches
          .filter(({ end }) => end <= to)
          .slice(0, 50)
          .map(({ end, start, term }) => ({ term, start: start - from, end: end - from })),
      },
    ]
  })
}
