import { join } from "node:path"
import * as Layer from "effect/Layer"
import { memory } from "matchloop/memory"
import { postgres } from "matchloop/postgres"
import { sqlite } from "matchloop/sqlite"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type CandidateProfile, type Client, createMatchloop } from "../../src/index.js"
import { Storage } from "../../src/ports/Storage.js"
import type { StorageAdapter } from "../../src/ports/StorageAdapter.js"
import { clock, hours } from "../../src/testing/Clock.js"
import { type Opened, open } from "../../src/testing/Opened.js"
import { freshDatabase } from "../support/database.js"
import { temporaryDirectory } from "../support/files.js"

const drops: Array<() => Promise<void>> = []
afterAll(() => Promise.all(drops.map((drop) => drop())))

const adapters: ReadonlyArray<readonly [name: string, () => Promise<StorageAdapter>]> = [
  ["memory", async () => memory()],
  ["sqlite", async () => sqlite({ filename: join(temporaryDirectory(), "agency.db"), durability: "normal" })],
  [
    "postgres",
    async () => {
      const { drop, url } = await freshDatabase()
      drops.push(drop)
      return postgres({ url })
    },
  ],
]

const document = { name: "consent.pdf", bytes: new TextEncoder().encode("signed") }

/** A person, a company and a position, and everything that may hang on them. */
const loop = async (maya: Client, tick: () => void) => {
  const ada = await maya.candidates.create({ name: "Ada Park", skills: ["TypeScript 5y", "SQL 4/5"] })
  tick()
  await maya.candidates.screen(ada.id, { outcome: "passed", takeaways: "Wants remote." })
  tick()
  const { consent } = await maya.candidates.signConsent(ada.id, { document })
  tick()
  const acme = await maya.clients.create({ name: "Acme" })
  const lena = await maya.clients.addContact(acme.id, { name: "Lena Ruiz" })
  await maya.clients.linkContact(lena.id, { candidateId: ada.id })
  const opportunity = await maya.opportunities.create({ clientId: acme.id, title: "Retainer" })
  const role = await maya.positions.open({
    clientId: acme.id,
    title: "Developer",
    openings: 2,
    contactIds: [lena.id],
    skills: ["SQL 3y"],
    fee: { kind: "percent", percent: 20 },
  })
  tick()
  const submission = await maya.submissions.shortlist({ candidateId: ada.id, positionId: role.id })
  tick()
  await maya.submissions.submit(submission.id)
  tick()
  await maya.submissions.requestInterview(submission.id, {})
  await maya.submissions.offer(submission.id, { salary: { amount: 9, currency: "EUR" }, startsOn: "2027-01-04" })
  tick()
  const { placement } = await maya.submissions.accept(submission.id, {})
  tick()
  const note = await maya.notes.write({ body: "Called.", action: "call", about: [submission.id] })
  tick()
  await maya.notes.comment(note.id, { body: "Agreed." })
  tick()
  const resume = await maya.documents.attach({ ...document, name: "cv.pdf", category: "resume", about: [ada.id] })
  return { ada, acme, consent, lena, note, opportunity, placement, resume, role, submission }
}

