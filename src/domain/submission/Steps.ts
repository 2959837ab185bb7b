import * as Either from "effect/Either"
import * as Basis from "../Basis.js"
import * as Draft from "../Draft.js"
import type { Opening } from "../position/Opening.js"
import { type Command as OpeningStep, OpeningLifecycle } from "../position/OpeningLifecycle.js"
import type { Refusal } from "../Refusal.js"
import type { Facts } from "./Facts.js"
import type { Interview } from "./Interview.js"
import { type Command as InterviewStep, InterviewLifecycle } from "./InterviewLifecycle.js"
import type { Offer } from "./Offer.js"
import { type Command as OfferStep, OfferLifecycle } from "./OfferLifecycle.js"
import { isLive, type Submission } from "./Submission.js"
import { type End, type Ending, type Command as SubmissionStep, SubmissionLifecycle } from "./SubmissionLifecycle.js"

type Result<A> = Either.Either<A, Refusal>

export const submission = (
  draft: Draft.Draft,
  state: Submission,
  command: SubmissionStep,
  facts: Facts,
  move: Draft.Move,
): Result<Submission> =>
  Either.flatMap(SubmissionLifecycle.step(state, command, facts), (next) => {
    const consent = facts.consents.find(({ id }) => id === next.consentId)
    if (consent !== undefined && (consent.id !== state.consentId || !isLive(state)))
      Basis.rest(draft, "consent", consent)
    if (isLive(next) && !isLive(state)) Basis.rest(draft, "position", facts.position)
    return Draft.move(draft, "submission", state, next, move)
  })

/** An end asks no guard: whatever runs can end. */
export const ending = (
  draft: Draft.Draft,
  state: Submission,
  command: { readonly _tag: Ending } & End,
  move: Draft.Move,
): Result<Submission> =>
  Either.flatMap(SubmissionLifecycle.take<Ending>(state, command), (next) =>
    Draft.move(draft, "submission", state, next, move),
  )

export const opening = (draft: Draft.Draft, state: Opening, command: OpeningStep, move: Draft.Move): Result<Opening> =>
  Either.flatMap(OpeningLifecycle.take(state, command), (next) =>
    Draft.move(draft, "opening", state, next, { consequence: true, ...move }),
  )

export const offer = (draft: Draft.Draft, state: Offer, command: OfferStep, move: Draft.Move): Result<Offer> =>
  Either.flatMap(OfferLifecycle.take(state, command), (next) =>
    Draft.move(draft, "offer", state, next, { consequence: true, ...move }),
  )

export const interview = (
  draft: Draft.Draft,
  state: Interview,
  command: InterviewStep,
  move: Draft.Move,
): Result<Interview> =>
  Either.flatMap(InterviewLifecycle.take(state, command), (next) =>
    Draft.move(draft, "interview", state, next, { consequence: true, ...move }),
  )
