import { folded } from "../Lines.js"

/** A word of a text, in lower case without accents. */
export interface Token {
  readonly word: string
  readonly raw: string
  readonly start: number
  readonly end: number
  /** Only blanks or a hyphen, slash or ampersand stand between it and the word before. */
  readonly joined: boolean
}

/** Words with what belongs to them: `c++`, `c#`, `.net`, `node.js`. */
const word = /\.net(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{N}\p{Mn}]{0,60}(?:\.(?:js|net|io|ai))?(?:\+\+|#)?/giu

const joint = /^[ \t]?[-/&'’]?[ \t]?$|^\n$/

export const tokens = (text: string): ReadonlyArray<Token> => {
  const read: Array<Token> = []
  let before = -1
  for (const match of text.matchAll(word)) {
    const raw = match[0]
    const start = match.index
    const joined = before >= 0 && start - before <= 3 && joint.test(text.slice(before, start))
    before = start + raw.length
    read.push({ word: folded(raw), raw, start, end: before, joined })
  }
  return read
}