describe.each(adapters)("profiles on %s", (_name, adapter) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open(await adapter())
  })
  afterAll(() => opened.close())

  const agency = async () => {
    const time = clock()
    const maya = (await opened.crm({ now: time.now })).workspace(`workspace ${crypto.randomUUID()}`).as("maya")
    const records = await loop(maya, () => time.advance(hours))
    return { maya, time, ...records }
  }

  test("of a candidate show the person with everything that hangs on it", async () => {
    const { acme, ada, consent, lena, maya, note, placement, resume, role, submission } = await agency()
    const found = await maya.candidates.profile(ada.id)
    expect(found).toMatchObject({
      candidate: { id: ada.id, kind: "placed" },
      skills: [
        { name: "TypeScript", years: 5, level: null },
        { name: "SQL", years: null, level: 4 },
      ],
      formerIds: [],
      consents: [{ consent: { id: consent.id }, isLive: true }],
      holds: [],
      contacts: [{ id: lena.id }],
      attempts: [
        {
          submission: { id: submission.id, kind: "accepted" },
          position: { id: role.id },
          client: { id: acme.id },
          interviews: [{ round: 1 }],
          offers: [{ revision: 1, kind: "accepted" }],
          placements: [{ id: placement.id }],
        },
      ],
      placements: [{ id: placement.id }],
      damaged: [],
    })
    expect(found.notes.map(({ comments, note }) => [note.body, comments.map(({ body }) => body)])).toEqual([
      ["Called.", ["Agreed."]],
      ["Wants remote.", []],
    ])
    expect(found.documents.map(({ id, name }) => [id === resume.id, name])).toEqual([
      [true, "cv.pdf"],
      [false, "consent.pdf"],
    ])
    expect(found.notes[0]?.note.id).toBe(note.id)
  })

  test("tell a timeline of all of it, newest first, the same page by page", async () => {
    const { ada, maya } = await agency()
    const { cursor, items } = (await maya.candidates.profile(ada.id, { limit: 500 })).timeline
    expect(cursor).toBeNull()
    expect(items.slice(0, 3).map(({ summary, type }) => [type, summary])).toEqual([
      ["DocumentAttached", { _tag: "attached", name: "cv.pdf", category: "resume" }],
      [items[1]?.type, { _tag: "wrote", text: "Agreed.", action: null }],
      ["NoteWritten", { _tag: "wrote", text: "Called.", action: "call" }],
    ])
    expect(items.at(-1)).toMatchObject({
      type: "CandidateCreated",
      subject: { type: "candidate", id: ada.id },
      summary: { _tag: "moved", kind: "new" },
    })
    const seen = new Set(items.map(({ subject }) => subject.type))
    expect([...seen].sort()).toEqual([
      "candidate",
      "comment",
      "consent",
      "contact",
      "document",
      "interview",
      "note",
      "offer",
      "placement",
      "submission",
    ])
    expect(items.map(({ at }) => at)).toEqual(
      items
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    )
    const pages: Array<string> = []
    let after: string | null = null
    do {
      const { timeline }: CandidateProfile = await maya.candidates.profile(ada.id, { limit: 4, after })
      pages.push(...timeline.items.map(({ id }) => id))
      after = timeline.cursor
    } while (after !== null)
    expect(pages).toEqual(items.map(({ id }) => id))
    expect(pages.length).toBeGreaterThan(12)
  })

  test("of a client, a contact and a position show what belongs to them", async () => {
    const { acme, ada, lena, maya, note, opportunity, placement, role, submission } = await agency()
    const late = await maya.candidates.create({ name: "Bo" })
    const running = await maya.submissions.shortlist({ candidateId: late.id, positionId: role.id })
    const client = await maya.clients.profile(acme.id)
    expect(client).toMatchObject({
      client: { id: acme.id },
      contacts: [{ contact: { id: lena.id }, candidate: { id: ada.id } }],
      opportunities: [{ id: opportunity.id }],
      positions: [{ position: { id: role.id }, openings: [{}, {}] }],
      placements: [{ id: placement.id }],
      notes: [{ note: { id: note.id } }],
    })
    expect(client.positions[0]?.submissions.map(({ id }) => id).sort()).toEqual([submission.id, running.id].sort())
    expect(client.timeline.items.some(({ subject }) => subject.id === opportunity.id)).toBe(true)
    expect(await maya.clients.contactProfile(lena.id)).toMatchObject({
      contact: { id: lena.id },
      client: { id: acme.id },
      candidate: { id: ada.id },
      positions: [{ id: role.id }],
      timeline: {
        items: [{ summary: { _tag: "changed", fields: ["candidateId"] } }, { summary: { _tag: "created" } }],
      },
    })
    expect(await maya.positions.profile(role.id)).toMatchObject({
      position: { id: role.id },
      skills: [{ name: "SQL", years: 3, level: null }],
      client: { id: acme.id },
      contacts: [{ id: lena.id }],
      openings: [{}, {}],
      attempts: [
        { submission: { id: running.id }, candidate: { id: late.id } },
        { submission: { id: submission.id }, candidate: { id: ada.id }, placements: [{ id: placement.id }] },
      ],
      notes: [{ note: { id: note.id } }],
    })
  })

  test("answer under the id of a record that was merged away, with what was written of it", async () => {
    const { ada, maya } = await agency()
    const twin = await maya.candidates.create({ name: "Ada Park" })
    await maya.candidates.merge(twin.id, { into: ada.id })
    const found = await maya.candidates.profile(twin.id, { limit: 500 })
    expect([found.candidate.id, found.formerIds]).toEqual([ada.id, [twin.id]])
    expect(found.timeline.items.some(({ subject }) => subject.id === twin.id)).toBe(true)
  })

  test("say of what a person is on a list, and whether they opted out, under any id", async () => {
    const { ada, lena, maya } = await agency()
    const twin = await maya.candidates.create({ name: "Ada Park" })
    const lists = [await maya.search.lists.create({ name: "hot" }), await maya.search.lists.create({ name: "lunch" })]
    const [hot = "", lunch = ""] = lists.map(({ id }) => id)
    await maya.search.lists.add(hot, { members: [ada.id, twin.id] })
    await maya.search.lists.add(lunch, { members: [twin.id, lena.id] })
    await maya.search.lists.remove(hot, { members: [ada.id] })
    const put = async () => {
      const [one, other] = [await maya.candidates.profile(ada.id), await maya.clients.contactProfile(lena.id)]
      return [one, other].map(({ lists, optedOut }) => [lists.map(({ name }) => name), optedOut])
    }
    expect(await put()).toEqual([
      [[], false],
      [["lunch"], false],
    ])
    await maya.search.optOuts.add({ people: [twin.id] })
    await maya.candidates.merge(twin.id, { into: ada.id })
    expect(await put()).toEqual([
      [["lunch", "hot"], true],
      [["lunch"], false],
    ])
    await maya.search.optOuts.remove({ people: [ada.id] })
    expect((await put())[0]).toEqual([["lunch", "hot"], false])
  })

  test("of a client tell what has ended, too: the whole of an attempt stays in its timeline", async () => {
    const { acme, maya, role } = await agency()
    const bo = await maya.candidates.create({ name: "Bo" })
    const { id } = await maya.submissions.shortlist({ candidateId: bo.id, positionId: role.id })
    await maya.submissions.reject(id, { reason: "too junior", party: "recruiter", note: "Call again in a year." })
    const { notes, positions, timeline } = await maya.clients.profile(acme.id, { limit: 500 })
    expect(positions.flatMap(({ submissions }) => submissions.map((one) => one.id))).not.toContain(id)
    const told = timeline.items.filter(({ subject }) => subject.id === id).map(({ summary }) => summary)
    expect(told).toMatchObject([
      { _tag: "moved", kind: "rejected", reason: "too junior", party: "recruiter" },
      { _tag: "moved", kind: "shortlisted" },
    ])
    expect(notes[0]?.note.body).toBe("Call again in a year.")
    const seen = new Set(timeline.items.map(({ subject }) => subject.type))
    for (const noun of ["opening", "interview", "offer", "placement"] as const) expect(seen).toContain(noun)
  })

  test("of a position show the business it came of and its placements", async () => {
    const { acme, maya, opportunity, placement, role } = await agency()
    expect(await maya.positions.profile(role.id)).toMatchObject({
      opportunity: null,
      placements: [{ id: placement.id }],
    })
    const { id } = await maya.positions.draft({ clientId: acme.id, opportunityId: opportunity.id, title: "Lead" })
    expect(await maya.positions.profile(id)).toMatchObject({ opportunity: { id: opportunity.id }, placements: [] })
  })

  test("show readiness as time has made it", async () => {
    const { maya, time } = await agency()
    const bo = await maya.candidates.create({ name: "Bo" })
    await maya.candidates.screen(bo.id, { outcome: "passed" })
    await maya.candidates.signConsent(bo.id, { document, expiresAt: new Date(time.now() + hours) })
    time.advance(2 * hours)
    expect(await maya.candidates.profile(bo.id)).toMatchObject({
      candidate: { kind: "screened" },
      consents: [{ consent: { kind: "expired" }, isLive: false }],
    })
  })

  test("refuse an id that nobody has, and what is no cursor", async () => {
    const { ada, maya } = await agency()
    const wrong = async (of: Promise<unknown>) => of.catch((error: unknown) => error)
    expect(await wrong(maya.candidates.profile("cand_nobody"))).toMatchObject({ _tag: "NotFound", field: "id" })
    expect(await wrong(maya.positions.profile(ada.id))).toMatchObject({ _tag: "NotFound", noun: "position" })
    for (const after of ["x", "x".repeat(501)]) {
      expect(await wrong(maya.candidates.profile(ada.id, { after }))).toMatchObject({
        _tag: "InvalidInput",
        command: "candidates.profile",
        field: "after",
      })
    }
    expect(await wrong(maya.clients.profile(ada.id, { limit: 0 }))).toMatchObject({ field: "limit" })
  })
})

