import type { Candidate } from "../domain/candidate/Candidate.js"
import type { Contact } from "../domain/client/Contact.js"
import { lines, parameter, text, uri } from "./ContentLine.js"

export interface VCardOptions {
  /** 4.0 (RFC 6350) where absent; 3.0 (RFC 2426) for programs that know no better. */
  readonly version?: "4.0" | "3.0"
  /** The company of a contact, by name. */
  readonly organization?: string
}

type Person = Candidate | Contact

const isCandidate = (person: Person): person is Candidate => "skills" in person

const workOf = (person: Person, organization: string | undefined) => {
  if (!isCandidate(person)) return { title: person.title, employer: organization ?? null }
  const now = person.employment.find(({ current }) => current)
  return { title: now?.title ?? null, employer: organization ?? now?.employer ?? null }
}

const said = (name: string, value: string | null): ReadonlyArray<string> =>
  value === null || value === "" ? [] : [`${name}:${text(value)}`]

/** Basic format, as REV has it. */
const stamp = (instant: string): string => instant.replace(/[-:]|\.\d+/g, "")

/** One person's card. The name is given whole: which part of it is the family's, nobody has said. */
const card = (person: Person, { version = "4.0", organization }: VCardOptions): ReadonlyArray<string> => {
  const { title, employer } = workOf(person, organization)
  const modern = version === "4.0"
  const { location, links } = isCandidate(person) ? person : { location: null, links: [] }
  const languages = isCandidate(person) && modern ? person.languages : []
  return [
    "BEGIN:VCARD",
    `VERSION:${version}`,
    ...(modern ? ["KIND:individual", `UID;VALUE=text:${text(person.id)}`] : [`UID:${text(person.id)}`]),
    `FN:${text(person.name)}`,
    `N:${text(person.name)};;;;`,
    ...(person.email === null
      ? []
      : [modern ? `EMAIL:${text(person.email)}` : `EMAIL;TYPE=INTERNET:${text(person.email)}`]),
    ...(person.phone === null ? [] : [modern ? `TEL;VALUE=text:${text(person.phone)}` : `TEL:${text(person.phone)}`]),
    ...(location === null ? [] : [`ADR${modern ? `;LABEL=${parameter(location)}` : ""}:;;;${text(location)};;;`]),
    ...said("TITLE", title),
    ...said("ORG", employer),
    ...languages.map(({ language }) => `LANG:${text(language)}`),
    ...links.map((link) => `URL:${uri(link)}`),
    `REV:${stamp(person.updatedAt)}`,
    "END:VCARD",
  ]
}

/** Candidates and contacts as vCards, one after another. */
export const vCard = (people: Person | ReadonlyArray<Person>, options: VCardOptions = {}): string => {
  const all: ReadonlyArray<Person> = "id" in people ? [people] : people
  return lines(all.flatMap((person) => card(person, options)))
}
