import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Command from "../Command.js"
import type { Context } from "../Context.js"
import * as Custom from "../custom/Given.js"
import { type Decision, decided } from "../Decision.js"
import * as Draft from "../Draft.js"
import * as Input from "../Input.js"
import * as Note from "../note/Write.js"
import * as Plan from "../Plan.js"
import * as Reason from "../Reason.js"
import { type Refusal, TransitionRefused } from "../Refusal.js"
import { Outcome } from "../Said.js"
import type { Candidate } from "./Candidate.js"
import * as Fields from "./Fields.js"
import { Lifecycle, type Command as Step } from "./Lifecycle.js"
import type { Consent } from "./Consent.js"
import * as Readying from "./Readying.js"

/** A new candidate on the draft; an import puts many of them on one. */
export const draft = (
  draft: Draft.Draft,
  input: Fields.Create,
  known: Custom.Fields,
): Either.Either<Candidate, Refusal> =>
  Either.map(Custom.made(known, input.customFields, draft.context), (customFields) =>
    Draft.create(draft, "candidate", "CandidateCreated", { ...input, customFields }, "new"),
  )

export const create = Command.make(
  "candidates.create",
  Fields.Create,
  Custom.plan,
  () => Custom.forNew("candidate"),
  (input, loaded, context) => {
    const changes = Draft.make(context)
    const made = draft(changes, input, Custom.fields(loaded.customFields))
    return Either.map(made, (candidate) => decided(changes, candidate))
  },
)

export const update = Command.on(
  "candidate",
  "candidates.update",
  Fields.Update,
  Custom.named,
  (subject, { customFields, ...input }, loaded, context) => {
    const { id, kind } = subject
    // Who was erased is not made known again.
    if (kind === "anonymized")
      return Either.left(
        new TransitionRefused({ noun: "candidate", id, kind, command: "update", legal: Lifecycle.legal(kind) }),
      )
    return Either.map(Custom.changed(loaded.customFields, subject, customFields, context), (own) => {
      const changes = Draft.make(context)
      const patch = { ...Input.present(input), ...own }
      return decided(changes, Draft.update(changes, "candidate", subject, "CandidateUpdated", patch))
    })
  },
  ({ customFields }) => Custom.forChange("candidate", customFields),
)

const consents = { consents: Plan.having("consent", "candidateId", "subject", ["granted"]) }

/** Takes a step of the pipeline and writes it down. */
export const step = (
  changes: Draft.Draft,
  candidate: Candidate,
  command: Step,
  move: Draft.Move,
): Either.Either<Candidate, Refusal> =>
  Either.flatMap(Lifecycle.step(candidate, command, undefined), (next) =>
    Draft.move(changes, "candidate", candidate, next, move),
  )

const simple = (candidate: Candidate, command: Step, move: Draft.Move, context: Context): Decision<Candidate> => {
  const changes = Draft.make(context)
  return Either.map(step(changes, candidate, command, move), (result) => decided(changes, result))
}

const Staged = Schema.Struct({ stage: Input.maybe(Input.Line) })

export const startScreening = Command.on(
  "candidate",
  "candidates.startScreening",
  Staged,
  {},
  (subject, { stage }, _loaded, context) =>
    simple(subject, { _tag: "startScreening" }, { type: "CandidateScreeningStarted", stage }, context),
)

const Screen = Schema.Struct({
  outcome: Outcome,
  takeaways: Input.maybe(Input.Prose),
  skills: Schema.optional(Input.Lines),
  salaryExpectation: Schema.optional(Fields.Create.fields.salaryExpectation.from),
  location: Schema.optional(Schema.NullOr(Input.Line)),
  willingToRelocate: Schema.optional(Schema.NullOr(Schema.Boolean)),
  stage: Input.maybe(Input.Line),
})

