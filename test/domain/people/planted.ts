import type { Client } from "../../../src/index.js"

const bytes = (text: string) => new TextEncoder().encode(text)

/** Strings of one contact, each in another place that a contact's words can come to. */
export const planted = Array.from({ length: 18 }, (_, n) => `Zwergtau${String.fromCharCode(97 + n)}cher`)
export const [
  name = "",
  former = "",
  mailbox = "",
  phone = "",
  title = "",
  custom = "",
  note = "",
  edited = "",
  comment = "",
  file = "",
  content = "",
  hold = "",
  mistaken = "",
  gone = "",
  removed = "",
  lost = "",
  listed = "",
  optedOut = "",
] = planted

/** Takes back the newest act. */
export const takeBack = async (maya: Client, reason: string) => {
  const { entries } = await maya.ledger.read({ limit: 1000 })
  await maya.ledger.correct(entries.at(-1)?.id ?? "", { reason })
}

/** A contact about whom everything has been said somewhere, at a company that was merged into another. */
export const plant = async (maya: Client) => {
  const old = await maya.clients.create({ name: "Acme Inc" })
  const acme = await maya.clients.create({ name: "Acme" })
  const person = { name: former, email: `${former}@x.test`, phone, title, customFields: { note: custom } }
  const { id } = await maya.clients.addContact(old.id, person, { idempotencyKey: "added" })
  await maya.clients.merge(old.id, { into: acme.id })
  await maya.clients.updateContact(id, { name, email: `${mailbox}@x.test` }, { idempotencyKey: "updated" })
  await maya.clients.updateContact(id, { title: mistaken })
  await takeBack(maya, `not ${mistaken}`)
  const role = await maya.positions.open({ clientId: acme.id, title: "Developer", contactIds: [id] })
  const written = await maya.notes.write({ body: note, about: [id, acme.id] })
  await maya.notes.edit(written.id, { body: `${note} ${edited}` })
  await maya.notes.comment(written.id, { body: comment }, { idempotencyKey: "commented" })
  const upload = { name: `${file}.txt`, bytes: bytes(content), mediaType: "text/plain", about: [id] }
  const document = await maya.documents.attach(upload, { idempotencyKey: "attached" })
  await maya.notes.write({ body: gone, about: [id] })
  await takeBack(maya, removed)
  await maya.documents.attach({ name: `${lost}.txt`, bytes: bytes(lost), about: [id] })
  await takeBack(maya, "wrong file")
  const list = await maya.search.lists.create({ name: "hiring" })
  await maya.search.lists.add(list.id, { members: [id] })
  await takeBack(maya, listed)
  await maya.search.lists.add(list.id, { members: [id] })
  await maya.search.optOuts.add({ people: [id] })
  await takeBack(maya, optedOut)
  await maya.search.optOuts.add({ people: [id] })
  const held = await maya.clients.contacts.hold(id, { reason: hold })
  const beside = await maya.clients.addContact(acme.id, { name: "Bo Lind", email: "bo@x.test" })
  return { acme, beside, document, held, id, list, role }
}
