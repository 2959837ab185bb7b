import type { Found, Span } from "./Draft.js"

/** One line of the text without its bullet and the white space around it. */
export interface Line {
  readonly text: string
  readonly start: number
  /** It began with a bullet. */
  readonly bullet: boolean
  /** An empty line stands before it. */
  readonly spaced: boolean
  /** A new column begins with it: what was said of the lines before does not hold on. */
  readonly fresh: boolean
}

/** Longer lines are running text without an end, which are cut so that no line costs much. */
const longest = 2_000

const bullets = /^[\s•◦▪▫●○■□◆◇►▶➢➤✓✔∙·*⁃‣\uf0b7\uf0a7-]*(?:[–—] )?\s*/u

const lineOf = (raw: string, start: number, spaced: boolean): Line => {
  const lead = bullets.exec(raw)?.[0] ?? ""
  const marked = lead.trim().length > 0
  const text = raw.slice(lead.length).trimEnd()
  return { text, start: start + lead.length, bullet: marked, spaced, fresh: lead.includes("\f") }
}

/** The lines that say something. */
export const lines = (text: string): ReadonlyArray<Line> => {
  const read: Array<Line> = []
  let spaced = true
  let fresh = false
  let at = 0
  while (at < text.length) {
    const found = text.indexOf("\n", at)
    const stop = found === -1 ? text.length : found
    for (let from = at; from < stop; from += longest) {
      const line = lineOf(text.slice(from, Math.min(stop, from + longest)), from, spaced)
      fresh ||= line.fresh
      if (line.text === "") continue
      read.push({ ...line, fresh })
      spaced = false
      fresh = false
    }
    if (stop > at && text.slice(at, Math.min(stop, at + 200)).trim() === "" && stop - at < 200) spaced = true
    if (stop === at) spaced = true
    at = stop + 1
  }
  return read
}

export const spanOf = (line: Line): Span => ({ start: line.start, end: line.start + line.text.length })

/** A part of a line, which keeps its place. */
export interface Piece {
  readonly text: string
  readonly start: number
}

const edge = /[\s,;:|–—•·(]/u

/** The text without such signs at its end. A pattern for them would be tried from each of them on. */
const withoutEnd = (text: string, sign: RegExp): string => {
  let end = text.length
  while (end > 0 && sign.test(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

/** The piece without the punctuation around it. A closing bracket stays where it was opened inside. */
export const trimmed = (piece: Piece): Piece => {
  const lead = /^[\s,;:|–—•·()/-]*/u.exec(piece.text)?.[0].length ?? 0
  const text = withoutEnd(piece.text.slice(lead), edge)
  const open = text.includes("(") ? text : withoutEnd(text, /\)/).trimEnd()
  return { text: open.endsWith("-") ? open.slice(0, -1).trimEnd() : open, start: piece.start + lead }
}

/** The pieces between the separators, without those that are empty. */
export const split = (piece: Piece, separator: RegExp): ReadonlyArray<Piece> =>
  cut(
    piece,
    Array.from(piece.text.matchAll(separator), ({ 0: { length }, index }) => [index, index + length] as const),
  )

/** The pieces between the commas, of which those in brackets part nothing. */
export const byCommas = (piece: Piece): ReadonlyArray<Piece> => {
  const commas: Array<readonly [number, number]> = []
  let inside = false
  for (let at = piece.text.length - 1; at >= 0; at--) {
    const sign = piece.text.charAt(at)
    if (sign === ")") inside = true
    else if (sign === "(") inside = false
    else if (sign === "," && !inside) commas.push([at, at + 1])
  }
  return cut(piece, commas.reverse())
}

const cut = (piece: Piece, cuts: ReadonlyArray<readonly [from: number, to: number]>): ReadonlyArray<Piece> => {
  const pieces: Array<Piece> = []
  let from = 0
  for (const [start, end] of cuts) {
    pieces.push({ text: piece.text.slice(from, start), start: piece.start + from })
    from = end
  }
  pieces.push({ text: piece.text.slice(from), start: piece.start + from })
  return pieces.map(trimmed).filter(({ text }) => text !== "")
}

export const found = (piece: Piece, confidence: number, value: string = piece.text): Found<string> => ({
  value,
  confidence,
  span: { start: piece.start, end: piece.start + piece.text.length },
})

/** Lower case without accents, so that words of all the languages compare. */
export const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ł", "l")
    .replaceAll("ø", "o")
