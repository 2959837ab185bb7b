import * as Schema from "effect/Schema"
import * as Custom from "../Custom.js"
import * as Field from "../Field.js"
import * as Money from "../Money.js"
import * as Noun from "../Noun.js"
import * as Profile from "./Profile.js"

const names = Field.json(Schema.Array(Schema.String))

const noun = Noun.pipelined(
  "candidate",
  "candidates",
  "cand",
  {
    name: Field.text,
    email: Field.optional(Field.text),
    phone: Field.optional(Field.text),
    location: Field.optional(Field.text),
    willingToRelocate: Field.optional(Field.boolean),
    skills: names,
    tags: names,
    links: names,
    /** Wished yearly salary, minor units. */
    salaryExpectation: Field.optional(Field.json(Money.Money)),
    availableFrom: Field.optional(Field.date),
    /** Working life, education and languages, as the person tells them; newest first where they come from a résumé. */
    employment: Field.json(Schema.typeSchema(Profile.Employments)),
    education: Field.json(Schema.typeSchema(Profile.Educations)),
    languages: Field.json(Schema.typeSchema(Profile.Languages)),
    preferences: Field.optional(Field.json(Schema.typeSchema(Profile.Preferences))),
    source: Field.optional(Field.text),
    owner: Field.optional(Field.text),
    customFields: Field.json(Custom.Custom),
    screenedAt: Field.optional(Field.instant),
    /** While `ready`: when the last live consent ends; null when one of them has no end. */
    readyUntil: Field.optional(Field.instant),
    /** The stage an `inactive` or `doNotUse` candidate left. */
    leftStage: Field.optional(Field.text),
    reason: Field.optional(Field.text),
  },
  {
    new: { phase: "live" },
    screening: { phase: "live" },
    screened: { phase: "live", requires: ["screenedAt"] },
    ready: { phase: "live", requires: ["screenedAt"] },
    placed: { phase: "won" },
    inactive: { phase: "ended", requires: ["leftStage"] },
    doNotUse: { phase: "ended", requires: ["leftStage", "reason"] },
    anonymized: { phase: "ended" },
  },
  { indexes: [["kind"], ["email"]] },
)
type Definition = typeof noun

/** A person whom the agency may place. */
export interface CandidateNoun extends Definition {}
export const Candidate: CandidateNoun = noun
export type Candidate = Noun.Record<CandidateNoun>
export type CandidateId = Candidate["id"]

/** A candidate of a kind that the types know. */
export type Of<K extends Candidate["kind"]> = Extract<Candidate, { readonly kind: K }>
