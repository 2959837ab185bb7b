import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import { sets } from "../ChangeSet.js"
import * as Command from "../Command.js"
import * as Custom from "../custom/Given.js"
import { decided, every, one } from "../Decision.js"
import * as Basis from "../Basis.js"
import * as Draft from "../Draft.js"
import * as Input from "../Input.js"
import * as Plan from "../Plan.js"
import { isErased } from "../privacy/Erased.js"
import * as Reason from "../Reason.js"
import type { Refusal } from "../Refusal.js"
import * as Stages from "../Stages.js"
import * as Filling from "../submission/Filling.js"
import * as Plans from "../submission/Plans.js"
import * as Steps from "../submission/Steps.js"
import { addOpening } from "./Create.js"
import * as Fields from "./Fields.js"
import { live as liveOpenings, type Opening } from "./Opening.js"
import type { Position } from "./Position.js"
import { openingLeft, PositionLifecycle, type Command as Step } from "./PositionLifecycle.js"

const plan = Plan.plan({ openings: Plan.having("opening", "positionId", "subject") })
type Loaded = Plan.Loaded<typeof plan>

export const step = (
  draft: Draft.Draft,
  position: Position,
  command: Step,
  openings: ReadonlyArray<Opening>,
  move: Draft.Move,
): Either.Either<Position, Refusal> =>
  Either.flatMap(PositionLifecycle.step(position, command, { openings }), (next) =>
    Draft.move(draft, "position", position, next, move),
  )

const Staged = Schema.Struct({ stage: Input.maybe(Input.Line) })
const Reasoned = Schema.Struct({ reason: Input.maybe(Input.Line), stage: Input.maybe(Input.Line) })
const WithReason = Schema.Struct({ reason: Input.Line, stage: Input.maybe(Input.Line) })

const simple =
  (draft: Draft.Draft, position: Position, { openings }: Loaded) =>
  (command: Step, move: Draft.Move) =>
    Either.map(step(draft, position, command, openings, move), (result) => decided(draft, result))

/** Opens a drafted position. */
export const release = Command.on("position", "positions.open", Staged, plan, (subject, { stage }, loaded, context) =>
  simple(Draft.make(context), subject, loaded)({ _tag: "open", at: context.at }, { type: "PositionOpened", stage }),
)

/** Enough candidates are with the client: no more submissions are wanted. */
export const cover = Command.on("position", "positions.cover", Staged, plan, (subject, { stage }, loaded, context) =>
  simple(Draft.make(context), subject, loaded)({ _tag: "cover" }, { type: "PositionCovered", stage }),
)

export const uncover = Command.on(
  "position",
  "positions.uncover",
  Staged,
  plan,
  (subject, { stage }, loaded, context) =>
    simple(Draft.make(context), subject, loaded)({ _tag: "uncover" }, { type: "PositionUncovered", stage }),
)

/** The client pauses; submissions stay where they are. */
export const hold = Command.on(
  "position",
  "positions.hold",
  Reasoned,
  plan,
  (subject, { reason, stage }, loaded, context) =>
    simple(
      Draft.make(context),
      subject,
      loaded,
    )({ _tag: "hold", reason }, { type: "PositionHeld", stage, data: { reason } }),
)

/** Goes back to the stage it was held at. */
export const resume = Command.on(
  "position",
  "positions.resume",
  Staged,
  plan,
  (subject, { stage }, loaded, context) => {
    const left = Stages.find(context.stages, "position", subject.leftStage ?? "open")
    return simple(
      Draft.make(context),
      subject,
      loaded,
    )(
      { _tag: "resume", to: left?.kind === "covered" ? "covered" : "open" },
      { type: "PositionResumed", stage, preferred: subject.leftStage },
    )
  },
)

export const move = Command.on(
  "position",
  "positions.move",
  Schema.Struct({ stage: Input.Line }),
  plan,
  (subject, { stage }, loaded, context) =>
    simple(Draft.make(context), subject, loaded)({ _tag: "move" }, { type: "PositionMoved", stage }),
)

const ending = Plan.plan({
  ...plan,
  siblings: Plan.having("submission", "positionId", "subject", Plans.siblings.siblings.kinds),
  siblingInterviews: Plans.siblings.siblingInterviews,
  siblingOffers: Plans.siblings.siblingOffers,
})

/** Ends a position: its free openings are cancelled and its live submissions closed out, nobody rejected. */
const end = (
  draft: Draft.Draft,
  position: Position,
  loaded: Plan.Loaded<typeof ending>,
  command: Step,
  move: Draft.Move,
  reason: Reason.Own,
) =>
  Either.gen(function* () {
    const ended = yield* step(draft, position, command, loaded.openings, move)
    const openings: Array<Opening> = []
    for (const opening of loaded.openings) {
      openings.push(
        opening.kind === "open" || opening.kind === "reserved"
          ? yield* Steps.opening(
              draft,
              opening,
              { _tag: "cancel", at: draft.context.at, reason },
              { type: "OpeningCancelled" },
            )
          : opening,
      )
    }
    Basis.whole(draft, sets.openingsOfPosition, position.id, liveOpenings, loaded.openings)
    yield* Filling.closeOut(draft, position, loaded, openings, reason)
    return decided(draft, ended)
  })

/** Somebody else filled it. */
export const lose = Command.on(
  "position",
  "positions.lose",
  WithReason,
  ending,
  (subject, { reason, stage }, loaded, context) =>
    end(
      Draft.make(context),
      subject,
      loaded,
      { _tag: "lose", at: context.at, reason },
      { type: "PositionLost", stage, data: { reason } },
      Reason.own.positionLost,
    ),
)

