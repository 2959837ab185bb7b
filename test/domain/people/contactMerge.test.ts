import { describe, expect, test } from "vitest"
import type { Client } from "../../../src/index.js"
import { kinds } from "../../faults/databases.js"
import { settled } from "../../support/settled.js"
import { agency } from "./agency.js"
import { remains, wordsIn } from "./remains.js"

const bytes = (text: string) => new TextEncoder().encode(text)
const why = { reason: "two people" }

/** A client with two contacts, and what else names the first of them, or both. */
const twins = async (maya: Client) => {
  const { id: clientId } = await maya.clients.create({ name: "Acme" })
  const old = await maya.clients.addContact(clientId, {
    name: "L. Ruiz",
    email: "lena@old.test",
    title: "CTO",
    customFields: { floor: 3, desk: "a" },
  })
  const { id } = await maya.clients.addContact(clientId, {
    name: "Lena Ruiz",
    email: "lena@acme.test",
    customFields: { desk: "b" },
  })
  const other = await maya.clients.addContact(clientId, { name: "Bo Lind" })
  const both = { clientId, title: "Developer", contactIds: [old.id, other.id, id], openings: 1 }
  const role = await maya.positions.open(both)
  const alone = await maya.positions.open({ clientId, title: "Designer", contactIds: [other.id, old.id] })
  const note = await maya.notes.write({ body: "Prefers calls.", about: [old.id, id] })
  const document = await maya.documents.attach({ name: "card.txt", bytes: bytes("a card"), about: [old.id] })
  const hold = await maya.clients.contacts.hold(old.id, { reason: "a dispute" })
  const list = await maya.search.lists.create({ name: "Hiring" })
  await maya.search.lists.add(list.id, { members: [old.id, other.id] })
  await maya.search.optOuts.add({ people: [old.id] })
  return { alone, clientId, document, hold, id, list, note, old, other, role }
}

