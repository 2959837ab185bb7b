import { describe, expect, test } from "vitest"
import * as Phone from "../../../src/domain/duplicate/Phone.js"
import type { Client, Entry } from "../../../src/index.js"
import { kinds } from "../../faults/databases.js"
import { desk } from "../../faults/desk.js"
import { agency } from "./agency.js"
import { remains, wordsIn } from "./remains.js"

const bytes = (text: string) => new TextEncoder().encode(text)

/** Strings of one person, each in another place that a person's words can come to. */
const planted = Array.from(
  { length: 28 },
  (_, n) => `Kormoran${n < 26 ? String.fromCharCode(97 + n) : `${String.fromCharCode(71 + n)}x`}uth`,
)
const [
  name = "",
  mailbox = "",
  phone = "",
  location = "",
  skill = "",
  tag = "",
  link = "",
  custom = "",
  takeaways = "",
  note = "",
  comment = "",
  file = "",
  content = "",
  form = "",
  revoked = "",
  feedback = "",
  place = "",
  attendee = "",
  rejected = "",
  detail = "",
  former = "",
  formerMail = "",
  undone = "",
  edited = "",
  hold = "",
  contact = "",
  mistaken = "",
  apart = "",
] = planted

/** A person about whom everything has been said somewhere, and somebody beside them. */
const plant = async (maya: Client) => {
  const role = await desk(maya).position()
  const old = await maya.candidates.create({ name: former, email: `${formerMail}@x.test`, tags: [former] })
  const person = {
    name,
    email: `${mailbox}@x.test`,
    phone,
    location,
    skills: [skill],
    tags: [tag],
    links: [`https://x.test/${link}`],
    customFields: { note: custom },
    source: "fair",
  }
  const { id } = await maya.candidates.create(person, { idempotencyKey: "created" })
  await maya.candidates.merge(old.id, { into: id }, { idempotencyKey: "merged" })
  const other = await maya.candidates.create({ name: "Bo Lind", source: "fair" })
  const twin = await maya.candidates.create({ name: undone, tags: [undone] })
  await maya.candidates.merge(id, { into: other.id })
  await maya.candidates.unmerge(id, { reason: apart })
  await maya.candidates.merge(twin.id, { into: id })
  await maya.candidates.update(id, { location: edited })
  await maya.candidates.update(id, { location }, { idempotencyKey: "moved" })
  await maya.candidates.screen(id, { outcome: "passed", takeaways })
  const { consent } = await maya.candidates.signConsent(id, { document: { name: `${form}.pdf`, bytes: bytes(form) } })
  const { id: noteId } = await maya.notes.write({ body: note, about: [id, other.id] })
  await maya.notes.edit(noteId, { body: `${note} again` })
  await maya.notes.comment(noteId, { body: comment })
  const upload = { name: `${file}.txt`, bytes: bytes(content), mediaType: "text/plain", about: [id] }
  const document = await maya.documents.attach(upload, { idempotencyKey: "attached" })
  const submission = await maya.submissions.shortlist({ candidateId: id, positionId: role })
  await maya.submissions.submit(submission.id)
  const { interview } = await maya.submissions.scheduleInterview(submission.id, {
    at: "2026-12-24T10:00:00Z",
    place,
    attendees: [attendee],
  })
  await maya.interviews.complete(interview.id, { feedback })
  // Taken back, an offer leaves a reason on the opening that it had reserved, too.
  await maya.submissions.offer(submission.id, { salary: { amount: 9_000_000, currency: "EUR" } })
  const [offered] = (await maya.submissions.history(submission.id)).toReversed()
  await maya.ledger.correct(offered?.id ?? "", { reason: mistaken })
  await maya.submissions.reject(submission.id, { reason: rejected, note: detail })
  await maya.candidates.revokeConsent(id, { consentId: consent.id, reason: revoked })
  const held = await maya.candidates.hold(id, { reason: hold })
  const acme = await maya.clients.create({ name: "Acme" })
  const same = await maya.clients.addContact(acme.id, {
    name: contact,
    email: `${contact}@x.test`,
    phone: contact,
    title: contact,
    customFields: { note: contact },
  })
  await maya.clients.linkContact(same.id, { candidateId: id })
  await maya.notes.write({ body: contact, about: [same.id] })
  const live = await maya.submissions.shortlist({ candidateId: id, positionId: role })
  return { id, old, other, twin, document, submission, live, held, role }
}

const found = (text: string): ReadonlyArray<string> => wordsIn(text, planted)

