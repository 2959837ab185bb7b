/** A word of a text in the form in which words are compared, and where it stands: UTF-16 offsets, `end` behind it. */
export interface Word {
  readonly word: string
  readonly start: number
  readonly end: number
}

/** A word is cut off behind this many characters. */
export const longest = 60

/** Letters that Unicode does not take apart, though readers do. */
const letters: { readonly [letter: string]: string } = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ħ: "h",
  ı: "i",
  ς: "σ",
}

const accents = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g
const wordLike = /[\p{L}\p{N}\p{M}]/u
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** A character without case, accents and compatibility forms; a lone surrogate is white space. */
const plain = (character: string): string => {
  let before = character
  for (let turn = 0; turn < 4; turn++) {
    const next = [...before.toLowerCase().normalize("NFKD").toLowerCase()].map((one) => letters[one] ?? one).join("")
    const after = next.replace(accents, "").replace(/\p{Cs}/gu, " ")
    if (after === before) break
    before = after
  }
  return before
}

const known = new Map<string, string>()

const folded = (character: string): string => {
  const found = known.get(character)
  if (found !== undefined) return found
  const made = plain(character)
  if (known.size < 20_000) known.set(character, made)
  return made
}

type Class = "word" | "alone" | "other"

const classes = new Map<string, Class>()

const classOf = (character: string): Class => {
  const code = character.charCodeAt(0)
  if (code < 128) return (code > 96 && code < 123) || (code > 47 && code < 58) ? "word" : "other"
  const found = classes.get(character)
  if (found !== undefined) return found
  const made = !wordLike.test(character) ? "other" : unspaced.test(character) ? "alone" : "word"
  if (classes.size < 20_000) classes.set(character, made)
  return made
}

/** A text without case and accents, a character a place, and where in the original each came from. */
interface Folded {
  readonly length: number
  readonly characters: string | ReadonlyArray<string>
  readonly is: (at: number) => Class | undefined
  readonly start: (at: number) => number
  readonly end: (at: number) => number
}

const isAscii = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}

/** Most texts are plain: of them nothing need be kept but the text itself. */
const asciiOf = (text: string): Folded => {
  const characters = text.toLowerCase()
  return {
    length: text.length,
    characters,
    is: (at) => {
      const code = characters.charCodeAt(at)
      return (code > 96 && code < 123) || (code > 47 && code < 58) ? "word" : at < text.length ? "other" : undefined
    },
    start: (at) => at,
    end: (at) => at + 1,
  }
}

const lettersOf = (text: string): Folded => {
  if (isAscii(text)) return asciiOf(text)
  const characters: Array<string> = []
  const places: Array<Class> = []
  const starts: Array<number> = []
  const ends: Array<number> = []
  let start = 0
  const add = (character: string, end: number) => {
    characters.push(character)
    places.push(classOf(character))
    starts.push(start)
    ends.push(end)
  }
  for (const original of text) {
    const end = start + original.length
    const code = original.charCodeAt(0)
    if (code < 128) add(code > 64 && code < 91 ? String.fromCharCode(code + 32) : original, end)
    else for (const character of folded(original)) add(character, end)
    start = end
  }
  return {
    length: characters.length,
    characters,
    is: (at) => places[at],
    start: (at) => starts[at] ?? 0,
    end: (at) => ends[at] ?? 0,
  }
}

/** Endings that belong to the name before the dot. */
const dotted = new Set(["js", "ts", "net", "io", "ai"])

const joins = new Set([".", "_", "%", "+", "-", "@"])

/** Where the run of word characters ends that begins here. */
const runEnd = (text: Folded, from: number, most = text.length): number => {
  let at = from
  while (at < most && text.is(at) === "word") at++
  return at
}

const isAt = ({ characters }: Folded, at: number, character: string): boolean => characters[at] === character

const spelling = ({ characters }: Folded, from: number, to: number): string => {
  const some = characters.slice(from, to)
  return typeof some === "string" ? some : some.join("")
}

/** Whether the characters are an e-mail address: one `@`, words and single joints around it, a dot behind it. */
const isAddress = (text: Folded, from: number, to: number): boolean => {
  let ats = 0
  let dots = 0
  let wordBefore = false
  for (let at = from; at < to; at++) {
    const is = text.is(at)
    if (is === undefined || is === "alone") return false
    if (is === "word") {
      wordBefore = true
      continue
    }
    const character = text.characters[at]
    if (!wordBefore || (ats > 0 && character !== "." && character !== "-" && character !== "@")) return false
    if (character === "@") ats++
    else if (character === "." && ats === 1) dots++
    wordBefore = false
  }
  return wordBefore && ats === 1 && dots > 0
}

/** Where the word ends whose run ends here: `c++`, `c#`, `node.js`. */
const wordEnd = (text: Folded, from: number, end: number): number => {
  const goesOn = (at: number) => text.is(at) === "word"
  if (isAt(text, end, "+") && isAt(text, end + 1, "+") && !isAt(text, end + 2, "+") && !goesOn(end + 2)) return end + 2
  if (isAt(text, end, "#") && !isAt(text, end + 1, "#") && !goesOn(end + 1)) return end + 1
  if (isAt(text, end, ".")) {
    // No ending has more than three letters.
    const next = runEnd(text, end + 1, end + 5)
    if (dotted.has(spelling(text, end + 1, next)) && next - from <= longest) return next
  }
  return end
}

/**
 * The words of a text, in order: folded to one case, without accents. `c++`, `c#`, `.net`, `node.js` and e-mail
 * addresses are one word each; scripts that put no space between words give a word a character. Takes any text, in
 * time linear in its length.
 */
export const words = (text: string): ReadonlyArray<Word> => {
  const all = lettersOf(text)
  const found: Array<Word> = []
  const add = (from: number, to: number) => {
    const cut = Math.min(to, from + longest)
    found.push({ word: spelling(all, from, cut), start: all.start(from), end: all.end(to - 1) })
  }
  /** Up to where no address can begin any more: each stretch is looked at once, and none where there is no sign of one. */
  let looked = all.characters.includes("@") ? 0 : all.length
  for (let at = 0; at < all.length; ) {
    const is = all.is(at)
    if (is === "alone") {
      add(at, at + 1)
      at++
      continue
    }
    if (is !== "word") {
      const isNet = isAt(all, at, ".") && all.is(at - 1) !== "word" && spelling(all, at + 1, at + 4) === "net"
      if (isNet && all.is(at + 4) !== "word") {
        add(at, at + 4)
        at += 4
      } else at++
      continue
    }
    if (at >= looked) {
      let to = at
      let last = at
      for (; to < all.length; to++) {
        if (all.is(to) === "word") last = to
        else if (!joins.has(all.characters[to] ?? "")) break
      }
      looked = to
      if (last + 1 - at <= longest && isAddress(all, at, last + 1)) {
        add(at, last + 1)
        at = last + 1
        continue
      }
    }
    const end = wordEnd(all, at, runEnd(all, at))
    add(at, end)
    at = end
  }
  return found
}

/** ASCII without the signs that can be a part of a word: its words are its letters and digits in a row. */
const bare = /^[\0-"$-*,\-/-?A-\x7f]*$/

/** The spellings alone. */
export const spellings = (text: string): ReadonlyArray<string> =>
  bare.test(text)
    ? (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((word) =>
        word.length > longest ? word.slice(0, longest) : word,
      )
    : words(text).map(({ word }) => word)

/** A whole value in the form in which values are compared: its words, the first 120 characters of them. */
export const whole = (value: string): string => spellings(value.slice(0, 400)).join(" ").slice(0, 120).trimEnd()
