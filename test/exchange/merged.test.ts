import { describe, expect, test } from "vitest"
import type { Client } from "../../src/index.js"
import { broken, everything, open } from "../../src/testing.js"
import { kinds } from "../faults/databases.js"
import { form } from "../faults/desk.js"
import { exported, personal, told } from "./persons.js"

const day = (at: number) => ({ at: `2026-03-${String(at).padStart(2, "0")}T10:00:00Z` })

/** Somebody who was submitted to a position of Acme under a consent for Acme alone, and is a contact there. */
const limited = async (as: Client) => {
  const acme = await as.clients.create({ name: "Acme" }, day(1))
  const { id } = await as.candidates.create({ name: "Ada Park" }, day(1))
  await as.candidates.screen(id, { outcome: "passed" }, day(2))
  await as.candidates.signConsent(id, { document: form(), clientId: acme.id }, day(3))
  const position = await as.positions.open({ clientId: acme.id, title: "Developer" }, day(3))
  const submission = await as.submissions.shortlist({ candidateId: id, positionId: position.id }, day(4))
  await as.submissions.submit(submission.id, {}, day(5))
  const contact = await as.clients.addContact(acme.id, { name: "Ada Park" }, day(6))
  await as.clients.linkContact(contact.id, { candidateId: id }, day(6))
  await as.notes.write({ body: "knows them", about: [id, acme.id] }, day(6))
  return { acme: acme.id, id, submission: submission.id, position: position.id }
}

const consentOf = async (as: Client, candidateId: string) =>
  (await as.candidates.consents.list({ where: { candidateId } })).items[0] ?? expect.fail("no consent")

