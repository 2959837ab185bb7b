import { describe, expect, test } from "vitest"
import type { Client } from "../../../src/index.js"
import type { reports } from "../../../src/reports/Reports.js"
import { ask } from "../../../src/testing/Asking.js"
import { kinds } from "../../faults/databases.js"
import { desk } from "../../faults/desk.js"
import { everyReport } from "../../reports/every.js"
import { agency } from "./agency.js"
import { content, listed, mailbox, name, note, optedOut, plant, planted, takeBack } from "./planted.js"
import { remains, wordsIn } from "./remains.js"

const window = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 1, 1) }

describe.each(kinds)("an erasure of a contact on $name", (kind) => {
  test(`leaves none of ${planted.length} planted strings anywhere, and every count as it was`, async () => {
    const database = await kind.fresh()
    const { maya, all, whole } = await agency(database)
    const left = async () => wordsIn(await remains(kind, database), planted)
    const { acme, beside, document, held, id, list, role } = await plant(maya)
    // The dump of memory has no bytes.
    expect(await left()).toEqual(kind.name === "memory" ? planted.filter((word) => word !== content) : planted)
    await expect(maya.clients.contacts.erase(id, { reason: "asked to" })).rejects.toMatchObject({
      _tag: "UnderLegalHold",
      candidateId: null,
      contactIds: [id],
      holdIds: [held.id],
    })
    expect((await maya.clients.contactProfile(id)).holds).toEqual([held])
    await maya.clients.contacts.releaseHold(id)
    for (const reason of [`asked by ${name}`, `mail of ${mailbox}@x.test`])
      await expect(maya.clients.contacts.erase(id, { reason })).rejects.toMatchObject({ field: "reason" })
    const asOf = (await maya.clients.get(acme.id)).updatedAt
    const told = async () => {
      const answers: Array<object> = []
      for (const [report, requests] of Object.entries(everyReport(window)))
        for (const request of requests)
          answers.push(await ask(maya, report as keyof typeof reports, { ...request, asOf }))
      return answers
    }
    const before = await told()
    const entries = (await all()).ledger
    const { contact, receipt } = await maya.clients.contacts.erase(id, { reason: "asked to" }, { idempotencyKey: "e" })
    expect(contact).toMatchObject({ id, clientId: acme.id, name: "", email: null, phone: null, title: null })
    expect(contact.customFields).toEqual({})
    expect(await maya.clients.contacts.get(id)).toEqual(contact)
    expect(contact.erasedAt).toBe(receipt.erasedAt)
    expect(receipt).toMatchObject({ candidateId: null, contactIds: [id], reason: "asked to", documents: 1 })
    await maya.privacy.compact()
    expect(await left()).toEqual([])
    expect(await told()).toEqual(before)
    await whole()
    expect((await all()).ledger.length).toBeGreaterThan(entries.length)
    // Whatever named the contact goes on to, and nobody else lost a word.
    expect((await maya.positions.get(role.id)).contactIds).toEqual([id])
    expect(await maya.clients.contacts.get(beside.id)).toEqual(beside)
    await expect(maya.documents.read(document.id)).rejects.toMatchObject({ _tag: "NotFound", field: "bytes" })
    expect((await maya.search.contacts(name)).hits).toEqual([])
    expect((await maya.search.lists.members(list.id)).items).toEqual([])
    expect((await maya.clients.contacts.history(id)).at(-1)).toMatchObject({
      type: "ContactErased",
      data: { reason: "asked to", documents: 1, entries: receipt.entries },
    })
    // Under its key it is the same.
    const again = await maya.clients.contacts.erase(id, { reason: "asked to" }, { idempotencyKey: "e" })
    expect(again).toEqual({ contact, receipt })
    // Said since, and erased again.
    await maya.notes.write({ body: note, about: [id] })
    await maya.clients.contacts.erase(id, { reason: "asked to" })
    await maya.privacy.compact()
    expect(await left()).toEqual([])
    expect(await maya.clients.contacts.get(id)).toEqual(contact)
    await whole()
  })

  test("takes what was said of a list or an opt-out under either role of one human", async () => {
    const database = await kind.fresh()
    const { maya, desk: here } = await agency(database)
    const left = async () => wordsIn(await remains(kind, database), [listed, optedOut])
    const contactId = await here.contact(await here.client())
    const candidateId = await here.candidate()
    await maya.clients.linkContact(contactId, { candidateId })
    const list = await maya.search.lists.create({ name: "hiring" })
    const [member] = await maya.search.lists.add(list.id, { members: [contactId] })
    await maya.search.lists.remove(list.id, { members: [contactId] })
    await takeBack(maya, listed)
    await maya.search.optOuts.add({ people: [contactId] })
    await maya.search.optOuts.remove({ people: [contactId] })
    await takeBack(maya, optedOut)
    expect(member).toBeDefined()
    expect(await left()).toEqual([listed, optedOut])
    await maya.candidates.erase(candidateId, { reason: "asked to" })
    await maya.privacy.compact()
    expect(await left()).toEqual([])
    expect((await maya.search.lists.members(list.id)).items).toEqual([])
  })

  test("is not taken back: who was erased is not made known, linked, named or filed anew", async () => {
    const { maya, desk: here, whole } = await agency(await kind.fresh())
    const clientId = await here.client()
    const id = await here.contact(clientId)
    const named = await maya.positions.open({ clientId, title: "Developer", contactIds: [id] })
    await maya.clients.contacts.erase(id, { reason: "asked to" })
    const refused = { _tag: "TransitionRefused", noun: "contact", id, kind: "anonymized" }
    await expect(maya.clients.updateContact(id, { name: "Lena Ruiz" })).rejects.toMatchObject(refused)
    const candidateId = await here.candidate()
    await expect(maya.clients.linkContact(id, { candidateId })).rejects.toMatchObject(refused)
    const missing = { _tag: "NotFound", id }
    await expect(maya.positions.open({ clientId, title: "Tester", contactIds: [id] })).rejects.toMatchObject(missing)
    const { id: listId } = await maya.search.lists.create({ name: "hot" })
    await expect(maya.search.lists.add(listId, { members: [id] })).rejects.toMatchObject(missing)
    // A form sends back what it was given.
    await maya.positions.update(named.id, { title: "Engineer", contactIds: [id] })
    const entries = (await maya.clients.contacts.history(id)).map((one) => one.id)
    for (const entryId of entries.slice(-1))
      await expect(maya.ledger.correct(entryId, { reason: "no" })).rejects.toMatchObject({ because: "erased" })
    await maya.candidates.erase(candidateId, { reason: "asked to" })
    const other = await here.contact(clientId)
    await expect(maya.clients.linkContact(other, { candidateId })).rejects.toMatchObject({
      _tag: "NotFound",
      id: candidateId,
    })
    await expect(maya.clients.contacts.erase("contact_nobody", { reason: "x" })).rejects.toMatchObject({
      _tag: "NotFound",
      noun: "contact",
    })
    await expect(maya.clients.contacts.erase(candidateId, { reason: "x" })).rejects.toMatchObject({ _tag: "NotFound" })
    await expect(maya.candidates.erase(other, { reason: "x" })).rejects.toMatchObject({ _tag: "NotFound" })
    await expect(maya.clients.contacts.erase(other, { reason: "x" }, { expectedVersion: 7 })).rejects.toMatchObject({
      _tag: "Conflict",
      actual: 1,
    })
    await whole()
  })

  test("takes who is no more", async () => {
    const database = await kind.fresh()
    const { maya, desk: here, whole } = await agency(database)
    const { id } = await maya.clients.addContact(await here.client(), { name: "Kormoran Auth" })
    await takeBack(maya, "not Kormoran")
    await expect(maya.clients.contacts.get(id)).rejects.toMatchObject({ _tag: "NotFound" })
    const { contact } = await maya.clients.contacts.erase(id, { reason: "asked to" })
    expect(contact).toMatchObject({ id, name: "" })
    await maya.clients.contacts.erase(id, { reason: "asked again" })
    await expect(maya.clients.contacts.get(id)).rejects.toMatchObject({ _tag: "NotFound" })
    await maya.privacy.compact()
    expect(wordsIn(await remains(kind, database), ["Kormoran"])).toEqual([])
    await whole()
  })

  test("is of a human: whoever is linked goes along, in each role, and a hold on one of them protects all", async () => {
    const { maya, desk: here, whole } = await agency(await kind.fresh())
    const candidateId = await here.ready()
    const [one, two, stays] = [
      await here.contact(await here.client()),
      await here.contact(await here.client()),
      await here.contact(await here.client()),
    ]
    for (const id of [one, two, stays]) await maya.clients.linkContact(id, { candidateId })
    await maya.clients.linkContact(stays, { candidateId: null })
    const [on, at] = [
      await maya.candidates.hold(candidateId, { reason: "lawsuit" }),
      await maya.clients.contacts.hold(two, { reason: "audit" }),
    ]
    const refused = { _tag: "UnderLegalHold", candidateId, contactIds: [one, two], holdIds: [on.id, at.id] }
    const why = { reason: "asked to" }
    await expect(maya.clients.contacts.erase(one, why)).rejects.toMatchObject(refused)
    await expect(maya.candidates.erase(candidateId, why)).rejects.toMatchObject(refused)
    const holds = async () => (await maya.candidates.profile(candidateId)).holds.map(({ id }) => id)
    expect(await holds()).toEqual([on.id, at.id])
    expect((await maya.clients.contactProfile(one)).holds.map(({ id }) => id)).toEqual([on.id])
    await maya.candidates.releaseHold(candidateId)
    await expect(maya.clients.contacts.erase(one, { reason: "asked to" })).rejects.toMatchObject({ holdIds: [at.id] })
    await maya.privacy.recordEqualOpportunity(candidateId, { answers: { gender: "female" } })
    await expect(maya.privacy.forgetEqualOpportunity(candidateId)).rejects.toMatchObject({ holdIds: [at.id] })
    await maya.clients.contacts.releaseHold(two)
    const { contact, receipt } = await maya.clients.contacts.erase(two, { reason: "asked to" })
    expect(contact.id).toBe(two)
    expect(receipt).toMatchObject({ candidateId, contactIds: [one, two] })
    expect(await maya.candidates.get(candidateId)).toMatchObject({ kind: "anonymized", name: "" })
    for (const id of [one, two]) {
      expect(await maya.clients.contacts.get(id)).toMatchObject({ name: "", candidateId, erasedAt: receipt.erasedAt })
      expect((await maya.clients.contacts.history(id)).at(-1)).toMatchObject({
        type: "ContactErased",
        data: { reason: "asked to" },
      })
    }
    expect(await maya.clients.contacts.get(stays)).toMatchObject({ name: "Lena Ruiz", erasedAt: null })
    await whole()
  })

  test("is due by the agency's policy, but not while there is business with their company", async () => {
    const retention = { months: 24, contacts: 12 }
    const { maya, desk: here, wait, whole } = await agency(await kind.fresh(), { settings: { retention } })
    const month = 31 * 24 * 3_600_000
    const contactAt = async () => {
      const clientId = await here.client()
      return { clientId, id: await here.contact(clientId) }
    }
    const [gone, active, courted, drafted, held, same] = [
      await contactAt(),
      await contactAt(),
      await contactAt(),
      await contactAt(),
      await contactAt(),
      await contactAt(),
    ]
    await maya.clients.activate(active.clientId, {})
    const deal = await maya.opportunities.create({ clientId: courted.clientId, title: "Retainer" })
    const draft = { clientId: drafted.clientId, title: "Developer", contactIds: [drafted.id] }
    const role = await maya.positions.draft(draft)
    await maya.clients.retire(drafted.clientId, { reason: "moved away" })
    const hold = await maya.clients.contacts.hold(held.id, { reason: "lawsuit" })
    const candidateId = await here.candidate()
    await maya.clients.linkContact(same.id, { candidateId })
    const due = async (input: Parameters<Client["privacy"]["sweep"]>[0] = {}) =>
      (await maya.privacy.sweep(input)).due.map((one) => [one.candidateId, ...one.contactIds])
    wait(11 * month)
    expect(await due()).toEqual([])
    wait(2 * month)
    expect(await due()).toEqual([
      [null, gone.id],
      [null, held.id],
    ])
    // Who is a candidate as well is kept as long as the longer of the two, and is due once.
    wait(12 * month)
    expect(await due()).toEqual([
      [candidateId, same.id],
      [null, gone.id],
      [null, held.id],
    ])
    await maya.clients.activate(same.clientId, {})
    expect(await due()).toEqual([
      [null, gone.id],
      [null, held.id],
    ])
    // Page by page, those who are candidates first.
    const pages: Array<unknown> = []
    for (let after: string | null = null; ; ) {
      const page: Awaited<ReturnType<Client["privacy"]["sweep"]>> = await maya.privacy.sweep({
        limit: 2,
        ...(after === null ? {} : { after }),
      })
      pages.push(...page.due.flatMap(({ contactIds }) => contactIds))
      after = page.cursor
      if (after === null) break
    }
    expect(pages).toEqual([gone.id, held.id])
    const swept = await maya.privacy.sweep({ dryRun: false })
    expect(swept).toMatchObject({
      due: [
        { candidateId: null, contactIds: [gone.id], kind: null, holdIds: [] },
        { contactIds: [held.id], holdIds: [hold.id] },
      ],
      erased: 1,
      receipts: [{ candidateId: null, contactIds: [gone.id], reason: "retention" }],
      stayed: [{ contactIds: [held.id], because: "UnderLegalHold" }],
    })
    expect((await maya.clients.contacts.get(gone.id)).erasedAt).not.toBeNull()
    // The time of a contact begins where the business ended.
    await maya.opportunities.cancel(deal.id, { reason: "no" })
    await maya.positions.cancel(role.id, { reason: "no" })
    await maya.clients.contacts.releaseHold(held.id)
    await maya.clients.retire(active.clientId, { reason: "over" })
    expect(await due()).toEqual([[null, courted.id]])
    wait(13 * month)
    expect(await due()).toEqual([
      [null, active.id],
      [null, courted.id],
      [null, drafted.id],
      [null, held.id],
    ])
    await whole()
  })
})

test("a contact who was erased stays the contact of who is before the client", async () => {
  const [kind] = kinds
  const { maya, desk: here } = await agency(await (kind ?? expect.fail()).fresh())
  const submission = await desk(maya).submitted(await here.position())
  const { clientId, positionId } = await maya.submissions.get(submission)
  const id = await here.contact(clientId)
  await maya.positions.update(positionId, { contactIds: [id] })
  await maya.clients.contacts.erase(id, { reason: "asked to" })
  expect((await maya.positions.profile(positionId)).contacts.map((one) => one.id)).toEqual([id])
  expect((await maya.submissions.get(submission)).kind).toBe("submitted")
})
