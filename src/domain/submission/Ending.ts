import * as Either from "effect/Either"
import * as Basis from "../Basis.js"
import { sets } from "../ChangeSet.js"
import type * as Draft from "../Draft.js"
import type { Fact } from "../Fact.js"
import * as Note from "../note/Write.js"
import type { Party } from "../Party.js"
import type * as Opening from "../position/Opening.js"
import * as Openings from "../position/Openings.js"
import type { Refusal } from "../Refusal.js"
import * as Interview from "./Interview.js"
import * as Offer from "./Offer.js"
import * as RunOut from "./RunOut.js"
import * as Steps from "./Steps.js"
import type { Submission } from "./Submission.js"
import type { Ending } from "./SubmissionLifecycle.js"

/** A submission that is about to end, and what hangs on it. */
export interface Loose {
  readonly submission: Submission
  readonly interviews: ReadonlyArray<Interview.Interview>
  readonly offers: ReadonlyArray<Offer.Offer>
  readonly openings: ReadonlyArray<Opening.Opening>
}

export interface Why {
  readonly ending: Ending
  readonly reason: string
  readonly party: Party
  readonly note: string | null
  readonly stage?: string | null
  readonly consequence?: boolean
}

const types: { readonly [E in Ending]: Fact } = {
  reject: "SubmissionRejected",
  withdraw: "SubmissionWithdrawn",
  decline: "OfferDeclinedByCandidate",
  rescind: "SubmissionRescinded",
  closeOut: "SubmissionClosedOut",
}

const own = (submission: Submission) => (row: { readonly submissionId: string }) => row.submissionId === submission.id

/** Only a lap that reached the client counts, and only while the opening is this submission's to win. */
const startsNextLap = ({ submittedAt }: Submission, { ending }: Why): boolean =>
  submittedAt !== null && ending !== "closeOut"

/**
 * Ends a submission and what hangs on it: interviews ahead are cancelled, offers out are resolved, a reserved opening is
 * free again and starts its next lap, and the reason becomes a note on candidate, position and submission.
 */
export const end = (
  draft: Draft.Draft,
  { submission, interviews, offers, openings }: Loose,
  why: Why,
): Either.Either<Submission, Refusal> =>
  Either.gen(function* () {
    const { at } = draft.context
    const { ending, reason, party } = why
    const consequence = why.consequence === true
    // Of an accepted one nothing is pending any more.
    if (submission.kind !== "accepted") {
      Basis.whole(draft, sets.interviewsOfSubmission, submission.id, Interview.live, interviews.filter(own(submission)))
      Basis.whole(draft, sets.offersOfSubmission, submission.id, Offer.live, offers.filter(own(submission)))
    }
    const ended = yield* Steps.ending(
      draft,
      submission,
      { _tag: ending, at, reason, party, attached: draft.context.settings.endedSubmissions === "keep" },
      { type: types[ending], stage: why.stage, data: { reason, party }, consequence },
    )
    for (const interview of interviews.filter(own(submission))) {
      yield* Steps.interview(draft, interview, { _tag: "cancel", reason }, { type: "InterviewCancelled" })
    }
    let left = openings
    for (const offer of offers.filter(own(submission))) {
      const expired = RunOut.since(offer, at)
      // Nobody declines an offer that has run out.
      if (expired !== null) {
        left = (yield* RunOut.write(draft, offer, expired, left)).openings
        continue
      }
      yield* offer.kind === "draft"
        ? Steps.offer(draft, offer, { _tag: "supersede", at }, { type: "OfferSuperseded" })
        : ending === "decline" || (ending === "withdraw" && offer.kind === "extended")
          ? Steps.offer(draft, offer, { _tag: "decline", at, reason }, { type: "OfferDeclined" })
          : Steps.offer(draft, offer, { _tag: "rescind", at, reason }, { type: "OfferRescinded" })
    }
    const nextCycle = startsNextLap(submission, why)
    for (const opening of left) {
      if (Openings.heldBy(opening, submission.id)) {
        yield* Steps.opening(draft, opening, { _tag: "release", nextCycle }, { type: "OpeningReleased" })
      } else if (nextCycle && opening.kind === "open" && opening.id === submission.openingId) {
        Openings.nextLap(draft, opening)
      }
    }
    Note.write(draft, "end", why.note ?? (consequence ? null : reason), [
      { type: "candidate", id: submission.candidateId },
      { type: "position", id: submission.positionId },
      { type: "submission", id: submission.id },
    ])
    return ended
  })
