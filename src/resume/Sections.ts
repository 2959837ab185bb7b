import { headingOf, type Part } from "./Headings.js"
import { type Line, lines } from "./Lines.js"
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

/** The text cut at its headings. What stands before the first one is the head, and so is the start of a new column. */
export const sections = (text: string): ReadonlyArray<Section> => {
  const cut: Array<Section> = []
  const begin = (part: Part, first: ReadonlyArray<Line>) => {
    const section = { part, lines: [...first] }
    cut.push(section)
    return section
  }
  let open = begin("head", [])
  for (const line of lines(text)) {
    const heading = headingOf(line)
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

/** The lines of all the sections of one part. */
export const linesOf = (cut: ReadonlyArray<Section>, part: Part): ReadonlyArray<Line> =>
  cut.filter((section) => section.part === part).flatMap((section) => section.lines)
