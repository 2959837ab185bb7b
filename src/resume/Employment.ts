import { blanked, type Period, periods } from "./Dates.js"
import type { Employment, Found, Span } from "./Draft.js"
import { type Header, header, inOrder } from "./Headers.js"
import { found, type Line, type Piece } from "./Lines.js"
import { organizationScore } from "./words/Organizations.js"
import { titleWords } from "./words/Titles.js"

interface Row {
  readonly line: Line
  /** The time that the line tells as an entry's, if it does. */
  readonly period: Period | null
  readonly rest: Piece
}

const sentence = (text: string): boolean =>
  text.length > 110 ||
  /^\p{Ll}/u.test(text) ||
  (/[.;!]$/.test(text) && text.split(/\s+/).length > 5 && organizationScore(text) < 3)

const isRange = (period: Period): boolean => period.end !== null || period.current

/** The period that makes a line the head of an entry, and not a sentence that mentions a year. */
const heading = (line: Line): Period | null => {
  const told = periods(line.text)
  const period = told.find(isRange) ?? told[0]
  if (period === undefined) return null
  const rest = blanked(line.text, [period]).replace(/\s+/g, " ").trim()
  if (rest.length > 130 || (sentence(rest) && rest.length > 60)) return null
  const atEdge = period.from <= 2 || period.to >= line.text.length - 3
  if (line.bullet)
    return period.from <= 1 || (isRange(period) && period.to >= line.text.length - 2 && rest.length < 90)
      ? period
      : null
  return isRange(period) || (atEdge && rest.length < 80) ? period : null
}

const rowOf = (line: Line): Row => {
  const period = heading(line)
  const text = period === null ? line.text : blanked(line.text, [period])
  return { line, period, rest: { text, start: line.start } }
}

/** A line that can name a title or an employer. */
const isHeader = (row: Row): boolean => row.period === null && !row.line.bullet && !sentence(row.line.text)

const hasText = ({ text }: Piece): boolean => /\p{L}{2}/u.test(text)

/** How many lines of an entry stand over its date: as many as over the first one, at most two. */
const linesOver = (rows: ReadonlyArray<Row>, first: number): number => {
  let count = 0
  while (count < 2) {
    const row = rows[first - 1 - count]
    if (row === undefined || !isHeader(row)) break
    count += 1
    if (row.line.spaced) break
  }
  return count
}

const dated = (line: Line, value: string | null, [from, to]: readonly [number, number]): Found<string> | null =>
  value === null ? null : { value, confidence: 0.9, span: { start: line.start + from, end: line.start + to } }

const titleFound = (piece: Piece | null) =>
  piece === null ? null : found(piece, titleWords(piece.text) > 0 ? 0.85 : 0.55)

const employerFound = (piece: Piece | null) =>
  piece === null ? null : found(piece, organizationScore(piece.text) > 0 ? 0.85 : 0.65)

const entry = ({ line, period }: Row, { title, employer, location }: Header, span: Span): Employment => ({
  title: titleFound(title),
  employer: employerFound(employer),
  location: location === null ? null : found(location, 0.75),
  start: period === null ? null : dated(line, period.start, period.startAt),
  end: period === null ? null : dated(line, period.end, period.endAt),
  current: period?.current ?? false,
  span,
})

const spanned = (rows: ReadonlyArray<Row>): Span => ({
  start: Math.min(...rows.map(({ line }) => line.start)),
  end: Math.max(...rows.map(({ line }) => line.start + line.text.length)),
})

const missing = ({ title, employer }: Header): boolean => title === null || employer === null

/** The entries of the employment section: each date, with the lines around it that name the rest. */
export const employment = (lines: ReadonlyArray<Line>): ReadonlyArray<Employment> => {
  const rows = lines.map(rowOf)
  const heads = rows.flatMap((row, index) => (row.period === null ? [] : [index]))
  const first = heads[0]
  if (first === undefined) return []
  const over = linesOver(rows, first)
  const read: Array<Employment> = []
  let used = 0
  for (const [nth, at] of heads.entries()) {
    const row = rows[at]
    if (row === undefined) continue
    const before: Array<Row> = []
    for (let index = at - 1; index >= used && before.length < over; index--) {
      const line = rows[index]
      if (line === undefined || !isHeader(line)) break
      before.unshift(line)
      if (line.line.spaced) break
    }
    const own = hasText(row.rest) ? [row] : []
    let taken = [...before, ...own]
    let named = header(taken.map(({ rest }) => rest))
    const next = heads[nth + 1] ?? rows.length
    const stop = Math.max(at + 1, nth + 1 < heads.length ? next - over : next)
    used = at + 1
    for (let index = at + 1; index < Math.min(stop, at + 3) && missing(named); index++) {
      const line = rows[index]
      if (line === undefined || !isHeader(line) || (line.line.spaced && taken.length > 0)) break
      const tried = header([...taken, line].map(({ rest }) => rest))
      if (tried.title === named.title && tried.employer === named.employer && tried.location === named.location) break
      taken = [...taken, line]
      named = tried
      used = index + 1
    }
    if (named.title === null && named.employer === null) continue
    read.push(entry(row, inOrder(named), spanned([...taken, row])))
  }
  return read
}
