import { names } from "../domain/candidate/LanguageNames.js"
import * as Normalise from "./Normalise.js"

/** What a language is called in English, by its ISO 639 code; null for a code that is not known. */
export const english = (code: string): string | null => {
  const list = Object.hasOwn(names, code) ? names[code] : undefined
  const [name = ""] = list?.split(/\s/, 1) ?? []
  return name === "" ? null : name.slice(0, 1).toUpperCase() + name.slice(1)
}

let byName: ReadonlyMap<string, string> | undefined

const all = (): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(names).flatMap(([code, list]) =>
      list.split(/\s+/).flatMap((name) => {
        const [word, ...more] = Normalise.spellings(name)
        return word === undefined || more.length > 0 ? [] : [[word, Normalise.whole(english(code) ?? code)] as const]
      }),
    ),
  )

/** The name of a language, in any of many languages, as the word that it is indexed by; any other word as it is. */
export const indexed = (word: string): string => {
  byName ??= all()
  return byName.get(word) ?? word
}
