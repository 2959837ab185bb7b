import { byCommas, type Piece, split, trimmed } from "./Lines.js"
import { isLegalForm, organizationScore } from "./words/Organizations.js"
import { isKnownPlace, isPlace } from "./words/Places.js"
import { titleWords } from "./words/Titles.js"

/** What the lines over an entry name: who employed, as what, where. */
export interface Header {
  readonly title: Piece | null
  readonly employer: Piece | null
  readonly location: Piece | null
}

const separators = /\t+|[|•·‖]| [–—-]+ |(?<=\S)\s{2,}|\s@\s|(?<=\)|\p{L}): (?=\p{Lu})/gu

const beside = /\s(?:at|bei der|bei|chez|presso|bij|en|em|na|no|w|hos|dla|for|für|pour|im|beim)\s(?=\p{Lu})/u

const noise =
  /^(?:\(?(?:full|part)[ -]?time\)?|vollzeit|teilzeit|freelance|contract|permanent|befristet|unbefristet|cdi|cdd|temps plein|temps partiel|jornada completa|tempo pieno|fulltime|parttime|self-employed|internship|career break.*|parental leave|maternity leave|sabbatical|unemployed|job[ -]?seeking|arbeitss?uchend|arbeitslos|elternzeit|mutterschutz|congé parental|congé maternité|en recherche d['’]emploi|disoccupat[oa]|desemplead[oa]|desempregad[oa]|werkzoekend|selected|key achievements|responsibilities|company|employer|organi[sz]ation|designation|duration|position|period|dates?|title|role|firma|zeitraum|arbeitgeber|entreprise|poste|période|empresa|puesto|periodo|azienda|ruolo|\(?\d+ (?:years?|yrs?|months?|mos?|jahre?|monate?|ans?|mois|años?|meses|anni|mesi)\b.*)$/iu

/** «Engineer at Acme» as its two names. */
const apart = (piece: Piece): ReadonlyArray<Piece> => {
  const match = beside.exec(piece.text)
  if (match === null) return [piece]
  const [left, right] = [piece.text.slice(0, match.index), piece.text.slice(match.index + match[0].length)]
  const joined = match[0].trim()
  const sure = /^(?:at|bei|bei der|chez|presso|bij|hos|beim)$/.test(joined) || organizationScore(right) > 0
  if (titleWords(left) === 0 || !sure) return [piece]
  return [
    { text: left, start: piece.start },
    { text: right, start: piece.start + match.index + match[0].length },
  ].map(trimmed)
}

/** Parts between commas; a legal form belongs to the name before it, brackets stay whole. */
const byComma = (piece: Piece): ReadonlyArray<Piece> => {
  const parts: Array<Piece> = []
  for (const part of byCommas(piece)) {
    const before = parts.at(-1)
    if (before !== undefined && isLegalForm(part.text)) {
      const text = piece.text.slice(before.start - piece.start, part.start - piece.start + part.text.length)
      parts[parts.length - 1] = { text, start: before.start }
    } else parts.push(part)
  }
  return parts
}

const joinedParts = (whole: Piece, parts: ReadonlyArray<Piece>): Piece | null => {
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined) return null
  return {
    text: whole.text.slice(first.start - whole.start, last.start - whole.start + last.text.length),
    start: first.start,
  }
}

/** The place at the end of «Acme GmbH, Berlin», «Acme (Berlin)». */
const withoutPlace = (piece: Piece): { readonly rest: Piece; readonly place: Piece | null } => {
  const open = piece.text.endsWith(")") ? piece.text.lastIndexOf("(") : -1
  const inside = open < 2 ? "" : piece.text.slice(open + 1, -1)
  if (inside !== "" && !inside.includes(")") && isPlace(inside)) {
    const rest = { text: piece.text.slice(0, open).trimEnd(), start: piece.start }
    return { rest, place: { text: inside, start: piece.start + open + 1 } }
  }
  const parts = byComma(piece)
  for (let cut = 1; cut < parts.length; cut++) {
    const [head, tail] = [joinedParts(piece, parts.slice(0, cut)), joinedParts(piece, parts.slice(cut))]
    // No place is longer.
    if (head === null || tail === null || tail.text.length > 80) continue
    const named =
      organizationScore(head.text) >= 1.5 && organizationScore(tail.text) === 0 && titleWords(tail.text) === 0
    if (isPlace(tail.text) || (named && titleWords(head.text) === 0 && tail.text.length < 40))
      return { rest: head, place: tail }
  }
  return { rest: piece, place: null }
}

/** How much more a text looks like a title than like an employer. */
export const titled = ({ text }: Piece): number => 2 * titleWords(text) - organizationScore(text)

/** Which of two pieces comes first in a résumé as a rule: above 0 the title, below 0 the employer, and how surely. */
export type Order = number

/** Which of several pieces is the title: the one with most of a title's words, and by the résumé's order in doubt. */
const assigned = (pieces: ReadonlyArray<Piece>, order: Order): Pick<Header, "title" | "employer"> => {
  const [first, second] = pieces
  if (first === undefined) return { title: null, employer: null }
  if (second === undefined) {
    const employer = titleWords(first.text) === 0 && organizationScore(first.text) > 0
    return employer ? { title: null, employer: first } : { title: first, employer: null }
  }
  if (pieces.length === 2) {
    const ahead = titled(first) - titled(second) + order >= 0
    return ahead ? { title: first, employer: second } : { title: second, employer: first }
  }
  const title = pieces.reduce((best, piece) => (titled(piece) > titled(best) ? piece : best), first)
  const others = pieces.filter((piece) => piece !== title)
  const employer = others.reduce<Piece | null>(
    (best, piece) => (best === null || organizationScore(piece.text) > organizationScore(best.text) ? piece : best),
    null,
  )
  return { title, employer }
}

/** One name alone may hold both: «Engineer, Acme GmbH», «Acme GmbH, Engineer». */
const fromOne = (piece: Piece, order: Order): Pick<Header, "title" | "employer"> => {
  const parts = byComma(piece)
  const telling = titleWords(piece.text) > 0 || parts.some(({ text }) => organizationScore(text) >= 1.5)
  if (parts.length < 2 || !telling) return assigned([piece], order)
  const { title, employer } = assigned(parts, order)
  if (title === null || employer === null) return { title, employer }
  if (employer === parts.at(-1)) return { title: joinedParts(piece, parts.slice(0, -1)), employer }
  if (employer === parts[0]) return { title: joinedParts(piece, parts.slice(1)), employer }
  return { title, employer }
}

/** «Engineer, Acme» where neither name tells what it is: the title comes first. */
export const inOrder = (named: Header, order: Order): Header => {
  if (named.title === null || named.employer !== null) return withoutTown(named)
  const split = beside.exec(named.title.text)
  if (split !== null && titleWords(named.title.text.slice(0, split.index)) > 0) {
    const { text, start } = named.title
    const from = split.index + split[0].length
    return {
      ...named,
      title: { text: text.slice(0, split.index), start },
      employer: { text: text.slice(from), start: start + from },
    }
  }
  const [first, second, ...more] = byComma(named.title)
  if (first === undefined || second === undefined || more.length > 0) return named
  return order < 0 ? { ...named, title: second, employer: first } : { ...named, title: first, employer: second }
}

/** «H&M, Växjö»: what follows an employer's comma, short and neither title nor legal form, is where it is. */
const withoutTown = (named: Header): Header => {
  if (named.employer === null) return named
  const parts = byComma(named.employer)
  const [first, town] = [joinedParts(named.employer, parts.slice(0, -1)), parts.at(-1)]
  const isTown =
    town !== undefined &&
    /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,2}$/u.test(town.text) &&
    titleWords(town.text) === 0 &&
    organizationScore(town.text) === 0
  return first === null || !isTown ? named : { ...named, employer: first, location: named.location ?? town }
}

