import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Command from "../Command.js"
import type { Context } from "../Context.js"
import { type Decision, decided } from "../Decision.js"
import * as Draft from "../Draft.js"
import * as Input from "../Input.js"
import type * as Plan from "../Plan.js"
import * as Steps from "./Steps.js"
import * as Plans from "./Plans.js"
import type { Submission } from "./Submission.js"
import type { Command as Step } from "./SubmissionLifecycle.js"

const Staged = Schema.Struct({ stage: Input.maybe(Input.Line) })

type Facts = Plan.Loaded<typeof Plans.facts>

const simple = (
  subject: Submission,
  loaded: Facts,
  command: Step,
  move: Draft.Move,
  context: Context,
): Decision<Submission> =>
  Either.flatMap(Plans.factsOf(subject, loaded, context), (facts) => {
    const changes = Draft.make(context)
    return Either.map(Steps.submission(changes, subject, command, facts, move), (result) => decided(changes, result))
  })

/** Puts the candidate before the agency's own account manager first. */
export const submitInternal = Command.on(
  "submission",
  "submissions.submitInternal",
  Staged,
  Plans.facts,
  (subject, { stage }, loaded, context) =>
    simple(subject, loaded, { _tag: "submitInternal" }, { type: "CandidateSubmittedInternally", stage }, context),
)

/** Puts the candidate before the client: only under a live consent that covers this client and position. */
export const submit = Command.on(
  "submission",
  "submissions.submit",
  Staged,
  Plans.facts,
  (subject, { stage }, loaded, context) =>
    simple(subject, loaded, { _tag: "submit", at: context.at }, { type: "CandidateSubmitted", stage }, context),
)

/** Goes to another of the agency's stages under the same kind. */
export const move = Command.on(
  "submission",
  "submissions.move",
  Schema.Struct({ stage: Input.Line }),
  Plans.facts,
  (subject, { stage }, loaded, context) =>
    simple(subject, loaded, { _tag: "move" }, { type: "SubmissionMoved", stage }, context),
)

const Update = Schema.Struct({
  owner: Schema.optional(Input.Line),
  source: Input.change(Input.Line),
  attached: Schema.optional(Schema.Boolean),
})

export const update = Command.on("submission", "submissions.update", Update, {}, (subject, input, _loaded, context) => {
  const changes = Draft.make(context)
  return Either.right(
    decided(changes, Draft.update(changes, "submission", subject, "SubmissionUpdated", Input.present(input))),
  )
})
