import * as fc from "fast-check"
import { type NounName, nounOf } from "../../domain/Nouns.js"
import { idOf, on, type Weighted } from "./Command.js"
import { none, place, words } from "./Inputs.js"
import type { World } from "./World.js"

const contact = { noun: "contact" } as const
const held = fc.record({ reason: words })

/** The contacts of the client that a record is of, but for itself. */
const colleagues = (world: World, noun: NounName, id: string): ReadonlyArray<string> => {
  const clientId = world.all(noun).find((one) => one.id === id)?.clientId
  return world.all("contact").flatMap((one) => (one.clientId === clientId && one.id !== id ? [String(one.id)] : []))
}

const nth = (ids: ReadonlyArray<string>, n: number): string => ids[n % Math.max(ids.length, 1)] ?? "contact_none"

/** What happens to people at companies, who may be candidates as well, and to those companies. */
export const contacts: ReadonlyArray<Weighted> = [
  on(2, "clients.addContact", { noun: "client" }, fc.record({ name: words }), (client, id, input, options) =>
    client.clients.addContact(id, input, options),
  ),
  on(1, "clients.updateContact", contact, fc.record({ name: words, title: words }), (client, id, input, options) =>
    client.clients.updateContact(id, input, options),
  ),
  on(
    3,
    "clients.linkContact",
    contact,
    fc.record({ to: fc.option(place, { freq: 8 }) }),
    (client, id, { to }, options, world) =>
      client.clients.linkContact(id, { candidateId: to === null ? null : idOf(world, "candidate", to) }, options),
  ),
  on(1, "notes.write about a contact", contact, fc.record({ body: words }), (client, id, { body }, options) =>
    client.notes.write({ body, about: [id] }, options),
  ),
  on(
    2,
    "positions.update its contacts",
    { noun: "position" },
    fc.record({ named: fc.array(place, { maxLength: 3 }) }),
    (client, id, { named }, options, world) => {
      const ids = colleagues(world, "position", id)
      return client.positions.update(id, { contactIds: named.map((n) => nth(ids, n)) }, options)
    },
  ),
  on(
    3,
    "clients.contacts.merge",
    contact,
    fc.record({ into: place, fields: fc.subarray(["name", "title"]) }),
    (client, id, { into, fields }, options, world) => {
      const input = { into: nth(colleagues(world, "contact", id), into), choose: { fields } }
      return client.clients.contacts.merge(id, input, options)
    },
  ),
  on(1, "clients.contacts.merge anybody", contact, fc.record({ into: place }), (client, id, { into }, options, world) =>
    client.clients.contacts.merge(id, { into: idOf(world, "contact", into) }, options),
  ),
  on(2, "clients.contacts.unmerge", { noun: "alias" }, place, (client, _id, which, options, world) => {
    const formers = world
      .all("alias")
      .flatMap(({ formerId }) => (nounOf(String(formerId)) === "contact" ? [String(formerId)] : []))
    return client.clients.contacts.unmerge(nth(formers, which), { reason: "two people" }, options)
  }),
  on(1, "clients.merge", { noun: "client" }, fc.record({ into: place }), (client, id, { into }, options, world) =>
    client.clients.merge(id, { into: idOf(world, "client", into) }, options),
  ),
  on(2, "clients.contacts.erase", contact, none, (client, id, _input, options) =>
    client.clients.contacts.erase(id, { reason: "retention" }, options),
  ),
  on(1, "clients.contacts.hold", contact, held, (client, id, input, options) =>
    client.clients.contacts.hold(id, input, options),
  ),
  on(1, "clients.contacts.releaseHold", contact, none, (client, id, input, options) =>
    client.clients.contacts.releaseHold(id, input, options),
  ),
]
