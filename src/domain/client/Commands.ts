import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Command from "../Command.js"
import { decided } from "../Decision.js"
import * as Draft from "../Draft.js"
import * as Fee from "../Fee.js"
import * as Input from "../Input.js"
import * as Plan from "../Plan.js"
import { NotFound } from "../Refusal.js"
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
export const draft = (draft: Draft.Draft, input: Create): Client =>
  Draft.create(draft, "client", "ClientCreated", { ...input, reason: null }, "prospect")

export const create = Command.make(
  "clients.create",
  Create,
  {},
  () => ({}),
  (input, _loaded, context) => {
    const changes = Draft.make(context)
    return Either.right(decided(changes, draft(changes, input)))
  },
)

export const update = Command.on("client", "clients.update", Update, {}, (subject, input, _loaded, context) => {
  const changes = Draft.make(context)
  return Either.right(decided(changes, Draft.update(changes, "client", subject, "ClientUpdated", Input.present(input))))
})

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

const Contact = Schema.Struct({
  name: Input.Line,
  email: Input.maybe(Input.Email),
  phone: Input.maybe(Input.Line),
  title: Input.maybe(Input.Line),
})

export const addContact = Command.on(
  "client",
  "clients.addContact",
  Contact,
  {},
  (subject, input, _loaded, context) => {
    const changes = Draft.make(context)
    return Either.right(
      decided(
        changes,
        Draft.create(changes, "contact", "ContactAdded", { ...input, clientId: subject.id, candidateId: null }),
      ),
    )
  },
)

const ContactUpdate = Schema.Struct({
  name: Schema.optional(Input.Line),
  email: Input.change(Input.Email),
  phone: Input.change(Input.Line),
  title: Input.change(Input.Line),
})

export const updateContact = Command.on(
  "contact",
  "clients.updateContact",
  ContactUpdate,
  {},
  (subject, input, _loaded, context) => {
    const changes = Draft.make(context)
    return Either.right(
      decided(changes, Draft.update(changes, "contact", subject, "ContactUpdated", Input.present(input))),
    )
  },
)

const Linked = Schema.Struct({ candidateId: Schema.NullOr(Input.Ref) })

/** Says that a contact and a candidate are the same human, or (with null) that they are not. */
export const linkContact = Command.on(
  "contact",
  "clients.linkContact",
  Linked,
  { candidates: Plan.given("candidate", "candidateId") },
  (subject, input, { candidates }, context) => {
    const changes = Draft.make(context)
    const [candidate] = candidates
    if (input.candidateId !== null && candidate === undefined)
      return Either.left(new NotFound({ noun: "candidate", id: input.candidateId, field: "candidateId" }))
    const patch = { candidateId: candidate?.id ?? null }
    return Either.right(decided(changes, Draft.update(changes, "contact", subject, "ContactLinked", patch)))
  },
  ({ candidateId }) => ({ candidateId: candidateId === null ? [] : [candidateId] }),
)