test("profiles take as many look-ups for much as for little", async () => {
  const opened = await open(memory())
  let calls = 0
  const counting = new Proxy(opened.storage, {
    get: (storage, name, receiver) => {
      const value: unknown = Reflect.get(storage, name, receiver)
      return typeof value === "function"
        ? (...args: ReadonlyArray<unknown>) => {
            calls++
            return Reflect.apply(value, storage, args) as unknown
          }
        : value
    },
  })
  const time = clock()
  const layer = Layer.succeed(Storage, counting)
  const crm = await createMatchloop({ storage: { name: "counting", layer }, now: time.now })
  const maya = crm.as("maya")
  const { acme, ada, lena, role } = await loop(maya, () => time.advance(hours))
  const count = async () => {
    const before = calls
    await maya.candidates.profile(ada.id)
    await maya.clients.profile(acme.id)
    await maya.clients.contactProfile(lena.id)
    await maya.positions.profile(role.id)
    return calls - before
  }
  const few = await count()
  for (let n = 0; n < 30; n++) {
    const other = await maya.positions.open({ clientId: acme.id, title: `Role ${n}` })
    const { id } = await maya.submissions.shortlist({ candidateId: ada.id, positionId: other.id })
    const note = await maya.notes.write({ body: "Called.", about: [ada.id, id, role.id] })
    await maya.notes.comment(note.id, { body: "Agreed." })
  }
  expect(await count()).toBe(few)
  expect(few).toBeLessThan(30)
  await crm.close()
  await opened.close()
})
