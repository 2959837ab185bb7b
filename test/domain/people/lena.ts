import type { Client } from "../../../src/index.js"

/** A contact of whom there is something of everything, and another one of the same company. */
export const lena = async (maya: Client) => {
  const old = await maya.clients.create({ name: "Acme Inc" })
  const acme = await maya.clients.create({ name: "Acme" })
  const { id } = await maya.clients.addContact(old.id, { name: "Lena Ruis", email: "lena@acme.test", title: "CTO" })
  await maya.clients.merge(old.id, { into: acme.id })
  await maya.clients.updateContact(id, { name: "Lena Ruiz", phone: "+49 30 123456" })
  const other = await maya.clients.addContact(acme.id, { name: "Bo Lind", email: "bo@acme.test" })
  const role = await maya.positions.open({ clientId: acme.id, title: "Developer", contactIds: [other.id, id] })
  await maya.positions.open({ clientId: acme.id, title: "Designer", contactIds: [other.id] })
  const note = await maya.notes.write({ body: "met them both", about: [id, other.id, acme.id] })
  await maya.notes.comment(note.id, { body: "a long talk" })
  await maya.notes.write({ body: "not about Lena", about: [other.id] })
  const bytes = new TextEncoder().encode("a card")
  const document = await maya.documents.attach({ name: "card.txt", bytes, about: [id] })
  const list = await maya.search.lists.create({ name: "Hiring" })
  await maya.search.lists.add(list.id, { members: [id, other.id] })
  await maya.search.optOuts.add({ people: [id] })
  const hold = await maya.clients.contacts.hold(id, { reason: "a dispute" })
  return { acme, document, hold, id, list, old, other, role }
}