/** The client wants nobody any more. */
export const cancel = Command.on(
  "position",
  "positions.cancel",
  WithReason,
  ending,
  (subject, { reason, stage }, loaded, context) =>
    end(
      Draft.make(context),
      subject,
      loaded,
      { _tag: "cancel", at: context.at, reason },
      { type: "PositionCancelled", stage, data: { reason } },
      Reason.own.positionCancelled,
    ),
)

/** The agency stops working on it. */
export const close = Command.on(
  "position",
  "positions.close",
  Reasoned,
  ending,
  (subject, { reason, stage }, loaded, context) =>
    end(
      Draft.make(context),
      subject,
      loaded,
      { _tag: "close", at: context.at, reason },
      { type: "PositionClosed", stage, data: { reason } },
      Reason.own.positionClosed,
    ),
)

const More = Schema.Struct({ openings: Fields.Openings })

const add = (
  draft: Draft.Draft,
  position: Position,
  openings: ReadonlyArray<Opening>,
  count: number,
): ReadonlyArray<Opening> => {
  const last = openings.reduce((most, { number }) => Math.max(most, number), 0)
  return Array.from({ length: count }, (_, index) => addOpening(draft, position.id, last + index + 1))
}

const Reopen = Schema.Struct({
  reason: Input.Line,
  /** New openings; the cancelled ones come back where absent. */
  openings: Schema.optional(Fields.Openings),
  stage: Input.maybe(Input.Line),
})

/** Takes up an ended position again. */
export const reopen = Command.on("position", "positions.reopen", Reopen, plan, (subject, input, loaded, context) =>
  Either.gen(function* () {
    const { reason, stage } = input
    const changes = Draft.make(context)
    const openings: Array<Opening> = []
    const legal = PositionLifecycle.legal(subject.kind).includes("reopen")
    for (const opening of loaded.openings) {
      openings.push(
        legal && opening.kind === "cancelled" && input.openings === undefined
          ? yield* Steps.opening(
              changes,
              opening,
              { _tag: "reopen", nextCycle: false, replaces: opening.replacesPlacementId },
              { type: "OpeningReopened" },
            )
          : opening,
      )
    }
    if (legal && input.openings !== undefined) openings.push(...add(changes, subject, openings, input.openings))
    Basis.whole(changes, sets.openingsOfPosition, subject.id, ["cancelled"], loaded.openings)
    const result = yield* step(changes, subject, { _tag: "reopen", at: context.at }, openings, {
      type: "PositionReopened",
      stage,
      data: { reason },
    })
    return decided(changes, result)
  }),
)

/** The client wants more heads. */
export const addOpenings = Command.on(
  "position",
  "positions.addOpenings",
  More,
  plan,
  (subject, input, loaded, context) =>
    Either.gen(function* () {
      const changes = Draft.make(context)
      // A position that has ended is reopened instead: `move` is legal exactly while it runs.
      yield* PositionLifecycle.step(subject, { _tag: "move" }, loaded)
      const openings = add(changes, subject, loaded.openings, input.openings)
      Basis.rest(changes, "position", subject)
      return decided(changes, { position: subject, openings })
    }),
)

const One = Schema.Struct({ openingId: Input.Ref, reason: Input.maybe(Input.Line) })

/** The client wants one head less. The last opening left is not cancelled: close or cancel the position. */
export const cancelOpening = Command.on(
  "position",
  "positions.cancelOpening",
  One,
  plan,
  (subject, input, loaded, context) =>
    Either.gen(function* () {
      const changes = Draft.make(context)
      const isMeant = ({ id }: Opening) => id === input.openingId
      const opening = yield* one(loaded.openings.filter(isMeant), "opening", input.openingId, "openingId")
      yield* openingLeft(subject, { openings: loaded.openings.filter((other) => !isMeant(other)) })
      Basis.whole(changes, sets.openingsOfPosition, subject.id, liveOpenings, loaded.openings)
      const cancelled = yield* Steps.opening(
        changes,
        opening,
        { _tag: "cancel", at: context.at, reason: input.reason },
        { type: "OpeningCancelled" },
      )
      return decided(changes, { position: subject, opening: cancelled })
    }),
)

const updating = Plan.plan({
  client: Plan.follow("client", "subject", "clientId"),
  contacts: Plan.having("contact", "clientId", "client"),
  ...Custom.named,
})

export const update = Command.on(
  "position",
  "positions.update",
  Fields.Update,
  updating,
  (subject, input, loaded, context) =>
    Either.gen(function* () {
      const { contactIds, customFields, ...rest } = input
      const changes = Draft.make(context)
      // Whom the position names already stays named, though erased since.
      const nameable = loaded.contacts.filter((one) => !isErased(one) || subject.contactIds.includes(one.id))
      const contacts =
        contactIds === undefined ? undefined : yield* every(nameable, "contact", contactIds, "contactIds")
      const chosen =
        contacts === undefined
          ? {}
          : { contactIds: contacts.filter(({ id }) => contactIds?.includes(id)).map(({ id }) => id) }
      const own = yield* Custom.changed(loaded.customFields, subject, customFields, context)
      const patch = { ...Input.present(rest), ...chosen, ...own }
      return decided(changes, Draft.update(changes, "position", subject, "PositionUpdated", patch))
    }),
  ({ customFields }) => Custom.forChange("position", customFields),
)
