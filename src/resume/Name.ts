import type { Found } from "./Draft.js"
import { partByStem, partOf } from "./Headings.js"
import { folded, found, type Line, type Piece, split } from "./Lines.js"
import type { Section } from "./Sections.js"
import { organizationScore } from "./words/Organizations.js"
import { isPlace } from "./words/Places.js"
import { titleWords } from "./words/Titles.js"

const label =
  /^(?:full name|name|first name\(s\) \/ surname\(s\)|surname\(s\) \/ first name\(s\)|name,? vorname|vor- und nachname|vor- und zuname|nom et prénom|nom,? prénom|nom \/ prénom|prénom et nom|nom complet|nombres? y apellidos?|apellidos? y nombres?|nombre completo|nombre|nome completo|nome e cognome|cognome e nome|nome \/ cognome|nome|naam|volledige naam|imię i nazwisko|imie i nazwisko|namn|navn|nimi|jméno|jméno a příjmení|meno a priezvisko|ad soyad|adı soyadı|nume \/ prenume|nume,? prenume|nume și prenume|prenume și nume|nume|ime i prezime|név|имя|фио|姓名|氏名|名前|이름|성명)(?:\s*[:\t：]\s*|\s{2,})/iu
const given = /^(?:first name|given name|vorname|prénom|prenom|nombre|nome|voornaam|imię)\s*[:\t]\s*/iu
const family =
  /^(?:last name|surname|family name|nachname|familienname|nom|nom de famille|apellidos?|cognome|apelido|sobrenome|achternaam|nazwisko)\s*[:\t]\s*/iu

const title =
  /^(?:europass|europass curriculum vitae|curriculum vitae|curriculum|lebenslauf|résumé|resume|cv|c\.v\.|bewerbung|życiorys|zyciorys|hoja de vida|currículo|履歴書|简历|이력서)(?:\s+(?:of|von|de|di|van))?(?=$|[\s:–—-])[\s:–—-]*/iu

const honorific =
  /^(?:(?:(?:mr|mrs|ms|miss|dr|prof|herr|frau|mme|sra?|dott|dott\.ssa|ing|dipl\.?[- ]?\p{L}{2,8}|mag|mgr|drs|ir|mw|dhr)\.?|(?:m|mr|univ|lic|eng|avv|arch|rer|nat|med|jur|phil|pol|oec|h\.c|habil|inż|doç)\.)(?:\s?\(\p{Lu}{2,4}\))?\s+)+(?=\p{Lu})/iu
const postnominal =
  /(?:,\s*|\s+)(?:ph\.?d\.?|mba|m\.?sc\.?|b\.?sc\.?|m\.?d\.?|rn|cpa|cfa|acca|pmp|msn|bsn|esq\.?|jr\.?|dds|fca|aca|m\.?a\.?|b\.?a\.?)(?=$|[\s,])/giu

const particles = new Set(
  "van von de der den del della di da do dos das du la le el al bin ibn ben bint binti abu zu zum ter ten te af av y e i und et st san mac".split(
    " ",
  ),
)

const word = /^(?:\p{Lu}[\p{L}\p{Mn}]*(?:['’ʼ.-]\p{L}[\p{L}\p{Mn}]*)*\.?|[dlDLO]['’]\p{L}[\p{L}\p{Mn}]*)$/u
const uncased =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{1,4}(?: ?[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{1,5})?$/u
const otherScript =
  /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Thai}]{2,20}(?: [\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Thai}]{2,20}){1,3}$/u

/** What someone is called as well: «Jiho (Jay) Park», «Dwayne "Buck" Kowalczyk». */
const nickname = /\s(?:\(\p{L}{2,15}\)|["“„]\p{L}{2,15}["”“]|['‘]\p{L}{2,15}['’])(?=\s)/u

/** A degree or licence after a name, by its letters: «PharmD», «M.Sc.», «RN». */
const credential = /^(?:(?:\p{Lu}\p{Ll}{0,4}\.?-?){2,6}|Esq\.?|[JS]r\.?)(?:\s\([\p{L}.]{2,8}\))?$/u

/** The name without what follows its comma, where that is no given name. */
const beforeComma = (text: string): string => {
  const [name = "", ...more] = text.split(/,\s*/)
  const credentials = /\s/.test(name) && more.every((one) => credential.test(one) || !isName(`${one} ${name}`))
  return credentials ? name : text
}

const isName = (written: string): boolean => {
  const text = written.replace(nickname, "")
  if (uncased.test(text)) return text.replace(" ", "").length > 1
  if (otherScript.test(text)) return true
  const words = text.split(/\s+/)
  if (words.length < 2 || words.length > 6 || text.length > 60) return false
  const proper = words.filter((one) => word.test(one))
  return proper.length >= 2 && words.every((one) => word.test(one) || particles.has(one.toLowerCase()))
}

const capitals = (text: string): boolean =>
  text.length > 1 && text === text.toUpperCase() && text !== text.toLowerCase()

