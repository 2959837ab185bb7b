import { describe, expect, test } from "vitest"
import type { Client } from "../../src/index.js"
import { type Database, kinds } from "../faults/databases.js"
import { open } from "../faults/databases.js"
import { desk, form } from "../faults/desk.js"
import { exported, told } from "./persons.js"

const offer = { salary: { amount: 9_000_000, currency: "EUR" }, startsOn: "2027-01-04" }

/** The agency that a person leaves, and one in the same database that they come to. */
const both = async (database: Database) => {
  const crm = await open(database)
  return { here: crm.as("maya"), there: crm.workspace("other").as("noor") }
}

/** A person of whom there is something of everything. */
const zoe = async (as: Client): Promise<string> => {
  const at = (day: number) => ({ at: `2026-01-${String(day).padStart(2, "0")}T10:00:00Z` })
  const { id } = await as.candidates.create(
    { name: "Zoë Özil", email: "zoe@example.com", phone: "+49 30 123456", customFields: { shoe: 42 } },
    at(1),
  )
  await as.candidates.screen(id, { outcome: "passed", takeaways: "wants remote" }, at(2))
  await as.candidates.signConsent(id, { document: form(), expiresAt: "2190-01-01T00:00:00Z" }, at(3))
  await as.candidates.requestConsent(id, { purpose: "retain" }, at(3))
  const cv = { name: "cv.txt", bytes: new TextEncoder().encode("kubernetes"), mediaType: "text/plain" }
  await as.documents.attach({ ...cv, category: "resume", about: [id] }, at(4))
  const note = await as.notes.write({ body: "called", action: "call", about: [id] }, at(4))
  await as.notes.comment(note.id, { body: "good" })
  const list = await as.search.lists.create({ name: "Stars" })
  await as.search.lists.add(list.id, { members: [id] })
  await as.candidates.hold(id, { reason: "a dispute" })
  await as.search.optOuts.add({ people: [id] })
  await as.privacy.recordEqualOpportunity(id, { answers: { gender: "prefer not to say" } })
  return id
}

describe.each(kinds)("a person from an export on $name", ({ fresh }) => {
  test("is the same in another workspace, with the history that they have, and comes in once", async () => {
    const database = await fresh()
    const { here, there } = await both(database)
    const id = await zoe(here)
    const person = await exported(here, id)
    const done = await there.candidates.importPerson({ person, equalOpportunity: true })
    expect(done).toMatchObject({ already: false, left: [], candidate: { id, kind: "ready", createdBy: "maya" } })
    expect(told(await exported(there, id))).toEqual(told(person))
    const [first] = await there.candidates.history(id)
    expect(first).toMatchObject({ actor: "maya", at: "2026-01-01T10:00:00.000Z", data: { imported: { by: "noor" } } })
    // Found by what was written of them, and by who they are.
    for (const query of ["kubernetes", "called", "consent:live"])
      expect((await there.search.candidates(query)).hits.map(({ record }) => record.id)).toEqual([id])
    expect(await there.candidates.findDuplicates({ email: "ZOE@example.com" })).toMatchObject([{ candidateId: id }])
    const before = await database.dump()
    expect(await there.candidates.importPerson({ person })).toMatchObject({ already: true, candidate: { id } })
    expect(await database.dump()).toBe(before)
    await expect(there.candidates.erase(id, { reason: "asked" })).rejects.toMatchObject({ _tag: "UnderLegalHold" })
  })

  test("goes on where they were, on a position that is made for it, and leaves nothing of what was refused", async () => {
    const database = await fresh()
    const { here, there } = await both(database)
    const offered = await desk(here).offered()
    const { candidateId, clientId, positionId } = await here.submissions.get(offered)
    const person = await exported(here, candidateId)
    const { made } = await there.candidates.importPerson({ person })
    expect(made).toEqual([clientId, positionId])
    expect(await there.clients.get(clientId)).toMatchObject({ name: "Acme", kind: "active", tags: ["imported"] })
    expect(await there.positions.get(positionId)).toMatchObject({
      title: "Developer",
      kind: "open",
      tags: ["imported"],
    })
    const { placement, position } = await there.submissions.accept(offered, {})
    expect(placement).toMatchObject({ kind: "pendingStart", candidateId })
    expect(position).toMatchObject({ id: positionId, kind: "filled" })
  })
})

