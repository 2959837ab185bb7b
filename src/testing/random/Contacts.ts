import * as fc from "fast-check"
import { idOf, on, type Weighted } from "./Command.js"
import { none, place, words } from "./Inputs.js"

const contact = { noun: "contact" } as const
const held = fc.record({ reason: words })

/** What happens to people at companies, who may be candidates as well. */
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
