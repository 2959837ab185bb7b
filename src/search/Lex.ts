/** A piece of a query's text. `start` and `end` are UTF-16 offsets into it. */
export interface Token {
  readonly is: "open" | "close" | "minus" | "chunk" | "quoted" | "field"
  readonly start: number
  readonly end: number
  /** Of a chunk or a quoted text what it says, of a field its value. */
  readonly text: string
  /** Of a field: its name, how it compares, whether its value was quoted, and of a skill what stands behind that. */
  readonly field: {
    readonly name: string
    readonly operator: string
    readonly quoted: boolean
    readonly measure: string
  } | null
  /** A quotation without an end. */
  readonly open: boolean
}

const blank = /\s/

const isBlank = (character: string): boolean => blank.test(character)

const isName = (code: number): boolean =>
  (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58) || code === 46 || code === 95

/** How a field's name may go on. */
const operatorAt = (text: string, at: number): string => {
  const two = text.slice(at, at + 2)
  if (two === ">=" || two === "<=") return two
  const one = text.charAt(at)
  return one === ":" || one === ">" || one === "<" || one === "=" ? one : ""
}

interface Quoted {
  readonly text: string
  readonly end: number
  readonly open: boolean
}

/** The text behind an opening quote. A backslash takes the next character as it is. */
const quotedAt = (text: string, from: number): Quoted => {
  const pieces: Array<string> = []
  let piece = from
  let at = from
  for (; at < text.length; at++) {
    const character = text[at]
    if (character === '"') return { text: pieces.join("") + text.slice(piece, at), end: at + 1, open: false }
    if (character === "\\" && at + 1 < text.length) {
      pieces.push(text.slice(piece, at))
      piece = ++at
    }
  }
  return { text: pieces.join("") + text.slice(piece), end: text.length, open: true }
}

const chunkEnd = (text: string, from: number): number => {
  let at = from
  while (at < text.length) {
    const character = text.charAt(at)
    if (isBlank(character) || character === "(" || character === ")" || character === '"') break
    at++
  }
  return at
}

/** The pieces of a query's text, in one pass. */
export const lex = (text: string): ReadonlyArray<Token> => {
  const tokens: Array<Token> = []
  let at = 0
  const push = (is: Token["is"], end: number, said: string, field: Token["field"] = null, open = false) => {
    tokens.push({ is, start: at, end, text: said, field, open })
    at = end
  }
  const pushField = (name: string, operator: string, from: number) => {
    if (text[from] !== '"') {
      const end = chunkEnd(text, from)
      push("field", end, text.slice(from, end), { name, operator, quoted: false, measure: "" })
      return
    }
    const quoted = quotedAt(text, from + 1)
    const next = text.charAt(quoted.end)
    const isMeasured = /^skills?$/i.test(name) && (next === ">" || next === "<" || next === "=")
    const end = isMeasured ? chunkEnd(text, quoted.end) : quoted.end
    const measure = text.slice(quoted.end, end)
    push("field", end, quoted.text, { name, operator, quoted: true, measure }, quoted.open)
  }
  while (at < text.length) {
    const character = text.charAt(at)
    if (isBlank(character)) {
      at++
      continue
    }
    if (character === "(") {
      push("open", at + 1, character)
      continue
    }
    if (character === ")") {
      push("close", at + 1, character)
      continue
    }
    if (character === '"') {
      const quoted = quotedAt(text, at + 1)
      const operator = /^custom\./i.test(quoted.text) && !quoted.open ? operatorAt(text, quoted.end) : ""
      if (operator === "") push("quoted", quoted.end, quoted.text, null, quoted.open)
      else pushField(quoted.text, operator, quoted.end + operator.length)
      continue
    }
    const next = text.charAt(at + 1)
    if (character === "-" && next !== "" && next !== "-" && !isBlank(next)) {
      push("minus", at + 1, character)
      continue
    }
    let named = at
    while (named < text.length && isName(text.charCodeAt(named))) named++
    const operator = named > at && named - at <= 150 ? operatorAt(text, named) : ""
    if (operator !== "") {
      pushField(text.slice(at, named), operator, named + operator.length)
      continue
    }
    const end = Math.max(chunkEnd(text, at), at + 1)
    push("chunk", end, text.slice(at, end))
  }
  return tokens
}
