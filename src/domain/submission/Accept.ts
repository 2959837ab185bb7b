import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { addDays } from "../Calendar.js"
import * as Command from "../Command.js"
import { decided, one } from "../Decision.js"
import * as Draft from "../Draft.js"
import * as Fee from "../Fee.js"
import * as Input from "../Input.js"
import * as Plan from "../Plan.js"
import * as Reason from "../Reason.js"
import { InvalidInput, type Refusal, TransitionRefused } from "../Refusal.js"
import * as Ending from "./Ending.js"
import * as Filling from "./Filling.js"
import * as Guards from "./Guards.js"
import type { Offer } from "./Offer.js"
import * as Plans from "./Plans.js"
import * as Steps from "./Steps.js"
import type { Submission } from "./Submission.js"
import { SubmissionLifecycle } from "./SubmissionLifecycle.js"

const Accept = Schema.Struct({
  startsOn: Schema.optional(Input.PlainDate),
  /** Who is credited with how much; the position's splits where absent, else all to the submission's owner. */
  splits: Schema.optional(Schema.Array(Fee.Split).pipe(Schema.minItems(1), Schema.maxItems(100))),
  stage: Input.maybe(Input.Line),
})

const plan = Plan.plan({
  ...Plans.facts,
  client: Plan.follow("client", "subject", "clientId"),
  ...Plans.pending,
  ...Plans.siblings,
  ...Plans.elsewhere,
})

/** Something that a recruiter should know and that did not stop the command. */
export interface Warning {
  readonly _tag: "LiveElsewhere"
  readonly candidateId: string
  readonly submissionIds: ReadonlyArray<string>
}

type Loaded = Plan.Loaded<typeof plan>

/** Ends the candidate's other live submissions, warns of them, or leaves them, as the agency's policy says. */
const settleElsewhere = (
  draft: Draft.Draft,
  submission: Submission,
  loaded: Loaded,
): Either.Either<
  { readonly withdrawn: ReadonlyArray<Submission>; readonly warnings: ReadonlyArray<Warning> },
  Refusal
> => {
  const others = loaded.elsewhere.filter(
    ({ id, kind }) => id !== submission.id && kind !== "accepted" && !draft.records.has(id),
  )
  const policy = draft.context.settings.whenPlaced
  if (others.length === 0 || policy === "leave") return Either.right({ withdrawn: [], warnings: [] })
  if (policy === "warn") {
    const submissionIds = others.map(({ id }) => id)
    return Either.right({
      withdrawn: [],
      warnings: [{ _tag: "LiveElsewhere", candidateId: submission.candidateId, submissionIds }],
    })
  }
  return Either.map(
    Either.all(
      others.map((other) =>
        Ending.end(
          draft,
          {
            submission: other,
            interviews: loaded.elsewhereInterviews,
            offers: loaded.elsewhereOffers,
            openings: loaded.elsewhereOpenings,
          },
          { ending: "withdraw", reason: Reason.own.placedElsewhere, party: "system", note: null, consequence: true },
        ),
      ),
    ),
    (withdrawn) => ({ withdrawn, warnings: [] }),
  )
}

/**
 * The candidate accepts: in one act the offer is accepted, the opening filled, the placement made with its fee, credits
 * and guarantee, the candidate placed, and, with the last opening, the position won and everybody else closed out.
 */
export const accept = Command.on("submission", "submissions.accept", Accept, plan, (subject, input, loaded, context) =>
  Either.gen(function* () {
    const { at } = context
    const wrong = (field: string, message: string) =>
      Either.left(
        new InvalidInput({
          command: context.command,
          subject: subject.id,
          field,
          issues: [{ path: [field], message }],
        }),
      )
    const facts = yield* Plans.factsOf(subject, loaded, context)
    const { position } = facts
    const client = yield* one(loaded.client, "client", subject.clientId, "clientId")
    const changes = Draft.make(context)
    if (subject.kind !== "offered") {
      yield* SubmissionLifecycle.step(subject, { _tag: "accept", placementId: "place_" }, facts)
    }
    const offer = loaded.offers.find(
      (offer): offer is Extract<Offer, { kind: "extended" }> => offer.kind === "extended",
    )
    if (offer === undefined) {
      const { id, kind } = subject
      return yield* Either.left(
        new TransitionRefused({
          noun: "submission",
          id,
          kind,
          command: "accept",
          legal: SubmissionLifecycle.legal(kind),
        }),
      )
    }
    if (offer.expiresAt !== null && offer.expiresAt <= at) {
      const { id } = offer
      yield* Either.left(new TransitionRefused({ noun: "offer", id, kind: "expired", command: "accept", legal: [] }))
    }
    const opening = yield* Guards.fillable(subject, facts)
    const startsOn = input.startsOn ?? offer.startsOn
    if (startsOn === null) return yield* wrong("startsOn", "is missing: the offer names no day either")
    const splits =
      input.splits ??
      (position.splits.length > 0 ? position.splits : [{ actor: subject.owner, role: "recruiter", percent: 100 }])
    if (Math.round(splits.reduce((sum, { percent }) => sum + percent * 10_000, 0)) !== 1_000_000) {
      return yield* wrong("splits", "do not add up to 100 percent")
    }
    const terms = position.fee ?? client.fee
    const free = { amount: 0, currency: offer.salary.currency }
    const fee = terms === null || opening.replacesPlacementId !== null ? free : Fee.owed(terms, offer.salary)
    const placement = Draft.create(
      changes,
      "placement",
      "PlacementMade",
      {
        submissionId: subject.id,
        candidateId: subject.candidateId,
        positionId: position.id,
        clientId: client.id,
        openingId: opening.id,
        offerId: offer.id,
        cycle: opening.cycle,
        acceptedAt: at,
        startsOn,
        salary: offer.salary,
        feeTerms: terms,
        feeAmount: fee.amount,
        feeCurrency: fee.currency,
        credits: Fee.credit(fee, splits),
        guaranteeDays: position.guaranteeDays,
        guaranteeEndsOn: addDays(startsOn, position.guaranteeDays),
        remedy: position.remedy,
        replacesPlacementId: opening.replacesPlacementId,
        refundAmount: 0,
      },
      "pendingStart",
    )
    const submission = yield* Steps.submission(changes, subject, { _tag: "accept", placementId: placement.id }, facts, {
      type: "OfferAcceptedByCandidate",
      stage: input.stage,
    })
    const accepted = yield* Steps.offer(
      changes,
      offer,
      { _tag: "accept", at, openingId: opening.id },
      { type: "OfferAccepted" },
    )
    for (const interview of loaded.interviews) {
      yield* Steps.interview(
        changes,
        interview,
        { _tag: "cancel", reason: Reason.own.offerAccepted },
        { type: "InterviewCancelled" },
      )
    }
    const filled = yield* Steps.opening(
      changes,
      opening,
      { _tag: "fill", submissionId: subject.id, placementId: placement.id, at },
      { type: "OpeningFilled" },
    )
    const candidate = yield* Filling.placeCandidate(changes, facts.candidate)
    const openings = facts.openings.map((other) => (other.id === filled.id ? filled : other))
    const siblings = loaded.siblings.filter(({ id }) => id !== subject.id)
    const after = yield* Filling.afterFill(changes, position, openings, { ...loaded, siblings })
    const { withdrawn, warnings } = yield* settleElsewhere(changes, submission, loaded)
    return decided(changes, {
      submission,
      placement,
      offer: accepted,
      opening: filled,
      candidate,
      position: after.position,
      closedOut: after.closedOut,
      withdrawn,
      warnings,
    })
  }),
)
