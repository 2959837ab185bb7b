import * as Normalise from "./Normalise.js"

// How people type what they have read. A text is found by it; what is asked for is taken as it is typed.

/** Letters as they are written where there are none with marks. */
const written: { readonly [letter: string]: string } = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" }

const marked = /[äöüøå]/g
const sign = /['’ʼ]|[äöüøå]|\u0308|\u030a/i
const apostrophes = /['’ʼ]/g
const spelled = /[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{N}\p{M}]+)*/gu

const only = (spellings: ReadonlyArray<string>): ReadonlyArray<string> => (spellings.length === 1 ? spellings : [])

/**
 * Other spellings of the words of a text, where they stand in it: `koeln` for Köln, and `oconnor` for O'Connor, which is
 * two words. In time linear in its length.
 */
export const of = (text: string): ReadonlyArray<Normalise.Word> => {
  if (!sign.test(text)) return []
  const found: Array<Normalise.Word> = []
  for (const { 0: token, index: start } of text.matchAll(spelled)) {
    if (!sign.test(token)) continue
    const joined = token.replace(apostrophes, "").normalize("NFC").toLowerCase()
    const plain = only(Normalise.spellings(joined))
    const out = only(Normalise.spellings(joined.replace(marked, (letter) => written[letter] ?? letter)))
    const own = Normalise.spellings(token)
    for (const word of new Set([...plain, ...out]))
      if (!own.includes(word)) found.push({ word, start, end: start + token.length })
  }
  return found
}
