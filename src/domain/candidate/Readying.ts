import * as Either from "effect/Either"
import { sets } from "../ChangeSet.js"
import * as Basis from "../Basis.js"
import * as Draft from "../Draft.js"
import type { Instant } from "../Field.js"
import type { Refusal } from "../Refusal.js"
import type { Candidate } from "./Candidate.js"
import type { Consent } from "./Consent.js"
import { ConsentLifecycle } from "./ConsentLifecycle.js"
import { Lifecycle } from "./Lifecycle.js"
import * as Readiness from "./Readiness.js"

/** What the consents make of a candidate, which rests on them and on the candidate staying as they are. */
export const readiness = (
  draft: Draft.Draft,
  candidate: Candidate,
  consents: ReadonlyArray<Consent>,
): Readiness.Readiness => {
  Basis.rest(draft, "candidate", candidate)
  Basis.whole(draft, sets.consentsOfCandidate, candidate.id, ["granted"], consents)
  return Readiness.of(consents, draft.context.at)
}

/** Brings a candidate's readiness in line with the consents as they now are. */
export const align = (
  draft: Draft.Draft,
  candidate: Candidate,
  consents: ReadonlyArray<Consent>,
  options: { readonly consequence?: boolean; readonly at?: Instant } = {},
): Either.Either<Candidate, Refusal> => {
  if (candidate.kind !== "screened" && candidate.kind !== "ready") {
    Basis.rest(draft, "candidate", candidate)
    return Either.right(candidate)
  }
  const { ready, until } = readiness(draft, candidate, consents)
  if (candidate.kind === "screened" && ready) {
    return Either.flatMap(
      Lifecycle.send<"screened", "becomeReady">(
        candidate,
        { _tag: "becomeReady", readiness: { ready, until } },
        undefined,
      ),
      (next) => Draft.move(draft, "candidate", candidate, next, { type: "CandidateBecameReady", ...options }),
    )
  }
  if (candidate.kind === "ready" && !ready) {
    return Either.flatMap(
      Lifecycle.send<"ready", "loseReadiness">(candidate, { _tag: "loseReadiness" }, undefined),
      (next) => Draft.move(draft, "candidate", candidate, next, { type: "CandidateLostReadiness", ...options }),
    )
  }
  return Either.right(
    candidate.kind === "ready"
      ? Draft.update(draft, "candidate", candidate, "CandidateReadinessChanged", { readyUntil: until })
      : candidate,
  )
}

/** Ends the consents that have run out; what is left of them, the ended ones included. */
export const expire = (
  draft: Draft.Draft,
  consents: ReadonlyArray<Consent>,
): Either.Either<ReadonlyArray<Consent>, Refusal> =>
  Either.all(
    consents.map((consent): Either.Either<Consent, Refusal> => {
      const { at } = draft.context
      if (consent.kind !== "granted" || consent.expiresAt === null || consent.expiresAt > at)
        return Either.right(consent)
      return Either.flatMap(
        ConsentLifecycle.send<"granted", "expire">(consent, { _tag: "expire", at: consent.expiresAt }, undefined),
        (next) =>
          Draft.move(draft, "consent", consent, next, {
            type: "ConsentExpired",
            consequence: true,
            at: consent.expiresAt ?? at,
          }),
      )
    }),
  )
