import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Command from "../Command.js"
import { decided } from "../Decision.js"
import * as Draft from "../Draft.js"
import * as Input from "../Input.js"
import { Party } from "../Party.js"
import { backOut } from "../placement/BackingOut.js"
import * as Vacating from "../placement/Vacating.js"
import * as Plan from "../Plan.js"
import * as Ending from "./Ending.js"
import * as Plans from "./Plans.js"
import type { Submission } from "./Submission.js"
import type { Ending as EndingName } from "./SubmissionLifecycle.js"

const End = Schema.Struct({
  /** On whose side it was decided; each command names its default. */
  party: Schema.optional(Party),
  reason: Input.Line,
  /** More than the reason, kept as the note; the reason itself where absent. */
  note: Input.maybe(Input.Prose),
  stage: Input.maybe(Input.Line),
})

const plan = Plan.plan({
  ...Plans.facts,
  ...Plans.pending,
  placement: Plan.follow("placement", "subject", "placementId"),
  others: Plan.having("placement", "candidateId", "candidate", Vacating.running),
})

const ending = (ending: Exclude<EndingName, "closeOut">, by: (subject: Submission) => Party) =>
  Command.on("submission", `submissions.${ending}`, End, plan, (subject, input, loaded, context) =>
    Either.gen(function* () {
      const changes = Draft.make(context)
      const why = {
        ending,
        reason: input.reason,
        party: input.party ?? by(subject),
        note: input.note,
        stage: input.stage,
      }
      const placement = loaded.placement[0]
      if (subject.kind === "accepted" && placement !== undefined && (ending === "withdraw" || ending === "rescind")) {
        const { submission } = yield* backOut(changes, subject, placement, loaded, { ...why, ending })
        return decided(changes, submission)
      }
      return decided(changes, yield* Ending.end(changes, { ...loaded, submission: subject }, why))
    }),
  )

/** Said no to: by the client once submitted, by the recruiter before; `party` says otherwise. */
export const reject = ending("reject", ({ submittedAt }) => (submittedAt === null ? "recruiter" : "client"))

/** The candidate steps back. */
export const withdraw = ending("withdraw", () => "candidate")

/** The candidate turns the offer down. */
export const decline = ending("decline", () => "candidate")

/** The client takes the offer back. */
export const rescind = ending("rescind", () => "client")
