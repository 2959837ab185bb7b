import { type Draft, empty, type Span } from "./Draft.js"
import { education } from "./Education.js"
import { emails } from "./Email.js"
import { employment } from "./Employment.js"
import { languages } from "./Languages.js"
import { links } from "./Links.js"
import { location } from "./Location.js"
import { name } from "./Name.js"
import { phone } from "./Phone.js"
import { doubtOf, linesOf, sections } from "./Sections.js"
import { skillsOf } from "./Skills.js"
import { standard, type Taxonomy } from "./skills/Taxonomy.js"

export interface ReadOptions {
  /** ISO 3166 code of the country whose numbers are written without a prefix. Default: none is assumed. */
  readonly defaultCountry?: string
  /** Skills by name. Default: the library's own list. */
  readonly taxonomy?: Taxonomy
}

/** No résumé says more; what follows is kept in the text and not read. */
const mostCharacters = 200_000
const mostLines = 1_000

/**
 * Reads a résumé's text into a draft. Pure, and linear in the length of the text.
 *
 * @example
 * import { read } from "matchloop/resume"
 *
 * const draft = read("Ada Park\nada@example.com\n\nSkills\nJS, C++")
 * if (draft.skills[0]?.value !== "javascript") throw new Error("js is javascript")
 */
export const read = (text: string, options: ReadOptions = {}): Draft => {
  const told = text.slice(0, mostCharacters)
  const cut = sections(told)
  const addresses = emails(told)
  const addressed: ReadonlyArray<Span> = addresses.map(({ span }) => span)
  const linked = links(told, addressed)
  const engagements = linesOf(cut, "employment").slice(0, mostLines)
  const employed = employment(engagements)
  const doubt = doubtOf(cut)
  const email = addresses.toSorted((a, b) => doubt(a.span) - doubt(b.span))[0] ?? null
  const called = name(cut, email?.value)
  const taken = [
    ...employed.flatMap(({ title, employer, location }) => [title, employer, location]),
    called,
    ...linked,
    ...addresses,
  ].flatMap((one) => (one === null ? [] : [one.span]))
  return {
    ...empty(text),
    name: called,
    email,
    phone: phone(told, options.defaultCountry, [...addressed, ...linked.map(({ span }) => span)], doubt),
    location: location(cut),
    links: linked,
    skills: skillsOf(cut, options.taxonomy ?? standard, taken),
    employment: employed,
    education: education(linesOf(cut, "education").slice(0, mostLines)),
    languages: languages(told, linesOf(cut, "languages")),
  }
}
