import * as Either from "effect/Either"
import * as Draft from "../Draft.js"
import type { Opening } from "../position/Opening.js"
import { type Command as OpeningStep, OpeningLifecycle } from "../position/OpeningLifecycle.js"
import type { Refusal } from "../Refusal.js"
import type { Facts } from "./Facts.js"
import type { Interview } from "./Interview.js"
import { type Command as InterviewStep, InterviewLifecycle } from "./InterviewLifecycle.js"
import type { Offer } from "./Offer.js"
import { type Command as OfferStep, OfferLifecycle } from "./OfferLifecycle.js"
import type { Submission } from "./Submission.js"
import { type Command as SubmissionStep, SubmissionLifecycle } from "./SubmissionLifecycle.js"

type Result<A> = Either.Either<A, Refusal>

export const submission = (
  draft: Draft.Draft,
  state: Submission,
  command: SubmissionStep,
  facts: Facts,
  move: Draft.Move,
): Result<Submission> =>
  Either.flatMap(SubmissionLifecycle.step(state, command, facts) as Result<Submission>, (next) =>
    Draft.move(draft, "submission", state, next, move),
  )

export const opening = (draft: Draft.Draft, state: Opening, command: OpeningStep, move: Draft.Move): Result<Opening> =>
  Either.flatMap(OpeningLifecycle.step(state, command, undefined) as Result<Opening>, (next) =>
    Draft.move(draft, "opening", state, next, { consequence: true, ...move }),
  )

export const offer = (draft: Draft.Draft, state: Offer, command: OfferStep, move: Draft.Move): Result<Offer> =>
  Either.flatMap(OfferLifecycle.step(state, command, undefined) as Result<Offer>, (next) =>
    Draft.move(draft, "offer", state, next, { consequence: true, ...move }),
  )

export const interview = (
  draft: Draft.Draft,
  state: Interview,
  command: InterviewStep,
  move: Draft.Move,
): Result<Interview> =>
  Either.flatMap(InterviewLifecycle.step(state, command, undefined) as Result<Interview>, (next) =>
    Draft.move(draft, "interview", state, next, { consequence: true, ...move }),
  )
