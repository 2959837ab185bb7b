import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Command from "../Command.js"
import type { Context } from "../Context.js"
import { type Decision, decided } from "../Decision.js"
import * as Draft from "../Draft.js"
import * as Input from "../Input.js"
import * as Plan from "../Plan.js"
import { NotFound, UnderLegalHold } from "../Refusal.js"
import type { Hold } from "./Hold.js"

/** The holds on a candidate, and on the contacts that are the same human: each protects all of them. */
export const holding = Plan.plan({
  holds: Plan.having("hold", "candidateId", "subject"),
  contacts: Plan.having("contact", "candidateId", "subject"),
  contactHolds: Plan.having("hold", "contactId", "contacts"),
})

/** That no hold lasts on a human, or who it is and which do. */
export const unheld = (
  candidateId: string | null,
  contactIds: ReadonlyArray<string>,
  holds: ReadonlyArray<Pick<Hold, "id" | "releasedAt">>,
): Either.Either<void, UnderLegalHold> => {
  const holdIds = lasting(holds).map(({ id }) => id)
  return holdIds.length === 0 ? Either.void : Either.left(new UnderLegalHold({ candidateId, contactIds, holdIds }))
}

/** Those that are not released. */
export const lasting = <H extends Pick<Hold, "releasedAt">>(holds: ReadonlyArray<H>): ReadonlyArray<H> =>
  holds.filter(({ releasedAt }) => releasedAt === null)

const Placing = Schema.Struct({ reason: Input.Line })

const placed = (
  whose: Partial<Pick<Hold, "candidateId" | "contactId">>,
  { reason }: typeof Placing.Type,
  context: Context,
): Decision<Hold> => {
  const changes = Draft.make(context)
  return Either.right(decided(changes, Draft.create(changes, "hold", "LegalHoldPlaced", { ...whose, reason })))
}

/** Puts a candidate under legal hold: nothing of them is erased until every hold is released. */
export const hold = Command.on("candidate", "candidates.hold", Placing, {}, ({ id }, input, _loaded, context) =>
  placed({ candidateId: id }, input, context),
)

/** The same for a contact. */
export const holdContact = Command.on(
  "contact",
  "clients.contacts.hold",
  Placing,
  {},
  ({ id }, input, _loaded, context) => placed({ contactId: id }, input, context),
)

const Release = Schema.Struct({
  /** The hold meant; all that last where absent. */
  holdId: Input.maybe(Input.Ref),
})

const released = (
  holds: ReadonlyArray<Hold>,
  { holdId }: typeof Release.Type,
  context: Context,
): Decision<ReadonlyArray<Hold>> => {
  const meant = holds.filter(({ id }) => holdId === null || id === holdId)
  if (holdId !== null && meant.length === 0)
    return Either.left(new NotFound({ noun: "hold", id: holdId, field: "holdId" }))
  const changes = Draft.make(context)
  const ended = lasting(meant).map((one) =>
    Draft.update(changes, "hold", one, "LegalHoldReleased", { releasedAt: context.at }),
  )
  return Either.right(decided(changes, ended))
}

/** Releases one hold, or all of them; returns those that were released. */
export const release = Command.on(
  "candidate",
  "candidates.releaseHold",
  Release,
  { holds: Plan.having("hold", "candidateId", "subject") },
  (_subject, input, { holds }, context) => released(holds, input, context),
)

/** The same for the holds on a contact. */
export const releaseContact = Command.on(
  "contact",
  "clients.contacts.releaseHold",
  Release,
  { holds: Plan.having("hold", "contactId", "subject") },
  (_subject, input, { holds }, context) => released(holds, input, context),
)