describe.each(kinds)("a merge of contacts on $name", ({ fresh }) => {
  test("leaves one person, to whom the former id leads everywhere", async () => {
    const { maya, whole } = await agency(await fresh())
    const { alone, clientId, document, hold, id, list, note, old, other, role } = await twins(maya)
    const seen = await maya.clients.contacts.previewMerge(old.id, { into: id, choose: { fields: ["email"] } })
    expect(seen).toMatchObject({
      from: old.id,
      into: id,
      moves: { position: [role.id, alone.id], note: [note.id], document: [document.id], hold: [hold.id] },
      apart: [],
    })
    const field = (name: string) => seen.fields.find((one) => one.field === name)
    expect(field("email")).toMatchObject({ wins: "from", result: "lena@old.test" })
    expect(field("name")).toMatchObject({ wins: "into", result: "Lena Ruiz" })
    expect(field("title")).toMatchObject({ wins: "from", result: "CTO" })
    expect(field("customFields")).toMatchObject({ wins: "both", result: { desk: "b", floor: 3 } })

    const merged = await maya.clients.contacts.merge(old.id, { into: id, choose: { fields: ["email"] } })
    expect(merged.preview).toEqual(seen)
    const { contact } = merged
    expect(contact).toMatchObject({ id, name: "Lena Ruiz", email: "lena@old.test", title: "CTO" })
    expect(await maya.clients.contacts.get(old.id)).toEqual(contact)
    expect((await maya.clients.contacts.getMany([old.id, id])).items).toEqual([contact, contact])
    expect((await maya.clients.contacts.list()).items.map((one) => one.id)).toEqual([id, other.id])
    const history = await maya.clients.contacts.history(old.id)
    expect(history).toEqual(await maya.clients.contacts.history(id))
    expect(new Set(history.map(({ subject }) => subject.id))).toEqual(new Set([id, old.id]))
    expect(await maya.positions.get(role.id)).toMatchObject({ contactIds: [id, other.id] })
    expect(await maya.positions.get(alone.id)).toMatchObject({ contactIds: [other.id, id] })
    const naming = await maya.positions.list({ where: { contactIds: { contains: old.id } } })
    expect(naming.items.map((one) => one.id)).toEqual([role.id, alone.id])
    expect((await maya.notes.list({ about: old.id })).items).toMatchObject([
      { id: note.id, subjects: [{ type: "contact", id }] },
    ])
    const profile = await maya.clients.contactProfile(old.id)
    expect(profile).toEqual(await maya.clients.contactProfile(id))
    expect(profile).toMatchObject({
      contact,
      formerIds: [old.id],
      holds: [{ id: hold.id, contactId: id }],
      positions: [{ id: alone.id }, { id: role.id }],
      documents: [{ id: document.id }],
      lists: [{ id: list.id }],
      optedOut: true,
    })
    expect(profile.timeline.items.some(({ subject }) => subject.id === old.id)).toBe(true)
    const people = (await maya.clients.profile(clientId)).contacts.map(({ contact }) => contact.id)
    expect(people).toEqual([id, other.id])
    expect((await maya.positions.profile(role.id)).contacts.map((one) => one.id)).toEqual([id, other.id])
    expect((await maya.search.lists.members(list.id)).items.map(({ record }) => record.id)).toEqual([id, other.id])
    expect((await maya.search.contacts("ruiz")).hits.map(({ record }) => record.id)).toEqual([id])
    expect((await maya.search.contacts("calls")).hits.map(({ record }) => record.id)).toEqual([id])
    const told = await maya.clients.contacts.export(old.id)
    expect(told).toMatchObject({ contact: { id }, formerIds: [old.id], namedBy: [{ id: role.id }, { id: alone.id }] })
    expect(new Set(told.entries.map(({ subject }) => subject.id))).toContain(old.id)

    // Whoever still has the former id goes on by it.
    expect(await maya.clients.updateContact(old.id, { phone: "1" })).toMatchObject({ id, phone: "1" })
    const asked = { clientId, title: "Tester", contactIds: [old.id, id] }
    expect(await maya.positions.open(asked)).toMatchObject({ contactIds: [id] })
    expect(await maya.positions.update(alone.id, { contactIds: [old.id] })).toMatchObject({ contactIds: [id] })
    const again = await maya.notes.write({ body: "By the former id.", about: [old.id] })
    expect(again.subjects).toEqual([{ type: "contact", id }])
    expect((await maya.clients.contacts.releaseHold(old.id)).map((one) => one.id)).toEqual([hold.id])
    await maya.search.lists.remove(list.id, { members: [id] })
    expect((await maya.search.lists.members(list.id)).items.map(({ record }) => record.id)).toEqual([other.id])
    await whole()
  })

  test("is undone to equal records, whatever the positions came to since", async () => {
    const { maya, desk, all, whole } = await agency(await fresh())
    const { alone, id, old, other, role } = await twins(maya)
    const before = await all()
    await maya.clients.contacts.merge(old.id, { into: id, choose: { fields: ["name", "email", "customFields"] } })
    expect(settled(await all())).not.toEqual(settled(before))
    await maya.clients.contacts.unmerge(old.id, why)
    const after = await all()
    expect(settled(after)).toEqual(settled(before))
    expect(after.visits).toEqual(before.visits)
    expect((await maya.search.contacts("L. Ruiz")).hits.map(({ record }) => record.id)).toEqual([old.id])
    await expect(maya.clients.contacts.unmerge(old.id, why)).rejects.toMatchObject({ _tag: "NotFound", id: old.id })

    await maya.clients.contacts.merge(old.id, { into: id, choose: { fields: ["email"] } })
    const submission = await maya.submissions.shortlist({ candidateId: await desk.ready(), positionId: role.id })
    await maya.submissions.submit(submission.id)
    await maya.submissions.offer(submission.id, { salary: { amount: 1, currency: "EUR" } })
    await maya.submissions.accept(submission.id, { startsOn: "2026-03-01" })
    await maya.positions.update(alone.id, { contactIds: [id] })
    await maya.clients.updateContact(id, { title: "CEO" })
    const since = await maya.notes.write({ body: "Said since.", about: [id] })
    await maya.clients.contacts.unmerge(old.id, why)
    expect(await maya.positions.get(role.id)).toMatchObject({ kind: "filled", contactIds: [old.id, other.id, id] })
    // What was decided on the one since stays with the one.
    expect(await maya.positions.get(alone.id)).toMatchObject({ contactIds: [id] })
    expect(await maya.clients.contacts.get(id)).toMatchObject({ email: "lena@acme.test", title: "CEO" })
    expect(await maya.clients.contacts.get(old.id)).toMatchObject({ name: "L. Ruiz", title: "CTO" })
    expect((await maya.notes.get(since.id)).subjects).toEqual([{ type: "contact", id }])
    await whole()
  })

  test("is of one person at one client: who they are elsewhere is settled first", async () => {
    const { maya, all, whole } = await agency(await fresh())
    const { clientId, id, old } = await twins(maya)
    const globex = await maya.clients.create({ name: "Globex" })
    const moved = await maya.clients.addContact(globex.id, { name: "Lena Ruiz" })
    const [one, two] = [
      await maya.candidates.create({ name: "Lena Ruiz" }),
      await maya.candidates.create({ name: "L Ruiz" }),
    ]
    await maya.clients.linkContact(old.id, { candidateId: one.id })
    await maya.clients.linkContact(moved.id, { candidateId: two.id })
    const before = await all()
    const refused = async (from: string, into: string, with_: object) => {
      await expect(maya.clients.contacts.merge(from, { into })).rejects.toMatchObject({ from, into, ...with_ })
      expect(await all()).toEqual(before)
    }
    const apart = [
      { field: "clientId", from: clientId, into: globex.id },
      { field: "candidateId", from: one.id, into: two.id },
    ]
    expect((await maya.clients.contacts.previewMerge(old.id, { into: moved.id })).apart).toEqual(apart)
    await refused(old.id, moved.id, { _tag: "ContactsApart", apart })
    const wrong = (input: object) => maya.clients.contacts.merge(old.id, { into: id, ...input })
    for (const [input, field] of [
      [{ into: old.id }, "into"],
      [{ into: one.id }, "into"],
      [{ choose: { fields: ["candidateId"] } }, "choose.fields.0"],
      [{ choose: { fields: ["clientId"] } }, "choose.fields.0"],
      [{ choose: { submissions: ["sub_none"] } }, "choose.submissions"],
    ] as const)
      await expect(wrong(input)).rejects.toMatchObject({ field })
    expect(await all()).toEqual(before)

    // One company, and one candidate: then they are one contact.
    await maya.clients.merge(globex.id, { into: clientId })
    await maya.candidates.merge(two.id, { into: one.id })
    const { contact } = await maya.clients.contacts.merge(moved.id, { into: old.id })
    expect(contact).toMatchObject({ id: old.id, clientId, candidateId: one.id })
    // Who is known as a candidate in one of them is known so in both.
    expect((await maya.clients.contacts.merge(old.id, { into: id })).contact).toMatchObject({ candidateId: one.id })
    expect((await maya.candidates.profile(one.id)).contacts.map((one) => one.id)).toEqual([id])
    await whole()
  })

  test("goes on through others, and each is undone by its own id, the last first", async () => {
    const { maya, whole } = await agency(await fresh())
    const { id, old, other } = await twins(maya)
    await maya.clients.contacts.merge(old.id, { into: id })
    await maya.clients.contacts.merge(id, { into: other.id }, { idempotencyKey: "m" })
    expect(await maya.clients.contacts.get(old.id)).toMatchObject({ id: other.id, title: "CTO" })
    expect((await maya.clients.contactProfile(old.id)).formerIds.toSorted()).toEqual([old.id, id].toSorted())
    await expect(maya.clients.contacts.merge(old.id, { into: other.id })).rejects.toMatchObject({ field: "into" })
    await expect(maya.clients.contacts.unmerge(old.id, why)).rejects.toMatchObject({ _tag: "CorrectionRefused" })
    await maya.clients.contacts.unmerge(id, why)
    await maya.clients.contacts.unmerge(old.id, why)
    expect((await maya.clients.contacts.list()).items).toHaveLength(3)
    const again = await maya.clients.contacts.merge(id, { into: other.id }, { idempotencyKey: "m" })
    expect(again.contact.id).toBe(other.id)
    expect((await maya.clients.contacts.list()).items).toHaveLength(3)
    await whole()
  })

  test("at once with another leaves nobody named who is no more", async () => {
    const { maya, all, whole } = await agency(await fresh())
    const { id, old, other, role } = await twins(maya)
    const { merge } = maya.clients.contacts
    const done = await Promise.allSettled([
      merge(old.id, { into: id }),
      merge(id, { into: old.id }),
      merge(id, { into: other.id }),
      merge(other.id, { into: old.id }),
    ])
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(2)
    const [left, ...none] = (await maya.clients.contacts.list()).items
    expect(none).toEqual([])
    for (const one of [old, { id }, other]) expect((await maya.clients.contacts.get(one.id)).id).toBe(left?.id)
    expect(await maya.positions.get(role.id)).toMatchObject({ contactIds: [left?.id] })
    const { records } = await all()
    for (const one of [old.id, id, other.id].filter((one) => one !== left?.id))
      expect(JSON.stringify({ ...records, alias: [], member: [], optOut: [] })).not.toContain(one)
    await whole()
  })

  test("gives back who names those who stand by now", async () => {
    const { maya, desk, whole } = await agency(await fresh())
    const { clientId, id, old } = await twins(maya)
    const [one, two] = [await desk.candidate(), await desk.candidate()]
    await maya.clients.linkContact(old.id, { candidateId: one })
    await maya.clients.contacts.merge(old.id, { into: id })
    const group = await maya.clients.create({ name: "Group" })
    await maya.clients.merge(clientId, { into: group.id })
    await maya.candidates.merge(one, { into: two })
    await maya.clients.contacts.unmerge(old.id, why)
    expect(await maya.clients.contacts.get(old.id)).toMatchObject({ clientId: group.id, candidateId: two })
    expect(await maya.clients.contacts.get(id)).toMatchObject({ clientId: group.id })
    await whole()
  })
})

