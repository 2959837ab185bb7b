import { createMatchloop } from "matchloop"
import { memory } from "matchloop/memory"
import { describe, expect, test } from "vitest"
import type { Client } from "../../src/index.js"
import { empty } from "../../src/resume/Draft.js"
import { broken, everything, open } from "../../src/testing.js"
import { lena } from "../domain/people/lena.js"
import { name, planted, plant } from "../domain/people/planted.js"
import { remains, wordsIn } from "../domain/people/remains.js"
import { type Database, kinds } from "../faults/databases.js"
import { desk, form } from "../faults/desk.js"
import { contactComesIn, exported, exportedContact, told } from "./persons.js"

/** The agency that a person leaves, and one in the same database that they come to. */
const both = async (database: Database) => {
  const opened = await open(database.storage())
  const crm = await opened.crm()
  const whole = async () => expect(broken(await everything(opened, "other"))).toEqual([])
  const there = crm.workspace("other").as("noor")
  const written = async () => (await there.ledger.read({ limit: 1000 })).entries.length
  return { here: crm.as("maya"), there, third: crm.workspace("third").as("ola"), whole, written }
}

/** Somebody at a company who is also a candidate, into whom another was merged, with something of either role. */
const linked = async (here: Client) => {
  const { candidateId } = await here.submissions.get(await desk(here).submitted())
  await here.candidates.merge(await desk(here).candidate(), { into: candidateId })
  const contactId = await desk(here).contact(await desk(here).client())
  const alone = await exportedContact(here, contactId)
  const apart = await exported(here, candidateId)
  await here.clients.linkContact(contactId, { candidateId })
  await here.notes.write({ body: "sits on both sides", about: [contactId, candidateId] })
  return { alone, apart, candidateId, contactId }
}

