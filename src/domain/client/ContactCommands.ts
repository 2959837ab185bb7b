import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Command from "../Command.js"
import * as Custom from "../custom/Given.js"
import { decided } from "../Decision.js"
import * as Draft from "../Draft.js"
import * as Input from "../Input.js"
import * as Plan from "../Plan.js"
import { isErased } from "../privacy/Erased.js"
import { NotFound, type Refusal, TransitionRefused } from "../Refusal.js"
import type { Contact } from "./Contact.js"

const Fields = Schema.Struct({
  name: Input.Line,
  email: Input.maybe(Input.Email),
  phone: Input.maybe(Input.Line),
  title: Input.maybe(Input.Line),
  customFields: Input.or(Input.CustomFields, () => ({})),
})

export const addContact = Command.on(
  "client",
  "clients.addContact",
  Fields,
  Custom.plan,
  (subject, input, loaded, context) =>
    Either.map(Custom.made(Custom.fields(loaded.customFields), input.customFields, context), (customFields) => {
      const changes = Draft.make(context)
      const fields = { ...input, customFields, clientId: subject.id, candidateId: null }
      return decided(changes, Draft.create(changes, "contact", "ContactAdded", fields))
    }),
  () => Custom.forNew("contact"),
)

/** Who was erased is not made known again, and nobody is the same human as one who was. */
export const known = (subject: Contact, command: string): Either.Either<void, Refusal> =>
  isErased(subject)
    ? Either.left(new TransitionRefused({ noun: "contact", id: subject.id, kind: "anonymized", command, legal: [] }))
    : Either.void

const ContactUpdate = Schema.Struct({
  name: Schema.optional(Input.Line),
  email: Input.change(Input.Email),
  phone: Input.change(Input.Line),
  title: Input.change(Input.Line),
  customFields: Schema.optional(Input.CustomFields),
})

export const updateContact = Command.on(
  "contact",
  "clients.updateContact",
  ContactUpdate,
  Custom.named,
  (subject, { customFields, ...input }, loaded, context) =>
    Either.gen(function* () {
      yield* known(subject, "update")
      const own = yield* Custom.changed(loaded.customFields, subject, customFields, context)
      const changes = Draft.make(context)
      const patch = { ...Input.present(input), ...own }
      return decided(changes, Draft.update(changes, "contact", subject, "ContactUpdated", patch))
    }),
  ({ customFields }) => Custom.forChange("contact", customFields),
)

const Linked = Schema.Struct({ candidateId: Schema.NullOr(Input.Ref) })

/** Says that a contact and a candidate are the same human, or (with null) that they are not. */
export const linkContact = Command.on(
  "contact",
  "clients.linkContact",
  Linked,
  { candidates: Plan.given("candidate", "candidateId") },
  (subject, input, { candidates }, context) =>
    Either.gen(function* () {
      yield* known(subject, "link")
      const [candidate] = candidates.filter((one) => !isErased(one))
      if (input.candidateId !== null && candidate === undefined)
        yield* Either.left<Refusal>(new NotFound({ noun: "candidate", id: input.candidateId, field: "candidateId" }))
      const changes = Draft.make(context)
      const patch = { candidateId: candidate?.id ?? null }
      return decided(changes, Draft.update(changes, "contact", subject, "ContactLinked", patch))
    }),
  ({ candidateId }) => ({ candidateId: candidateId === null ? [] : [candidateId] }),
)
