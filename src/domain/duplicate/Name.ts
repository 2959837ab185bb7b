import { similarity as jaroWinkler } from "./JaroWinkler.js"
import * as Nicknames from "./Nicknames.js"

/** Letters that decompose into no plain letter and a mark. */
const letters: { readonly [letter: string]: string } = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ħ: "h",
}

const titles = new Set(["mr", "mrs", "ms", "miss", "dr", "prof", "jr", "sr", "ii", "iii", "phd", "mba", "dipl", "ing"])

const isPlain = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}

const unmarked = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøłđðþıħ]/g, (letter) => letters[letter] ?? letter)

/** Text without case, marks and the like, as words. */
export const words = (text: string): ReadonlyArray<string> =>
  (isPlain(text) ? text.toLowerCase().split(/[^a-z0-9]+/) : unmarked(text).split(/[^\p{L}\p{N}]+/u)).filter(
    (word) => word.length > 0,
  )

/** The words of a name, without titles. */
export const tokens = (name: string): ReadonlyArray<string> => {
  const all = words(name).slice(0, 8)
  const own = all.filter((word) => !titles.has(word))
  return own.length > 0 ? own : all
}

/** The same with what an apostrophe takes apart as one word: O'Connor is OConnor. */
export const compared = (name: string): ReadonlyArray<string> => tokens(name.replace(/['’ʼ]/g, ""))

/** How alike two first names are of which one is short for the other: less than if they were equal. */
const short = 0.95

const alike = (a: string, b: string): number => {
  const similarity = jaroWinkler(a, b)
  return similarity < short && Nicknames.together(a, b) ? short : similarity
}

/** How well each word of one name finds a word in the other, on average. */
const found = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): number => {
  let sum = 0
  for (const one of a) {
    let best = 0
    for (const other of b) best = Math.max(best, alike(one, other))
    sum += best
  }
  return sum / a.length
}

/**
 * How alike two names are, 0 to 1, in whatever order their words stand: the symmetric mean of Monge and Elkan (1996) over
 * the similarity of Jaro and Winkler, and short forms of first names nearly as good as those. Null where one of them has no words.
 */
export const similarity = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): number | null =>
  a.length === 0 || b.length === 0 ? null : (found(a, b) + found(b, a)) / 2
