import { describe, expect, test } from "vitest"
import { kinds } from "../../faults/databases.js"
import { agency } from "../people/agency.js"

describe.each(kinds)("around fields of an agency's own on $name", ({ fresh }) => {
  test("profiles show them in order with their labels", async () => {
    const { maya, desk } = await agency(await fresh())
    const clientId = await desk.client()
    for (const noun of ["candidate", "client", "contact", "position"] as const) {
      const options = [{ key: "a", label: "Alpha" }, "Beta"]
      const level = await maya.customFields.define({ noun, name: "level", type: "choices", label: "Level", options })
      await maya.customFields.define({ noun, name: "visa", type: "boolean" })
      const gone = await maya.customFields.define({ noun, name: "gone", type: "text" })
      const unused = await maya.customFields.define({ noun, name: "unused", type: "text" })
      const customFields = { gone: "still", other: 7, level: ["beta", "a"] }
      const profile = await {
        candidate: async () => maya.candidates.profile((await maya.candidates.create({ name: "A", customFields })).id),
        client: async () => maya.clients.profile((await maya.clients.create({ name: "A", customFields })).id),
        contact: async () => {
          const { id } = await maya.clients.addContact(clientId, { name: "A", customFields })
          await maya.customFields.retire(gone.id)
          await maya.customFields.retire(unused.id)
          await maya.customFields.update(level.id, { options: [{ key: "beta", label: "B" }] })
          return maya.clients.contactProfile(id)
        },
        position: async () =>
          maya.positions.profile((await maya.positions.open({ title: "A", clientId, customFields })).id),
      }[noun]()
      const isLater = noun === "contact"
      expect(profile.customFields, noun).toEqual([
        {
          name: "level",
          label: "Level",
          type: "choices",
          value: ["beta", "a"],
          chosen: [isLater ? "B" : "Beta", "Alpha"],
        },
        { name: "visa", label: "visa", type: "boolean", value: null, chosen: [] },
        { name: "gone", label: "gone", type: "text", value: "still", chosen: [] },
        ...(isLater ? [] : [{ name: "unused", label: "unused", type: "text", value: null, chosen: [] }]),
        { name: "other", label: "other", type: null, value: 7, chosen: [] },
      ])
    }
  })

  test("a merge overlays them, an erasure takes them, a correction gives them back", async () => {
    const { maya, whole, wait } = await agency(await fresh())
    const options = ["Junior", "Senior"]
    const level = await maya.customFields.define({ noun: "candidate", name: "level", type: "choice", options })
    await maya.customFields.define({ noun: "candidate", name: "shifts", type: "choices", options })
    const into = await maya.candidates.create({ name: "Ada", customFields: { level: "junior" } })
    const from = await maya.candidates.create({ name: "Ada P.", customFields: { level: "senior", shifts: ["junior"] } })
    const { candidate } = await maya.candidates.merge(from.id, { into: into.id })
    expect(candidate.customFields).toEqual({ level: "junior", shifts: ["junior"] })
    await maya.candidates.unmerge(from.id, { reason: "two people" })
    expect((await maya.candidates.get(into.id)).customFields).toEqual({ level: "junior" })
    expect((await maya.candidates.get(from.id)).customFields).toEqual({ level: "senior", shifts: ["junior"] })
    const changed = await maya.candidates.update(into.id, { customFields: { level: null, shifts: ["senior"] } })
    expect(changed.customFields).toEqual({ shifts: ["senior"] })
    const entry = (await maya.candidates.history(into.id)).at(-1)
    await maya.ledger.correct(entry?.id ?? "", { reason: "wrong person" })
    expect((await maya.candidates.get(into.id)).customFields).toEqual({ level: "junior" })
    await maya.customFields.update(level.id, { label: "Grade" })
    const renamed = (await maya.customFields.history(level.id)).at(-1)
    await maya.ledger.correct(renamed?.id ?? "", { reason: "no" })
    expect((await maya.customFields.get(level.id)).label).toBe("level")
    wait(60_000)
    await maya.candidates.erase(from.id, { reason: "asked to" })
    expect((await maya.candidates.get(from.id)).customFields).toEqual({})
    expect((await maya.search.candidates("custom.level:senior")).hits).toEqual([])
    expect(JSON.stringify(await maya.candidates.history(from.id))).not.toContain("senior")
    await whole()
  })

  test("a person from elsewhere comes in where the values fit", async () => {
    const { crm, maya } = await agency(await fresh())
    const eve = crm.workspace("other").as("eve")
    const field = await maya.customFields.define({
      noun: "candidate",
      name: "level",
      type: "choice",
      options: ["Senior"],
    })
    const ada = await maya.candidates.create({ name: "Ada", customFields: { level: "senior", shoe: 42 } })
    const person = await maya.candidates.export(ada.id)
    const number = await eve.customFields.define({ noun: "candidate", name: "shoe", type: "text" })
    await expect(eve.candidates.importPerson({ person })).rejects.toMatchObject({
      _tag: "InvalidInput",
      field: "person.candidate.customFields.shoe",
    })
    expect((await eve.ledger.read()).entries.map(({ type }) => type)).toEqual(["CustomFieldDefined"])
    await eve.ledger.correct((await eve.customFields.history(number.id))[0]?.id ?? "", { reason: "no" })
    await eve.customFields.define({ noun: "candidate", name: "shoe", type: "number" })
    const options = [{ key: "senior", label: "Old hand" }]
    const there = await eve.customFields.define({ noun: "candidate", name: "level", type: "choice", options })
    await eve.customFields.retire(there.id)
    const { candidate } = await eve.candidates.importPerson({ person })
    expect(candidate.customFields).toEqual(ada.customFields)
    expect(field.id).not.toBe(there.id)
  })

  test("a person from elsewhere who is a contact as well comes in where those values fit, too", async () => {
    const { crm, maya } = await agency(await fresh())
    const eve = crm.workspace("other").as("eve")
    const ada = await maya.candidates.create({ name: "Ada" })
    const client = await maya.clients.create({ name: "Acme" })
    const contact = await maya.clients.addContact(client.id, { name: "Ada", customFields: { desk: "west" } })
    await maya.clients.linkContact(contact.id, { candidateId: ada.id })
    const person = await maya.candidates.export(ada.id)
    const desk = await eve.customFields.define({ noun: "contact", name: "desk", type: "number" })
    await eve.customFields.define({ noun: "candidate", name: "desk", type: "text" })
    await expect(eve.candidates.importPerson({ person })).rejects.toMatchObject({
      _tag: "InvalidInput",
      field: "person.records.contact.0.customFields.desk",
    })
    await eve.ledger.correct((await eve.customFields.history(desk.id))[0]?.id ?? "", { reason: "no" })
    await eve.candidates.importPerson({ person })
    expect((await eve.clients.contacts.get(contact.id)).customFields).toEqual({ desk: "west" })
  })
})
