import type { Candidate } from "../domain/candidate/Candidate.js"
import type { NewCandidate } from "../domain/candidate/Fields.js"
import { type CandidateOptions, toCandidate } from "../resume/Candidate.js"
import { fromJsonResume } from "../resume/JsonResume.js"
import { make } from "../resume/skills/Taxonomy.js"
import { languageName } from "../resume/words/Tongues.js"

const said = <K extends string>(key: K, value: string | null): { readonly [P in K]?: string } | Record<never, never> =>
  value === null ? {} : { [key]: value }

/** A candidate as a JSON Resume document of schema 1.0.0. What the schema has no word for is not in it. */
export const candidateToJsonResume = (candidate: Candidate) => ({
  $schema: "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
  basics: {
    name: candidate.name,
    ...said("email", candidate.email),
    ...said("phone", candidate.phone),
    ...(candidate.location === null ? {} : { location: { address: candidate.location } }),
    profiles: candidate.links.map((url) => ({ url })),
  },
  work: candidate.employment.map(({ title, employer, location, start, end }) => ({
    ...said("name", employer),
    ...said("position", title),
    ...said("location", location),
    ...said("startDate", start),
    ...said("endDate", end),
  })),
  education: candidate.education.map(({ institution, degree, field, start, end }) => ({
    ...said("institution", institution),
    ...said("studyType", degree),
    ...said("area", field),
    ...said("startDate", start),
    ...said("endDate", end),
  })),
  skills: candidate.skills.map((name) => ({ name })),
  languages: candidate.languages.map(({ language, level }) => ({
    language: languageName(language),
    ...said("fluency", level),
  })),
})

/** Skills as they are written, whatever they may be called elsewhere. */
const asWritten = make()

/** The input of `candidates.create` that a JSON Resume document gives; null where it is none or has no name. */
export const candidateFromJsonResume = (value: unknown, options: CandidateOptions = {}): NewCandidate | null => {
  const draft = fromJsonResume(value, { taxonomy: asWritten })
  return draft === null ? null : toCandidate(draft, { leastConfidence: 0, ...options })
}