/** What forms write before a value: «Position held: …», «Employer: …». */
const label =
  /^(?:dates?|period|occupation or position held|position(?: held)?|job title|title|role|name and address of employer|name of employer|employer|company|organi[sz]ation|stelle|position|funktion|arbeitgeber|firma|poste(?: occupé)?|employeur|entreprise|cargo|puesto|empresa|posizione|ruolo|azienda|datore di lavoro|functie|werkgever|bedrijf|stanowisko|pracodawca|firma)\s*:\s*/iu

const unlabelled = (piece: Piece): Piece => {
  const lead = label.exec(piece.text)?.[0].length ?? 0
  return { text: piece.text.slice(lead), start: piece.start + lead }
}

/** Reads the lines over an entry, their dates taken out. */
export const header = (lines: ReadonlyArray<Piece>, order: Order = 0): Header => {
  const pieces: Array<Piece> = []
  let location: Piece | null = null
  for (const piece of lines.flatMap((line) => split(unlabelled(line), separators)).flatMap(apart)) {
    if (noise.test(piece.text) || !/\p{L}/u.test(piece.text)) continue
    if (isKnownPlace(piece.text) && organizationScore(piece.text) === 0) {
      location ??= piece
      continue
    }
    const { rest, place } = withoutPlace(piece)
    location ??= place
    pieces.push(rest)
  }
  const [only] = pieces
  return { ...(pieces.length === 1 && only !== undefined ? fromOne(only, order) : assigned(pieces, order)), location }
}

/** The line names nothing: how long something lasted, how much of the week it took, what a form calls its field. */
export const isNoise = (line: Piece): boolean => {
  const pieces = split(unlabelled(line), separators)
  return pieces.length > 0 && pieces.every(({ text }) => noise.test(text))
}
