import type { Candidate } from "../../src/domain/candidate/Candidate.js"
import type { Consent } from "../../src/domain/candidate/Consent.js"
import type { Opening } from "../../src/domain/position/Opening.js"
import type { Position } from "../../src/domain/position/Position.js"
import * as Settings from "../../src/domain/Settings.js"
import type { Facts } from "../../src/domain/submission/Facts.js"
import type { Submission } from "../../src/domain/submission/Submission.js"
import type { Command } from "../../src/domain/submission/SubmissionLifecycle.js"

const at = "2026-11-23T14:40:00.000Z"
const base = { version: 1, createdAt: at, createdBy: "maya", updatedAt: at, updatedBy: "maya", stageSince: at }

const candidate: Candidate = {
  ...base,
  id: "cand_1",
  kind: "ready",
  stage: "ready",
  name: "Ada Park",
  email: "ada@example.com",
  phone: null,
  location: "Lisbon",
  willingToRelocate: true,
  skills: ["sql", "typescript"],
  tags: [],
  links: [],
  salaryExpectation: { amount: 9_500_000, currency: "USD" },
  availableFrom: null,
  employment: [],
  education: [],
  languages: [],
  preferences: null,
  source: "linkedin",
  owner: "maya",
  customFields: {},
  screenedAt: at,
  readyUntil: null,
  leftStage: null,
  reason: null,
}

const consent: Consent = {
  ...base,
  id: "consent_1",
  kind: "granted",
  stage: "granted",
  candidateId: "cand_1",
  purpose: "represent",
  clientId: null,
  positionId: null,
  documentId: null,
  grantedAt: at,
  expiresAt: null,
  endedAt: null,
  reason: null,
}

const position: Position = {
  ...base,
  id: "pos_1",
  kind: "open",
  stage: "open",
  clientId: "client_1",
  opportunityId: null,
  title: "Senior Software Developer",
  description: null,
  location: null,
  contactIds: [],
  skills: ["sql"],
  tags: [],
  salary: null,
  fee: { kind: "percent", percent: 20 },
  guaranteeDays: 90,
  remedy: "replace",
  splits: [],
  owner: "maya",
  customFields: {},
  openedAt: at,
  closedAt: null,
  leftStage: null,
  reason: null,
}

const openings = [1, 2, 3].map(
  (number): Opening => ({
    ...base,
    id: `opening_${number}`,
    kind: "open",
    stage: "open",
    positionId: "pos_1",
    number,
    cycle: 1,
    openedAt: at,
    submissionId: null,
    placementId: null,
    replacesPlacementId: null,
    filledAt: null,
    closedAt: null,
    reason: null,
  }),
)

export const shortlisted: Submission = {
  ...base,
  id: "sub_1",
  kind: "shortlisted",
  stage: "shortlisted",
  candidateId: "cand_1",
  positionId: "pos_1",
  clientId: "client_1",
  openingId: "opening_1",
  attempt: 1,
  cycle: 1,
  owner: "maya",
  source: "linkedin",
  submittedAt: null,
  consentId: null,
  placementId: null,
  endedAt: null,
  endReason: null,
  endParty: null,
  leftKind: null,
  leftStage: null,
  attached: true,
}

export const facts: Facts = {
  at,
  settings: Settings.defaults,
  candidate,
  consents: [consent],
  position,
  openings,
  attempts: [shortlisted],
}

/** From the shortlist to the placement. */
export const walk: ReadonlyArray<Command> = [
  { _tag: "submit", at },
  { _tag: "interview" },
  { _tag: "offer" },
  { _tag: "accept", placementId: "place_1" },
  { _tag: "place" },
]
