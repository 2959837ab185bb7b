import * as Fields from "./Fields.js"
import type { Custom } from "./Customs.js"
import * as Normalise from "./Normalise.js"
import type { Text } from "./Query.js"
import * as Terms from "./Terms.js"

/** The terms of what was chosen from options in whose labels a text stands: they count as if it stood in the field. */
export type Labels = (text: Text) => ReadonlyArray<string>

export const none: Labels = () => []

/** So many options of one text are looked up, in the order of definition. */
const most = 100

/** Whether the words of a text stand in a row among others. */
const standsIn = (text: Text, words: ReadonlyArray<string>): boolean => {
  if (text._tag === "prefix") return words.some((word) => word.startsWith(text.word))
  if (text._tag === "term") return words.includes(text.word)
  return words.some((_, at) => text.words.every((word, n) => words[at + n] === word))
}

/** The labels of what one noun's fields offer, retired options among them: records hold those. */
export const of = (customs: ReadonlyMap<string, Custom> = new Map()): Labels => {
  const options = [...customs].flatMap(([name, { options }]) =>
    options.map(({ key, label }) => ({
      term: Terms.value(Fields.customName(name), Normalise.whole(key)),
      words: Normalise.spellings(label),
    })),
  )
  return options.length === 0
    ? none
    : (text) =>
        options
          .filter(({ words }) => standsIn(text, words))
          .slice(0, most)
          .map(({ term }) => term)
}
