import { blanked, type Period, periods } from "./Dates.js"
import type { Employment, Found, Span } from "./Draft.js"
import { labelless } from "./Forms.js"
import { type Header, header, inOrder, isNoise, type Order, titled } from "./Headers.js"
import { found, type Line, type Piece, trimmed } from "./Lines.js"
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

/** A line under a date may name a title in small letters, as some languages write it. */
const isUnder = (row: Row): boolean =>
  isHeader(row) ||
  (row.period === null &&
    !row.line.bullet &&
    /^\p{Ll}/u.test(row.line.text) &&
    row.line.text.split(/\s+/).length < 8 &&
    titleWords(row.line.text) > 0 &&
    !/[.;:!]$/.test(row.line.text))

const hasText = ({ text }: Piece): boolean => /\p{L}{2}/u.test(text)

/** The lines over a date that may name what it dates, from the nearest up, at most `most`; those that name nothing do not count. */
const linesOver = (rows: ReadonlyArray<Row>, at: number, from: number, most: number): ReadonlyArray<Row> => {
  const over: Array<Row> = []
  for (let index = at - 1; index >= from && over.length < most; index--) {
    const row = rows[index]
    if (row === undefined || !isHeader(row)) break
    if (!isNoise(row.rest)) over.unshift(row)
    if (row.line.spaced) break
  }
  return over
}

const dated = (line: Line, value: string | null, [from, to]: readonly [number, number]): Found<string> | null =>
  value === null ? null : { value, confidence: 0.9, span: { start: line.start + from, end: line.start + to } }

const titleFound = (piece: Piece | null) =>
  piece === null ? null : found(piece, titleWords(piece.text) > 0 ? 0.85 : 0.55)

const employerFound = (piece: Piece | null) =>
  piece === null ? null : found(piece, organizationScore(piece.text) > 0 ? 0.85 : 0.65)

/** An entry as it was read: the row that dates it and what the lines around name. */
interface Reading {
  readonly row: Row
  readonly named: Header
  readonly lines: ReadonlyArray<Row>
  /** The employer was named with an entry before. */
  readonly shared: boolean
}

const entry = ({ row: { line, period }, named, lines, shared }: Reading): Employment => {
  const { title, employer, location } = named
  const by = employerFound(employer)
  return {
    title: titleFound(title),
    employer: by === null || !shared ? by : { ...by, confidence: 0.6 },
    location: location === null ? null : found(location, 0.75),
    start: period === null ? null : dated(line, period.start, period.startAt),
    end: period === null ? null : dated(line, period.end, period.endAt),
    current: period?.current ?? false,
    span: spanned(lines),
  }
}

const spanned = (rows: ReadonlyArray<Row>): Span => ({
  start: Math.min(...rows.map(({ line }) => line.start)),
  end: Math.max(...rows.map(({ line }) => line.start + line.text.length)),
})

const missing = ({ title, employer }: Header): boolean => title === null || employer === null

const same = (a: Header, b: Header): boolean =>
  a.title === b.title && a.employer === b.employer && a.location === b.location

/** Reads each date with the lines around it that name the rest, in doubt in this order. */
const readings = (rows: ReadonlyArray<Row>, order: Order): ReadonlyArray<Reading> => {
  const heads = rows.flatMap((row, index) => (row.period === null ? [] : [index]))
  const first = heads[0]
  if (first === undefined) return []
  const over = linesOver(rows, first, 0, 2).length
  const read: Array<Reading> = []
  let used = 0
  for (const [nth, at] of heads.entries()) {
    const row = rows[at]
    if (row === undefined) continue
    const own = hasText(row.rest) ? [row] : []
    let taken = [...linesOver(rows, at, used, over), ...own]
    let named = header(
      taken.map(({ rest }) => rest),
      order,
    )
    const next = heads[nth + 1] ?? rows.length
    const stop = Math.max(at + 1, nth + 1 < heads.length ? next - over : next)
    used = at + 1
    for (let index = at + 1; index < Math.min(stop, at + 3) && missing(named); index++) {
      const line = rows[index]
      if (line === undefined || !isUnder(line) || (line.line.spaced && taken.length > 0)) break
      const tried = header(
        [...taken, line].map(({ rest }) => rest),
        order,
      )
      if (same(tried, named)) break
      taken = [...taken, line]
      named = tried
      used = index + 1
    }
    if (named.title === null && named.employer === null) continue
    read.push({ row, named: inOrder(named, order), lines: [...taken, row], shared: false })
  }
  return read
}

