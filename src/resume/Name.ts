import type { Found } from "./Draft.js"
import { partOf } from "./Headings.js"
import { folded, found, type Line, type Piece, split } from "./Lines.js"
import type { Section } from "./Sections.js"
import { organizationScore } from "./words/Organizations.js"
import { isPlace } from "./words/Places.js"
import { titleWords } from "./words/Titles.js"

const label =
  /^(?:full name|name|first name\(s\) \/ surname\(s\)|surname\(s\) \/ first name\(s\)|vor- und nachname|vor- und zuname|nom et prénom|prénom et nom|nom complet|nombre y apellidos|nombre completo|nombre|nome completo|nome e cognome|nome|naam|volledige naam|imię i nazwisko|imie i nazwisko|namn|navn|jméno|jméno a příjmení|ad soyad|nume|név|имя|фио|姓名|氏名|名前|이름|성명)(?:\s*[:\t：]\s*|\s{2,})/iu
const given = /^(?:first name|given name|vorname|prénom|prenom|nombre|nome|voornaam|imię)\s*[:\t]\s*/iu
const family =
  /^(?:last name|surname|family name|nachname|familienname|nom|nom de famille|apellidos?|cognome|apelido|sobrenome|achternaam|nazwisko)\s*[:\t]\s*/iu

const title =
  /^(?:europass|europass curriculum vitae|curriculum vitae|curriculum|lebenslauf|résumé|resume|cv|c\.v\.|bewerbung|życiorys|zyciorys|hoja de vida|currículo|履歴書|简历|이력서)(?:\s+(?:of|von|de|di|van))?(?=$|[\s:–—-])[\s:–—-]*/iu

const honorific =
  /^(?:(?:mr|mrs|ms|miss|dr|prof|herr|frau|mme|m|sr|sra|dott|dott\.ssa|ing|dipl\.?-ing|mag|mgr|drs|ir|univ|eng|lic)\.?(?=\s)\s*)+(?=\p{Lu})/iu
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

const isName = (text: string): boolean => {
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

const bare = (piece: Piece): Piece => {
  let text = piece.text
  const lead = title.exec(text)?.[0].length ?? 0
  text = text.slice(lead)
  const honor = honorific.exec(text)?.[0].length ?? 0
  text = text
    .slice(honor)
    .replace(/\s*\([^()]*\)$/, "")
    .replace(postnominal, "")
    .replace(/[\s,]+$/, "")
  return { text, start: piece.start + lead + honor }
}

/** How much of the name the address repeats, 0 to 1. */
const echo = (name: string, email: string | undefined): number => {
  if (email === undefined) return 0
  const local = folded(email.split("@")[0] ?? "").replace(/[^a-z]/g, "")
  const words = folded(name)
    .split(/[^a-z]+/)
    .filter((one) => one.length > 2)
  return words.length === 0 ? 0 : words.filter((one) => local.includes(one.slice(0, 6))).length / words.length
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
  for (const [index, line] of [...lines, ...first].entries()) {
    if (line.text.length > 200) continue
    for (const raw of split({ text: unspaced(line.text), start: line.start }, /[|•·\t]| [–—-] |\s{3,}/gu)) {
      const piece = bare(raw)
      const swapped = /^\p{Lu}[^,]+, \p{Lu}[^,]+$/u.test(piece.text) && isName(piece.text.replace(",", ""))
      if (!swapped && !isName(piece.text)) continue
      if (partOf(piece.text) !== null || isPlace(piece.text) || organizationScore(piece.text) > 1) continue
      const doubt = titleWords(piece.text) > 0 ? 0.4 : 0
      const written = swapped ? said(piece.text) : said(piece.text.replace(/,.*/, ""))
      const sure = Math.max(0.05, 0.75 - 0.05 * Math.min(index, 8) - doubt + 0.24 * echo(written, email))
      if (sure > (best?.confidence ?? 0)) best = found(piece, Math.min(0.99, sure), written)
    }
  }
  return best
}
