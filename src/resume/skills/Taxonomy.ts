import { folded } from "../Lines.js"
import { finance } from "./Finance.js"
import { healthcare } from "./Healthcare.js"
import { office } from "./Office.js"
import type { Skill } from "./Skill.js"
import { software } from "./Software.js"
import { tokens } from "./Tokens.js"

interface Entry {
  readonly skill: Skill
  /** How it was written, for words of one or two letters that count only in capitals. */
  readonly exact: string
}

/** Skills by the words that they are written with. */
export interface Taxonomy {
  readonly byWords: ReadonlyMap<string, Entry>
  /** The most words of one name. */
  readonly longest: number
}

const wordsOf = (name: string): string =>
  tokens(name)
    .map(({ word }) => word)
    .join(" ")

/** A later skill takes a name over from an earlier one, so that a host's own come last. */
export const make = (...lists: ReadonlyArray<ReadonlyArray<Skill>>): Taxonomy => {
  const byWords = new Map<string, Entry>()
  let longest = 1
  for (const skill of lists.flat()) {
    for (const exact of [skill.name, ...skill.aliases]) {
      const words = wordsOf(exact)
      if (words === "") continue
      byWords.set(words, { skill, exact })
      longest = Math.max(longest, words.split(" ").length)
    }
  }
  return { byWords, longest: Math.min(longest, 8) }
}

/** The library's own list. */
export const own: ReadonlyArray<Skill> = [...software, ...finance, ...healthcare, ...office]

export const standard: Taxonomy = make(own)

/** The standard list with the host's own skills, which win where names collide. */
export const withOwn = (...skills: ReadonlyArray<ReadonlyArray<Skill>>): Taxonomy => make(own, ...skills)

/** The skill that goes by this name, if any. */
export const named = (taxonomy: Taxonomy, name: string): Skill | null =>
  taxonomy.byWords.get(wordsOf(folded(name)))?.skill ?? null
