import * as Either from "effect/Either"
import type * as Draft from "../Draft.js"
import type { Instant } from "../Field.js"
import type { Opening } from "../position/Opening.js"
import * as Openings from "../position/Openings.js"
import type { Refusal } from "../Refusal.js"
import type { Offer } from "./Offer.js"
import * as Steps from "./Steps.js"

/** When an offer that counts as out ran out before an instant, with nobody writing it down; null where it did not. */
export const since = (offer: Offer, at: Instant): Instant | null =>
  offer.kind === "extended" && offer.expiresAt !== null && offer.expiresAt <= at ? offer.expiresAt : null

/**
 * Writes down that the offer ran out when it did, which freed its opening: what a command then does to them comes later,
 * as it would if somebody had looked. Gives the offer and the openings as that leaves them.
 */
export const write = (
  draft: Draft.Draft,
  offer: Offer,
  expired: Instant,
  openings: ReadonlyArray<Opening>,
): Either.Either<{ readonly offer: Offer; readonly openings: ReadonlyArray<Opening> }, Refusal> =>
  Either.gen(function* () {
    const resolved = yield* Steps.offer(
      draft,
      offer,
      { _tag: "expire", at: expired },
      { type: "OfferExpired", at: expired },
    )
    const left: Array<Opening> = []
    for (const opening of openings) {
      const release = { _tag: "release", nextCycle: false } as const
      left.push(
        Openings.heldBy(opening, offer.submissionId)
          ? yield* Steps.opening(draft, opening, release, { type: "OpeningReleased", at: expired })
          : opening,
      )
    }
    return { offer: resolved, openings: left }
  })
