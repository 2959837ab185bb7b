import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Command from "../Command.js"
import { decided, one } from "../Decision.js"
import * as Basis from "../Basis.js"
import * as Draft from "../Draft.js"
import * as Input from "../Input.js"
import { Money } from "../Money.js"
import * as Plan from "../Plan.js"
import type { Opening } from "../position/Opening.js"
import * as Openings from "../position/Openings.js"
import { InvalidInput, type Refusal, TransitionRefused } from "../Refusal.js"
import type { Facts } from "./Facts.js"
import * as Guards from "./Guards.js"
import type { Offer } from "./Offer.js"
import * as Plans from "./Plans.js"
import * as RunOut from "./RunOut.js"
import * as Steps from "./Steps.js"
import type { Submission } from "./Submission.js"
import { SubmissionLifecycle } from "./SubmissionLifecycle.js"

const Terms = {
  salary: Money,
  startsOn: Input.maybe(Input.PlainDate),
  expiresAt: Input.maybe(Input.Instant),
}
const Extend = Schema.Struct({ ...Terms, stage: Input.maybe(Input.Line) })

const plan = Plan.plan({ ...Plans.facts, revisions: Plan.having("offer", "submissionId", "subject") })

const latest = (offers: ReadonlyArray<Offer>) => offers.reduce((most, { revision }) => Math.max(most, revision), 0)

const out = (offers: ReadonlyArray<Offer>): Offer | undefined => offers.find(({ kind }) => kind === "extended")

/** Takes an offer that is out out of the way of another; gives the openings as that leaves them. */
const replaced = (
  draft: Draft.Draft,
  before: Offer | undefined,
  openings: ReadonlyArray<Opening>,
): Either.Either<ReadonlyArray<Opening>, Refusal> => {
  const { at } = draft.context
  if (before === undefined) return Either.right(openings)
  const expired = RunOut.since(before, at)
  return expired === null
    ? Either.map(Steps.offer(draft, before, { _tag: "supersede", at }, { type: "OfferSuperseded" }), () => openings)
    : Either.map(RunOut.write(draft, before, expired, openings), (written) => written.openings)
}

/** Reserves an opening for the submission where it has none yet, and brings the submission to `offered`. */
const reserve = (
  draft: Draft.Draft,
  submission: Submission,
  facts: Facts,
  stage: string | null,
): Either.Either<{ readonly submission: Submission; readonly opening: Opening | null }, Refusal> =>
  Either.gen(function* () {
    Basis.rest(draft, "submission", submission)
    yield* Guards.running(submission, facts)
    const opening = yield* Guards.opening(submission, facts)
    const offered =
      submission.kind === "offered"
        ? submission
        : yield* Steps.submission(draft, submission, { _tag: "offer" }, facts, { type: "OfferMade", stage })
    if (opening === null || Openings.heldBy(opening, submission.id)) return { submission: offered, opening }
    const reserved = yield* Steps.opening(
      draft,
      opening,
      { _tag: "reserve", submissionId: submission.id },
      { type: "OpeningReserved" },
    )
    return { submission: offered, opening: reserved }
  })

const validEnd = (
  context: Draft.Draft["context"],
  id: string,
  expiresAt: string | null,
): Either.Either<true, InvalidInput> =>
  expiresAt !== null && expiresAt <= context.at
    ? Either.left(
        new InvalidInput({
          command: context.command,
          subject: id,
          field: "expiresAt",
          issues: [{ path: ["expiresAt"], message: "has passed" }],
        }),
      )
    : Either.right(true)