const cased = (one: string): string =>
  capitals(one.replace(/[.'’-]/g, "")) && !/^\p{Lu}\.$/u.test(one)
    ? one
        .toLowerCase()
        .replace(/(^|['’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    : one

/** The name as it is said: given name first, and capitals only where names have them. */
const said = (text: string): string => {
  const comma = /^([^,]+),\s*([^,]+)$/.exec(text)
  const words = (comma === null ? text : `${comma[2]} ${comma[1]}`).split(/\s+/)
  const shouted = words.filter((one) => capitals(one) && one.length > 2)
  const leading = words.findIndex((one) => !capitals(one))
  const surnameFirst =
    shouted.length > 0 && leading > 0 && words.slice(leading).every((one) => !capitals(one) || one.length < 3)
  const ordered = surnameFirst ? [...words.slice(leading), ...words.slice(0, leading)] : words
  const all = shouted.length === words.filter((one) => one.length > 2).length
  return ordered
    .map((one) => (all && particles.has(one.toLowerCase()) && one.length < 4 ? one.toLowerCase() : cased(one)))
    .join(" ")
}

/** «A N N A   S M I T H» as the words they are. */
const unspaced = (text: string): string =>
  /^\p{Lu}(?: \p{Lu})+(?: {2,}\p{Lu}(?: \p{Lu})+)+$/u.test(text)
    ? text
        .split(/ {2,}/)
        .map((one) => one.replaceAll(" ", ""))
        .join(" ")
    : text

/** No name is told in more letters; to look for the end of blanks without one costs their square. */
const longest = 200

const bare = (piece: Piece): Piece => {
  let text = piece.text
  if (text.length > longest) return piece
  const lead = title.exec(text)?.[0].length ?? 0
  text = text.slice(lead)
  const honor = honorific.exec(text)?.[0].length ?? 0
  text = text
    .slice(honor)
    .replace(/\s*\([^()]*\)$/, "")
    .replace(postnominal, "")
    .replace(/[\s,]+$/, "")
  text = beforeComma(text)
  return { text, start: piece.start + lead + honor }
}

/** A name without what it is addressed with: «Prof. Dr.», «RN». */
export const unaddressed = (text: string): string => bare({ text, start: 0 }).text || text

/** How much of the name the address repeats, 0 to 1; one of its words tells most of it. */
const echo = (name: string, email: string | undefined): number => {
  if (email === undefined) return 0
  const address = folded(email).replace(/[^a-z]/g, "")
  const words = folded(name)
    .split(/[^a-z]+/)
    .filter((one) => one.length > 2)
  const repeated = words.filter((one) => address.includes(one.slice(0, 6))).length
  return repeated === 0 ? 0 : 0.5 + (0.5 * repeated) / words.length
}

/** A line that may be half of a name which is set on two. */
const half = (line: Line): boolean =>
  /^\p{Lu}[\p{L}'’. -]{1,30}$/u.test(line.text) &&
  line.text.split(/\s+/).every((one) => word.test(one) || particles.has(one.toLowerCase())) &&
  titleWords(line.text) === 0 &&
  partOf(line.text) === null

/** A name of two lines, as large letters in a narrow column break it. */
const halves = (line: Line, next: Line | undefined): Piece | null => {
  if (next === undefined || next.fresh || !half(line) || !half(next)) return null
  const [above, below] = [line.text, next.text].map((text) => text.split(/\s+/).length)
  return above === 1 && (below ?? 9) < 3 && capitals(line.text) === capitals(next.text)
    ? { text: `${line.text} ${next.text}`, start: line.start }
    : null
}

const labelledName = (lines: ReadonlyArray<Line>): Found<string> | null => {
  const after = (pattern: RegExp): Piece | null => {
    for (const line of lines) {
      const lead = pattern.exec(line.text)?.[0]
      if (lead === undefined) continue
      const [piece] = split({ text: line.text.slice(lead.length), start: line.start + lead.length }, /[\t|]/g)
      if (piece !== undefined && !/[\d@]/.test(piece.text)) return bare(piece)
    }
    return null
  }
  const [first, last] = [after(given), after(family)]
  if (first !== null && last !== null) return found(first, 0.95, said(`${first.text} ${last.text}`))
  const whole = after(label)
  return whole === null || whole.text === "" ? null : found(whole, 0.97, said(whole.text))
}

/** The person's name: labelled, or the likeliest of the head's first lines. */
export const name = (cut: ReadonlyArray<Section>, email: string | undefined): Found<string> | null => {
  const lines = cut.filter(({ part }) => part === "head").flatMap((section) => section.lines.slice(0, 15))
  const labelled = labelledName(lines)
  if (labelled !== null) return labelled
  let best: Found<string> | null = null
  const first = cut.slice(0, 4).flatMap((section) => section.lines.slice(0, 6))
  const told = [...lines, ...first]
  for (const [index, line] of told.entries()) {
    if (line.text.length > 200) continue
    const pieces = split({ text: unspaced(line.text), start: line.start }, /[|•·\t]| [–—-] |\s{3,}/gu)
    const over = pieces.length === 1 ? halves(line, told[index + 1]) : null
    for (const raw of over === null ? pieces : [over]) {
      const piece = bare(raw)
      const swapped = /^\p{Lu}[^,]+, \p{Lu}[^,]+$/u.test(piece.text) && isName(piece.text.replace(",", ""))
      if (!swapped && !isName(piece.text)) continue
      if (
        partOf(piece.text) !== null ||
        partByStem(piece.text) !== null ||
        isPlace(piece.text) ||
        organizationScore(piece.text) > 1
      )
        continue
      const doubt = (titleWords(piece.text) > 0 ? 0.4 : 0) + (swapped && echo(piece.text, email) === 0 ? 0.2 : 0)
      const written = swapped ? said(piece.text) : said(piece.text.replace(/,.*/, ""))
      const sure = Math.max(0.05, 0.75 - 0.05 * Math.min(index, 8) - doubt + 0.24 * echo(written, email))
      if (sure > (best?.confidence ?? 0)) best = found(piece, Math.min(0.99, sure), written)
    }
  }
  return best
}
