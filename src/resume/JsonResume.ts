import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { periods } from "./Dates.js"
import type { Draft, Education, Employment, Found, Language, Span } from "./Draft.js"
import { unaddressed } from "./Name.js"
import { e164 } from "./Phone.js"
import type { ReadOptions } from "./Resume.js"
import { named, standard } from "./skills/Taxonomy.js"
import { languageName, languageOf, levelOf } from "./words/Tongues.js"

const text = Schema.optional(Schema.NullOr(Schema.String))
const list = <A, I>(item: Schema.Schema<A, I>) => Schema.optional(Schema.NullOr(Schema.Array(item)))

/** The parts of JSON Resume 1.0.0 that a draft has; what else stands there is passed over. */
const Document = Schema.Struct({
  basics: Schema.optional(
    Schema.NullOr(
      Schema.Struct({
        name: text,
        email: text,
        phone: text,
        url: text,
        location: Schema.optional(
          Schema.NullOr(Schema.Struct({ city: text, region: text, countryCode: text, address: text })),
        ),
        profiles: list(Schema.Struct({ url: text })),
      }),
    ),
  ),
  work: list(
    Schema.Struct({ name: text, company: text, position: text, location: text, startDate: text, endDate: text }),
  ),
  education: list(Schema.Struct({ institution: text, studyType: text, area: text, startDate: text, endDate: text })),
  skills: list(Schema.Struct({ name: text, keywords: list(Schema.String) })),
  languages: list(Schema.Struct({ language: text, fluency: text })),
})
type Document = typeof Document.Type

interface Writing {
  readonly add: (value: string | null | undefined) => Found<string> | null
  readonly span: <A>(write: () => A) => A & { readonly span: Span }
  readonly text: () => string
}

/** Writes a text of the document's values, a line each, that remembers where each stands. */
const writing = (): Writing => {
  const lines: Array<string> = []
  let length = 0
  return {
    add: (value) => {
      const clean = value?.trim() ?? ""
      if (clean === "") return null
      const start = length
      lines.push(clean)
      length += clean.length + 1
      return { value: clean, confidence: 1, span: { start, end: start + clean.length } }
    },
    span: (write) => {
      const start = length
      const made = write()
      return { ...made, span: { start, end: Math.max(start, length - 1) } }
    },
    text: () => lines.join("\n"),
  }
}

const date = (to: Writing, value: string | null | undefined): Found<string> | null => {
  const written = to.add(value)
  const told = written === null ? undefined : periods(written.value)[0]?.start
  return written === null || told === undefined || told === null ? null : { ...written, value: told }
}

const some = <A>(items: ReadonlyArray<A> | null | undefined): ReadonlyArray<A> => (items ?? []).slice(0, 500)

const work = (to: Writing, document: Document): ReadonlyArray<Employment> =>
  some(document.work).map((one) =>
    to.span(() => {
      const title = to.add(one.position)
      const employer = to.add(one.name ?? one.company)
      const location = to.add(one.location)
      const start = date(to, one.startDate)
      const end = date(to, one.endDate)
      return { title, employer, location, start, end, current: start !== null && end === null }
    }),
  )

const education = (to: Writing, document: Document): ReadonlyArray<Education> =>
  some(document.education).map((one) =>
    to.span(() => ({
      institution: to.add(one.institution),
      degree: to.add(one.studyType),
      field: to.add(one.area),
      start: date(to, one.startDate),
      end: date(to, one.endDate),
    })),
  )

/** A group's keywords are the skills; a group without any is a skill itself. */
const skills = (to: Writing, document: Document, options: ReadOptions): ReadonlyArray<Found<string>> => {
  const names = some(document.skills).flatMap(
    ({ name, keywords }): ReadonlyArray<string | null | undefined> =>
      some(keywords).length > 0 ? some(keywords) : [name],
  )
  const read = new Map<string, Found<string>>()
  for (const name of names.slice(0, 1_000)) {
    const written = to.add(name)
    if (written === null) continue
    const value = named(options.taxonomy ?? standard, written.value)?.name ?? written.value
    if (!read.has(value)) read.set(value, { ...written, value })
  }
  return [...read.values()]
}

const languages = (to: Writing, document: Document): ReadonlyArray<Language> =>
  some(document.languages).flatMap(({ language, fluency }) => {
    const written = to.add(language)
    const code = written === null ? null : languageOf(written.value.split(/[^\p{L}]/u)[0] ?? "")
    const level = to.add(fluency)
    if (written === null || code === null) return []
    return [{ ...written, value: code, level: level === null ? null : levelOf(level.value) }]
  })

const phone = (written: Found<string> | null, options: ReadOptions): Found<string> | null => {
  if (written === null) return null
  const value = e164(written.value, options.defaultCountry)
  return value === null ? { ...written, confidence: 0.5 } : { ...written, value }
}

const decode = Schema.decodeUnknownEither(Document)

const read = (document: Document, options: ReadOptions): Draft => {
  const to = writing()
  const { basics } = document
  const place = basics?.location
  const parts = [place?.city ?? place?.address, place?.region, place?.countryCode].filter(
    (part) => typeof part === "string",
  )
  const called = to.add(basics?.name)
  const found = {
    name: called === null ? null : { ...called, value: unaddressed(called.value) },
    email: to.add(basics?.email),
    phone: phone(to.add(basics?.phone), options),
    location: to.add(parts.join(", ")),
    links: [basics?.url, ...some(basics?.profiles).map(({ url }) => url)].flatMap((url) => to.add(url) ?? []),
    employment: work(to, document),
    education: education(to, document),
    skills: skills(to, document, options),
    languages: languages(to, document),
  }
  return { text: to.text(), ...found }
}

/** The draft that a JSON Resume document gives, or null where the value is none. */
export const fromJsonResume = (value: unknown, options: ReadOptions = {}): Draft | null =>
  typeof value === "object" &&
  value !== null &&
  ["basics", "work", "education", "skills"].some((key) => Object.hasOwn(value, key))
    ? Either.match(decode(value), { onLeft: () => null, onRight: (document) => read(document, options) })
    : null

const field = <K extends string>(key: K, found: Found<string> | null): { readonly [P in K]?: string } =>
  (found === null ? {} : { [key]: found.value }) as { readonly [P in K]?: string }

/** The draft as a JSON Resume document of schema 1.0.0. */
export const toJsonResume = (draft: Draft) => ({
  $schema: "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
  basics: {
    ...field("name", draft.name),
    ...field("email", draft.email),
    ...field("phone", draft.phone),
    ...(draft.location === null ? {} : { location: { address: draft.location.value } }),
    profiles: draft.links.map(({ value }) => ({ url: value })),
  },
  work: draft.employment.map(({ title, employer, location, start, end }) => ({
    ...field("position", title),
    ...field("name", employer),
    ...field("location", location),
    ...field("startDate", start),
    ...field("endDate", end),
  })),
  education: draft.education.map(({ institution, degree, field: area, start, end }) => ({
    ...field("institution", institution),
    ...field("studyType", degree),
    ...field("area", area),
    ...field("startDate", start),
    ...field("endDate", end),
  })),
  skills: draft.skills.map(({ value }) => ({ name: value })),
  languages: draft.languages.map(({ value, level }) => ({
    language: languageName(value),
    ...(level === null ? {} : { fluency: level }),
  })),
})