describe.each(kinds)("a person whose client was merged into another, on $name", ({ fresh }) => {
  const both = async () => {
    const opened = await open((await fresh()).storage())
    const crm = await opened.crm({ now: () => Date.parse("2026-12-01T10:00:00Z") })
    const there = crm.workspace("other").as("noor")
    const whole = async () => expect(broken(await everything(opened, "other"))).toEqual([])
    return { here: crm.as("maya"), there, whole, close: opened.close }
  }

  /** The person comes in equal, and out again as they came; so do the reports on them. */
  const moved = async (here: Client, there: Client, id: string) => {
    const person = await exported(here, id)
    await there.candidates.importPerson({ person })
    expect(told(await exported(there, id))).toEqual(told(person))
    expect(await personal(there)).toEqual(await personal(here))
    return person
  }

  test("who was merged twice is on a list and opted out under the ids that it was done by", async () => {
    const { close, here, there, whole } = await both()
    const [one, two, three] = [
      await here.candidates.create({ name: "Ada Park" }),
      await here.candidates.create({ name: "Ada Park" }),
      await here.candidates.create({ name: "Ada Park" }),
    ]
    const list = await here.search.lists.create({ name: "to call" })
    await here.search.lists.add(list.id, { members: [one.id] })
    await here.search.optOuts.add({ people: [two.id] })
    await here.candidates.merge(one.id, { into: two.id })
    await here.candidates.merge(two.id, { into: three.id })
    await moved(here, there, three.id)
    expect((await there.search.lists.members(list.id)).items).toMatchObject([{ record: { id: three.id } }])
    await whole()
    await close()
  })

  test("has a consent for the one that stays, and had none for everybody at any time", async () => {
    const { close, here, there, whole } = await both()
    const { acme, id, submission } = await limited(here)
    const [holding, group] = [
      await here.clients.create({ name: "Holding" }),
      await here.clients.create({ name: "Group" }),
    ]
    await here.notes.write({ body: "both want her", about: [id, acme, holding.id] })
    await here.clients.merge(acme, { into: holding.id })
    await here.clients.merge(holding.id, { into: group.id })
    const person = await moved(here, there, id)
    const formerIds = [acme, holding.id].toSorted()
    expect(person.around.clients).toEqual([{ id: group.id, name: "Group", formerIds }])
    expect(await consentOf(there, id)).toMatchObject({ kind: "granted", clientId: group.id })
    // At no time did the history say that it was for everybody, nor that it was for who is not here.
    const scopes = person.entries.flatMap(({ patch, subject: { type } }) =>
      type === "consent" && patch !== null && "clientId" in patch ? [patch.clientId] : [],
    )
    expect(new Set(scopes)).toEqual(new Set([group.id]))
    expect(JSON.stringify(person.entries.map(({ patch }) => patch))).not.toContain(acme)
    const about = person.entries.flatMap(({ patch, subject: { type } }) => (type === "note" ? [patch?.subjects] : []))
    expect(about.length).toBeGreaterThan(2)
    for (const subjects of about) expect(JSON.stringify(subjects).split(group.id).length).toBe(2)
    // Under it they may go to that client, and to no other.
    const other = await there.positions.open({
      clientId: (await there.clients.create({ name: "Acme" })).id,
      title: "Lead",
    })
    const next = await there.submissions.shortlist({ candidateId: id, positionId: other.id })
    await expect(there.submissions.submit(next.id)).rejects.toMatchObject({ _tag: "ConsentRequired" })
    const same = await there.positions.open({ clientId: group.id, title: "Lead" })
    const more = await there.submissions.shortlist({ candidateId: id, positionId: same.id })
    await there.submissions.submit(more.id)
    expect(await there.submissions.get(submission)).toMatchObject({ kind: "submitted", clientId: group.id })
    await whole()
    await close()
  })

  test("finds the client that others brought under the id that was merged away, and the other way round", async () => {
    for (const first of ["before", "after"] as const) {
      const { close, here, there, whole } = await both()
      const { acme, id, position } = await limited(here)
      const next = await here.candidates.create({ name: "Bo Lind" })
      await here.candidates.requestConsent(next.id, { purpose: "represent", positionId: position })
      const before = await exported(here, id)
      const group = await here.clients.create({ name: "Group" })
      await here.clients.merge(acme, { into: group.id })
      const after = await exported(here, next.id)
      const [one, other] = first === "before" ? [before, after] : [after, before]
      const stub = first === "before" ? acme : group.id
      expect((await there.candidates.importPerson({ person: one })).made).toEqual([stub, position])
      expect((await there.candidates.importPerson({ person: other })).made).toEqual([])
      expect((await there.clients.list({})).items.map((client) => client.id)).toEqual([stub])
      expect(await consentOf(there, id)).toMatchObject({ kind: "granted", clientId: stub })
      expect(await there.positions.get(position)).toMatchObject({ clientId: stub })
      if (first === "after") expect(await there.clients.get(acme)).toMatchObject({ id: group.id })
      await whole()
      await close()
    }
  })

  test("brings the contacts that they are, those that were merged into them too, and leaves others' alone", async () => {
    const { close, here, there, whole } = await both()
    const { acme, id } = await limited(here)
    const [contact = expect.fail()] = (await here.clients.contacts.list()).items
    const old = await here.clients.addContact(acme, { name: "A. Park", title: "CTO" })
    const note = await here.notes.write({ body: "by the old card", about: [old.id] })
    await here.clients.contacts.merge(old.id, { into: contact.id })
    const person = await moved(here, there, id)
    expect(person.formerIds).toEqual([old.id])
    expect(await there.clients.contacts.get(old.id)).toMatchObject({ id: contact.id, title: "CTO", candidateId: id })
    expect((await there.notes.list({ about: old.id })).items.map((one) => one.id)).toEqual([note.id])
    await there.clients.contacts.unmerge(old.id, { reason: "two people" })
    expect(await there.clients.contacts.get(old.id)).toMatchObject({ id: old.id, name: "A. Park", candidateId: null })
    expect((await there.notes.get(note.id)).subjects).toEqual([{ type: "contact", id: old.id }])
    await whole()
    // Nobody comes to be whoever is somebody else here.
    const other = await here.candidates.create({ name: "Bo Lind" })
    const forged = { ...(await exported(here, other.id)), formerIds: [old.id] }
    await expect(there.candidates.importPerson({ person: forged })).rejects.toMatchObject({
      issues: [{ message: `is here under another id: ${old.id}` }],
    })
    await expect(there.candidates.importPerson({ person: { ...forged, formerIds: [acme] } })).rejects.toMatchObject({
      field: "person.formerIds.0",
    })
    await whole()
    await close()
  })

  test("is found by a name that has been merged on here, and by no made-up one", async () => {
    const { close, here, there, whole } = await both()
    const { acme, id } = await limited(here)
    await there.candidates.importPerson({ person: await exported(here, id) })
    const own = await there.clients.create({ name: "Acme Inc." })
    await there.clients.merge(acme, { into: own.id })
    const next = await here.candidates.create({ name: "Bo Lind" })
    const group = await here.clients.create({ name: "Group" })
    await here.clients.merge(acme, { into: group.id })
    await here.candidates.requestConsent(next.id, { purpose: "represent", clientId: group.id })
    const person = await exported(here, next.id)
    const around = (clients: typeof person.around.clients) => ({ ...person, around: { ...person.around, clients } })
    const [client = expect.fail()] = person.around.clients
    for (const clients of [
      [{ ...client, formerIds: [group.id] }],
      [{ ...client, formerIds: [acme, acme] }],
      [client, { id: acme, name: "Acme", formerIds: [] }],
    ])
      await expect(there.candidates.importPerson({ person: around(clients) })).rejects.toMatchObject({
        _tag: "InvalidInput",
        issues: [{ path: ["person", "around", "clients"] }],
      })
    expect((await there.candidates.importPerson({ person })).made).toEqual([])
    expect(await consentOf(there, next.id)).toMatchObject({ clientId: own.id })
    await whole()
    await close()
  })

  test("has it for the one that it was given for, once both are two again", async () => {
    const { close, here, there, whole } = await both()
    const { acme, id } = await limited(here)
    const group = await here.clients.create({ name: "Group" })
    await here.clients.merge(acme, { into: group.id })
    await here.clients.unmerge(acme, { reason: "two companies" })
    const person = await moved(here, there, id)
    expect(person.around.clients.map(({ name }) => name).toSorted()).toEqual(["Acme", "Group"])
    expect(await consentOf(there, id)).toMatchObject({ kind: "granted", clientId: acme })
    const other = await there.positions.open({ clientId: group.id, title: "Lead" })
    const next = await there.submissions.shortlist({ candidateId: id, positionId: other.id })
    await expect(there.submissions.submit(next.id)).rejects.toMatchObject({ _tag: "ConsentRequired" })
    await whole()
    await close()
  })

  test("comes to what the client is here by now, where those who came before brought it", async () => {
    const { close, here, there, whole } = await both()
    const { acme, id, position } = await limited(here)
    const another = await here.candidates.create({ name: "Bo Lind" })
    await here.candidates.requestConsent(another.id, { purpose: "represent", clientId: acme })
    const third = await here.candidates.create({ name: "Cy Young" })
    await here.candidates.requestConsent(third.id, { purpose: "represent", positionId: position })
    await there.candidates.importPerson({ person: await exported(here, another.id) })
    const own = await there.clients.create({ name: "Acme Inc." })
    const group = await there.clients.create({ name: "Group" })
    await there.clients.merge(acme, { into: own.id })
    await there.clients.merge(own.id, { into: group.id })
    const { made } = await there.candidates.importPerson({ person: await exported(here, id) })
    expect(made).toEqual([position])
    expect(await consentOf(there, id)).toMatchObject({ kind: "granted", clientId: group.id })
    expect(await there.positions.get(position)).toMatchObject({ clientId: group.id })
    // What the caller says that it is may have been merged as well.
    const done = await there.candidates.importPerson({
      person: await exported(here, third.id),
      clients: { [acme]: own.id },
    })
    expect(done.made).toEqual([])
    expect((await there.clients.list({})).items.map((one) => one.id)).toEqual([group.id])
    await whole()
    await close()
  })
})
