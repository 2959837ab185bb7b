import * as Either from "effect/Either"
import type { Candidate } from "../candidate/Candidate.js"
import type { Consent } from "../candidate/Consent.js"
import * as Draft from "../Draft.js"
import type { Party } from "../Party.js"
import type { Opening } from "../position/Opening.js"
import type { Position } from "../position/Position.js"
import type { Refusal } from "../Refusal.js"
import * as Ending from "../submission/Ending.js"
import type { Offer } from "../submission/Offer.js"
import type { Submission } from "../submission/Submission.js"
import type { Placement } from "./Placement.js"
import { PlacementLifecycle } from "./PlacementLifecycle.js"
import * as Vacating from "./Vacating.js"

export interface Left {
  readonly candidate: ReadonlyArray<Candidate>
  readonly consents: ReadonlyArray<Consent>
  readonly others: ReadonlyArray<Placement>
  readonly position: ReadonlyArray<Position>
  readonly openings: ReadonlyArray<Opening>
  readonly offers: ReadonlyArray<Offer>
}

export interface Why {
  readonly ending: "withdraw" | "rescind"
  readonly reason: string
  readonly party: Party
  readonly note: string | null
  readonly stage?: string | null
}

/** Undoes an acceptance before the start: the placement is backed out, its submission ends, its opening is free again. */
export const backOut = (
  draft: Draft.Draft,
  submission: Submission,
  placement: Placement,
  left: Left,
  why: Why,
): Either.Either<Vacating.Vacated & { readonly submission: Submission; readonly placement: Placement }, Refusal> =>
  Either.gen(function* () {
    const { at } = draft.context
    const { reason, party } = why
    const next = yield* PlacementLifecycle.take(placement, { _tag: "backOut", at, reason, party })
    const backedOut = yield* Draft.move(draft, "placement", placement, next, {
      type: "PlacementBackedOut",
      data: { reason, party },
    })
    const ended = yield* Ending.end(draft, { submission, interviews: [], offers: left.offers, openings: [] }, why)
    const vacated = yield* Vacating.vacate(draft, placement, left, null)
    return { ...vacated, submission: ended, placement: backedOut }
  })
