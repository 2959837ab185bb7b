import * as Either from "effect/Either"
import type { Candidate } from "../candidate/Candidate.js"
import { Lifecycle } from "../candidate/Lifecycle.js"
import { sets } from "../ChangeSet.js"
import * as Basis from "../Basis.js"
import * as Draft from "../Draft.js"
import { live as liveOpenings, type Opening } from "../position/Opening.js"
import type { Position } from "../position/Position.js"
import { PositionLifecycle } from "../position/PositionLifecycle.js"
import * as Reason from "../Reason.js"
import type { Refusal } from "../Refusal.js"
import * as Ending from "./Ending.js"
import type { Interview } from "./Interview.js"
import type { Offer } from "./Offer.js"
import { live, type Submission } from "./Submission.js"

/** The other live submissions of a position, with what hangs on them. */
export interface Siblings {
  readonly siblings: ReadonlyArray<Submission>
  readonly siblingInterviews: ReadonlyArray<Interview>
  readonly siblingOffers: ReadonlyArray<Offer>
}

/** Ends every other live submission of a position that is gone: nobody rejected them. */
export const closeOut = (
  draft: Draft.Draft,
  { id }: Pick<Position, "id">,
  { siblings, siblingInterviews, siblingOffers }: Siblings,
  openings: ReadonlyArray<Opening>,
  reason: Reason.Own,
): Either.Either<ReadonlyArray<Submission>, Refusal> => {
  Basis.whole(draft, sets.submissionsOfPosition, id, live, siblings)
  return Either.all(
    siblings
      .filter(({ kind }) => kind !== "accepted")
      .map((submission) =>
        Ending.end(
          draft,
          { submission, interviews: siblingInterviews, offers: siblingOffers, openings },
          { ending: "closeOut", reason, party: "system", note: null, consequence: true },
        ),
      ),
  )
}

/** The position after one of its openings was filled: won, and its other submissions closed out, with the last one. */
export const afterFill = (
  draft: Draft.Draft,
  position: Position,
  openings: ReadonlyArray<Opening>,
  siblings: Siblings,
): Either.Either<{ readonly position: Position; readonly closedOut: ReadonlyArray<Submission> }, Refusal> =>
  Either.gen(function* () {
    const left =
      openings.findLast(({ kind }) => kind === "open") ?? openings.findLast(({ kind }) => kind === "reserved")
    if (left !== undefined) {
      Basis.rest(draft, "opening", left)
      return { position, closedOut: [] }
    }
    Basis.whole(draft, sets.openingsOfPosition, position.id, liveOpenings, openings)
    const next = yield* PositionLifecycle.step(position, { _tag: "fill", at: draft.context.at }, { openings })
    const filled = yield* Draft.move(draft, "position", position, next, { type: "PositionFilled", consequence: true })
    const closedOut = yield* closeOut(draft, position, siblings, openings, Reason.own.positionFilled)
    return { position: filled, closedOut }
  })

const resting = (draft: Draft.Draft, candidate: Candidate): Candidate => {
  Basis.rest(draft, "candidate", candidate)
  return candidate
}

/** The candidate of an accepted submission counts as placed from then on. */
export const placeCandidate = (draft: Draft.Draft, candidate: Candidate): Either.Either<Candidate, Refusal> =>
  candidate.kind === "ready" || candidate.kind === "screened"
    ? Either.flatMap(Lifecycle.send<"ready" | "screened", "place">(candidate, { _tag: "place" }, undefined), (next) =>
        Draft.move(draft, "candidate", candidate, next, { type: "CandidatePlaced", consequence: true }),
      )
    : Either.right(resting(draft, candidate))
