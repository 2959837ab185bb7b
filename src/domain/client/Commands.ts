import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Command from "../Command.js"
import * as Custom from "../custom/Given.js"
import { decided } from "../Decision.js"
import * as Draft from "../Draft.js"
import * as Fee from "../Fee.js"
import * as Input from "../Input.js"
import type { Refusal } from "../Refusal.js"
import type { Client } from "./Client.js"
import { ClientLifecycle, type Command as Step } from "./ClientLifecycle.js"

export const Create = Schema.Struct({
  name: Input.Line,
  website: Input.maybe(Input.Line),
  industry: Input.maybe(Input.Line),
  location: Input.maybe(Input.Line),
  owner: Input.maybe(Input.Line),
  tags: Input.or(Input.Lines, () => []),
  fee: Input.maybe(Fee.Terms),
  customFields: Input.or(Input.CustomFields, () => ({})),
})
export type Create = typeof Create.Type

/** What a new client is made of, as it comes in. */
export type NewClient = typeof Create.Encoded

const Update = Schema.Struct({
  name: Schema.optional(Input.Line),
  website: Input.change(Input.Line),
  industry: Input.change(Input.Line),
  location: Input.change(Input.Line),
  owner: Input.change(Input.Line),
  tags: Schema.optional(Input.Lines),
  fee: Input.change(Fee.Terms),
  customFields: Schema.optional(Input.CustomFields),
})

/** A new client on the draft; an import puts many of them on one. */
export const draft = (draft: Draft.Draft, input: Create, known: Custom.Fields): Either.Either<Client, Refusal> =>
  Either.map(Custom.made(known, input.customFields, draft.context), (customFields) =>
    Draft.create(draft, "client", "ClientCreated", { ...input, customFields }, "prospect"),
  )

export const create = Command.make(
  "clients.create",
  Create,
  Custom.plan,
  () => Custom.forNew("client"),
  (input, loaded, context) => {
    const changes = Draft.make(context)
    const made = draft(changes, input, Custom.fields(loaded.customFields))
    return Either.map(made, (client) => decided(changes, client))
  },
)

export const update = Command.on(
  "client",
  "clients.update",
  Update,
  Custom.named,
  (subject, { customFields, ...input }, loaded, context) =>
    Either.map(Custom.changed(loaded.customFields, subject, customFields, context), (own) => {
      const changes = Draft.make(context)
      const patch = { ...Input.present(input), ...own }
      return decided(changes, Draft.update(changes, "client", subject, "ClientUpdated", patch))
    }),
  ({ customFields }) => Custom.forChange("client", customFields),
)

const simple = (draft: Draft.Draft, client: Client, command: Step, move: Draft.Move) =>
  Either.flatMap(ClientLifecycle.step(client, command, undefined), (next) =>
    Either.map(Draft.move(draft, "client", client, next, move), (result) => decided(draft, result)),
  )

const Staged = Schema.Struct({ stage: Input.maybe(Input.Line) })
const Reasoned = Schema.Struct({ reason: Input.maybe(Input.Line), stage: Input.maybe(Input.Line) })
const WithReason = Schema.Struct({ reason: Input.Line, stage: Input.maybe(Input.Line) })

export const activate = Command.on("client", "clients.activate", Staged, {}, (subject, { stage }, _loaded, context) =>
  simple(Draft.make(context), subject, { _tag: "activate" }, { type: "ClientActivated", stage }),
)

/** The agency no longer works for them. */
export const retire = Command.on(
  "client",
  "clients.retire",
  Reasoned,
  {},
  (subject, { reason, stage }, _loaded, context) =>
    simple(
      Draft.make(context),
      subject,
      { _tag: "retire", reason },
      { type: "ClientRetired", stage, data: { reason } },
    ),
)

export const markDoNotWork = Command.on(
  "client",
  "clients.markDoNotWork",
  WithReason,
  {},
  (subject, { reason, stage }, _loaded, context) =>
    simple(
      Draft.make(context),
      subject,
      { _tag: "ban", reason },
      { type: "ClientMarkedDoNotWork", stage, data: { reason } },
    ),
)

export const reinstate = Command.on("client", "clients.reinstate", Staged, {}, (subject, { stage }, _loaded, context) =>
  simple(Draft.make(context), subject, { _tag: "reinstate" }, { type: "ClientReinstated", stage }),
)

export const move = Command.on(
  "client",
  "clients.move",
  Schema.Struct({ stage: Input.Line }),
  {},
  (subject, { stage }, _loaded, context) =>
    simple(Draft.make(context), subject, { _tag: "move" }, { type: "ClientMoved", stage }),
)
