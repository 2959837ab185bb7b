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

/** One character of the folded text, and the characters of the original that it came from. */
interface Letter {
  readonly character: string
  readonly is: Class
  readonly start: number
  readonly end: number
}

const lettersOf = (text: string): ReadonlyArray<Letter> => {
  const found: Array<Letter> = []
  let start = 0
  for (const original of text) {
    const end = start + original.length
    const code = original.charCodeAt(0)
    if (code < 128) {
      const character = code > 64 && code < 91 ? String.fromCharCode(code + 32) : original
      found.push({ character, is: classOf(character), start, end })
    } else {
      for (const character of folded(original)) found.push({ character, is: classOf(character), start, end })
    }
    start = end
  }
  return found
}

/** Endings that belong to the name before the dot. */
const dotted = new Set(["js", "ts", "net", "io", "ai"])

const joins = new Set([".", "_", "%", "+", "-", "@"])

/** Where the run of word characters ends that begins here. */
const runEnd = (text: ReadonlyArray<Letter>, from: number): number => {
  let at = from
  while (text[at]?.is === "word") at++
  return at
}

const isAt = (text: ReadonlyArray<Letter>, at: number, character: string): boolean => text[at]?.character === character

const spelling = (text: ReadonlyArray<Letter>, from: number, to: number): string => {
  let word = ""
  for (let at = from; at < to; at++) word += text[at]?.character ?? ""
  return word
}

/** Whether the characters are an e-mail address: one `@`, words and single joints around it, a dot behind it. */
const isAddress = (text: ReadonlyArray<Letter>, from: number, to: number): boolean => {
  let ats = 0
  let dots = 0
  let wordBefore = false
  for (let at = from; at < to; at++) {
    const letter = text[at]
    if (letter === undefined || letter.is === "alone") return false
    if (letter.is === "word") {
      wordBefore = true
      continue
    }
    if (!wordBefore || (ats > 0 && letter.character !== "." && letter.character !== "-" && letter.character !== "@"))
      return false
    if (letter.character === "@") ats++
    else if (letter.character === "." && ats === 1) dots++
    wordBefore = false
  }
  return wordBefore && ats === 1 && dots > 0
}

/** Where the word ends whose run ends here: `c++`, `c#`, `node.js`. */
const wordEnd = (text: ReadonlyArray<Letter>, from: number, end: number): number => {
  const goesOn = (at: number) => text[at]?.is === "word"
  if (isAt(text, end, "+") && isAt(text, end + 1, "+") && !isAt(text, end + 2, "+") && !goesOn(end + 2)) return end + 2
  if (isAt(text, end, "#") && !isAt(text, end + 1, "#") && !goesOn(end + 1)) return end + 1
  if (isAt(text, end, ".")) {
    // No ending has more than three letters.
    const next = Math.min(runEnd(text.slice(end + 1, end + 6), 0), 4) + end + 1
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
    const word = spelling(all, from, cut)
    found.push({ word, start: all[from]?.start ?? 0, end: all[to - 1]?.end ?? 0 })
  }
  /** Up to where no address can begin any more: each stretch is looked at once. */
  let looked = 0
  for (let at = 0; at < all.length; ) {
    const is = all[at]?.is
    if (is === "alone") {
      add(at, at + 1)
      at++
      continue
    }
    if (is !== "word") {
      const isNet = isAt(all, at, ".") && all[at - 1]?.is !== "word" && spelling(all, at + 1, at + 4) === "net"
      if (isNet && all[at + 4]?.is !== "word") {
        add(at, at + 4)
        at += 4
      } else at++
      continue
    }
    if (at >= looked) {
      let to = at
      let last = at
      while (all[to]?.is === "word" || joins.has(all[to]?.character ?? "")) {
        if (all[to]?.is === "word") last = to
        to++
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

/** The spellings alone. */
export const spellings = (text: string): ReadonlyArray<string> => words(text).map(({ word }) => word)

/** A whole value in the form in which values are compared: its words, the first 120 characters of them. */
export const whole = (value: string): string => spellings(value.slice(0, 400)).join(" ").slice(0, 120).trimEnd()
