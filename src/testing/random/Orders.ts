import * as fc from "fast-check"
import { type Command, free, idOf, on, surely, type Weighted } from "./Command.js"
import { fee, none, place, reason, reasoned, salary, splits, words } from "./Inputs.js"
import { legalIn } from "./World.js"

const client_ = (command: string) => ({ noun: "client", kinds: legalIn("client", command) }) as const
const opportunity = (command: string) => ({ noun: "opportunity", kinds: legalIn("opportunity", command) }) as const
const position = (command: string) => ({ noun: "position", kinds: legalIn("position", command) }) as const

const newClient = free(1, "clients.create", fc.record({ name: words, fee }), (client, input, options) =>
  client.clients.create(input, options),
)

const positionInput = fc.record({
  client: place,
  title: words,
  openings: fc.oneof(
    { weight: 3, arbitrary: fc.constant(1) },
    { weight: 2, arbitrary: fc.integer({ min: 2, max: 3 }) },
  ),
  fee,
  splits,
  guaranteeDays: fc.constantFrom(0, 30, 90),
  remedy: fc.constantFrom("replace" as const, "refund" as const),
})

const open = free(3, "positions.open", positionInput, (client, { client: n, ...input }, options, world) =>
  client.positions.open({ ...input, clientId: idOf(world, "client", n) }, options),
)

/** What happens to clients, opportunities and positions. */
export const orders: ReadonlyArray<Weighted> = [
  newClient,
  open,
  on(1, "clients.addContact", { noun: "client" }, fc.record({ name: words }), (client, id, input, options) =>
    client.clients.addContact(id, input, options),
  ),
  on(1, "clients.update", { noun: "client" }, fc.record({ industry: fc.option(words) }), (client, id, input, options) =>
    client.clients.update(id, input, options),
  ),
  on(1, "clients.retire", client_("retire"), fc.record({ reason: fc.option(reason) }), (client, id, input, options) =>
    client.clients.retire(id, input, options),
  ),
  on(1, "clients.activate", client_("activate"), none, (client, id, input, options) =>
    client.clients.activate(id, input, options),
  ),
  on(1, "clients.reinstate", client_("reinstate"), none, (client, id, input, options) =>
    client.clients.reinstate(id, input, options),
  ),
  on(
    2,
    "opportunities.create",
    { noun: "client" },
    fc.record({ title: words, value: fc.option(salary) }),
    (client, id, input, options) => client.opportunities.create({ ...input, clientId: id }, options),
  ),
  on(
    2,
    "opportunities.move",
    opportunity("move"),
    fc.record({ stage: fc.constantFrom("Qualification", "Proposal", "Negotiation", "Prospecting", "Typo") }),
    (client, id, input, options) => client.opportunities.move(id, input, options),
  ),
  on(1, "opportunities.win", opportunity("win"), none, (client, id, input, options) =>
    client.opportunities.win(id, input, options),
  ),
  on(1, "opportunities.lose", opportunity("lose"), reasoned, (client, id, input, options) =>
    client.opportunities.lose(id, input, options),
  ),
  on(1, "opportunities.reopen", opportunity("reopen"), reasoned, (client, id, input, options) =>
    client.opportunities.reopen(id, input, options),
  ),
  free(1, "positions.draft", positionInput, (client, { client: n, ...input }, options, world) =>
    client.positions.draft({ ...input, clientId: idOf(world, "client", n) }, options),
  ),
  on(1, "positions.release", position("open"), none, (client, id, _input, options) =>
    client.positions.open(id, {}, options),
  ),
  on(1, "positions.cover", position("cover"), none, (client, id, input, options) =>
    client.positions.cover(id, input, options),
  ),
  on(2, "positions.uncover", position("uncover"), none, (client, id, input, options) =>
    client.positions.uncover(id, input, options),
  ),
  on(2, "positions.hold", position("hold"), reasoned, (client, id, input, options) =>
    client.positions.hold(id, input, options),
  ),
  on(6, "positions.resume", position("resume"), none, (client, id, input, options) =>
    client.positions.resume(id, input, options),
  ),
  on(1, "positions.lose", position("lose"), reasoned, (client, id, input, options) =>
    client.positions.lose(id, input, options),
  ),
  on(1, "positions.cancel", position("cancel"), reasoned, (client, id, input, options) =>
    client.positions.cancel(id, input, options),
  ),
  on(1, "positions.close", position("close"), reasoned, (client, id, input, options) =>
    client.positions.close(id, input, options),
  ),
  on(
    3,
    "positions.reopen",
    position("reopen"),
    fc.record({ reason, openings: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }) }),
    (client, id, { openings, ...input }, options) =>
      client.positions.reopen(id, openings === undefined ? input : { ...input, openings }, options),
  ),
  on(
    1,
    "positions.addOpenings",
    position("move"),
    fc.record({ openings: fc.constantFrom(1, 2) }),
    (client, id, input, options) => client.positions.addOpenings(id, input, options),
  ),
  on(
    1,
    "positions.cancelOpening",
    { noun: "opening", kinds: ["open", "reserved"] },
    reasoned,
    (client, id, input, options, world) => {
      const opening = world.all("opening").find((one) => one.id === id)
      return client.positions.cancelOpening(String(opening?.positionId), { ...input, openingId: id }, options)
    },
  ),
  on(1, "positions.update", { noun: "position" }, fc.record({ fee, title: words }), (client, id, input, options) =>
    client.positions.update(id, input, options),
  ),
]

/** A client and a position of one or two openings, for the beginning of a run. */
export const listing = (openings: number): ReadonlyArray<Command> => [
  surely("clients.create", null, { name: "Acme" }, (client, _id, input, options) =>
    client.clients.create(input, options),
  ),
  surely("positions.open", { noun: "client" }, { title: "Dev", openings }, (client, clientId, input, options) =>
    client.positions.open({ ...input, clientId }, options),
  ),
]