/** What the entries whose words tell title from employer say of the order in the others, each by how much they tell. */
const orderOf = (read: ReadonlyArray<Reading>): Order => {
  let [first, second] = [0, 0]
  for (const { named } of read) {
    const { title, employer } = named
    const sure = title === null || employer === null ? 0 : titled(title) - titled(employer)
    if (title === null || employer === null || sure < 2) continue
    if (title.start < employer.start) first += sure
    else second += sure
  }
  const agreed = Math.max(first, second) >= 3 * Math.min(first, second)
  return Math.sign(first - second) * (agreed ? Math.min(3, (first + second) / 2) : 0.5)
}

/** Whether one stretch of time lies within another, as far as both tell. */
const within = (inner: Period, outer: Period): boolean => {
  const [from, to] = [inner.start ?? "", inner.current ? "9999" : (inner.end ?? inner.start ?? "")]
  const last = outer.current ? "9999" : (outer.end ?? "")
  return from.slice(0, 4) >= (outer.start ?? "").slice(0, 4) && to.slice(0, 4) <= last.slice(0, 4)
}

/** One stretch of time begins where the other ends, to the year. */
const follows = (a: Period, b: Period): boolean => {
  const ends = ({ end, start }: Period) => (end ?? start ?? "").slice(0, 4)
  return ends(a) === (b.start ?? "").slice(0, 4) || ends(b) === (a.start ?? "").slice(0, 4)
}

const alone =
  /freelanc|freiberuf|self[ -]?employ|selbst[aä]ndig|independ|ind[eé]pendant|aut[oó]nom|zzp|break|parental|elternzeit|pause/iu

/** An entry that names an employer over its whole time: one name, and nothing in it that a title has. */
const heads = ({ named: { title, employer }, row: { period } }: Reading): Piece | null => {
  if (period === null || !isRange(period) || (title !== null && employer !== null)) return null
  if (title === null) return employer
  return titleWords(title.text) === 0 ? title : null
}

/** What a line says with its date taken out, as one name: «Vice President, Operations». */
const whole = ({ row: { rest } }: Reading): Piece =>
  trimmed({ ...rest, text: rest.text.replace(/\s{0,9}\(\s{0,99}\)\s{0,9}$/, "") })

/** Title and employer of an entry stand in the line of its date. */
const inOneLine = ({ named: { title, employer }, row: { line } }: Reading): boolean =>
  [title, employer].every(
    (piece) => piece !== null && line.start <= piece.start && piece.start <= line.start + line.text.length,
  )

/** Roles under one employer: an employer over its whole time, or one that is named with the latest role only. */
const shared = (read: ReadonlyArray<Reading>): ReadonlyArray<Reading> => {
  const given: Array<Reading> = []
  const over = new Set<Reading>()
  let head: Reading | null = null
  for (const one of read) {
    const period = one.row.period
    const { title, employer } = one.named
    const by = head === null ? null : heads(head)
    const inside: boolean = head?.row.period != null && period !== null && within(period, head.row.period)
    if (head !== null && by !== null && inside && (employer === null || inOneLine(one))) {
      over.add(head)
      const told = employer === null ? title : whole(one)
      given.push({ ...one, named: { title: told, employer: by, location: null }, shared: true })
      continue
    }
    head = heads(one) === null ? null : one
    const before = given.at(-1)
    const follow = before?.row.period != null && period !== null && follows(period, before.row.period)
    const role = employer === null && title !== null && titleWords(title.text) > 0 && !alone.test(title.text)
    const owner = follow && role ? before?.named.employer : null
    given.push(owner == null ? one : { ...one, named: { ...one.named, employer: owner }, shared: true })
  }
  return given.filter((one) => !over.has(one))
}

/** The entries of the employment section: each date, with the lines around it that name the rest. */
export const employment = (lines: ReadonlyArray<Line>): ReadonlyArray<Employment> => {
  const rows = labelless(lines).map(rowOf)
  const order = orderOf(readings(rows, 0))
  return shared(readings(rows, order)).map(entry)
}
