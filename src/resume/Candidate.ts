import type { NewCandidate } from "../domain/candidate/Fields.js"
import { storable } from "../domain/Input.js"
import type { Draft, Found, Level, PartialDate } from "./Draft.js"

/** Below this a value is left for the person who confirms the draft. */
const enough = 0.5

const line = (text: string): string | null => {
  const clean = [...text]
    .filter((letter) => storable(letter))
    .join("")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 500)
  return clean === "" ? null : clean
}

const value = (found: Found<string> | null, least = enough): string | null =>
  found === null || found.confidence < least ? null : line(found.value)

const values = (found: ReadonlyArray<Found<string>>, least: number): ReadonlyArray<string> =>
  [...new Set(found.flatMap((one) => value(one, least) ?? []))].slice(0, 500)

/** The most of each list that a candidate keeps. */
const mostEntries = 200

export interface CandidateOptions {
  /** Values the reader is less sure of are left out. Default: 0.5. */
  readonly leastConfidence?: number
  /** Where the résumé came from, such as `"referral"`. */
  readonly source?: string
}

/** The input of `candidates.create` that a draft gives, or null where it has no name. */
export const toCandidate = (draft: Draft, options: CandidateOptions = {}): NewCandidate | null => {
  const { leastConfidence: least = enough, source } = options
  const name = value(draft.name, 0)
  if (name === null) return null
  return {
    name,
    email: value(draft.email, least),
    phone: value(draft.phone, least),
    location: value(draft.location, least),
    skills: values(draft.skills, least),
    links: values(draft.links, least),
    employment: toEmployment(draft, least).slice(0, mostEntries),
    education: toEducation(draft, least).slice(0, mostEntries),
    languages: toLanguages(draft, least).slice(0, mostEntries),
    ...(source === undefined ? {} : { source }),
  }
}

export interface Engagement {
  readonly title: string | null
  readonly employer: string | null
  readonly location: string | null
  readonly start: PartialDate | null
  readonly end: PartialDate | null
  readonly current: boolean
}

export const toEmployment = (draft: Draft, least = enough): ReadonlyArray<Engagement> =>
  draft.employment.map(({ title, employer, location, start, end, current }) => ({
    title: value(title, least),
    employer: value(employer, least),
    location: value(location, least),
    start: start?.value ?? null,
    end: end?.value ?? null,
    current,
  }))

export interface Schooling {
  readonly institution: string | null
  readonly degree: string | null
  readonly field: string | null
  readonly start: PartialDate | null
  readonly end: PartialDate | null
}

export const toEducation = (draft: Draft, least = enough): ReadonlyArray<Schooling> =>
  draft.education.map(({ institution, degree, field, start, end }) => ({
    institution: value(institution, least),
    degree: value(degree, least),
    field: value(field, least),
    start: start?.value ?? null,
    end: end?.value ?? null,
  }))

/** Languages by ISO 639 code with their level; what is no such code is left out. */
export const toLanguages = (
  draft: Draft,
  least = 0,
): ReadonlyArray<{ readonly language: string; readonly level: Level | null }> =>
  draft.languages.flatMap(({ value: language, level, confidence }) =>
    confidence < least || !/^[a-z]{2,3}$/.test(language) ? [] : [{ language, level }],
  )