describe.each(kinds)("ids of a person from an export on $name", ({ fresh }) => {
  test("that are somebody else's are named, with where they stand and whose they are", async () => {
    const { here, there } = await both(await fresh())
    const { candidateId } = await here.submissions.get(await desk(here).submitted())
    const person = await exported(here, candidateId)
    const text = JSON.stringify(person)
    const victim = await there.candidates.create({ name: "Bo Lind" })
    const { consent } = await there.candidates.signConsent(victim.id, { document: form() })
    const document = (await there.documents.list({ about: victim.id })).items[0] ?? expect.fail()
    const [entry = expect.fail()] = await there.candidates.history(victim.id)
    const [theirs = expect.fail()] = person.records.consent ?? []
    const [file = expect.fail()] = person.records.document ?? []
    const cases = [
      [
        String(theirs.id),
        consent.id,
        "person.records.consent.0.id",
        `${consent.id} is a consent here, of ${victim.id}`,
      ],
      [
        person.entries[0]?.id ?? "",
        entry.id,
        "person.entries.0.id",
        `${entry.id} is in the ledger here: CandidateCreated of ${victim.id}`,
      ],
      [
        String(file.blobKey),
        document.blobKey,
        "person.records.document.0.blobKey",
        `${document.blobKey} is here, of another document`,
      ],
    ] as const
    const before = (await there.ledger.read({})).entries.length
    for (const [from, into, field, message] of cases) {
      const error: unknown = await there.candidates
        .importPerson({ person: JSON.parse(text.replaceAll(from, into)) })
        .catch((refused: unknown) => refused)
      expect(error).toMatchObject({ _tag: "InvalidInput", field, issues: [{ message }] })
    }
    expect((await there.ledger.read({})).entries).toHaveLength(before)
    expect(new TextDecoder().decode((await there.documents.read(document.id)).bytes)).toBe("signed")
  })
})

