import * as Either from "effect/Either"
import { ClientLifecycle } from "../client/ClientLifecycle.js"
import type { Client } from "../client/Client.js"
import type { Contact } from "../client/Contact.js"
import * as Command from "../Command.js"
import type { Context } from "../Context.js"
import * as Custom from "../custom/Given.js"
import { type Decision, decided, every, one } from "../Decision.js"
import * as Draft from "../Draft.js"
import * as Plan from "../Plan.js"
import { isErased } from "../privacy/Erased.js"
import { ClientOffLimits, type Refusal } from "../Refusal.js"
import * as Fields from "./Fields.js"
import type { Opening } from "./Opening.js"
import type { Position } from "./Position.js"

export const plan = Plan.plan({
  client: Plan.given("client", "clientId"),
  contacts: Plan.given("contact", "contactIds"),
  opportunity: Plan.given("opportunity", "opportunityId"),
  ...Custom.plan,
})

type Loaded = Plan.Loaded<typeof plan>

const given = (input: Fields.Create): Plan.Given => ({
  clientId: [input.clientId],
  contactIds: input.contactIds,
  opportunityId: input.opportunityId === null ? [] : [input.opportunityId],
  ...Custom.forNew("position"),
})

/** One more opening of a position. */
export const addOpening = (draft: Draft.Draft, positionId: Position["id"], number: number): Opening =>
  Draft.create(
    draft,
    "opening",
    "OpeningAdded",
    {
      positionId,
      number,
      cycle: 1,
      openedAt: draft.context.at,
    },
    "open",
  )

/** A client that lists a position is an active one. */
const activate = (draft: Draft.Draft, client: Client): Either.Either<Client, Refusal> =>
  client.kind === "prospect" || client.kind === "former"
    ? Either.flatMap(
        ClientLifecycle.send<"prospect" | "former", "activate">(client, { _tag: "activate" }, undefined),
        (next) => Draft.move(draft, "client", client, next, { type: "ClientActivated", consequence: true }),
      )
    : Either.right(client)

/** A position with its openings on the draft; an import puts many of them on one. */
export const put = (
  draft: Draft.Draft,
  { openings: heads, stage, ...input }: Fields.Create,
  loaded: {
    readonly client: ReadonlyArray<Client>
    readonly contacts: ReadonlyArray<Contact>
    readonly opportunity: Loaded["opportunity"]
    readonly known: Custom.Fields
  },
  kind: "draft" | "open",
): Either.Either<
  { readonly position: Position; readonly openings: ReadonlyArray<Opening>; readonly client: Client },
  Refusal
> =>
  Either.gen(function* () {
    const { settings, at } = draft.context
    const client = yield* one(loaded.client, "client", input.clientId, "clientId")
    if (client.kind === "doNotWork")
      yield* Either.left(new ClientOffLimits({ clientId: client.id, reason: client.reason }))
    const wanted = input.contactIds
    const contacts = yield* every(
      loaded.contacts.filter((one) => one.clientId === client.id && !isErased(one)),
      "contact",
      wanted,
      "contactIds",
    )
    const opportunity =
      input.opportunityId === null
        ? null
        : yield* one(loaded.opportunity, "opportunity", input.opportunityId, "opportunityId")
    const customFields = yield* Custom.made(loaded.known, input.customFields, draft.context)
    const open = kind === "open"
    const position = Draft.create(
      draft,
      "position",
      open ? "PositionOpened" : "PositionDrafted",
      {
        ...input,
        customFields,
        clientId: client.id,
        opportunityId: opportunity?.id ?? null,
        contactIds: [...new Set(wanted)].flatMap((id) =>
          contacts.filter((contact) => contact.id === id).map((contact) => contact.id),
        ),
        guaranteeDays: input.guaranteeDays ?? settings.guaranteeDays,
        remedy: input.remedy ?? settings.remedy,
        openedAt: open ? at : null,
      },
      kind,
      {},
      stage ?? undefined,
    )
    const openings = Array.from({ length: heads }, (_, index) => addOpening(draft, position.id, index + 1))
    return { position, openings, client: yield* activate(draft, client) }
  })

const create =
  (kind: "draft" | "open") =>
  (input: Fields.Create, loaded: Loaded, context: Context): Decision<Position> => {
    const changes = Draft.make(context)
    const found = { ...loaded, known: Custom.fields(loaded.customFields) }
    return Either.map(put(changes, input, found, kind), ({ position }) => decided(changes, position))
  }

/** A client lists a position: it is open at once, one opening per head wanted. */
export const open = Command.make("positions.open", Fields.Create, plan, given, create("open"))

/** A position that is still being agreed on: it takes no submissions until it is opened. */
export const draft = Command.make("positions.draft", Fields.Create, plan, given, create("draft"))
