import * as Data from "effect/Data"
import type { Insufficient } from "./candidate/Consent.js"
import type { Instant } from "./Field.js"
import type { NounName } from "./Nouns.js"

/** One thing wrong with an input: where (`path`, outermost first) and what. */
export interface Issue {
  readonly path: ReadonlyArray<string | number>
  readonly message: string
}

/** The input does not fit the command. `field` is the first thing wrong, `issues` everything; `subject` the id acted on. */
export class InvalidInput extends Data.TaggedError("InvalidInput")<{
  readonly command: string
  readonly subject: string | null
  readonly field: string
  readonly issues: ReadonlyArray<Issue>
}> {
  override get message() {
    const what = this.issues.map((issue) => `${issue.path.join(".") || "input"}: ${issue.message}`).join("; ")
    return `${this.command}${this.subject === null ? "" : ` on ${this.subject}`}: ${what}`
  }
}

/** No such record in this workspace. `field` is the input that named it. */
export class NotFound extends Data.TaggedError("NotFound")<{
  readonly noun: NounName | "entry"
  readonly id: string
  readonly field: string
}> {
  override get message() {
    return `no ${this.noun} ${this.id} (${this.field})`
  }
}

/** The subject's kind does not allow the command; `legal` are those that it does. */
export class TransitionRefused extends Data.TaggedError("TransitionRefused")<{
  readonly noun: string
  readonly id: string
  readonly kind: string
  readonly command: string
  readonly legal: ReadonlyArray<string>
}> {
  override get message() {
    return `${this.noun} ${this.id} is ${this.kind}: it cannot ${this.command}, but ${this.legal.join(", ") || "nothing"}`
  }
}

/** The candidate is under no live consent that covers this client and position: have one signed. */
export class ConsentRequired extends Data.TaggedError("ConsentRequired")<{
  readonly candidateId: string
  readonly positionId: string
  readonly clientId: string
  /** Why each of the consents on file does not do. */
  readonly consents: ReadonlyArray<Insufficient>
}> {
  override get message() {
    return `candidate ${this.candidateId} has no live consent for position ${this.positionId}: sign one with candidates.signConsent`
  }
}

/** The candidate is not in a kind that can be submitted: `kind` says what it is, `needs` what lifts it. */
export class CandidateNotReady extends Data.TaggedError("CandidateNotReady")<{
  readonly candidateId: string
  readonly kind: string
  readonly needs: "screening" | "consent" | "release" | "reactivation"
}> {
  override get message() {
    return `candidate ${this.candidateId} is ${this.kind}: needs ${this.needs}`
  }
}

/** The candidate is live on this position already, with the named submission. */
export class AlreadySubmitted extends Data.TaggedError("AlreadySubmitted")<{
  readonly candidateId: string
  readonly positionId: string
  readonly submissionId: string
}> {
  override get message() {
    return `candidate ${this.candidateId} is on position ${this.positionId} already: ${this.submissionId}`
  }
}

/** The agency's attempt policy allows no further try of this candidate on this position. */
export class AttemptRefused extends Data.TaggedError("AttemptRefused")<{
  readonly candidateId: string
  readonly positionId: string
  readonly attempts: number
  readonly allowed: number
}> {
  override get message() {
    return `candidate ${this.candidateId} had ${this.attempts} of ${this.allowed} attempts on position ${this.positionId}`
  }
}

/** The position takes no submissions or offers in its kind. */
export class PositionNotOpen extends Data.TaggedError("PositionNotOpen")<{
  readonly positionId: string
  readonly kind: string
}> {
  override get message() {
    return `position ${this.positionId} is ${this.kind}`
  }
}

/** Every opening of the position is filled or cancelled. */
export class PositionFilled extends Data.TaggedError("PositionFilled")<{ readonly positionId: string }> {
  override get message() {
    return `position ${this.positionId} has no opening left`
  }
}

/** Every opening left is reserved by an offer that is out. */
export class OpeningsReserved extends Data.TaggedError("OpeningsReserved")<{
  readonly positionId: string
  readonly submissionIds: ReadonlyArray<string>
}> {
  override get message() {
    return `the openings left of position ${this.positionId} are reserved by offers to ${this.submissionIds.join(", ")}`
  }
}

/** The client is marked `doNotWork`. */
export class ClientOffLimits extends Data.TaggedError("ClientOffLimits")<{
  readonly clientId: string
  readonly reason: string
}> {
  override get message() {
    return `client ${this.clientId} is off limits: ${this.reason}`
  }
}

/** The placement ends on the other side of its guarantee: use the other command. */
export class GuaranteeRefused extends Data.TaggedError("GuaranteeRefused")<{
  readonly placementId: string
  readonly guaranteeEndsOn: string
  readonly on: string
  readonly use: "fallOff" | "terminate"
}> {
  override get message() {
    return `the guarantee of placement ${this.placementId} ends on ${this.guaranteeEndsOn}: an end on ${this.on} is for ${this.use}`
  }
}