/** A phone screen: what was learnt goes to the record, the takeaways to a note, and the outcome moves the candidate. */
export const screen = Command.on(
  "candidate",
  "candidates.screen",
  Screen,
  consents,
  (subject, input, loaded, context) => {
    const changes = Draft.make(context)
    const { outcome, takeaways, stage, ...learnt } = input
    const candidate = Draft.update(changes, "candidate", subject, "CandidateUpdated", Input.present(learnt))
    const data = { outcome }
    const moved = ((): Either.Either<Candidate, Refusal> => {
      switch (outcome) {
        case "passed":
          return step(
            changes,
            candidate,
            { _tag: "pass", at: context.at, readiness: Readying.readiness(changes, candidate, loaded.consents) },
            { type: "CandidateScreened", stage, data },
          )
        case "failed":
          return step(
            changes,
            candidate,
            { _tag: "deactivate", reason: Reason.own.notPassed },
            { type: "CandidateScreened", stage, data },
          )
        case "undecided":
          return candidate.kind === "new"
            ? step(changes, candidate, { _tag: "startScreening" }, { type: "CandidateScreeningStarted", stage, data })
            : Either.right(candidate)
      }
    })()
    return Either.map(moved, (result) => {
      Note.write(changes, "screen", takeaways, [{ type: "candidate", id: subject.id }])
      return decided(changes, result)
    })
  },
)

const Reasoned = Schema.Struct({ reason: Input.maybe(Input.Line), stage: Input.maybe(Input.Line) })
const WithReason = Schema.Struct({ reason: Input.Line, stage: Input.maybe(Input.Line) })

export const deactivate = Command.on(
  "candidate",
  "candidates.deactivate",
  Reasoned,
  {},
  (subject, { reason, stage }, _loaded, context) =>
    simple(subject, { _tag: "deactivate", reason }, { type: "CandidateDeactivated", stage, data: { reason } }, context),
)

export const markDoNotUse = Command.on(
  "candidate",
  "candidates.markDoNotUse",
  WithReason,
  {},
  (subject, { reason, stage }, _loaded, context) =>
    simple(subject, { _tag: "ban", reason }, { type: "CandidateMarkedDoNotUse", stage, data: { reason } }, context),
)

/** Where somebody comes back to whom nothing holds any more. */
const back = (
  candidate: Candidate,
  consents: ReadonlyArray<Consent>,
  command: "reactivate" | "release",
  move: Draft.Move,
  context: Context,
): Decision<Candidate> => {
  const changes = Draft.make(context)
  const readiness = Readying.readiness(changes, candidate, consents)
  return Either.map(step(changes, candidate, { _tag: command, readiness }, move), (result) => decided(changes, result))
}

/** Back to work: to the stage that screening and consent give now. */
export const reactivate = Command.on(
  "candidate",
  "candidates.reactivate",
  Staged,
  consents,
  (subject, { stage }, loaded, context) =>
    back(
      subject,
      loaded.consents,
      "reactivate",
      { type: "CandidateReactivated", stage, preferred: subject.leftStage },
      context,
    ),
)

/** Back from a placement that ended. */
export const release = Command.on(
  "candidate",
  "candidates.release",
  Staged,
  consents,
  (subject, { stage }, loaded, context) =>
    back(subject, loaded.consents, "release", { type: "CandidateReleased", stage }, context),
)

export const move = Command.on(
  "candidate",
  "candidates.move",
  Schema.Struct({ stage: Input.Line }),
  {},
  (subject, { stage }, _loaded, context) =>
    simple(subject, { _tag: "move" }, { type: "CandidateMoved", stage }, context),
)

const settled = { consents: Plan.having("consent", "candidateId", "subject", ["granted"]) }

/** Writes down what time has done: consents that ran out end, and with the last of them the readiness. */
export const settle = Command.on(
  "candidate",
  "candidates.settle",
  Input.Nothing,
  settled,
  (subject, _input, loaded, context) => {
    const changes = Draft.make(context)
    return Either.flatMap(Readying.expire(changes, loaded.consents), (consents) =>
      Either.map(
        Readying.align(changes, subject, consents, {
          consequence: true,
          ...(subject.readyUntil === null ? {} : { at: subject.readyUntil }),
        }),
        (result) => decided(changes, result),
      ),
    )
  },
)