describe.each(kinds)("a contact from an export on $name", (kind) => {
  const { fresh } = kind
  test("is the same in another workspace, with the history that they have, and comes in once", async () => {
    const database = await fresh()
    const { here, there, whole } = await both(database)
    const { acme, document, hold, id, list, old, other, role } = await lena(here)
    const person = await exportedContact(here, id)
    const done = await contactComesIn(there, person)
    expect(done).toMatchObject({ already: false, candidate: null, made: [acme.id, list.id] })
    expect(done.contact).toEqual(await there.clients.contacts.get(id))
    expect(done.left).toEqual([{ noun: "position", id: role.id, because: expect.stringContaining("names them there") }])
    const [first] = await there.clients.contacts.history(id)
    expect(first).toMatchObject({ type: "ContactAdded", actor: "maya", data: { imported: { by: "noor" } } })
    expect(first?.at).toBe(person.entries.find(({ subject }) => subject.id === id)?.at)
    expect(await there.clients.get(old.id)).toMatchObject({
      id: acme.id,
      name: "Acme",
      kind: "prospect",
      tags: ["imported"],
    })
    // Whatever is theirs is in its place, and found.
    expect((await there.search.contacts("talk")).hits.map(({ record }) => record.id)).toEqual([id])
    expect(await there.clients.contacts.findDuplicates({ email: "LENA@acme.test" })).toMatchObject([{ contactId: id }])
    expect(new TextDecoder().decode((await there.documents.read(document.id)).bytes)).toBe("a card")
    const profile = await there.clients.contactProfile(id)
    expect(profile).toMatchObject({ holds: [{ id: hold.id }], lists: [{ id: list.id }], positions: [] })
    await expect(there.clients.contacts.erase(id, { reason: "asked" })).rejects.toMatchObject({
      _tag: "UnderLegalHold",
      contactIds: [id],
    })
    // Nobody and nothing else came along, nor does it by coming again.
    await expect(there.clients.contacts.get(other.id)).rejects.toMatchObject({ _tag: "NotFound" })
    expect((await there.positions.list()).items).toEqual([])
    const before = await database.dump()
    expect(await there.clients.contacts.importPerson({ person })).toEqual({
      already: true,
      contact: done.contact,
      candidate: null,
      made: [],
      left: [],
    })
    expect(await database.dump()).toBe(before)
    await whole()
  })

  test("comes to the client that the caller says, or that stands for theirs here", async () => {
    const { here, there, third, whole } = await both(await fresh())
    const { acme, id, other } = await lena(here)
    const [person, colleague] = [await exportedContact(here, id), await exportedContact(here, other.id)]
    const own = await there.clients.create({ name: "Acme GmbH" })
    const clients = { [acme.id]: own.id }
    const mapped = await there.clients.contacts.importPerson({ person, clients })
    expect(mapped).toMatchObject({ contact: { id, clientId: own.id } })
    expect(mapped.made).not.toContain(acme.id)
    expect((await there.clients.contactProfile(id)).client?.id).toBe(own.id)
    // What the caller says that it is was merged on here since.
    const group = await there.clients.create({ name: "Group" })
    await there.clients.merge(own.id, { into: group.id })
    await there.clients.contacts.importPerson({ person: colleague, clients })
    for (const one of [id, other.id])
      expect(await there.clients.contacts.get(one)).toMatchObject({ clientId: group.id })
    expect((await there.clients.list()).items.map((client) => client.id)).toEqual([group.id])
    // The stub of who came first was merged here, and stands for theirs.
    await third.clients.contacts.importPerson({ person: colleague })
    const next = await third.clients.create({ name: "Acme GmbH" })
    await third.clients.merge(acme.id, { into: next.id })
    expect((await third.clients.contacts.importPerson({ person })).made).toEqual([])
    expect(await third.clients.contacts.get(id)).toMatchObject({ clientId: next.id })
    await whole()
  })

  test("finds the client of who came before it was merged into another there", async () => {
    const { here, there, whole } = await both(await fresh())
    const client = await desk(here).client()
    const [one, two] = [await desk(here).contact(client), await desk(here).contact(client)]
    expect((await contactComesIn(there, await exportedContact(here, one))).made).toEqual([client])
    await here.clients.merge(client, { into: (await here.clients.create({ name: "Group" })).id })
    expect((await there.clients.contacts.importPerson({ person: await exportedContact(here, two) })).made).toEqual([])
    expect(await there.clients.contacts.get(two)).toMatchObject({ clientId: client })
    await whole()
  })

  test("brings along who was merged into them, and is not made twice under one of those ids", async () => {
    const { here, there, whole, written } = await both(await fresh())
    const client = await desk(here).client()
    const old = await here.clients.addContact(client, { name: "L. Ruiz", title: "CTO" })
    const oldest = await here.clients.addContact(client, { name: "Lena", phone: "+49 30 123456" })
    const id = await desk(here).contact(client)
    const note = await here.notes.write({ body: "by the old card", about: [old.id] })
    const alone = await exportedContact(here, old.id)
    await here.clients.contacts.merge(oldest.id, { into: old.id })
    await here.clients.contacts.merge(old.id, { into: id })
    const person = await exportedContact(here, id)
    expect(new Set(person.formerIds)).toEqual(new Set([old.id, oldest.id]))
    await contactComesIn(there, person)
    for (const former of person.formerIds)
      expect(await there.clients.contacts.get(former)).toMatchObject({ id, title: "CTO" })
    expect((await there.notes.list({ about: old.id })).items.map((one) => one.id)).toEqual([note.id])
    // Found by what was said of who is no more.
    expect(await there.clients.contacts.findDuplicates({ phone: "+49 30 123456" })).toMatchObject([{ contactId: id }])
    const before = await written()
    await expect(there.clients.contacts.importPerson({ person: alone })).rejects.toMatchObject({
      _tag: "InvalidInput",
      field: "person.contact.id",
      issues: [{ message: `is here under another id: ${id}` }],
    })
    expect(await written()).toBe(before)
    await there.clients.contacts.unmerge(old.id, { reason: "two people" })
    expect(await there.clients.contacts.get(old.id)).toMatchObject({ id: old.id, title: "CTO" })
    expect((await there.notes.get(note.id)).subjects).toEqual([{ type: "contact", id: old.id }])
    await whole()
  })

  test("is not made again under their own id where they were merged into another here", async () => {
    const { here, there, whole, written } = await both(await fresh())
    const client = await desk(here).client()
    const [one, two] = [await desk(here).contact(client), await desk(here).contact(client)]
    const person = await exportedContact(here, one)
    await contactComesIn(there, person)
    await contactComesIn(there, await exportedContact(here, two))
    await there.clients.contacts.merge(one, { into: two })
    const before = await written()
    await expect(there.clients.contacts.importPerson({ person })).rejects.toMatchObject({
      field: "person.contact.id",
      issues: [{ message: `is here under another id: ${two}` }],
    })
    expect(await written()).toBe(before)
    // Nor where they are here as a candidate.
    const { candidateId, contactId } = await linked(here)
    const human = await exportedContact(here, contactId)
    await contactComesIn(there, human)
    const twin = await there.clients.addContact(human.contact.clientId, { name: "Lena R." })
    await there.clients.contacts.merge(contactId, { into: twin.id })
    expect(await there.clients.contacts.get(contactId)).toMatchObject({ id: twin.id, candidateId })
    await expect(there.clients.contacts.importPerson({ person: human })).rejects.toMatchObject({
      field: "person.contact.id",
      issues: [{ message: `is here under another id: ${twin.id}` }],
    })
    await whole()
  })

  test("who is a candidate comes in as both by one call, as by the candidate's", async () => {
    const { here, there, third, whole, written } = await both(await fresh())
    const { candidateId, contactId } = await linked(here)
    const person = await exportedContact(here, contactId)
    const done = await contactComesIn(there, person)
    expect(done).toMatchObject({
      already: false,
      contact: { id: contactId, candidateId },
      candidate: { id: candidateId, kind: "ready" },
      left: [],
    })
    const { candidate, contact: _, namedBy: __, ...rest } = person
    const same = await third.candidates.importPerson({ person: { candidate: candidate ?? expect.fail(), ...rest } })
    expect(same.made).toEqual(done.made)
    expect(told(await exportedContact(third, contactId))).toEqual(told(await exportedContact(there, contactId)))
    const before = await written()
    expect(await there.clients.contacts.importPerson({ person })).toMatchObject({
      already: true,
      contact: { id: contactId },
      candidate: { id: candidateId },
    })
    // Whichever way they came in, the other finds them here.
    const again = await there.candidates.importPerson({ person: await exported(here, candidateId) })
    expect(again.already).toBe(true)
    expect(await third.clients.contacts.importPerson({ person })).toMatchObject({ already: true })
    expect(await written()).toBe(before)
    await whole()
  })

  test("who is at two companies is given as whom they were asked for", async () => {
    const { here, there, third, whole } = await both(await fresh())
    const candidateId = await desk(here).candidate()
    const ids = [
      await desk(here).contact(await desk(here).client()),
      await desk(here).contact(await desk(here).client()),
    ]
    for (const id of ids) await here.clients.linkContact(id, { candidateId })
    const people = await Promise.all(ids.map((id) => exportedContact(here, id)))
    for (const [as, order] of [[there, people] as const, [third, people.toReversed()] as const])
      for (const [n, person] of order.entries()) {
        const { id, clientId } = person.contact
        expect(await as.clients.contacts.importPerson({ person })).toMatchObject({
          already: n > 0,
          contact: { id, clientId },
          candidate: { id: candidateId },
        })
      }
    await whole()
  })

  test("brings the text of a résumé by which they are found", async () => {
    const read = async () => empty("speaks of kubernetes")
    const crm = await createMatchloop({ storage: (await fresh()).storage(), resumes: { read } })
    const here = crm.as("maya")
    const id = await desk(here).contact(await desk(here).client())
    await here.documents.attach({ ...form(), mediaType: "application/pdf", category: "resume", about: [id] })
    const person = await exportedContact(here, id)
    const there = crm.workspace("other").as("noor")
    await there.clients.contacts.importPerson({ person })
    expect((await there.search.contacts("kubernetes")).hits.map(({ record }) => record.id)).toEqual([id])
    await crm.close()
  })

  test("who is a candidate is refused where one of the two is here and the other is not", async () => {
    const { here, there, third, written } = await both(await fresh())
    const { alone, apart, candidateId, contactId } = await linked(here)
    const person = await exportedContact(here, contactId)
    await there.clients.contacts.importPerson({ person: alone })
    await third.candidates.importPerson({ person: apart })
    const before = await written()
    await expect(there.clients.contacts.importPerson({ person })).rejects.toMatchObject({
      _tag: "InvalidInput",
      command: "clients.contacts.importPerson",
      field: "person.candidate.id",
      issues: [{ message: `is not here, and ${contactId} is: one human comes in as a whole` }],
    })
    expect(await written()).toBe(before)
    await expect(third.clients.contacts.importPerson({ person })).rejects.toMatchObject({
      field: "person.contact.id",
      issues: [{ message: `is not here, and ${candidateId} is: one human comes in as a whole` }],
    })
    // As a candidate they are told where the contact stands.
    const { candidate, contact: _, namedBy: __, ...rest } = person
    const human = { candidate: candidate ?? expect.fail(), ...rest }
    await expect(there.candidates.importPerson({ person: human })).rejects.toMatchObject({
      field: "person.records.contact.0.id",
      message: expect.stringContaining(`${contactId} is a contact here, of ${alone.contact.clientId}`),
    })
    expect(await written()).toBe(before)
  })

  test("does not come in once they were erased there, nor come back once they were erased here", async () => {
    const { here, there, third, written } = await both(await fresh())
    const id = await desk(here).contact(await desk(here).client())
    const { contactId } = await linked(here)
    const [person, human] = [await exportedContact(here, id), await exportedContact(here, contactId)]
    await contactComesIn(third, person)
    await third.clients.contacts.erase(id, { reason: "asked" })
    const before = (await third.ledger.read({ limit: 1000 })).entries.length
    expect(await third.clients.contacts.importPerson({ person })).toMatchObject({
      already: true,
      contact: { id, name: "", erasedAt: expect.any(String) },
    })
    expect((await third.ledger.read({ limit: 1000 })).entries).toHaveLength(before)
    for (const one of [id, contactId]) await here.clients.contacts.erase(one, { reason: "asked" })
    await expect(
      there.clients.contacts.importPerson({ person: await exportedContact(here, id) }),
    ).rejects.toMatchObject({ field: "person.contact", issues: [{ message: "was erased" }] })
    await expect(
      there.clients.contacts.importPerson({ person: await exportedContact(here, contactId) }),
    ).rejects.toMatchObject({ field: "person.candidate", issues: [{ message: "was erased" }] })
    expect(await written()).toBe(0)
    expect(human.contact.erasedAt).toBeNull()
  })

  test("shares notes with whoever else they are about", async () => {
    const { here, there, whole } = await both(await fresh())
    const client = await desk(here).client()
    const [one, two] = [await desk(here).contact(client), await desk(here).contact(client)]
    const note = await here.notes.write({ body: "colleagues", about: [one, two] })
    const person = await exportedContact(here, one)
    expect(JSON.stringify(person)).not.toContain(two)
    await contactComesIn(there, person)
    expect((await there.clients.contacts.importPerson({ person: await exportedContact(here, two) })).left).toEqual([])
    expect((await there.notes.get(note.id)).subjects.map(({ id }) => id)).toEqual([one, two])
    await whole()
  })

  test("says whose their ids are here, where they are somebody else's", async () => {
    const { here, there, written } = await both(await fresh())
    const { id } = await lena(here)
    const victim = await there.clients.addContact(await desk(there).client(), { name: "Bo Lind" })
    const attached = await there.documents.attach({ ...form(), about: [victim.id] })
    const [entry = expect.fail()] = await there.clients.contacts.history(victim.id)
    const person = await exportedContact(here, id)
    const before = await written()
    const forged = [
      [person.entries[0]?.id, entry.id, "person.entries.0.id", `${entry.id} is in the ledger here`],
      [person.records.document?.[0]?.blobKey, attached.blobKey, "person.records.document.0.blobKey", attached.blobKey],
    ] as const
    for (const [from, into, field, message] of forged)
      await expect(
        there.clients.contacts.importPerson({
          person: JSON.parse(JSON.stringify(person).replaceAll(String(from), into)),
        }),
      ).rejects.toMatchObject({
        _tag: "InvalidInput",
        command: "clients.contacts.importPerson",
        field,
        issues: [{ message: expect.stringContaining(message) }],
      })
    expect(await written()).toBe(before)
  })

  test("comes in where their values fit the agency's own fields", async () => {
    const { here, there, written } = await both(await fresh())
    const { id } = await here.clients.addContact(await desk(here).client(), {
      name: "Lena Ruiz",
      customFields: { desk: "west" },
    })
    const person = await exportedContact(here, id)
    // A candidate's field of the same name says nothing of a contact's.
    await there.customFields.define({ noun: "candidate", name: "desk", type: "number" })
    const field = await there.customFields.define({ noun: "contact", name: "desk", type: "number" })
    const before = await written()
    await expect(there.clients.contacts.importPerson({ person })).rejects.toMatchObject({
      _tag: "InvalidInput",
      field: "person.contact.customFields.desk",
    })
    expect(await written()).toBe(before)
    await there.ledger.correct((await there.customFields.history(field.id))[0]?.id ?? "", { reason: "no" })
    await contactComesIn(there, person)
  })

  test("comes in under the agency's own words for who did what", async () => {
    const { here, there, third } = await both(await fresh())
    const client = await here.clients.create({ name: "Lena Ruiz Consulting" })
    const { id } = await here.clients.addContact(client.id, { name: "Lena Ruiz" })
    const person = await exportedContact(here, id)
    await expect(there.clients.contacts.importPerson({ person })).rejects.toMatchObject({
      field: "person.around.clients.0.name",
    })
    const telling = { ...person, contact: { ...person.contact, createdBy: "lena.ruiz" } }
    await expect(there.clients.contacts.importPerson({ person: telling })).rejects.toMatchObject({
      field: "person.contact.createdBy",
    })
    const known = { actors: { maya: "noor" }, sources: { "Lena Ruiz Consulting": "a freelancer" } }
    await there.clients.contacts.importPerson({ person, ...known })
    expect(await there.clients.contacts.get(id)).toMatchObject({ createdBy: "noor", updatedBy: "noor" })
    expect((await there.clients.contacts.history(id)).map(({ actor }) => actor)).toEqual(["noor"])
    expect(await there.clients.get(client.id)).toMatchObject({ name: "a freelancer" })
    // A client that is here has the name that it has here.
    const own = await third.clients.create({ name: "LRC" })
    await third.clients.contacts.importPerson({ person, ...known, clients: { [client.id]: own.id } })
    expect(await third.clients.get(own.id)).toMatchObject({ name: "LRC" })
  })

  test("come many at once, and one of them twice: none is lost, nor their client made twice", async () => {
    const database = await fresh()
    const { here, there, whole } = await both(database)
    const client = await desk(here).client()
    const ids = await Promise.all(Array.from({ length: 6 }, () => desk(here).contact(client)))
    const note = await here.notes.write({ body: "a whole team", about: ids })
    const people = await Promise.all(ids.map((id) => exportedContact(here, id)))
    const others = await (await open(database.storage())).crm()
    const noor = [there, others.workspace("other").as("noor")]
    const done = await Promise.all(
      [...people, ...people].map((person, n) =>
        (noor[n % 2] ?? there).clients.contacts.importPerson({ person, clients: {} }),
      ),
    )
    expect(done.filter(({ already }) => already)).toHaveLength(people.length)
    expect(done.flatMap(({ made }) => made)).toEqual([client])
    expect((await there.notes.get(note.id)).subjects.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
    for (const { contact, entries } of people) {
      const history = await there.clients.contacts.history(contact.id)
      expect(history.map(({ id }) => id)).toEqual(
        entries.flatMap(({ id, subject }) => (subject.id === contact.id ? [id] : [])),
      )
    }
    await whole()
  })

  test("leaves no word behind once they are erased", async () => {
    const source = await createMatchloop({ storage: memory() })
    const here = source.as("maya")
    const { id } = await plant(here)
    const person = await exportedContact(here, id)
    await source.close()
    const inIt = wordsIn(
      [
        JSON.stringify(person),
        ...Object.values(person.files).map((file) => Buffer.from(file, "base64").toString()),
      ].join(),
      planted,
    )
    expect(inIt.length).toBeGreaterThan(11)
    const database = await kind.fresh()
    const crm = await createMatchloop({ storage: database.storage() })
    const noor = crm.as("noor")
    await noor.clients.contacts.importPerson({ person }, { idempotencyKey: "brought" })
    const left = async () => wordsIn(await remains(kind, database), planted)
    // The dump of memory has no bytes.
    expect((await left()).length).toBeGreaterThan(inIt.length - 2)
    await noor.clients.contacts.releaseHold(id)
    const { receipt } = await noor.clients.contacts.erase(id, { reason: "asked to" })
    expect(receipt).toMatchObject({ candidateId: null, contactIds: [id], documents: 1 })
    await noor.privacy.compact()
    expect(await left()).toEqual([])
    expect((await noor.search.contacts(name)).hits).toEqual([])
    await crm.close()
  })
})
