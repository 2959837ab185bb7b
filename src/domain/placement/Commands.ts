import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { addDays, dayOf, daysBetween } from "../Calendar.js"
import * as Command from "../Command.js"
import { decided, one } from "../Decision.js"
import * as Draft from "../Draft.js"
import { Remedy } from "../Fee.js"
import * as Input from "../Input.js"
import * as Money from "../Money.js"
import * as Note from "../note/Write.js"
import { Party } from "../Party.js"
import * as Plan from "../Plan.js"
import type { Refusal } from "../Refusal.js"
import type { Settings } from "../Settings.js"
import * as Plans from "../submission/Plans.js"
import * as Steps from "../submission/Steps.js"
import * as BackingOut from "./BackingOut.js"
import type { Placement } from "./Placement.js"
import { PlacementLifecycle, type Command as Step } from "./PlacementLifecycle.js"
import * as Vacating from "./Vacating.js"

const step = (
  draft: Draft.Draft,
  state: Placement,
  command: Step,
  on: string,
  move: Draft.Move,
): Either.Either<Placement, Refusal> =>
  Either.flatMap(PlacementLifecycle.step(state, command, { on }), (next) =>
    Draft.move(draft, "placement", state, next, move),
  )

const starting = Plan.plan({
  submission: Plan.follow("submission", "subject", "submissionId"),
  candidate: Plan.follow("candidate", "submission", "candidateId"),
  consents: Plan.having("consent", "candidateId", "candidate", ["granted"]),
  position: Plan.follow("position", "submission", "positionId"),
  openings: Plan.having("opening", "positionId", "position"),
})

/** The candidate began the job, on the agreed day unless another is named; the guarantee counts from there. */
export const start = Command.on(
  "placement",
  "placements.start",
  Schema.Struct({ on: Schema.optional(Input.PlainDate), stage: Input.maybe(Input.Line) }),
  starting,
  (subject, input, loaded, context) =>
    Either.gen(function* () {
      const { at } = context
      const changes = Draft.make(context)
      const on = input.on ?? subject.startsOn
      const guaranteeEndsOn = addDays(on, subject.guaranteeDays)
      const placement = yield* step(changes, subject, { _tag: "start", at, on, guaranteeEndsOn }, on, {
        type: "PlacementStarted",
        stage: input.stage,
      })
      const before = yield* one(loaded.submission, "submission", subject.submissionId, "submissionId")
      const facts = yield* Plans.factsOf(before, loaded, context)
      const submission = yield* Steps.submission(changes, before, { _tag: "place" }, facts, {
        type: "CandidatePlacedOnPosition",
        consequence: true,
      })
      return decided(changes, { placement, submission })
    }),
)

const freeing = Plan.plan({
  candidate: Plan.follow("candidate", "subject", "candidateId"),
  consents: Plan.having("consent", "candidateId", "candidate", ["granted"]),
  others: Plan.having("placement", "candidateId", "candidate", Vacating.running),
  position: Plan.follow("position", "subject", "positionId"),
  openings: Plan.having("opening", "positionId", "position"),
})

/** The job came to its agreed end: the candidate is free again. */
export const complete = Command.on(
  "placement",
  "placements.complete",
  Schema.Struct({ stage: Input.maybe(Input.Line) }),
  freeing,
  (subject, { stage }, loaded, context) =>
    Either.gen(function* () {
      const { at } = context
      const changes = Draft.make(context)
      const placement = yield* step(changes, subject, { _tag: "complete", at }, dayOf(at), {
        type: "PlacementCompleted",
        stage,
      })
      const candidate = yield* Vacating.release(changes, subject, loaded)
      return decided(changes, { placement, candidate })
    }),
)

const Ended = {
  reason: Input.Line,
  party: Party,
  note: Input.maybe(Input.Prose),
  stage: Input.maybe(Input.Line),
}

const about = (placement: Placement) => [
  { type: "placement" as const, id: placement.id },
  { type: "candidate" as const, id: placement.candidateId },
  { type: "position" as const, id: placement.positionId },
]

const backingOut = Plan.plan({
  submission: Plan.follow("submission", "subject", "submissionId"),
  ...freeing,
  offers: Plan.having("offer", "submissionId", "submission", ["accepted"]),
})

/** It came to nothing before the start: the opening is free again and its next lap begins. No fee was earned. */
export const backOut = Command.on(
  "placement",
  "placements.backOut",
  Schema.Struct({ reason: Ended.reason, party: Ended.party, note: Ended.note }),
  backingOut,
  (subject, { reason, party, note }, loaded, context) =>
    Either.gen(function* () {
      const changes = Draft.make(context)
      const submission = yield* one(loaded.submission, "submission", subject.submissionId, "submissionId")
      const ending = party === "client" ? "rescind" : "withdraw"
      return decided(
        changes,
        yield* BackingOut.backOut(changes, submission, subject, loaded, { ending, reason, party, note }),
      )
    }),
)

/** The day on which it ended; the command's day where absent. */
const On = { on: Schema.optional(Input.PlainDate) }

const refund = (placement: Placement, on: string, policy: Settings["refund"]): number => {
  if (policy === "full" || placement.guaranteeDays === 0) return placement.feeAmount
  const left = Math.max(0, Math.min(placement.guaranteeDays, daysBetween(on, placement.guaranteeEndsOn)))
  return Money.share(placement.feeAmount, (left * 100) / placement.guaranteeDays)
}

/** It ended inside the guarantee: the opening starts its next lap, for free or after a refund as the remedy says. */
export const fallOff = Command.on(
  "placement",
  "placements.fallOff",
  Schema.Struct({ ...Ended, ...On, remedy: Schema.optional(Remedy) }),
  freeing,
  (subject, input, loaded, context) =>
    Either.gen(function* () {
      const { at, settings } = context
      const { reason, party, note, stage } = input
      const on = input.on ?? dayOf(at)
      const remedy = input.remedy ?? subject.remedy
      const changes = Draft.make(context)
      const refundAmount = remedy === "refund" ? refund(subject, on, settings.refund) : 0
      const placement = yield* step(changes, subject, { _tag: "fallOff", at, reason, party, refundAmount }, on, {
        type: "PlacementFellOff",
        stage,
        data: { reason, party, remedy, on, refundAmount },
      })
      const vacated = yield* Vacating.vacate(changes, subject, loaded, remedy === "replace" ? subject.id : null)
      Note.write(changes, "end", note ?? reason, about(subject))
      return decided(changes, { placement, ...vacated })
    }),
)

/** It ended after the guarantee: the opening stays filled, the fee stays earned. */
export const terminate = Command.on(
  "placement",
  "placements.terminate",
  Schema.Struct({ ...Ended, ...On }),
  freeing,
  (subject, input, loaded, context) =>
    Either.gen(function* () {
      const { at } = context
      const { reason, party, note, stage } = input
      const on = input.on ?? dayOf(at)
      const changes = Draft.make(context)
      const placement = yield* step(changes, subject, { _tag: "terminate", at, reason, party }, on, {
        type: "PlacementTerminated",
        stage,
        data: { reason, party, on },
      })
      const candidate = yield* Vacating.release(changes, subject, loaded)
      Note.write(changes, "end", note ?? reason, about(subject))
      return decided(changes, { placement, candidate })
    }),
)