/** Extends an offer and reserves an opening for it; one that is out already is superseded by the new revision. */
export const offer = Command.on("submission", "submissions.offer", Extend, plan, (subject, input, loaded, context) =>
  Either.gen(function* () {
    const { at } = context
    yield* validEnd(context, subject.id, input.expiresAt)
    const facts = yield* Plans.factsOf(subject, loaded, context)
    const changes = Draft.make(context)
    const openings = yield* replaced(changes, out(loaded.revisions), facts.openings)
    const { submission, opening } = yield* reserve(changes, subject, { ...facts, openings }, input.stage)
    const extended = Draft.create(
      changes,
      "offer",
      "OfferExtended",
      {
        submissionId: subject.id,
        revision: latest(loaded.revisions) + 1,
        salary: input.salary,
        startsOn: input.startsOn,
        expiresAt: input.expiresAt,
        extendedAt: at,
        openingId: opening?.id ?? null,
      },
      "extended",
    )
    return decided(changes, { submission, offer: extended, opening })
  }),
)

/** Prepares an offer that nobody outside has seen. */
export const draft = Command.make(
  "offers.draft",
  Schema.Struct({ ...Terms, submissionId: Input.Ref }),
  {
    submission: Plan.given("submission", "submissionId"),
    revisions: Plan.having("offer", "submissionId", "submission"),
  },
  ({ submissionId }) => ({ submissionId: [submissionId] }),
  (input, loaded, context) =>
    Either.gen(function* () {
      const submission = yield* one(loaded.submission, "submission", input.submissionId, "submissionId")
      if (submission.kind !== "submitted" && submission.kind !== "interviewing" && submission.kind !== "offered") {
        const { id, kind } = submission
        const legal = SubmissionLifecycle.legal(kind)
        yield* Either.left(new TransitionRefused({ noun: "submission", id, kind, command: "offer", legal }))
      }
      const changes = Draft.make(context)
      Basis.rest(changes, "submission", submission)
      const prepared = Draft.create(
        changes,
        "offer",
        "OfferDrafted",
        {
          submissionId: submission.id,
          revision: latest(loaded.revisions) + 1,
          salary: input.salary,
          startsOn: input.startsOn,
          expiresAt: input.expiresAt,
        },
        "draft",
      )
      return decided(changes, prepared)
    }),
)

const extending = Plan.plan({
  submission: Plan.follow("submission", "subject", "submissionId"),
  candidate: Plan.follow("candidate", "submission", "candidateId"),
  consents: Plan.having("consent", "candidateId", "candidate"),
  position: Plan.follow("position", "submission", "positionId"),
  openings: Plan.having("opening", "positionId", "position"),
  revisions: Plan.having("offer", "submissionId", "submission"),
})

/** Sends a drafted offer out. */
export const extend = Command.on(
  "offer",
  "offers.extend",
  Schema.Struct({ stage: Input.maybe(Input.Line) }),
  extending,
  (subject, { stage }, loaded, context) =>
    Either.gen(function* () {
      const { at } = context
      yield* validEnd(context, subject.id, subject.expiresAt)
      const found = yield* one(loaded.submission, "submission", subject.submissionId, "submissionId")
      const facts = yield* Plans.factsOf(found, loaded, context)
      const changes = Draft.make(context)
      const before = out(loaded.revisions)
      const openings = yield* replaced(changes, before?.id === subject.id ? undefined : before, facts.openings)
      const { submission, opening } = yield* reserve(changes, found, { ...facts, openings }, stage)
      const extended = yield* Steps.offer(
        changes,
        subject,
        { _tag: "extend", at, openingId: opening?.id ?? null, expiresAt: subject.expiresAt },
        { type: "OfferExtended", consequence: false },
      )
      return decided(changes, { submission, offer: extended, opening })
    }),
)

const expiring = Plan.plan({
  submission: Plan.follow("submission", "subject", "submissionId"),
  opening: Plan.follow("opening", "subject", "openingId"),
})

/** Writes down that an offer ran out unanswered: its opening is free again, the submission stays where it is. */
export const expire = Command.on(
  "offer",
  "offers.expire",
  Input.Nothing,
  expiring,
  (subject, _input, loaded, context) =>
    Either.gen(function* () {
      const changes = Draft.make(context)
      const at = subject.expiresAt !== null && subject.expiresAt < context.at ? subject.expiresAt : context.at
      const { offer } = yield* RunOut.write(changes, subject, at, loaded.opening)
      return decided(changes, offer)
    }),
)
