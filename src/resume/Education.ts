import { blanked, type Period, periods } from "./Dates.js"
import type { Education, Found } from "./Draft.js"
import { byCommas, found, type Line, type Piece, split, trimmed } from "./Lines.js"
import { degreeIn, isInstitution } from "./words/Degrees.js"
import { isPlace } from "./words/Places.js"

interface Row {
  readonly line: Line
  readonly period: Period | null
  readonly pieces: ReadonlyArray<Piece>
  readonly degree: boolean
  readonly institution: boolean
}

const separators =
  /\t+|[|•·]| [–—-]+ |(?<=\S)\s{2,}|\s(?:(?<!\bUniversity of [\p{L} ]{2,30})at|an der|at the|bei der|presso l['’]|presso|à l['’]|aan de|w)\s(?=\p{Lu})/gu

/** Marks, theses and the like, which name neither school nor degree. */
const aside =
  /^(?:gpa|grade|note|abschlussnote|thesis|bachelorarbeit|masterarbeit|schwerpunkt|coursework|relevant coursework|minor|honou?rs|mention|voto|votazione|nota|tesis|tesi|dissertation|abschlussarbeit|final grade|average|cum laude|magna cum laude|summa cum laude|with distinction)\b/iu

const label =
  /^(?:dates?|title of qualification awarded|degree|qualification|institution|school|university|organi[sz]ation|field of study|abschluss|hochschule|diplôme|établissement|título|centro|titolo|istituto)\s*:\s*/iu

const rowOf = (line: Line): Row => {
  const told = periods(line.text)
  const period = told.find(({ end, current }) => end !== null || current) ?? told.at(-1) ?? null
  const lead = label.exec(line.text)?.[0].length ?? 0
  const rest = { text: blanked(line.text, told).slice(lead), start: line.start + lead }
  const pieces = byCommas(rest)
    .flatMap((part) => split(part, separators))
    .filter(({ text }) => /\p{L}{2}/u.test(text) && !aside.test(text))
  const told2 = pieces.filter(({ text }) => !isPlace(text))
  const institution = told2.some(({ text }) => isInstitution(text))
  return {
    line,
    period,
    pieces: told2,
    institution,
    degree: told2.some(({ text }) => degreeIn(text) !== null && !(isInstitution(text) && text.length < 12)),
  }
}

/** A new entry begins where something comes that the one before has already, or after an empty line. */
const grouped = (rows: ReadonlyArray<Row>): ReadonlyArray<ReadonlyArray<Row>> => {
  const groups: Array<Array<Row>> = []
  for (const row of rows) {
    const group = groups.at(-1)
    const has = (test: (row: Row) => boolean) => group?.some(test) === true
    const again =
      (row.period !== null && has(({ period }) => period !== null)) ||
      (row.degree && !row.institution && has(({ degree }) => degree)) ||
      (row.institution && has(({ institution }) => institution))
    const complete =
      has(({ period }) => period !== null) || (has(({ degree }) => degree) && has(({ institution }) => institution))
    if (group === undefined || again || (row.line.spaced && complete)) groups.push([row])
    else group.push(row)
  }
  return groups
}

const into =
  /^(?:\s*\([\p{L}. ]{1,12}\))?[\s,:–—-]*(?:(?:'s|’s)?\s*(?:degree|grad|abschluss)?\s*)?[\s,:–—-]*(?:\(?\s*(?:in|en|em|im fach|im studiengang|fach|fachrichtung|of|de|di|des|du|der|d['’]|w zakresie|na kierunku|kierunek|als|als|zum|zur|mention|spécialité|specialità|field)\s+)?/iu

/** Words that belong to the degree although they come after its first: «Bachelor of Science», «Master universitario». */
const rest =
  /^(?:['’]s(?:\s+degree)?|\s*\(hon(?:ou?r)?s?\.?\)|\s+hons\b\.?|\s+pro\b|\s+studium\b|\s+of\s+(?:applied|health|social|political|computer|natural|life|information|medical|veterinary|fine|liberal|professional|environmental)\s+(?:sciences?|arts|studies|work|technology|accounting|medicine)(?=$|[\s,(:])|\s+degree|\s+d['’][ée]tat|(?:\s+of|\s+de|\s+di)?\s+(?:science|arts|management|engineering|laws|business administration|philosophy|technology|education|commerce|fine arts|medicine|nursing|music|public health)(?=$|[\s,(:])|\s+(?:magistrale|triennale|universitario|oficial|inżynier|inzynier|professionnelle|professionnel|générale|degree|universitaria|zawodowa)|-\p{L}+)*/iu

const degreeAndField = (piece: Piece): { readonly degree: Piece; readonly field: Piece | null } => {
  const at = degreeIn(piece.text)
  if (at === null) return { degree: piece, field: null }
  const tail = piece.text.slice(at[1])
  const more = rest.exec(tail)?.[0].length ?? 0
  const degree = { text: piece.text.slice(0, at[1] + more), start: piece.start }
  const after = tail.slice(more)
  const lead = into.exec(after)?.[0].length ?? 0
  const field = trimmed({ text: after.slice(lead), start: piece.start + at[1] + more + lead })
  return { degree: trimmed(degree), field: /\p{L}{2}/u.test(field.text) ? field : null }
}

const dated = (row: Row, value: string | null, [from, to]: readonly [number, number]): Found<string> | null =>
  value === null ? null : { value, confidence: 0.85, span: { start: row.line.start + from, end: row.line.start + to } }

/** A lone date of a school is when it ended, unless it is still going on. */
const years = (row: Row | undefined): Pick<Education, "start" | "end"> => {
  const period = row?.period
  if (row === undefined || period === undefined || period === null) return { start: null, end: null }
  if (period.end === null && !period.current) return { start: null, end: dated(row, period.start, period.startAt) }
  return { start: dated(row, period.start, period.startAt), end: dated(row, period.end, period.endAt) }
}

const entry = (rows: ReadonlyArray<Row>): Education | null => {
  const pieces = rows.filter(({ line }) => !line.bullet || rows[0]?.line === line).flatMap((row) => row.pieces)
  const degreePiece =
    pieces.find(({ text }) => degreeIn(text) !== null && !isInstitution(text)) ??
    pieces.find(({ text }) => degreeIn(text) !== null)
  const institution =
    pieces.find((piece) => piece !== degreePiece && isInstitution(piece.text)) ??
    (degreePiece !== undefined && rows.some(({ period }) => period !== null)
      ? pieces.find((piece) => piece !== degreePiece)
      : undefined)
  if (degreePiece === undefined && institution === undefined) return null
  const split = degreePiece === undefined ? null : degreeAndField(degreePiece)
  const index = degreePiece === undefined ? -1 : pieces.indexOf(degreePiece)
  const beside = index < 0 ? undefined : pieces[index + 1]
  const field =
    split?.field ?? (beside !== undefined && beside !== institution && beside.text.length < 60 ? beside : null)
  const dates = years(rows.find(({ period }) => period !== null))
  return {
    institution: institution === undefined ? null : found(institution, isInstitution(institution.text) ? 0.85 : 0.55),
    degree: split === null ? null : found(split.degree, 0.8),
    field: field === null ? null : found(field, 0.65),
    ...dates,
    span: {
      start: Math.min(...rows.map(({ line }) => line.start)),
      end: Math.max(...rows.map(({ line }) => line.start + line.text.length)),
    },
  }
}

/** The entries of the education section. */
export const education = (lines: ReadonlyArray<Line>): ReadonlyArray<Education> =>
  grouped(lines.map(rowOf))
    .map(entry)
    .filter((one) => one !== null)
