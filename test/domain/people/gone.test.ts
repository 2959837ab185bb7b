import { expect, test } from "vitest"
import { everywhere } from "../../support/everywhere.js"

const reason = "a mistake"

everywhere((agency) => {
  const last = async (maya: ReturnType<ReturnType<typeof agency>["as"]>, id: string) => {
    const { entries } = await maya.ledger.read({ limit: 1000 })
    return entries.filter(({ subject }) => subject.id === id).at(-1)?.id ?? ""
  }

  test("a correction that would name somebody again who is no more says what stands in its way", async () => {
    const maya = agency().as("maya")
    const one = await maya.candidates.create({ name: "Ada Park" })
    const two = await maya.candidates.create({ name: "Bo Lee" })
    const { id: clientId } = await maya.clients.create({ name: "Acme" })
    const contact = await maya.clients.addContact(clientId, { name: "Lena Ruiz" })
    await maya.clients.linkContact(contact.id, { candidateId: one.id })
    await maya.clients.linkContact(contact.id, { candidateId: two.id })
    const linked = await last(maya, contact.id)
    const created = await last(maya, one.id)
    await maya.ledger.correct(created, { reason })
    const taken = await last(maya, one.id)
    const refused = {
      _tag: "CorrectionRefused",
      entryId: linked,
      because: "built upon",
      laterEntryIds: [created, taken],
    }
    await expect(maya.ledger.correct(linked, { reason })).rejects.toMatchObject(refused)
    // What it says is the way: once that is taken back, so can this be.
    await maya.ledger.correct(taken, { reason })
    await maya.ledger.correct(linked, { reason })
    expect(await maya.clients.contacts.get(contact.id)).toMatchObject({ candidateId: one.id })
  })
})