describe.each(kinds)("a correction on $name", ({ fresh }) => {
  test("takes nobody away who stands for others, or whom a position names", async () => {
    const { maya, desk, all, whole } = await agency(await fresh())
    const clientId = await desk.client()
    const person = { name: "Lena Ruiz" }
    const [one, two] = [
      await maya.clients.addContact(clientId, person),
      await maya.clients.addContact(clientId, person),
    ]
    const [added] = await maya.clients.contacts.history(two.id)
    const takenBack = () => maya.ledger.correct(added?.id ?? "", why)
    await maya.clients.contacts.merge(one.id, { into: two.id })
    await expect(takenBack()).rejects.toMatchObject({ _tag: "CorrectionRefused", because: "built upon" })
    await maya.clients.contacts.unmerge(one.id, why)
    const role = await maya.positions.open({ clientId, title: "Developer", contactIds: [two.id] })
    const before = await all()
    const named = (await maya.positions.history(role.id)).map(({ id }) => id)
    await expect(takenBack()).rejects.toMatchObject({ because: "built upon", laterEntryIds: named })
    expect(await all()).toEqual(before)
    await maya.positions.update(role.id, { contactIds: [] })
    expect(await takenBack()).toMatchObject({ removed: [two.id] })
    await whole()
  })
})