const window = { from: new Date(0), to: new Date("2100-01-01T00:00:00Z") }

describe.each(kinds)("an erasure on $name", (kind) => {
  test(`leaves none of ${planted.length} planted strings anywhere, and every count as it was`, async () => {
    const database = await kind.fresh()
    const { maya, all, whole } = await agency(database)
    const { id, old, other, twin, document, submission, live, held } = await plant(maya)
    // The dump of memory has no bytes.
    expect(found(await remains(kind, database))).toEqual(
      kind.name === "memory" ? planted.filter((word) => word !== content) : planted,
    )
    // All but the instant at which they were asked.
    const told = <R extends { readonly asOf: string }>({ asOf: _, ...answer }: R) => answer
    const reports = async () => {
      const at = new Date((await maya.candidates.get(other.id)).createdAt)
      return {
        funnels: await Promise.all(
          (["submission", "interview", "consent"] as const).map(async (pipeline) =>
            told(await maya.reports.funnel({ pipeline, ...window })),
          ),
        ),
        people: (await maya.reports.funnel({ pipeline: "candidate", ...window })).rows,
        ends: await Promise.all(
          (["submission", "interview", "consent", "offer"] as const).map(async (pipeline) =>
            told(await maya.reports.endReasons({ pipeline, ...window, ids: true })),
          ),
        ),
        past: told(await maya.reports.snapshot({ pipeline: "candidate", at })),
        sources: (await maya.candidates.list({ where: { source: "fair" } })).items.length,
      }
    }
    await expect(maya.candidates.erase(id, { reason: "asked to" })).rejects.toMatchObject({
      _tag: "UnderLegalHold",
      candidateId: id,
      holdIds: [held.id],
    })
    await maya.candidates.releaseHold(id)
    await expect(maya.candidates.erase(id, { reason: `asked by ${name}` })).rejects.toMatchObject({ field: "reason" })
    await maya.submissions.withdraw(live.id, { reason: "asked to" })
    const before = await reports()
    const entries = (await all()).ledger
    const { receipt, candidate } = await maya.candidates.erase(old.id, { reason: "asked to" }, { idempotencyKey: "e" })
    expect(candidate).toMatchObject({ id, kind: "anonymized", name: "", email: null, skills: [], source: "fair" })
    expect(receipt).toMatchObject({ candidateId: id, reason: "asked to", documents: 2 })
    expect(new Set(receipt.formerIds)).toEqual(new Set([old.id, twin.id]))
    await maya.privacy.compact()
    expect(found(await remains(kind, database))).toEqual([])
    expect(await reports()).toEqual(before)
    await whole()
    const after = (await all()).ledger
    const bare = ({ data: _data, patch: _patch, ...entry }: Entry) => entry
    expect(after.slice(0, entries.length).map(bare)).toEqual(entries.map(bare))
    expect((await maya.candidates.history(twin.id)).at(-1)).toMatchObject({
      type: "CandidateErased",
      data: { reason: "asked to", documents: 2 },
    })
    expect(await maya.submissions.get(submission.id)).toMatchObject({ kind: "rejected", endReason: "given once" })
    expect(await maya.candidates.get(other.id)).toMatchObject({ name: "Bo Lind", tags: [] })
    await expect(maya.documents.read(document.id)).rejects.toMatchObject({ _tag: "NotFound", field: "bytes" })
    expect(await maya.candidates.findDuplicates({ name, email: `${mailbox}@x.test` })).toEqual([])
    if (kind.name !== "memory") {
      // Each entry was let through once, and the trace of it stays.
      const ledger = (await database.tables()).find((table) => /"ledger"$/.test(table)) ?? ""
      const trace = (await database.tables()).find((table) => /"redactions"$/.test(table)) ?? ""
      expect(await database.sql(`select * from ${trace}`)).toHaveLength(receipt.entries)
      for (const change of ["data = '{}'", "actor = 'eve'"])
        await expect(database.sql(`update ${ledger} set ${change}`)).rejects.toThrow("append only")
      await expect(database.sql(`delete from ${ledger}`)).rejects.toThrow("append only")
    }
    expect((await maya.candidates.history(id)).at(-1)?.data).toMatchObject({ reason: "asked to" })
    // Under its key it is the same, and the keys of the commands before tell nothing any more.
    expect((await maya.candidates.erase(old.id, { reason: "asked to" }, { idempotencyKey: "e" })).receipt).toEqual(
      receipt,
    )
    // Said since, and erased again.
    await maya.notes.write({ body: note, about: [id] })
    await maya.candidates.erase(id, { reason: "asked to" })
    await maya.privacy.compact()
    expect(found(await remains(kind, database))).toEqual([])
    await whole()
    // The first receipt still says what it said.
    const receipts = (await maya.candidates.history(id)).filter(({ type }) => type === "CandidateErased")
    expect(receipts.map(({ data }) => data.reason)).toEqual(["asked to"])
  })

  test("takes what was about the person and is no more, by a correction or with its import", async () => {
    const database = await kind.fresh()
    const { maya, whole } = await agency(database)
    const { id } = await maya.candidates.create({ name: "Ada Park" })
    const other = await maya.candidates.create({ name: "Bo Lind" })
    const mistaken = async (reason: string) => {
      const { entries } = await maya.ledger.read({ limit: 1000 })
      await maya.ledger.correct(entries.at(-1)?.id ?? "", { reason })
    }
    const secret = (n: number) => `Kormoran${"abcdefghij"[n]}uth`
    const written = await maya.notes.write({ body: secret(0), about: [other.id, id] })
    await maya.notes.comment(written.id, { body: secret(1) })
    await mistaken(secret(2))
    await maya.notes.edit(written.id, { body: secret(3) })
    const attached = { name: `${secret(4)}.txt`, bytes: bytes(secret(5)), about: [id] }
    await maya.documents.attach(attached, { idempotencyKey: "attached" })
    await mistaken(secret(6))
    const list = await maya.search.lists.create({ name: "hot" })
    await maya.search.lists.add(list.id, { members: [id] })
    await mistaken(secret(7))
    await maya.notes.write({ body: "Bo is well", about: [other.id] })
    await mistaken("wrong person")
    const secrets = [0, 1, 2, 3, 4, 5, 6, 7].map(secret)
    const left = async () => {
      const lower = (await remains(kind, database)).toLowerCase()
      return secrets.filter((word) =>
        [word, Buffer.from(word).toString("hex")].some((one) => lower.includes(one.toLowerCase())),
      )
    }
    expect(await left()).toEqual(secrets.filter((_, n) => kind.name !== "memory" || n !== 5))
    const { receipt } = await maya.candidates.erase(id, { reason: "asked to" })
    expect(receipt.remembered).toBe(1)
    await maya.privacy.compact()
    expect(await left()).toEqual([])
    // What was said of others stays, though it is no more.
    expect(await remains(kind, database)).toContain("Bo is well")
    expect(await remains(kind, database)).toContain("wrong person")
    await whole()
  })

  test("takes who is no more: imported and taken back, or created by mistake", async () => {
    const database = await kind.fresh()
    const { maya, whole } = await agency(database)
    const people = [{ name: "Kormoran Auth", email: "kormoran@x.test" }, { name: "Bo Lind" }]
    const ids: Array<string> = []
    const onProgress = ({ landed }: { readonly landed: ReadonlyArray<{ readonly id: string }> }) =>
      ids.push(...landed.map(({ id }) => id))
    await maya.candidates.import(people, { importId: "fair", onProgress })
    const [imported = ""] = (await maya.imports.list()).items.map(({ id }) => id)
    await maya.imports.revert(imported, { reason: "wrong file" })
    const mistaken = await maya.candidates.create({ name: "Kormoran Buth" })
    const [entry] = await maya.candidates.history(mistaken.id)
    await maya.ledger.correct(entry?.id ?? "", { reason: "not Kormoran" })
    await whole()
    await expect(maya.candidates.get(mistaken.id)).rejects.toMatchObject({ _tag: "NotFound" })
    for (const id of [ids[0] ?? "", mistaken.id]) {
      const { candidate, receipt } = await maya.candidates.erase(id, { reason: "asked to" })
      expect(candidate).toMatchObject({ id, kind: "anonymized", name: "", email: null })
      expect(receipt.entries).toBeGreaterThan(0)
      await expect(maya.candidates.get(id)).rejects.toMatchObject({ _tag: "NotFound" })
      await maya.candidates.erase(id, { reason: "asked again" })
    }
    await maya.privacy.compact()
    const left = await remains(kind, database)
    expect(left.toLowerCase()).not.toContain("kormoran")
    expect(left).toContain("Bo Lind")
    await expect(maya.candidates.erase("cand_nobody", { reason: "x" })).rejects.toMatchObject({ _tag: "NotFound" })
    await whole()
  })

  test("takes who is live out of the running, and leaves a reason that others share", async () => {
    const { maya, whole } = await agency(await kind.fresh())
    const here = desk(maya)
    const role = await here.position()
    const [a, b, c] = [await here.submitted(role), await here.submitted(role), await here.submitted(role)]
    await maya.submissions.reject(a, { reason: "too expensive" })
    await maya.submissions.reject(b, { reason: "too expensive" })
    for (const id of [a, c]) {
      const { candidateId } = await maya.submissions.get(id)
      await maya.candidates.erase(candidateId, { reason: "retention" })
    }
    expect(await maya.submissions.get(a)).toMatchObject({ endReason: "too expensive" })
    expect(await maya.submissions.get(c)).toMatchObject({
      kind: "withdrawn",
      endParty: "candidate",
      endReason: "erased",
    })
    await whole()
  })

  test("is not taken back by an update, and may be repeated", async () => {
    const { maya } = await agency(await kind.fresh())
    const { id } = await maya.candidates.create({ name: "Ada Park", tags: ["vip"] })
    await maya.candidates.findDuplicates({ name: "Ada Park", phone: "+49 30 123456" })
    await maya.candidates.erase(id, { reason: "asked for it" })
    // Nothing of anybody's is kept in the process either.
    expect(Phone.forget()).toBe(0)
    const before = await maya.candidates.get(id)
    await expect(maya.candidates.update(id, { name: "Ada Park" })).rejects.toMatchObject({
      _tag: "TransitionRefused",
      kind: "anonymized",
    })
    await maya.candidates.erase(id, { reason: "asked again" })
    expect(await maya.candidates.get(id)).toEqual(before)
  })

  test("is due by the agency's policy, but for whom a hold or a consent to be kept protects", async () => {
    const retention = { months: 24, byKind: { inactive: 6 } }
    const { maya, desk: here, wait, whole } = await agency(await kind.fresh(), { settings: { retention } })
    const month = 31 * 24 * 3_600_000
    const [gone, kept, held, live, away] = [
      await here.candidate(),
      await here.candidate(),
      await here.candidate(),
      await here.candidate(),
      await here.candidate(),
    ]
    await maya.candidates.signConsent(kept, { purpose: "retain", document: { name: "keep.pdf", bytes: bytes("keep") } })
    const hold = await maya.candidates.hold(held, { reason: "lawsuit" })
    await maya.submissions.shortlist({ candidateId: live, positionId: await here.position() })
    await maya.candidates.deactivate(away, { reason: "moved" })
    const due = async (input: Parameters<Client["privacy"]["sweep"]>[0] = {}) => {
      const swept = await maya.privacy.sweep(input)
      return [swept.due.map(({ candidateId }) => candidateId), swept.erased]
    }
    expect(await due()).toEqual([[], 0])
    wait(7 * month)
    expect(await due()).toEqual([[away], 0])
    wait(18 * month)
    expect(await due()).toEqual([[gone, held, away], 0])
    expect((await maya.privacy.sweep({ limit: 3 })).cursor).toBe(held)
    await maya.notes.write({ body: "Called.", about: [away] })
    const swept = await maya.privacy.sweep({ dryRun: false })
    expect(swept).toMatchObject({
      due: [{ candidateId: gone }, { candidateId: held, holdIds: [hold.id] }],
      erased: 1,
      receipts: [{ candidateId: gone, reason: "retention", erasedBy: "maya" }],
      stayed: [{ candidateId: held, because: "UnderLegalHold" }],
    })
    expect((await maya.candidates.get(gone)).kind).toBe("anonymized")
    await maya.candidates.releaseHold(held, { holdId: hold.id })
    expect(await due({ dryRun: false })).toEqual([[], 0])
    await whole()
  })

  test("is preceded by an export of everything there is, which then is empty", async () => {
    const { maya } = await agency(await kind.fresh())
    const { id, document, old, submission } = await plant(maya)
    const exported = JSON.parse(JSON.stringify(await maya.candidates.export(old.id)))
    expect(exported.files[document.id]).toBe(Buffer.from(content).toString("base64"))
    expect(exported.records.submission.map((one: { readonly id: string }) => one.id)).toContain(submission.id)
    expect(found(`${JSON.stringify(exported)} ${content}`)).toEqual(planted)
    await maya.candidates.releaseHold(id)
    await maya.candidates.erase(id, { reason: "asked to" })
    expect(found(JSON.stringify(await maya.candidates.export(id)))).toEqual([])
    await expect(maya.candidates.export("cand_none")).rejects.toMatchObject({ _tag: "NotFound" })
  })
})
