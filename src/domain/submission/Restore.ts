import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Command from "../Command.js"
import { decided } from "../Decision.js"
import * as Draft from "../Draft.js"
import * as Input from "../Input.js"
import * as Plan from "../Plan.js"
import { PlacementLifecycle } from "../placement/PlacementLifecycle.js"
import * as Openings from "../position/Openings.js"
import * as Filling from "./Filling.js"
import * as Guards from "./Guards.js"
import type { Offer } from "./Offer.js"
import * as Plans from "./Plans.js"
import * as Steps from "./Steps.js"

const plan = Plan.plan({
  ...Plans.facts,
  ...Plans.attempts,
  offers: Plan.having("offer", "submissionId", "subject", ["declined", "rescinded", "expired"]),
  placement: Plan.follow("placement", "subject", "placementId"),
  ...Plans.siblings,
})

const last = (offers: ReadonlyArray<Offer>): Offer | undefined =>
  offers.reduce<Offer | undefined>((a, b) => (a === undefined || b.revision > a.revision ? b : a), undefined)

/**
 * Brings an ended submission back to the very stage it left, with what hung on it: the offer that was out is out again
 * and has its opening, and a backed-out placement stands again. The guards of that stage must hold now.
 */
export const restore = Command.on(
  "submission",
  "submissions.restore",
  Schema.Struct({ reason: Input.maybe(Input.Line) }),
  plan,
  (subject, { reason }, loaded, context) =>
    Either.gen(function* () {
      const { at } = context
      const facts = yield* Plans.factsOf(subject, loaded, context)
      const changes = Draft.make(context)
      const submission = yield* Steps.submission(changes, subject, { _tag: "restore" }, facts, {
        type: "SubmissionRestored",
        preferred: subject.leftStage,
        data: { reason },
      })
      const offer = last(loaded.offers)
      if (offer === undefined || (submission.kind !== "offered" && submission.kind !== "accepted"))
        return decided(changes, submission)
      if (submission.kind === "offered") {
        const opening = yield* Guards.opening(submission, facts)
        yield* Steps.offer(
          changes,
          offer,
          { _tag: "reinstate", openingId: opening?.id ?? null },
          { type: "OfferReinstated" },
        )
        if (opening !== null && !Openings.heldBy(opening, subject.id)) {
          yield* Steps.opening(
            changes,
            opening,
            { _tag: "reserve", submissionId: subject.id },
            { type: "OpeningReserved" },
          )
        }
        return decided(changes, submission)
      }
      const opening = yield* Guards.fillable(submission, facts)
      const again = yield* Steps.offer(
        changes,
        offer,
        { _tag: "reinstate", openingId: opening.id },
        { type: "OfferReinstated" },
      )
      yield* Steps.offer(changes, again, { _tag: "accept", at, openingId: opening.id }, { type: "OfferAccepted" })
      const filled = yield* Steps.opening(
        changes,
        opening,
        { _tag: "fill", submissionId: subject.id, placementId: submission.placementId, at },
        { type: "OpeningFilled", data: { reason: "restored" } },
      )
      const placement = loaded.placement[0]
      if (placement?.kind === "backedOut") {
        const next = yield* PlacementLifecycle.take(placement, { _tag: "reinstate" })
        yield* Draft.move(
          changes,
          "placement",
          placement,
          { ...next, openingId: opening.id },
          { type: "PlacementReinstated", consequence: true },
        )
      }
      yield* Filling.placeCandidate(changes, facts.candidate)
      const openings = facts.openings.map((other) => (other.id === filled.id ? filled : other))
      const siblings = loaded.siblings.filter(({ id }) => id !== subject.id)
      yield* Filling.afterFill(changes, facts.position, openings, { ...loaded, siblings })
      return decided(changes, submission)
    }),
)
