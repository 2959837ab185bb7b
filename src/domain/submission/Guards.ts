import * as Either from "effect/Either"
import type * as Candidate from "../candidate/Candidate.js"
import * as Consent from "../candidate/Consent.js"
import type { Instant } from "../Field.js"
import type * as Opening from "../position/Opening.js"
import * as Openings from "../position/Openings.js"
import type * as Position from "../position/Position.js"
import {
  AlreadySubmitted,
  CandidateNotReady,
  ConsentRequired,
  OpeningsReserved,
  PositionFilled,
  PositionNotOpen,
} from "../Refusal.js"
import type { Facts } from "./Facts.js"
import * as Submission from "./Submission.js"

type Subject = Submission.Submission

/** A live consent covers this client and position at the instant: the rule at the heart of the trade. */
export const consent = (state: Subject, facts: Facts): Either.Either<Consent.Of<"granted">, ConsentRequired> =>
  Either.mapLeft(Consent.covering(facts.consents, state, facts.at), (consents) => {
    const { candidateId, clientId, positionId } = state
    return new ConsentRequired({ candidateId, positionId, clientId, consents })
  })

export type Presentable = Candidate.Of<"ready"> | Candidate.Of<"placed">

/** The candidate is ready, or placed elsewhere where the agency's policy leaves the placed in play. */
export const candidate = (
  _state: Subject,
  { candidate, settings }: Facts,
): Either.Either<Presentable, CandidateNotReady> => {
  const refuse = (needs: CandidateNotReady["needs"]) =>
    Either.left(new CandidateNotReady({ candidateId: candidate.id, kind: candidate.kind, needs }))
  switch (candidate.kind) {
    case "ready":
      return Either.right(candidate)
    case "placed":
      return settings.whenPlaced === "withdraw" ? refuse("release") : Either.right(candidate)
    case "screened":
      return refuse("consent")
    case "new":
    case "screening":
      return refuse("screening")
    default:
      return refuse("reactivation")
  }
}

/** The position takes submissions. */
export const open = (_state: Subject, { position }: Facts): Either.Either<Position.Of<"open">, PositionNotOpen> =>
  position.kind === "open"
    ? Either.right(position)
    : Either.left(new PositionNotOpen({ positionId: position.id, kind: position.kind }))

/** The position still runs: covered takes no new submissions but goes on with those it has. */
export const running = (
  _state: Subject,
  { position }: Facts,
): Either.Either<Position.Of<"open" | "covered">, PositionNotOpen | PositionFilled> =>
  position.kind === "open" || position.kind === "covered"
    ? Either.right(position)
    : position.kind === "filled"
      ? Either.left(new PositionFilled({ positionId: position.id }))
      : Either.left(new PositionNotOpen({ positionId: position.id, kind: position.kind }))

/** The opening that an offer reserves; null where the agency lets offers go beyond the openings and all are reserved. */
export const opening = (
  state: Subject,
  { openings, position, settings }: Facts,
): Either.Either<Opening.Of<"open" | "reserved"> | null, PositionFilled | OpeningsReserved> => {
  const own = openings.find((opening): opening is Opening.Of<"reserved"> => Openings.heldBy(opening, state.id))
  if (own !== undefined) return Either.right(own)
  const free = Openings.pick(openings, state.openingId)
  if (free !== undefined) return Either.right(free)
  const reserved = Openings.reserved(openings)
  if (reserved.length === 0) return Either.left(new PositionFilled({ positionId: position.id }))
  return settings.offersBeyondOpenings
    ? Either.right(null)
    : Either.left(
        new OpeningsReserved({
          positionId: position.id,
          submissionIds: reserved.map((opening) => opening.submissionId),
        }),
      )
}

/** The opening that an acceptance fills: its own, a free one, or one reserved by an offer beyond the openings. */
export const fillable = (
  state: Subject,
  facts: Facts,
): Either.Either<Opening.Of<"open" | "reserved">, PositionFilled | OpeningsReserved> =>
  Either.flatMap(opening(state, facts), (found) => {
    const taken = found ?? Openings.reserved(facts.openings)[0]
    return taken === undefined
      ? Either.left(new PositionFilled({ positionId: facts.position.id }))
      : Either.right(taken)
  })

/** No other submission of the candidate to the position is live. */
export const alone = (state: Subject, { attempts }: Facts): Either.Either<true, AlreadySubmitted> => {
  const other = attempts.find((attempt) => attempt.id !== state.id && Submission.isLive(attempt))
  return other === undefined
    ? Either.right(true)
    : Either.left(
        new AlreadySubmitted({
          candidateId: state.candidateId,
          positionId: state.positionId,
          submissionId: other.id,
        }),
      )
}

/** What an end left behind and a restore goes back to, with everything that the kind requires present again. */
export type Left =
  | { readonly kind: "shortlisted" | "submittedInternal" }
  | {
      readonly kind: "submitted" | "interviewing" | "offered"
      readonly submittedAt: Instant
      readonly consentId: Consent.Consent["id"]
    }
  | {
      readonly kind: "accepted"
      readonly submittedAt: Instant
      readonly consentId: Consent.Consent["id"]
      readonly openingId: Opening.Opening["id"]
      readonly placementId: NonNullable<Subject["placementId"]>
    }

/** The kind that an ended submission left may be entered again: its guards hold now as they held then. */
export const left = (
  state: Submission.Of<"rejected" | "withdrawn" | "declined" | "rescinded" | "closedOut">,
  facts: Facts,
): Either.Either<Left, ConsentRequired | PositionFilled | OpeningsReserved> => {
  const { leftKind, submittedAt, openingId, placementId } = state
  if (submittedAt === null || leftKind === "shortlisted" || leftKind === "submittedInternal") {
    return Either.right({ kind: leftKind === "submittedInternal" ? leftKind : "shortlisted" })
  }
  return Either.flatMap(
    consent(state, facts),
    ({ id: consentId }): Either.Either<Left, PositionFilled | OpeningsReserved> => {
      const again = { submittedAt, consentId }
      if (leftKind === "offered") return Either.map(opening(state, facts), () => ({ kind: leftKind, ...again }))
      if (leftKind === "accepted" && openingId !== null && placementId !== null) {
        return Either.map(fillable(state, facts), ({ id }) => ({
          kind: leftKind,
          ...again,
          openingId: id,
          placementId,
        }))
      }
      return Either.right({ kind: leftKind === "accepted" ? "offered" : leftKind, ...again })
    },
  )
}
