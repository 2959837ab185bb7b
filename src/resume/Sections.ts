import { periods } from "./Dates.js"
import { type Heading, headingOf, type Part, partByStem, partOf } from "./Headings.js"
import type { Span } from "./Draft.js"
import { type Line, lines } from "./Lines.js"
import { isInstitution } from "./words/Degrees.js"
import { organizationScore } from "./words/Organizations.js"
import { titleWords } from "./words/Titles.js"
import { languageOf } from "./words/Tongues.js"

/** The lines under one heading. */
export interface Section {
  readonly part: Part
  readonly lines: ReadonlyArray<Line>
}

/** Labels such as «Technologies: …» inside of these tell of the entry that they stand in, and do not end it. */
const entries: ReadonlySet<Part> = new Set<Part>(["employment", "education"])

/** «Languages: Java, Python» among the skills is no heading of its own. */
const namesLanguage = (text: string): boolean => text.split(/[^\p{L}]+/u).some((word) => languageOf(word) !== null)

const capitals = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}{2}/u.test(text)

/** The headings that are known are in capitals, so that those that are not known are as well. */
const shouts = (all: ReadonlyArray<Line>): boolean => {
  const known = all.filter(({ text }) => partOf(text) !== null)
  return known.length > 1 && known.filter(({ text }) => capitals(text)).length > known.length / 2
}

/** A line that is set as a heading and names nothing that a résumé tells under one. */
const standsAlone = (line: Line, shouting: boolean): boolean =>
  !line.bullet &&
  (capitals(line.text) || (!shouting && (line.spaced || line.fresh))) &&
  organizationScore(line.text) === 0

/** Sections whose lines are never in capitals alone, unless they head something else. */
const quiet: ReadonlySet<Part> = new Set<Part>(["education", "skills", "languages", "referees", "other"])

/** A heading of words that no list holds, judged by its words, by how it is set and by what it stands among. */
const unlisted = (line: Line, next: Line | undefined, open: Section, shouting: boolean): Heading | null => {
  if (!standsAlone(line, shouting)) return null
  const part = partByStem(line.text)
  const among = entries.has(open.part) || open.lines.length === 0
  const brief = line.text.split(/\s+/).length < 4 && titleWords(line.text) === 0
  const apart = capitals(line.text) || !among || brief || (next !== undefined && periods(next.text).length === 0)
  if (part !== null && part !== open.part && apart && (open.lines.length > 0 || open.part === "head"))
    return { part, rest: null, row: false }
  const heads =
    shouting &&
    capitals(line.text) &&
    line.spaced &&
    quiet.has(open.part) &&
    open.lines.length > 0 &&
    next !== undefined
  const words = line.text.split(/\s+/)
  return heads &&
    words.length < 5 &&
    /^[\p{L}\s&/'’-]{6,40}$/u.test(line.text) &&
    !isInstitution(line.text) &&
    titleWords(line.text) === 0
    ? { part: "other", rest: null, row: false }
    : null
}

/** The text cut at its headings. What stands before the first one is the head, and so is the start of a new column. */
export const sections = (text: string): ReadonlyArray<Section> => {
  const cut: Array<Section> = []
  const begin = (part: Part, first: ReadonlyArray<Line>) => {
    const section = { part, lines: [...first] }
    cut.push(section)
    return section
  }
  let open = begin("head", [])
  const all = lines(text)
  const shouting = shouts(all)
  for (const [index, line] of all.entries()) {
    const heading = headingOf(line) ?? unlisted(line, all[index + 1], open, shouting)
    if (heading === null) {
      if (line.fresh && open.part !== "head") open = begin("head", [line])
      else open.lines.push(line)
      continue
    }
    const rest = heading.rest === null ? [] : [{ ...line, ...heading.rest, bullet: false, spaced: true }]
    if (
      open.part === "skills" &&
      heading.part === "languages" &&
      rest.length > 0 &&
      !rest.some(({ text }) => namesLanguage(text))
    ) {
      open.lines.push(line)
      continue
    }
    const aside = heading.rest !== null && !heading.row && entries.has(open.part) && !entries.has(heading.part)
    const section = begin(heading.part, rest)
    if (!aside) open = section
  }
  return cut
}

/** How unlikely contact data is the person's own by where it stands: 0 in the head, 1 among those who vouch. */
export const doubtOf =
  (cut: ReadonlyArray<Section>) =>
  ({ start }: Span): number => {
    const section = cut.find(({ lines }) => {
      const [first, last] = [lines[0], lines.at(-1)]
      return first !== undefined && last !== undefined && first.start <= start && start < last.start + last.text.length
    })
    return section === undefined ? 0 : section.part === "referees" ? 1 : section.part === "head" ? 0 : 0.2
  }

/** The lines of all the sections of one part. */
export const linesOf = (cut: ReadonlyArray<Section>, part: Part): ReadonlyArray<Line> =>
  cut.filter((section) => section.part === part).flatMap((section) => section.lines)