describe.each(kinds)("an erasure of a merged contact on $name", (kind) => {
  test("takes the words of both, by either id, and neither comes back", async () => {
    const database = await kind.fresh()
    const { maya, all, whole } = await agency(database)
    const left = async (words: ReadonlyArray<string>) => wordsIn(await remains(kind, database), words)
    const words = ["Zwergtaucher", "zwergmail", "Zwergnotiz", "Zwergakte", "Kormoran", "zwergkarte", "Zwergplatz"]
    const [former = "", mailbox = "", note = "", hold = "", name = "", card = "", desk = ""] = words
    const { id: clientId } = await maya.clients.create({ name: "Acme" })
    const old = await maya.clients.addContact(
      clientId,
      { name: former, email: `${mailbox}@x.test`, customFields: { desk } },
      { idempotencyKey: "added" },
    )
    const { id } = await maya.clients.addContact(clientId, { name })
    const role = await maya.positions.open({ clientId, title: "Developer", contactIds: [old.id] })
    await maya.notes.write({ body: note, about: [old.id] })
    await maya.documents.attach({ name: `${card}.txt`, bytes: bytes(card), about: [old.id] })
    await maya.clients.contacts.hold(old.id, { reason: hold })
    await maya.clients.contacts.merge(old.id, { into: id }, { idempotencyKey: "merged" })
    expect((await left(words)).toSorted()).toEqual(words.toSorted())
    const asked = { reason: "asked to" }
    await expect(maya.clients.contacts.erase(old.id, asked)).rejects.toMatchObject({ _tag: "UnderLegalHold" })
    await maya.clients.contacts.releaseHold(old.id)
    const told = { reason: `asked by ${former}` }
    await expect(maya.clients.contacts.erase(id, told)).rejects.toMatchObject({ field: "reason" })
    const { contact, receipt } = await maya.clients.contacts.erase(old.id, asked)
    expect(contact).toMatchObject({ id, name: "", erasedAt: receipt.erasedAt })
    expect(receipt).toMatchObject({ candidateId: null, contactIds: [id], formerIds: [old.id] })
    await maya.privacy.compact()
    expect(await left(words)).toEqual([])
    expect(await maya.clients.contacts.get(old.id)).toEqual(contact)
    expect(await maya.positions.get(role.id)).toMatchObject({ contactIds: [id] })
    // Who was erased is nobody who could be two, or one with somebody.
    const erased = (await maya.clients.contacts.history(id)).find(({ type }) => type === "ContactErased")
    await expect(maya.clients.contacts.unmerge(old.id, why)).rejects.toMatchObject({
      _tag: "CorrectionRefused",
      laterEntryIds: [erased?.id],
    })
    const other = await maya.clients.addContact(clientId, { name: "Bo Lind" })
    const refused = { _tag: "TransitionRefused", noun: "contact", id, kind: "anonymized", command: "merge" }
    await expect(maya.clients.contacts.merge(other.id, { into: id })).rejects.toMatchObject(refused)
    await expect(maya.clients.contacts.merge(id, { into: other.id })).rejects.toMatchObject(refused)
    // Said since, by either id.
    await maya.notes.write({ body: note, about: [old.id] })
    await maya.clients.contacts.erase(old.id, asked)
    await maya.privacy.compact()
    expect(await left(words)).toEqual([])
    expect((await all()).records.contact).toHaveLength(2)
    await whole()
  })

  test("takes what an undone merge wrote on the other, and as a candidate those of every role", async () => {
    const database = await kind.fresh()
    const { maya, desk, whole } = await agency(database)
    const left = async (...words: ReadonlyArray<string>) => wordsIn(await remains(kind, database), words)
    const clientId = await desk.client()
    const one = await maya.clients.addContact(clientId, { name: "Zwergtaucher", phone: "Zwergtelefon" })
    const two = await maya.clients.addContact(clientId, { name: "Kormoran" })
    await maya.clients.contacts.merge(one.id, { into: two.id })
    await maya.clients.contacts.unmerge(one.id, why)
    await maya.clients.contacts.erase(one.id, { reason: "asked to" })
    await maya.privacy.compact()
    expect(await left("Zwergtaucher", "Zwergtelefon", "Kormoran")).toEqual(["Kormoran"])
    expect(await maya.clients.contacts.get(two.id)).toMatchObject({ name: "Kormoran", phone: null, erasedAt: null })
    await whole()

    const candidateId = await desk.candidate()
    const three = await maya.clients.addContact(clientId, { name: "Haubentaucher" })
    await maya.clients.linkContact(two.id, { candidateId })
    await maya.clients.contacts.merge(three.id, { into: two.id })
    const { receipt } = await maya.candidates.erase(candidateId, { reason: "asked to" })
    expect(receipt).toMatchObject({ candidateId, contactIds: [two.id], formerIds: [three.id] })
    await maya.privacy.compact()
    expect(await left("Kormoran", "Haubentaucher")).toEqual([])
    await expect(maya.clients.contacts.unmerge(three.id, why)).rejects.toMatchObject({ _tag: "CorrectionRefused" })
    await whole()
  })

  test("keeps who was a candidate from being known again as a contact", async () => {
    const { maya, desk, whole } = await agency(await kind.fresh())
    const { id, old } = await twins(maya)
    const candidateId = await desk.candidate()
    await maya.clients.linkContact(old.id, { candidateId })
    await maya.clients.contacts.merge(old.id, { into: id })
    const { id: unlinked } = await maya.clients.linkContact(id, { candidateId: null })
    await maya.candidates.erase(candidateId, { reason: "asked to" })
    await expect(maya.clients.contacts.unmerge(old.id, why)).rejects.toMatchObject({ _tag: "CorrectionRefused" })
    const entry = (await maya.clients.contacts.history(unlinked)).at(-1)
    await expect(maya.ledger.correct(entry?.id ?? "", why)).rejects.toMatchObject({ because: "built upon" })
    await whole()
  })
})
