import { describe, expect, test } from "vitest"
import { kinds } from "../../faults/databases.js"
import { exportedContact as exported } from "../../exchange/persons.js"
import { agency } from "./agency.js"
import { lena } from "./lena.js"

describe.each(kinds)("the export of a contact on $name", ({ fresh }) => {
  test("is everything that is kept of them, and nothing of anybody else", async () => {
    const { maya, whole } = await agency(await fresh())
    const { acme, document, hold, id, list, old, other, role } = await lena(maya)
    const told = await exported(maya, id)
    expect(told).toMatchObject({
      contact: { id, name: "Lena Ruiz", email: "lena@acme.test", phone: "+49 30 123456", title: "CTO" },
      candidate: null,
      formerIds: [],
      equalOpportunity: null,
      namedBy: [{ id: role.id, clientId: acme.id, title: "Developer" }],
      around: {
        clients: [{ id: acme.id, name: "Acme", formerIds: [old.id] }],
        lists: [{ id: list.id, name: "Hiring" }],
      },
      records: {
        note: [{ body: "met them both", subjects: [{ id }, { id: acme.id }] }],
        comment: [{ body: "a long talk" }],
        document: [{ id: document.id, name: "card.txt" }],
        hold: [{ id: hold.id, reason: "a dispute" }],
        member: [{ memberId: id, listId: list.id }],
        optOut: [{ personId: id }],
      },
      files: { [document.id]: Buffer.from("a card").toString("base64") },
    })
    // What they were called before is held as well.
    expect(told.entries.find(({ subject }) => subject.id === id)).toMatchObject({
      type: "ContactAdded",
      actor: "maya",
      patch: { name: "Lena Ruis", clientId: acme.id },
    })
    for (const word of [other.id, "Bo Lind", "bo@acme.test", "not about Lena", "Designer"])
      expect(JSON.stringify(told)).not.toContain(word)
    await expect(maya.clients.contacts.export("contact_none")).rejects.toMatchObject({
      _tag: "NotFound",
      noun: "contact",
    })
    await expect(maya.clients.contacts.export(acme.id)).rejects.toMatchObject({ _tag: "NotFound" })
    await whole()
  })

  test("is of the human: as a candidate, too, whom another workspace takes from it", async () => {
    const { crm, maya, whole } = await agency(await fresh())
    const { id, list } = await lena(maya)
    const ada = await maya.candidates.create({ name: "Lena Ruiz", skills: ["sql"] })
    await maya.clients.linkContact(id, { candidateId: ada.id })
    const { candidate, contact, namedBy, ...rest } = await exported(maya, id)
    expect(contact).toMatchObject({ id, candidateId: ada.id })
    expect(namedBy).toHaveLength(1)
    expect(candidate).toEqual(await maya.candidates.get(ada.id))
    const person = { ...JSON.parse(JSON.stringify(await maya.candidates.export(ada.id))), exportedAt: rest.exportedAt }
    expect({ candidate, ...rest }).toEqual(person)
    // Where they were put by hand as a contact is told of the candidate as well.
    expect(person.records.member).toMatchObject([{ memberId: id, listId: list.id }])
    expect(person.records.optOut).toMatchObject([{ personId: id }])
    if (candidate === null) return expect.fail("no candidate")
    const there = crm.workspace("other").as("noor")
    await there.candidates.importPerson({ person: { candidate, ...rest } })
    const again = await exported(there, id)
    expect({ ...again, entries: again.entries.length }).toEqual({
      ...{ contact, candidate, ...rest, exportedAt: again.exportedAt, entries: rest.entries.length },
      // Positions are named by whom their agency says, and not by who comes in.
      namedBy: [],
    })
    await whole()
  })

  test("says only when they were erased, once they were", async () => {
    const { maya } = await agency(await fresh())
    const { id } = await lena(maya)
    await maya.clients.contacts.releaseHold(id)
    await maya.clients.contacts.erase(id, { reason: "asked" })
    const told = JSON.stringify(await exported(maya, id))
    for (const word of ["Lena", "lena@", "123456", "CTO", "met them", "long talk", "card", "dispute"])
      expect(told).not.toContain(word)
  })
})
