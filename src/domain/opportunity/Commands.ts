import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Command from "../Command.js"
import type { Context } from "../Context.js"
import * as Custom from "../custom/Given.js"
import { decided, one } from "../Decision.js"
import * as Draft from "../Draft.js"
import * as Input from "../Input.js"
import { Money } from "../Money.js"
import * as Plan from "../Plan.js"
import { InvalidInput } from "../Refusal.js"
import * as Stages from "../Stages.js"
import type { Opportunity } from "./Opportunity.js"
import { OpportunityLifecycle, type Command as Step } from "./OpportunityLifecycle.js"

const Create = Schema.Struct({
  clientId: Input.Ref,
  title: Input.Line,
  value: Input.maybe(Money),
  owner: Input.maybe(Input.Line),
  customFields: Input.or(Input.CustomFields, () => ({})),
  stage: Input.maybe(Input.Line),
})

const probability = (stage: Stages.Stage): number => stage.probability ?? 0

/** The open stage of that name, or what is wrong with it. */
const openStage = (
  context: Context,
  subject: string | null,
  name: string | null,
): Either.Either<Stages.Stage, InvalidInput> => {
  const stage =
    name === null
      ? Stages.first(context.stages, "opportunity", "open")
      : Stages.find(context.stages, "opportunity", name)
  return stage?.kind === "open"
    ? Either.right(stage)
    : Either.left(
        new InvalidInput({
          command: context.command,
          subject,
          field: "stage",
          issues: [{ path: ["stage"], message: `${name} is no open stage of the business development` }],
        }),
      )
}

/** A deal in the agency's own sales pipeline. */
export const create = Command.make(
  "opportunities.create",
  Create,
  { client: Plan.given("client", "clientId"), ...Custom.plan },
  ({ clientId }) => ({ clientId: [clientId], ...Custom.forNew("opportunity") }),
  (input, loaded, context) =>
    Either.gen(function* () {
      const client = yield* one(loaded.client, "client", input.clientId, "clientId")
      const stage = yield* openStage(context, null, input.stage)
      const customFields = yield* Custom.made(Custom.fields(loaded.customFields), input.customFields, context)
      const changes = Draft.make(context)
      const { title, value, owner } = input
      const fields = { clientId: client.id, title, value, owner, customFields, probability: probability(stage) }
      const opportunity = Draft.create(
        changes,
        "opportunity",
        "OpportunityCreated",
        { ...fields },
        "open",
        {},
        stage.name,
      )
      return decided(changes, opportunity)
    }),
)

const Update = Schema.Struct({
  title: Schema.optional(Input.Line),
  value: Input.change(Money),
  owner: Input.change(Input.Line),
  customFields: Schema.optional(Input.CustomFields),
})

export const update = Command.on(
  "opportunity",
  "opportunities.update",
  Update,
  Custom.named,
  (subject, { customFields, ...input }, loaded, context) =>
    Either.map(Custom.changed(loaded.customFields, subject, customFields, context), (own) => {
      const changes = Draft.make(context)
      const patch = { ...Input.present(input), ...own }
      return decided(changes, Draft.update(changes, "opportunity", subject, "OpportunityUpdated", patch))
    }),
  ({ customFields }) => Custom.forChange("opportunity", customFields),
)

const simple = (draft: Draft.Draft, subject: Opportunity, command: Step, move: Draft.Move) =>
  Either.flatMap(OpportunityLifecycle.step(subject, command, undefined), (next) =>
    Either.map(Draft.move(draft, "opportunity", subject, next, move), (result) => decided(draft, result)),
  )

/** Goes to another open stage, where the host's pipeline lets it. */
export const move = Command.on(
  "opportunity",
  "opportunities.move",
  Schema.Struct({ stage: Input.Line }),
  {},
  (subject, input, _loaded, context) =>
    Either.gen(function* () {
      const stage = yield* openStage(context, subject.id, input.stage)
      const next = Stages.find(context.stages, "opportunity", subject.stage)?.next
      if (next !== undefined && !next.includes(stage.name)) {
        const message = `${stage.name} does not follow ${subject.stage}: ${next.join(", ") || "nothing"} does`
        yield* Either.left(
          new InvalidInput({
            command: context.command,
            subject: subject.id,
            field: "stage",
            issues: [{ path: ["stage"], message }],
          }),
        )
      }
      const command = { _tag: "move", probability: probability(stage) } as const
      return yield* simple(Draft.make(context), subject, command, { type: "OpportunityMoved", stage: stage.name })
    }),
)

const WithReason = Schema.Struct({ reason: Input.Line })

export const win = Command.on(
  "opportunity",
  "opportunities.win",
  Input.Nothing,
  {},
  (subject, _input, _loaded, context) =>
    simple(Draft.make(context), subject, { _tag: "win" }, { type: "OpportunityWon" }),
)

export const lose = Command.on(
  "opportunity",
  "opportunities.lose",
  WithReason,
  {},
  (subject, { reason }, _loaded, context) =>
    simple(Draft.make(context), subject, { _tag: "lose", reason }, { type: "OpportunityLost", data: { reason } }),
)

export const cancel = Command.on(
  "opportunity",
  "opportunities.cancel",
  WithReason,
  {},
  (subject, { reason }, _loaded, context) =>
    simple(
      Draft.make(context),
      subject,
      { _tag: "cancel", reason },
      { type: "OpportunityCancelled", data: { reason } },
    ),
)

/** Back to the stage it left. */
export const reopen = Command.on(
  "opportunity",
  "opportunities.reopen",
  WithReason,
  {},
  (subject, { reason }, _loaded, context) => {
    const stage = Stages.resolve(context.stages, "opportunity", "open", subject.leftStage)
    const command = { _tag: "reopen", probability: probability(stage) } as const
    return simple(Draft.make(context), subject, command, {
      type: "OpportunityReopened",
      preferred: stage.name,
      data: { reason },
    })
  },
)
