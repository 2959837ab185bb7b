import type { Document, Level, Text } from "../domain/Searched.js"
import * as Normalise from "./Normalise.js"
import * as Variants from "./Variants.js"

export const levels = [5, 4, 3, 2, 1] as const

// What an index keeps of a document are terms. The first character of each tells its sort.

export const word = (level: Level, spelling: string): string => `${level}${spelling}`

/** Two words in a row. */
export const pair = (level: Level, first: string, second: string): string => `${"abcde"[level - 1]}${first} ${second}`

/** A word in a field. */
export const inField = (field: string, spelling: string): string => `f${field} ${spelling}`

/** A whole value of a field, as `Normalise.whole` gives it. */
export const value = (field: string, whole: string): string => `v${field} ${whole}`

/** At least so many years of a skill, or so high a level. */
export const measured = (of: "years" | "level", skill: string, least: number): string =>
  `${of === "years" ? "y" : "l"}${least} ${skill}`

/** A skill of a record of some kind: those who can be put forward are few among all who have a usual one. */
export const skillOf = (kind: string, skill: string): string => `k${kind} ${skill}`

/** Every document has it. */
export const everything = "0"

/** Whether pairs of words are kept. Of long texts they would be most of the index. */
export const hasPairs = (level: Level): boolean => level !== 2

/** Whether so many words in a row are told by the runs, and not by pairs alone. */
export const hasRun = (level: Level, words: number): boolean => words > (hasPairs(level) ? 2 : 1)

/** Words in a row as they stand in `Terms.runs`. */
export const run = (level: Level, words: ReadonlyArray<string>): string =>
  ` ${words.map((spelling) => `${level}${spelling}`).join(" ")} `

/** What an index keeps of a document or a part of one. */
export interface Terms {
  readonly terms: ReadonlySet<string>
  /** Texts, each word behind its level: where words in a row are looked up that no pair tells. */
  readonly runs: string
  /** Bytes that the terms take at most, encoded. */
  readonly size: number
}

/** So many bytes of terms are kept of one part, and of the parts about a record together: a database has an end. */
const room = 300_000
export const roomForParts = 600_000

/** What the term takes, encoded and behind its prefix. */
const sizeOf = (term: string): number => {
  let size = 7
  for (let at = 0; at < term.length; at++) {
    const code = term.charCodeAt(at)
    size += (code > 96 && code < 122) || (code > 47 && code < 58) ? 1 : code === 32 ? 2 : 6
  }
  return size
}

const isProse = (field: string, text: string): boolean => field.startsWith("custom.") && /\S\s+\S/.test(text)

/** Full, no term is taken any more. */
interface Room {
  readonly add: (term: string) => void
  readonly isFull: () => boolean
}

const valued = ({ as, field, text }: Text, kind: string | undefined, { add }: Room): void => {
  if (as !== "whole") return
  const whole = Normalise.whole(text)
  if (whole === "") return
  add(value(field, whole))
  if (field === "skills" && kind !== undefined) add(skillOf(kind, whole))
}

/** Gives the words as they stand in the runs; null where pairs tell as much. */
const worded = ({ as, field, level, text }: Text, { add, isFull }: Room): string | null => {
  if (level === null) return null
  const spelled = Normalise.spellings(text.slice(0, room))
  // A value of one word is found whole. Keys of options have no blanks, so that none is found by its parts.
  const inside = as === "words" ? field !== "note" && field !== "document" : isProse(field, text)
  let before: string | null = null
  let run = " "
  for (const spelling of spelled) {
    if (isFull()) break
    add(word(level, spelling))
    if (before !== null && hasPairs(level)) add(pair(level, before, spelling))
    if (inside) add(inField(field, spelling))
    run += `${level}${spelling} `
    before = spelling
  }
  for (const { word: spelling } of Variants.of(text.slice(0, room))) {
    if (isFull()) break
    add(word(level, spelling))
    if (inside) add(inField(field, spelling))
  }
  return hasRun(level, spelled.length) ? run : null
}

/** What a text gives, found once. */
interface Known {
  readonly as: Text["as"]
  readonly level: Level | null
  readonly kind: string | undefined
  readonly values: ReadonlyArray<string>
  readonly words: ReadonlyArray<string>
  readonly run: string | null
}

/** What texts give, by field and text: many new records say the same few things for the most part. */
export type Common = Map<string, Map<string, Known>>

/** Only short texts are the same in many documents, and they never fill half of the room. */
const short = 60

/** So many texts of a field are kept: where there are more, as of names, hardly one is found again. */
const most = 200

const knownOf = (common: Common | undefined, text: Text, kind: string | undefined): Known | null => {
  if (common === undefined || text.text.length > short) return null
  const byText = common.get(text.field) ?? new Map<string, Known>()
  if (byText.size === 0) common.set(text.field, byText)
  const known = byText.get(text.text)
  if (known !== undefined && known.as === text.as && known.level === text.level && known.kind === kind) return known
  if (byText.size >= most) return null
  const [values, words]: [Array<string>, Array<string>] = [[], []]
  valued(text, kind, { add: (term) => values.push(term), isFull: () => false })
  const run = worded(text, { add: (term) => words.push(term), isFull: () => false })
  const made = { as: text.as, level: text.level, kind, values, words, run }
  byText.set(text.text, made)
  return made
}

/**
 * The terms of a document. Of a text that is too long, only its beginning is found. `common` is what those before it
 * gave, and learns of this one.
 */
export const of = ({ skills, texts }: Document, common?: Common): Terms => {
  const terms = new Set<string>([everything])
  const runs: Array<string> = []
  let size = sizeOf(everything)
  const add = (term: string) => {
    const before = terms.size
    if (size <= room && terms.add(term).size > before) size += sizeOf(term)
  }
  const all: Room = { add, isFull: () => size > room }
  const named = texts.find(({ as, field }) => as === "whole" && field === "kind")
  const kind = named === undefined ? undefined : Normalise.whole(named.text)
  const found = texts.map((text) => knownOf(common, text, kind))
  for (const [place, text] of texts.entries()) {
    const known = found[place]
    if (known === null || known === undefined) valued(text, kind, all)
    else for (const term of known.values) add(term)
  }
  for (const { level, name, years } of skills) {
    const whole = Normalise.whole(name)
    for (let least = 0; least <= (years ?? -1); least++) add(measured("years", whole, least))
    for (let least = 0; least <= (level ?? -1); least++) add(measured("level", whole, least))
  }
  for (const [place, text] of texts.entries()) {
    const known = found[place]
    const isKnown = known !== null && known !== undefined && size < room / 2
    if (isKnown) for (const term of known.words) add(term)
    const run = isKnown ? known.run : worded(text, all)
    if (run !== null) runs.push(run)
  }
  return { terms, runs: runs.join("|"), size }
}