/** Later facts rest on the entry: correct those first, newest first. */
export class CorrectionRefused extends Data.TaggedError("CorrectionRefused")<{
  readonly entryId: string
  readonly because: "corrected" | "built upon" | "superseded" | "erased"
  readonly laterEntryIds: ReadonlyArray<string>
}> {
  override get message() {
    return `entry ${this.entryId} cannot be corrected: ${this.because} ${this.laterEntryIds.join(", ")}`
  }
}

/** Two submissions of one person on a position, one from each of two records that are to become one. */
export interface Rivals {
  readonly positionId: string
  /** Of the record that goes, and of the one that stays. */
  readonly submissionIds: readonly [from: string, into: string]
  /** Which of them should go on, to be confirmed in `choose.submissions`; null where neither can be ended by a merge. */
  readonly proposed: string | null
}

/** The two records cannot become one as it stands: say in `choose.submissions` which of each pair goes on. */
export class MergeConflict extends Data.TaggedError("MergeConflict")<{
  readonly from: string
  readonly into: string
  readonly conflicts: ReadonlyArray<Rivals>
}> {
  override get message() {
    const pairs = this.conflicts.map(({ submissionIds }) => submissionIds.join(" and "))
    return `${this.from} and ${this.into} are both live: ${pairs.join("; ")}`
  }
}

/** What two contacts differ in who cannot be one person at one company. */
export interface Apart {
  readonly field: "clientId" | "candidateId"
  readonly from: string
  readonly into: string
}

/** The two are at two clients or are two candidates: merge those, or link who changed jobs to one candidate. */
export class ContactsApart extends Data.TaggedError("ContactsApart")<{
  readonly from: string
  readonly into: string
  readonly apart: ReadonlyArray<Apart>
}> {
  override get message() {
    const pairs = this.apart.map(({ field, from, into }) => `${field} ${from} and ${into}`)
    return `${this.from} and ${this.into} are two: ${pairs.join("; ")}`
  }
}

/** The person, as a candidate or as contacts, is under a legal hold that nobody has released: nothing may be erased. */
export class UnderLegalHold extends Data.TaggedError("UnderLegalHold")<{
  readonly candidateId: string | null
  readonly contactIds: ReadonlyArray<string>
  readonly holdIds: ReadonlyArray<string>
}> {
  override get message() {
    const ids = [...(this.candidateId === null ? [] : [this.candidateId]), ...this.contactIds]
    return `${ids.join(", ")}: under legal hold ${this.holdIds.join(", ")}`
  }
}

/** The query finds more than can be kept or counted as one audience: narrow it. */
export class TooManyFound extends Data.TaggedError("TooManyFound")<{ readonly most: number }> {
  override get message() {
    return `the query finds more than ${this.most} records`
  }
}

/** The list was archived: restore it first, or nobody would see who is added. */
export class ListArchived extends Data.TaggedError("ListArchived")<{
  readonly listId: string
  readonly archivedAt: Instant
}> {
  override get message() {
    return `list ${this.listId} was archived at ${this.archivedAt}: bring it back with search.lists.restore`
  }
}

/** The record is not at the version that the caller expected, or kept changing while the command tried. */
export class Conflict extends Data.TaggedError("Conflict")<{
  readonly id: string
  readonly expected: number | null
  readonly actual: number | null
}> {
  override get message() {
    return this.expected === null
      ? `${this.id} kept changing: try again`
      : `${this.id} is at version ${this.actual}, not ${this.expected}`
  }
}

/** The idempotency key was used for another command or another input. */
export class IdempotencyKeyReused extends Data.TaggedError("IdempotencyKeyReused")<{
  readonly idempotencyKey: string
  readonly command: string
}> {
  override get message() {
    return `idempotency key ${this.idempotencyKey} was used for ${this.command} with another input`
  }
}

/** A stored record that does not decode; the others are not affected. */
export class CorruptRecord extends Data.TaggedError("CorruptRecord")<{
  readonly noun: NounName
  readonly id: string
  readonly issues: ReadonlyArray<Issue>
}> {
  override get message() {
    return `stored ${this.noun} ${this.id} does not decode: ${this.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ")}`
  }
}

/** What a decision can answer instead of a change. */
export type Refusal =
  | InvalidInput
  | NotFound
  | TransitionRefused
  | ConsentRequired
  | CandidateNotReady
  | AlreadySubmitted
  | AttemptRefused
  | PositionNotOpen
  | PositionFilled
  | OpeningsReserved
  | ClientOffLimits
  | GuaranteeRefused
  | CorrectionRefused
  | MergeConflict
  | ContactsApart
  | UnderLegalHold
  | TooManyFound
  | ListArchived
  | Conflict