describe("a person from an export", () => {
  const [kind] = kinds
  const fresh = kind?.fresh ?? expect.fail()

  test("takes a free opening of a position that is here, fills it, and is refused where none is left", async () => {
    const { here, there } = await both(await fresh())
    const started = await here.placements.get(await desk(here).started())
    const person = await exported(here, started.candidateId)
    const client = await there.clients.create({ name: "Acme Inc." })
    const position = await there.positions.open({ clientId: client.id, title: "Developer", openings: 1 })
    const other = await desk(there).submitted(position.id)
    const positions = { [started.positionId]: position.id }
    const { candidate, made } = await there.candidates.importPerson({ person, positions })
    expect(made).toEqual([])
    expect(await there.placements.get(started.id)).toMatchObject({ positionId: position.id, clientId: client.id })
    expect(await there.positions.get(position.id)).toMatchObject({ kind: "filled" })
    expect(await there.submissions.get(other)).toMatchObject({ kind: "closedOut", endParty: "system" })
    expect(candidate.kind).toBe("placed")

    const late = await here.placements.get(await desk(here).started())
    const before = (await there.ledger.read({})).entries.length
    await expect(
      there.candidates.importPerson({
        person: await exported(here, late.candidateId),
        positions: { [late.positionId]: position.id },
      }),
    ).rejects.toMatchObject({ _tag: "PositionFilled", positionId: position.id })
    const waiting = await here.submissions.get(await desk(here).submitted())
    await expect(
      there.candidates.importPerson({
        person: await exported(here, waiting.candidateId),
        positions: { [waiting.positionId]: position.id },
      }),
    ).rejects.toMatchObject({ _tag: "PositionNotOpen", positionId: position.id })
    expect((await there.ledger.read({})).entries.length).toBe(before)
  })

  test("shares a stub with whoever else was on the position: it runs as long as one of them waits", async () => {
    const { here, there } = await both(await fresh())
    const positionId = await desk(here).position(2)
    const { placement } = await desk(here).accepted(positionId)
    const live = await desk(here).submitted(positionId)
    const { candidateId } = await here.submissions.get(live)
    await there.candidates.importPerson({ person: await exported(here, placement.candidateId) })
    expect(await there.positions.get(positionId)).toMatchObject({ kind: "filled" })
    const { made } = await there.candidates.importPerson({ person: await exported(here, candidateId) })
    expect(made).toEqual([])
    expect(await there.positions.get(positionId)).toMatchObject({ kind: "open" })
    await there.submissions.offer(live, offer)
    await there.submissions.accept(live, {})
    expect(await there.positions.get(positionId)).toMatchObject({ kind: "filled" })
  })

  test("stands at the agency's own stages: one that it does not have is the first of its kind", async () => {
    const board = (ready: string, ...names: ReadonlyArray<string>) => ({
      pipelines: {
        candidate: [{ name: ready, kind: "ready" as const }],
        submission: names.map((name) => ({ name, kind: "interviewing" as const })),
      },
    })
    const here = (await open(await fresh(), board("Bereit", "Telefon", "Vor Ort"))).as("maya")
    const id = await desk(here).submitted()
    await here.submissions.scheduleInterview(id, { at: "2030-01-01T10:00:00Z" })
    await here.submissions.move(id, { stage: "Vor Ort" })
    await here.submissions.withdraw(id, { reason: "ill" })
    const person = await exported(here, (await here.submissions.get(id)).candidateId)
    const there = (await open(await fresh(), board("Set", "Phone", "Onsite"))).as("noor")
    expect((await there.candidates.importPerson({ person })).candidate).toMatchObject({ kind: "ready", stage: "Set" })
    expect(await there.submissions.get(id)).toMatchObject({ kind: "withdrawn", leftStage: "Phone" })
    expect(JSON.stringify(await there.submissions.history(id))).not.toMatch(/Telefon|Vor Ort/)
    // Where the names are the same, every one of them stays.
    const same = (await open(await fresh(), board("Bereit", "Telefon", "Vor Ort"))).as("noor")
    await same.candidates.importPerson({ person })
    expect(await same.submissions.get(id)).toMatchObject({ kind: "withdrawn", leftStage: "Vor Ort" })
    expect(await same.candidates.get(person.candidate.id)).toMatchObject({ stage: "Bereit" })
  })

  test("shares notes and documents with whoever else they are about, and tells of nobody else", async () => {
    const { here, there } = await both(await fresh())
    const [ada, bo] = [await desk(here).candidate(), await desk(here).candidate()]
    const note = await here.notes.write({ body: "twins", about: [ada, bo] })
    await here.documents.attach({ ...form(), about: [ada, bo] })
    const person = await exported(here, ada)
    expect(JSON.stringify(person)).not.toContain(bo)
    await there.candidates.importPerson({ person })
    await there.candidates.importPerson({ person: await exported(here, bo) })
    expect((await there.notes.get(note.id)).subjects.map(({ id }) => id)).toEqual([ada, bo])
    expect((await there.documents.list({ about: bo })).items).toHaveLength(1)
  })

  test("joins no note that was changed since, and takes no other for it", async () => {
    const { here, there } = await both(await fresh())
    const [ada, bo] = [await desk(here).candidate(), await desk(here).candidate()]
    const note = await here.notes.write({ body: "twins", about: [ada, bo] })
    const comment = await here.notes.comment(note.id, { body: "are they?" })
    await there.candidates.importPerson({ person: await exported(here, bo) })
    await there.notes.edit(note.id, { body: "Bo owes us money" })
    const person = await exported(here, ada)
    const { left } = await there.candidates.importPerson({ person })
    expect(left).toMatchObject([
      { noun: "note", id: note.id, because: expect.stringContaining("other words") },
      { noun: "comment", id: comment.id },
    ])
    expect((await there.notes.get(note.id)).subjects.map(({ id }) => id)).toEqual([bo])
    expect(JSON.stringify(await exported(there, ada))).not.toContain("owes us money")

    // Under the id of a note that is about somebody else, so as to be told it.
    const own = await there.notes.write({ body: "secret", about: [bo] })
    const eve = await desk(here).candidate()
    const bait = await here.notes.write({ body: "secret", about: [eve] })
    const forged = JSON.parse(JSON.stringify(await exported(here, eve)).replaceAll(bait.id, own.id))
    const before = (await there.ledger.read({})).entries.length
    await expect(there.candidates.importPerson({ person: forged })).rejects.toMatchObject({
      _tag: "InvalidInput",
      field: "person.records.note.0.id",
      issues: [{ message: `${own.id} is another note here, about ${bo}` }],
    })
    expect((await there.ledger.read({})).entries).toHaveLength(before)
  })

  test("is no other's: what replaces a fallen-off placement is in nobody else's export", async () => {
    const { here } = await both(await fresh())
    const positionId = await desk(here).position(1)
    const first = await desk(here).accepted(positionId)
    await here.placements.start(first.placement.id, { on: "2027-01-04" })
    await here.placements.fallOff(first.placement.id, { on: "2027-01-05", reason: "left", party: "candidate" })
    const { placement } = await desk(here).accepted(positionId)
    expect(placement.replacesPlacementId).toBe(first.placement.id)
    expect(JSON.stringify(await exported(here, first.placement.candidateId))).not.toContain(placement.candidateId)
    const second = JSON.stringify(await exported(here, placement.candidateId))
    for (const id of [first.placement.candidateId, first.placement.id]) expect(second).not.toContain(id)
  })

  test("answers on equal opportunity stay behind unless they are asked for", async () => {
    const { here, there } = await both(await fresh())
    const id = await zoe(here)
    const { left } = await there.candidates.importPerson({ person: await exported(here, id) })
    expect(left).toMatchObject([{ noun: "equalOpportunity" }])
    expect((await exported(there, id)).equalOpportunity).toBeNull()
    expect((await exported(here, id)).equalOpportunity).toEqual({ gender: "prefer not to say" })
  })

  test("is refused where the export was tampered with, and nothing is written", async () => {
    const { here, there } = await both(await fresh())
    const { candidateId } = await here.submissions.get(await desk(here).submitted())
    const person = await exported(here, candidateId)
    const [documentId = ""] = Object.keys(person.files)
    const granted = (entry: (typeof person.entries)[number]) =>
      entry.patch?.grantedAt === undefined
        ? entry
        : { ...entry, patch: { ...entry.patch, expiresAt: "2020-01-01T00:00:00.000Z" } }
    const consent = (person.records.consent ?? []).map((row) => ({ ...row, expiresAt: "2020-01-01T00:00:00.000Z" }))
    const forged = [
      [{ ...person, candidate: { ...person.candidate, name: "Somebody" } }, "InvalidInput", "person.candidate"],
      [{ ...person, entries: person.entries.slice(1) }, "InvalidInput", /^person.entries/],
      [{ ...person, entries: [] }, "InvalidInput", "person.candidate"],
      [{ ...person, files: { [documentId]: "AAAA" } }, "InvalidInput", `person.files.${documentId}`],
      [{ ...person, candidate: { ...person.candidate, name: "a\0b" } }, "InvalidInput", /^person.candidate/],
      [
        { ...person, records: { ...person.records, consent }, entries: person.entries.map(granted) },
        "ConsentRequired",
        undefined,
      ],
    ] as const
    for (const [one, _tag, field] of forged) {
      const error: unknown = await there.candidates.importPerson({ person: one }).catch((refused: unknown) => refused)
      expect(error).toMatchObject({ _tag, ...(field === undefined ? {} : { field: expect.stringMatching(field) }) })
    }
    await here.candidates.erase(candidateId, { reason: "asked" })
    await expect(there.candidates.importPerson({ person: await exported(here, candidateId) })).rejects.toMatchObject({
      field: "person.candidate",
    })
    expect((await there.ledger.read({})).entries).toEqual([])
  })

  test("is refused where it says what no noun has, or brings what is not the person's", async () => {
    const { here, there } = await both(await fresh())
    const { candidateId } = await here.submissions.get(await desk(here).submitted())
    const victim = await there.candidates.create({ name: "Bo Lind" })
    const former = await desk(here).candidate()
    await here.candidates.merge(former, { into: candidateId })
    const field = await here.customFields.define({ noun: "candidate", name: "shoe", type: "number", required: true })
    const defined = (await here.ledger.read({})).entries.filter(({ subject }) => subject.id === field.id)
    const person = await exported(here, candidateId)
    const patched = (id: string, more: { readonly [name: string]: string | number }) =>
      person.entries.map((entry) =>
        entry.subject.id === id && entry.patch !== null ? { ...entry, patch: { ...entry.patch, ...more } } : entry,
      )
    const [consent = {}] = person.records.consent ?? []
    const [alias = {}] = person.records.alias ?? []
    const other = `${String(consent.documentId).slice(0, -1)}z`
    const consents = (person.records.consent ?? []).map((one) => ({ ...one, candidateId: victim.id }))
    const forged = [
      // It would be in the ledger where no erasure looks.
      [
        {
          ...person,
          candidate: { ...person.candidate, secret: "Ada" },
          entries: patched(candidateId, { secret: "Ada" }),
        },
        /^person.entries.\d+.patch.secret$/,
      ],
      [{ ...person, entries: patched(candidateId, { version: 77 }) }, /^person.entries.\d+.patch.version$/],
      [
        {
          ...person,
          records: { ...person.records, consent: consents },
          entries: patched(String(consent.id), { candidateId: victim.id }),
        },
        /^person.records.(consent|submission).0$/,
      ],
      [
        {
          ...person,
          records: { ...person.records, consent: [{ ...consent, documentId: other }], document: [] },
          entries: patched(String(consent.id), { documentId: other }).filter(
            ({ subject }) => subject.type !== "document",
          ),
        },
        "person.records.consent.0",
      ],
      [
        {
          ...person,
          records: { ...person.records, alias: [{ ...alias, formerId: victim.id }] },
          entries: patched(String(alias.id), { formerId: victim.id }),
        },
        "person.records.alias.0",
      ],
      [
        {
          ...person,
          records: { ...person.records, customField: [field] },
          entries: [...person.entries, ...defined],
        },
        "person.records.customField.0",
      ],
      [{ ...person, around: { ...person.around, positions: [], openings: [] } }, /^person.records.submission.0$/],
    ] as const
    for (const [one, path] of forged) {
      const error = await there.candidates
        .importPerson({ person: one })
        .then(JSON.stringify, (refused: unknown) => refused)
      expect(error).toMatchObject({ _tag: "InvalidInput", field: expect.stringMatching(path) })
    }
    const [client = expect.fail()] = person.around.clients
    for (const own of ["nonsense", victim.id, `${client.id.slice(0, -1)}z`]) {
      const error: unknown = await there.candidates
        .importPerson({ person, clients: { [client.id]: own } })
        .catch((refused: unknown) => refused)
      expect(error).toMatchObject({ _tag: "InvalidInput", field: `clients.${client.id}` })
    }
    expect((await there.ledger.read({})).entries).toHaveLength(1)
  })

  test("brings their former ids along, and is not made twice under one of them", async () => {
    const { here, there } = await both(await fresh())
    const [former, current] = [await desk(here).ready(), await desk(here).candidate()]
    const alone = await exported(here, former)
    await here.candidates.merge(former, { into: current })
    const person = await exported(here, current)
    await there.candidates.importPerson({ person })
    expect(await there.candidates.get(former)).toMatchObject({ id: current })
    await expect(there.candidates.importPerson({ person: alone })).rejects.toMatchObject({
      _tag: "InvalidInput",
      issues: [{ message: `is here under another id: ${current}` }],
    })
    await there.candidates.unmerge(former, { reason: "two people" })
    expect(await there.candidates.get(former)).toMatchObject({ id: former, kind: "ready" })
  })
})
