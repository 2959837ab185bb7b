import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Command from "../Command.js"
import { decided } from "../Decision.js"
import * as Draft from "../Draft.js"
import * as Input from "../Input.js"
import * as Plan from "../Plan.js"
import { NotFound } from "../Refusal.js"

/** Puts a candidate under legal hold: nothing of them is erased until every hold is released. */
export const hold = Command.on(
  "candidate",
  "candidates.hold",
  Schema.Struct({ reason: Input.Line }),
  {},
  (subject, { reason }, _loaded, context) => {
    const changes = Draft.make(context)
    const fields = { candidateId: subject.id, reason, releasedAt: null }
    return Either.right(decided(changes, Draft.create(changes, "hold", "LegalHoldPlaced", fields)))
  },
)

const Release = Schema.Struct({
  /** The hold meant; all that last where absent. */
  holdId: Input.maybe(Input.Ref),
})

/** Releases one hold, or all of them; returns those that were released. */
export const release = Command.on(
  "candidate",
  "candidates.releaseHold",
  Release,
  { holds: Plan.having("hold", "candidateId", "subject") },
  (_subject, { holdId }, { holds }, context) => {
    const meant = holds.filter(({ id }) => holdId === null || id === holdId)
    if (holdId !== null && meant.length === 0)
      return Either.left(new NotFound({ noun: "hold", id: holdId, field: "holdId" }))
    const changes = Draft.make(context)
    const released = meant
      .filter(({ releasedAt }) => releasedAt === null)
      .map((one) => Draft.update(changes, "hold", one, "LegalHoldReleased", { releasedAt: context.at }))
    return Either.right(decided(changes, released))
  },
)
