import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Command from "../Command.js"
import type { Context } from "../Context.js"
import { type Decision, decided } from "../Decision.js"
import * as Basis from "../Basis.js"
import * as Draft from "../Draft.js"
import * as Input from "../Input.js"
import * as Plan from "../Plan.js"
import type { Refusal } from "../Refusal.js"
import type { Interview } from "./Interview.js"
import type { Command as InterviewStep } from "./InterviewLifecycle.js"
import * as Plans from "./Plans.js"
import * as Steps from "./Steps.js"
import type { Submission } from "./Submission.js"

const Round = Schema.Int.pipe(Schema.between(1, 1000))

const Slot = {
  at: Input.Instant,
  endsAt: Input.maybe(Input.Instant),
  timeZone: Input.maybe(Input.Line.pipe(Schema.filter((zone) => isZone(zone) || "is no IANA time zone"))),
  place: Input.maybe(Input.Line),
  attendees: Input.or(Input.Lines, () => []),
}

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone })
    return true
  } catch {
    return false
  }
}

const Place = { round: Schema.optional(Round), stage: Input.maybe(Input.Line) }

const plan = Plan.plan({ ...Plans.facts, rounds: Plan.having("interview", "submissionId", "subject") })

/** Brings the submission to `interviewing`; one with an offer out stays there and is interviewed all the same. */
const interviewing = (
  changes: Draft.Draft,
  subject: Submission,
  loaded: Plan.Loaded<typeof plan>,
  stage: string | null,
): Either.Either<Submission, Refusal> => {
  // Whoever ends it cancels what is pending.
  Basis.rest(changes, "submission", subject)
  return Either.flatMap(Plans.factsOf(subject, loaded, changes.context), (facts) =>
    subject.kind === "offered" || (subject.kind === "interviewing" && stage === null)
      ? Either.right(subject)
      : Steps.submission(changes, subject, { _tag: "interview" }, facts, { type: "CandidateInterviewing", stage }),
  )
}

const nextRound = (rounds: ReadonlyArray<Interview>): number =>
  rounds.reduce((most, { round }) => Math.max(most, round), 0) + 1

/** The client asks for an interview whose time is not known yet. */
export const requestInterview = Command.on(
  "submission",
  "submissions.requestInterview",
  Schema.Struct(Place),
  plan,
  (subject, input, loaded, context) => {
    const changes = Draft.make(context)
    return Either.map(interviewing(changes, subject, loaded, input.stage), (submission) => {
      const interview = Draft.create(
        changes,
        "interview",
        "InterviewRequested",
        {
          submissionId: subject.id,
          round: input.round ?? nextRound(loaded.rounds),
          revision: 1,
          attendees: [],
        },
        "requested",
      )
      return decided(changes, { submission, interview })
    })
  },
)

export const scheduleInterview = Command.on(
  "submission",
  "submissions.scheduleInterview",
  Schema.Struct({ ...Slot, ...Place }),
  plan,
  (subject, { round, stage, ...slot }, loaded, context) => {
    const changes = Draft.make(context)
    return Either.map(interviewing(changes, subject, loaded, stage), (submission) => {
      const interview = Draft.create(
        changes,
        "interview",
        "InterviewScheduled",
        {
          submissionId: subject.id,
          round: round ?? nextRound(loaded.rounds),
          revision: 1,
          ...slot,
        },
        "scheduled",
      )
      return decided(changes, { submission, interview })
    })
  },
)

const simple = (
  subject: Interview,
  command: InterviewStep,
  move: Draft.Move,
  context: Context,
): Decision<Interview> => {
  const changes = Draft.make(context)
  return Either.map(Steps.interview(changes, subject, command, { ...move, consequence: false }), (result) =>
    decided(changes, result),
  )
}

/** Gives a requested interview its time. */
export const schedule = Command.on(
  "interview",
  "interviews.schedule",
  Schema.Struct(Slot),
  {},
  (subject, slot, _loaded, context) =>
    simple(subject, { _tag: "schedule", ...slot }, { type: "InterviewScheduled" }, context),
)

/** Another time for the same interview: the next revision of it. */
export const reschedule = Command.on(
  "interview",
  "interviews.reschedule",
  Schema.Struct(Slot),
  {},
  (subject, slot, _loaded, context) =>
    simple(subject, { _tag: "reschedule", ...slot }, { type: "InterviewRescheduled" }, context),
)

export const complete = Command.on(
  "interview",
  "interviews.complete",
  Schema.Struct({ feedback: Input.maybe(Input.Prose) }),
  {},
  (subject, { feedback }, _loaded, context) =>
    simple(subject, { _tag: "complete", feedback }, { type: "InterviewCompleted" }, context),
)

const Reasoned = Schema.Struct({ reason: Input.maybe(Input.Line) })

export const cancel = Command.on(
  "interview",
  "interviews.cancel",
  Reasoned,
  {},
  (subject, { reason }, _loaded, context) =>
    simple(subject, { _tag: "cancel", reason }, { type: "InterviewCancelled", data: { reason } }, context),
)

export const noShow = Command.on(
  "interview",
  "interviews.noShow",
  Reasoned,
  {},
  (subject, { reason }, _loaded, context) =>
    simple(subject, { _tag: "missed", reason }, { type: "InterviewMissed", data: { reason } }, context),
)
