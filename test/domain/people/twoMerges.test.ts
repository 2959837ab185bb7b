import { expect, test } from "vitest"
import type { Client } from "../../../src/index.js"
import { everywhere } from "../../support/everywhere.js"

const reason = "a mistake"

everywhere((agency) => {
  /** Two contacts of a company, and another company into which theirs is merged after they were made one. */
  const merged = async () => {
    const maya = agency().as("maya")
    const [acme, group] = [await maya.clients.create({ name: "Acme" }), await maya.clients.create({ name: "Group" })]
    const lena = await maya.clients.addContact(acme.id, { name: "Lena Ruiz" })
    const elena = await maya.clients.addContact(acme.id, { name: "Elena Ruiz" })
    const other = await maya.clients.addContact(group.id, { name: "Bo Lee" })
    const contactIds = [lena.id, elena.id]
    const position = await maya.positions.open({ clientId: acme.id, title: "Developer", contactIds })
    const note = await maya.notes.write({ body: "both", about: [acme.id, lena.id] })
    await maya.clients.contacts.merge(lena.id, { into: elena.id })
    await maya.clients.merge(acme.id, { into: group.id })
    return { maya, acme, group, lena, elena, other, position, note }
  }
  const people = (maya: Client) => maya.clients.contacts.unmerge
  const clientOf = async (maya: Client, id: string) => (await maya.clients.contacts.get(id)).clientId

  test("undone the later first, contacts and companies are what they were", async () => {
    const { acme, elena, group, lena, maya, other, position } = await merged()
    await maya.clients.unmerge(acme.id, { reason })
    expect(await clientOf(maya, lena.id)).toBe(acme.id)
    await people(maya)(lena.id, { reason })
    expect(await clientOf(maya, lena.id)).toBe(acme.id)
    expect(await clientOf(maya, elena.id)).toBe(acme.id)
    expect(await clientOf(maya, other.id)).toBe(group.id)
    expect((await maya.positions.get(position.id)).contactIds).toEqual([lena.id, elena.id])
  })

  test("undone the earlier first, the contact who came back goes with their company", async () => {
    const { acme, elena, group, lena, maya, other, position } = await merged()
    await people(maya)(lena.id, { reason })
    expect(await clientOf(maya, lena.id)).toBe(group.id)
    await maya.clients.unmerge(acme.id, { reason })
    expect(await clientOf(maya, lena.id)).toBe(acme.id)
    expect(await clientOf(maya, elena.id)).toBe(acme.id)
    expect(await clientOf(maya, other.id)).toBe(group.id)
    expect((await maya.positions.get(position.id)).contactIds).toEqual([lena.id, elena.id])
    expect((await maya.clients.contacts.history(lena.id)).at(-1)).toMatchObject({
      type: "ContactReassigned",
      data: { reassignedFrom: group.id },
    })
    // And all of it is taken back as one.
    const undone = (await maya.clients.history(acme.id)).at(-1)
    await maya.ledger.correct(undone?.id ?? "", { reason })
    expect(await clientOf(maya, lena.id)).toBe(group.id)
    await maya.clients.unmerge(acme.id, { reason })
    expect(await clientOf(maya, lena.id)).toBe(acme.id)
    // Merged again, they are moved by that merge like anybody, once each way.
    const versions = async () => (await maya.clients.contacts.history(lena.id)).map(({ version }) => version)
    const before = await versions()
    await maya.clients.merge(acme.id, { into: group.id })
    expect(await clientOf(maya, lena.id)).toBe(group.id)
    await maya.clients.unmerge(acme.id, { reason })
    expect(await clientOf(maya, lena.id)).toBe(acme.id)
    const last = before.at(-1) ?? 0
    expect(await versions()).toEqual([...before, last + 1, last + 2])
  })

  test("who is a candidate as well is one again, whichever merge is undone first", async () => {
    for (const earlierFirst of [true, false]) {
      const maya = agency().as("maya")
      const acme = await maya.clients.create({ name: "Acme" })
      const [ada, adele] = [
        await maya.candidates.create({ name: "Ada" }),
        await maya.candidates.create({ name: "Adele" }),
      ]
      const lena = await maya.clients.addContact(acme.id, { name: "Ada" })
      const elena = await maya.clients.addContact(acme.id, { name: "Elena" })
      await maya.clients.linkContact(lena.id, { candidateId: ada.id })
      await maya.clients.contacts.merge(lena.id, { into: elena.id })
      await maya.candidates.merge(ada.id, { into: adele.id })
      expect((await maya.clients.contacts.get(elena.id)).candidateId).toBe(adele.id)
      if (earlierFirst) {
        await people(maya)(lena.id, { reason })
        expect((await maya.clients.contacts.get(lena.id)).candidateId).toBe(adele.id)
        await maya.candidates.unmerge(ada.id, { reason })
      } else {
        await maya.candidates.unmerge(ada.id, { reason })
        await people(maya)(lena.id, { reason })
      }
      expect((await maya.clients.contacts.get(lena.id)).candidateId).toBe(ada.id)
      expect((await maya.clients.contacts.get(elena.id)).candidateId).toBeNull()
    }
  })

  test("the contact goes with their company over several merges of it, in any order", async () => {
    const { acme, group, lena, maya } = await merged()
    const holding = await maya.clients.create({ name: "Holding" })
    await maya.clients.merge(group.id, { into: holding.id })
    await people(maya)(lena.id, { reason })
    expect(await clientOf(maya, lena.id)).toBe(holding.id)
    await maya.clients.unmerge(group.id, { reason })
    expect(await clientOf(maya, lena.id)).toBe(group.id)
    await maya.clients.unmerge(acme.id, { reason })
    expect(await clientOf(maya, lena.id)).toBe(acme.id)
  })

  test("what came back and was filed with the other company since stays there", async () => {
    const maya = agency().as("maya")
    const [acme, group] = [await maya.clients.create({ name: "Acme" }), await maya.clients.create({ name: "Group" })]
    const [one, two, both] = [
      await maya.notes.write({ body: "one", about: [acme.id] }),
      await maya.notes.write({ body: "two", about: [acme.id] }),
      await maya.notes.write({ body: "both", about: [acme.id, group.id] }),
    ]
    const subjects = async (id: string) => (await maya.notes.get(id)).subjects.map((subject) => subject.id)
    const removals: Array<string> = []
    for (const { id } of [one, two, both]) {
      const [written] = await maya.notes.history(id)
      await maya.ledger.correct(written?.id ?? "", { reason })
      removals.push((await maya.notes.history(id)).at(-1)?.id ?? "")
    }
    await maya.clients.merge(acme.id, { into: group.id })
    for (const removal of removals) await maya.ledger.correct(removal, { reason })
    for (const { id } of [one, two, both]) expect(await subjects(id)).toEqual([group.id])
    const third = await maya.candidates.create({ name: "Ada" })
    await maya.notes.edit(two.id, { about: [group.id, third.id] })
    await maya.clients.unmerge(acme.id, { reason })
    expect(await subjects(one.id)).toEqual([acme.id])
    expect(await subjects(two.id)).toEqual([group.id, third.id])
    expect((await subjects(both.id)).toSorted()).toEqual([acme.id, group.id].toSorted())
  })
})
