import * as Either from "effect/Either"
import type { Candidate } from "../domain/candidate/Candidate.js"
import * as Consent from "../domain/candidate/Consent.js"
import type { Client } from "../domain/client/Client.js"
import type { Instant } from "../domain/Field.js"
import type { Settings } from "../domain/Settings.js"
import * as Submission from "../domain/submission/Submission.js"

/** Why a match is out of the question as it stands. */
export type Reason =
  /** No live consent covers this client and position: why each of those on file does not, as `ConsentRequired` says it. */
  | { readonly _tag: "consent"; readonly consents: ReadonlyArray<Consent.Insufficient> }
  /** Live on this position already. */
  | { readonly _tag: "live"; readonly submissionId: string }
  /** The agency's policy allows no further attempt. */
  | { readonly _tag: "attempts"; readonly attempts: number; readonly allowed: number }
  | { readonly _tag: "clientOffLimits"; readonly reason: string }
  | { readonly _tag: "candidate"; readonly kind: "new" | "screening" | "inactive" | "doNotUse" | "anonymized" }
  /** Placed, and the agency does not leave the placed in play. */
  | { readonly _tag: "placed" }
  /** Too far, not remote, and not willing to move. */
  | { readonly _tag: "location"; readonly km: number }

export interface Facts {
  readonly at: Instant
  readonly settings: Pick<Settings, "attemptsAllowed" | "whenPlaced">
  readonly candidate: Pick<Candidate, "kind">
  readonly consents: ReadonlyArray<Consent.Consent>
  readonly client: Client
  /** Of this candidate, on whatever position. */
  readonly submissions: ReadonlyArray<Submission.Submission>
  readonly role: { readonly id: string; readonly clientId: string }
  readonly location: { readonly km: number | null; readonly isTooFar: boolean }
}

/** Every reason against; empty where the candidate can be put on the position and before the client. */
export const reasons = (facts: Facts): ReadonlyArray<Reason> => {
  const { at, candidate, client, consents, location, role, settings, submissions } = facts
  const found: Array<Reason> = []
  const { kind } = candidate
  if (kind === "new" || kind === "screening" || kind === "inactive" || kind === "doNotUse" || kind === "anonymized")
    found.push({ _tag: "candidate", kind })
  if (kind === "placed" && settings.whenPlaced !== "leave") found.push({ _tag: "placed" })
  if (client.kind === "doNotWork") found.push({ _tag: "clientOffLimits", reason: client.reason })
  const scope = { clientId: role.clientId, positionId: role.id }
  const covered = Consent.covering(consents, scope, at)
  if (Either.isLeft(covered)) found.push({ _tag: "consent", consents: covered.left })
  const attempts = submissions.filter(({ positionId }) => positionId === role.id)
  const live = attempts.find(Submission.isLive)
  if (live !== undefined) found.push({ _tag: "live", submissionId: live.id })
  const allowed = settings.attemptsAllowed
  if (allowed !== null && attempts.length >= allowed)
    found.push({ _tag: "attempts", attempts: attempts.length, allowed })
  if (location.isTooFar && location.km !== null) found.push({ _tag: "location", km: location.km })
  return found
}
