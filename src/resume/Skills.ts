import { periods } from "./Dates.js"
import type { Found, Span } from "./Draft.js"
import type { Part } from "./Headings.js"
import { type Line, type Piece, split } from "./Lines.js"
import type { Section } from "./Sections.js"
import type { Taxonomy } from "./skills/Taxonomy.js"
import { type Token, tokens } from "./skills/Tokens.js"
import { languageOf, levelOf } from "./words/Tongues.js"

interface Match extends Piece {
  readonly name: string
  /** Its words mean other things elsewhere. */
  readonly vague: boolean
}

/** One or two letters, or a short everyday word, name a skill in running text only when they are written as a name. */
const named = (words: ReadonlyArray<Token>): boolean =>
  words.length > 1 || !words.every(({ raw }) => raw.length <= 5 && raw === raw.toLowerCase() && !/[\d#+.]/.test(raw))

const edge = /[,;|•·:()[\]\n\t/]/

/** A single letter is a skill only as an item of its own: «C, R» but not «R&D». */
const alone = (text: string, { start, end, raw }: Token): boolean => {
  if (raw.length > 1) return true
  const before = text.slice(0, start).trimEnd().at(-1) ?? ","
  const after = text.slice(end).trimStart()[0] ?? ","
  return edge.test(before) && edge.test(after)
}

/** The longest names of the taxonomy, from left to right. */
const matches = (line: Line, taxonomy: Taxonomy, list: boolean): ReadonlyArray<Match> => {
  const read: Array<Match> = []
  const words = tokens(line.text)
  for (let at = 0; at < words.length; ) {
    const [match, used] = longest(line, words, at, taxonomy, list)
    if (match !== null) read.push(match)
    at += used
  }
  return read
}

/** The skill of these words, also where the last of several is in the plural. */
const entryOf = (taxonomy: Taxonomy, run: ReadonlyArray<Token>) => {
  const name = run.map(({ word }) => word).join(" ")
  return (
    taxonomy.byWords.get(name) ??
    (run.length > 1 && name.endsWith("s") ? taxonomy.byWords.get(name.slice(0, -1)) : undefined)
  )
}

const longest = (
  line: Line,
  words: ReadonlyArray<Token>,
  at: number,
  taxonomy: Taxonomy,
  list: boolean,
): readonly [Match | null, number] => {
  const run: Array<Token> = []
  for (const word of words.slice(at, at + taxonomy.longest)) {
    if (run.length > 0 && !word.joined) break
    run.push(word)
  }
  for (; run.length > 0; run.pop()) {
    const [first, last] = [run[0], run.at(-1)]
    const entry = entryOf(taxonomy, run)
    if (entry === undefined || first === undefined || last === undefined) continue
    if (!list && (entry.skill.listed || !named(run) || (run.length === 1 && /^\p{L}{1,2}$/u.test(first.raw)))) continue
    if (run.length === 1 && !alone(line.text, first)) continue
    const text = line.text.slice(first.start, last.end)
    return [{ name: entry.skill.name, vague: entry.skill.listed, text, start: line.start + first.start }, run.length]
  }
  return [null, 1]
}

const separators = /[,;|•·\t()[\]]| [–—/-] |(?<=\p{L}{3,40}): /gu

/** Levels, conjunctions and years that stand between skills. */
const noSkill =
  /^(?:and|und|et|y|e|en|i|oder|or|other|sonstige) |(?<!\d)(?:19|20)\d\d(?!\d)|\.$|^(?:advanced|basic|expert|intermediate|good|beginner|proficient|gut|sehr gut|grundkenntnisse|experte|fortgeschritten|avanc|avanz|b[aá]sico|years?|jahre|etc)/iu

/** Words that join others, which a name may have more of than an item of words that tell. */
const joining = (word: string): boolean => word.length < 4

const short = (text: string): boolean => {
  const words = text.split(/\s+/)
  return words.length <= 6 && words.filter((word) => !joining(word)).length <= 3
}

/** What is said of any skill. */
const generic =
  /^(?:programming|programmierung|development|entwicklung|language|framework|software|skills?|knowledge|kenntnisse|tools?|office)$/iu

/** What says which part of a product or norm is meant: «SAP FI», «AWS D1». */
const module = /^ \p{Lu}[\p{Lu}\d/]{1,4}$/u

/** A listed item that means something else than the known skill in it: «medication reconciliation», «SAP FI». */
const means = ({ text, start }: Piece, one: Match): boolean => {
  const [before, after] = [
    text.slice(0, Math.max(0, one.start - start)),
    text.slice(one.start - start + one.text.length),
  ]
  const common = /^\p{Ll}+$/u.test(one.text) && /^\p{L}{3,20} $/u.test(before) && after === "" && !noSkill.test(before)
  const beside = `${before} ${after}`.trim()
  const vague = one.vague && /^[\p{L} '’&-]{4,40}$/u.test(beside) && !noSkill.test(beside) && !generic.test(beside)
  return common || vague || (before === "" && module.test(after))
}

/** The items of a line; one that tells a day is where and when the résumé was signed. */
const items = (line: Line): ReadonlyArray<Piece> => {
  if (periods(line.text).some(({ start }) => start !== null && start.length === 10)) return []
  const label = /^[^:\t,;]{2,40}(?::\s|\t)/.exec(line.text)?.[0].length ?? 0
  return split({ text: line.text.slice(label), start: line.start + label }, separators)
}

const within = (one: Piece, item: Piece): boolean =>
  item.start <= one.start && one.start + one.text.length <= item.start + item.text.length

/** What is listed as a skill and is in no taxonomy: short items without anything that tells of a sentence. */
const unknown = (listed: ReadonlyArray<Piece>, known: ReadonlyArray<Match>): ReadonlyArray<Match> => {
  const prose = listed.some(({ text }) => text.split(/\s+/).length > 8)
  return listed
    .filter((item) => {
      const { text, start } = item
      const overlaps = known.some((one) => one.start < start + text.length && start < one.start + one.text.length)
      return (
        !overlaps &&
        !prose &&
        short(text) &&
        text.length >= 2 &&
        text.length <= 40 &&
        /^(?:\p{L}|\d\p{Lu})[^@:!?]*$/u.test(text)
      )
    })
    .filter(
      ({ text }) => !noSkill.test(text) && languageOf(text.split(/\s/)[0] ?? "") === null && levelOf(text) === null,
    )
    .map((piece) => ({ ...piece, name: piece.text, vague: true }))
}

const listing: ReadonlySet<Part> = new Set<Part>(["skills"])
const telling: ReadonlySet<Part> = new Set<Part>(["head", "employment", "other"])

/** How sure a skill is by where it was read: listed and known, known in running text, listed and unknown. */
const sure = { listed: 0.95, told: 0.7, unknown: 0.5 }

/** The skills of a résumé, each once and by its first place; `taken` are places that mean something else. */
export const skillsOf = (
  cut: ReadonlyArray<Section>,
  taxonomy: Taxonomy,
  taken: ReadonlyArray<Span>,
): ReadonlyArray<Found<string>> => {
  const best = new Map<string, Found<string>>()
  const add = ({ name, start, text }: Match, confidence: number) => {
    const key = name.toLowerCase()
    const before = best.get(key)
    if (before !== undefined && before.confidence >= confidence) return
    best.set(key, { value: name, confidence, span: { start, end: start + text.length } })
  }
  for (const { part, lines } of cut) {
    const list = listing.has(part)
    if (!list && !telling.has(part)) continue
    for (const line of lines) {
      const listed = list ? items(line) : []
      const known = matches(line, taxonomy, list).filter(
        (one) => !listed.some((item) => within(one, item) && means(item, one)),
      )
      for (const match of known) {
        const free = taken.every((span) => match.start + match.text.length <= span.start || span.end <= match.start)
        if (list || free) add(match, list ? sure.listed : sure.told)
      }
      if (list) for (const match of unknown(listed, known)) add(match, sure.unknown)
    }
  }
  return [...best.values()].toSorted((a, b) => a.span.start - b.span.start)
}
