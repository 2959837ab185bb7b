import { describe, expect, test } from "vitest"
import { kinds } from "../../faults/databases.js"
import { form } from "../../faults/desk.js"
import { settled } from "../../support/settled.js"
import { agency, start } from "./agency.js"

const full = { from: new Date(0), to: new Date(start * 2) }

describe.each(kinds)("a merge on $name", ({ fresh }) => {
  test("leaves one person, to whom the former id leads everywhere", async () => {
    const { maya, desk, whole } = await agency(await fresh())
    const position = await desk.position()
    const old = await maya.candidates.create({
      name: "A. Park",
      email: "ada@old.test",
      skills: ["sql"],
      source: "fair",
    })
    const id = await desk.ready()
    await maya.candidates.update(id, { email: "ada@new.test", skills: ["go", "sql"] })
    const submission = await maya.submissions.shortlist({ candidateId: old.id, positionId: position })
    const note = await maya.notes.write({ body: "Wants remote.", about: [old.id, id] })
    const document = await maya.documents.attach({ ...form(), about: [old.id] })
    const seen = await maya.candidates.previewMerge(old.id, { into: id })
    expect(seen).toMatchObject({
      from: old.id,
      into: id,
      kind: { from: "new", into: "ready", result: "ready" },
      moves: { submission: [submission.id], note: [note.id], document: [document.id] },
      conflicts: [],
    })
    const field = (name: string) => seen.fields.find((one) => one.field === name)
    expect(field("email")).toMatchObject({ wins: "into", result: "ada@new.test" })
    expect(field("skills")).toMatchObject({ wins: "into", result: ["go", "sql"] })
    expect(field("source")).toMatchObject({ wins: "from", result: "fair" })

    const { candidate } = await maya.candidates.merge(old.id, { into: id, choose: { fields: ["email"] } })
    expect(candidate).toMatchObject({ id, kind: "ready", email: "ada@old.test", source: "fair", skills: ["go", "sql"] })
    expect(await maya.candidates.get(old.id)).toEqual(candidate)
    expect((await maya.candidates.getMany([old.id, id])).items).toEqual([candidate, candidate])
    expect((await maya.candidates.list()).items).toEqual([candidate])
    expect((await maya.candidates.history(old.id)).map(({ type }) => type)).toEqual(
      (await maya.candidates.history(id)).map(({ type }) => type),
    )
    expect((await maya.candidates.history(old.id)).map(({ subject }) => subject.id)).toContain(old.id)
    expect((await maya.submissions.list({ where: { candidateId: old.id } })).items.map((one) => one.id)).toEqual([
      submission.id,
    ])
    expect((await maya.notes.list({ about: old.id })).items).toMatchObject([
      { id: note.id, subjects: [{ type: "candidate", id }] },
    ])
    expect((await maya.documents.list({ about: id })).items.map((one) => one.id)).toContain(document.id)
    await maya.submissions.submit(submission.id)
    const again = await maya.notes.write({ body: "By the former id.", about: [old.id] })
    expect(again.subjects).toEqual([{ type: "candidate", id }])
    expect(await maya.candidates.update(old.id, { phone: "1" })).toMatchObject({ id, phone: "1" })
    const taken = maya.submissions.shortlist({ candidateId: old.id, positionId: position })
    await expect(taken).rejects.toMatchObject({ _tag: "AlreadySubmitted", candidateId: id })
    expect((await maya.candidates.explain(old.id)).find(({ command }) => command === "place")?.allowed).toBe(true)
    const funnel = await maya.reports.funnel({ pipeline: "candidate", ...full })
    expect(funnel.started).toBe(1)
    await whole()
  })

  test("is undone to equal records, and says what stands in the way", async () => {
    const { maya, desk, all, whole } = await agency(await fresh())
    const position = await desk.position()
    const [a, b] = [await desk.ready(), await desk.ready()]
    const one = await maya.submissions.shortlist({ candidateId: a, positionId: position })
    await maya.submissions.submit(one.id)
    const other = await maya.submissions.shortlist({ candidateId: b, positionId: position })
    await maya.submissions.scheduleInterview(one.id, { at: "2026-03-01T10:00:00Z" })
    const before = await all()
    const blocked = maya.candidates.merge(a, { into: b })
    const conflict = { positionId: position, submissionIds: [one.id, other.id], proposed: one.id }
    await expect(blocked).rejects.toMatchObject({ _tag: "MergeConflict", conflicts: [conflict] })
    expect(await all()).toEqual(before)
    const { preview } = await maya.candidates.merge(a, { into: b, choose: { submissions: [one.id] } })
    expect(preview).toMatchObject({
      ends: [other.id],
      attempts: [{ submissionId: one.id, before: 1, after: 2 }],
      through: { interview: [expect.any(String)] },
    })
    expect(await maya.submissions.get(one.id)).toMatchObject({ candidateId: b, kind: "interviewing", attempt: 2 })
    expect(await maya.submissions.get(other.id)).toMatchObject({ kind: "withdrawn", endReason: "merged" })
    await whole()
    await maya.candidates.update(b, { location: "Linz" })
    await maya.candidates.unmerge(a, { reason: "two sisters" })
    const after = await all()
    expect(settled(after)).toEqual({
      ...settled(before),
      candidate: settled(before).candidate?.map((row) => (row.id === b ? { ...row, location: "Linz" } : row)),
    })
    expect(after.visits).toEqual(before.visits)
    await whole()
    await expect(maya.candidates.unmerge(a, { reason: "again" })).rejects.toMatchObject({ _tag: "NotFound", id: a })

    await maya.candidates.merge(a, { into: b, choose: { submissions: [one.id] } })
    await maya.submissions.reject(one.id, { reason: "no" })
    const rejection = (await maya.submissions.history(one.id)).at(-1)?.id
    await expect(maya.candidates.unmerge(a, { reason: "two" })).rejects.toMatchObject({
      _tag: "CorrectionRefused",
      because: "built upon",
      laterEntryIds: [rejection],
    })
    await whole()
  })

  test("that rests on a moved consent is not undone, by unmerge or by a correction", async () => {
    const { maya, desk, whole } = await agency(await fresh())
    const [signed, other] = [await desk.ready(), await desk.screened()]
    await maya.candidates.merge(signed, { into: other })
    expect((await maya.candidates.get(other)).kind).toBe("ready")
    const submission = await maya.submissions.shortlist({ candidateId: other, positionId: await desk.position() })
    await maya.submissions.submit(submission.id)
    const submitted = (await maya.submissions.history(submission.id)).map(({ id }) => id)
    const refused = { _tag: "CorrectionRefused", because: "built upon", laterEntryIds: submitted }
    await expect(maya.candidates.unmerge(signed, { reason: "two" })).rejects.toMatchObject(refused)
    const merged = (await maya.candidates.history(other)).findLast(({ type }) => type === "CandidatesMerged")
    await expect(maya.ledger.correct(merged?.id ?? "", { reason: "two" })).rejects.toMatchObject(refused)
    await whole()
  })

  test("goes on through others, and each is undone by its own id, the last first", async () => {
    const { maya, whole } = await agency(await fresh())
    const [a, b, c] = await Promise.all(["Ada", "Bo", "Cy"].map((name) => maya.candidates.create({ name })))
    const ids = [a?.id ?? "", b?.id ?? "", c?.id ?? ""] as const
    await maya.candidates.merge(ids[0], { into: ids[1] })
    await maya.candidates.merge(ids[1], { into: ids[2] })
    expect(await maya.candidates.get(ids[0])).toMatchObject({ id: ids[2] })
    await expect(maya.candidates.merge(ids[0], { into: ids[2] })).rejects.toMatchObject({ field: "into" })
    await expect(maya.candidates.unmerge(ids[0], { reason: "x" })).rejects.toMatchObject({ _tag: "CorrectionRefused" })
    await maya.candidates.unmerge(ids[1], { reason: "x" })
    expect(await maya.candidates.get(ids[0])).toMatchObject({ id: ids[1] })
    await maya.candidates.unmerge(ids[0], { reason: "x" })
    expect((await maya.candidates.list()).items.map(({ name }) => name).toSorted()).toEqual(["Ada", "Bo", "Cy"])
    await maya.candidates.merge(ids[0], { into: ids[1] })
    expect(await maya.candidates.get(ids[0])).toMatchObject({ id: ids[1] })
    await whole()
  })

  test("never frees whom the agency must not use, and returns its first answer under its key", async () => {
    const { maya, desk } = await agency(await fresh())
    const [a, b] = [await desk.candidate(), await desk.ready()]
    await maya.candidates.markDoNotUse(a, { reason: "forged papers" })
    const first = await maya.candidates.merge(a, { into: b }, { idempotencyKey: "m" })
    expect(first.candidate).toMatchObject({ kind: "doNotUse", reason: "forged papers" })
    expect(await maya.candidates.merge(a, { into: b }, { idempotencyKey: "m" })).toEqual(first)
  })

  test("of two clients brings positions, contacts and opportunities together, and is undone", async () => {
    const { maya, desk, all, whole } = await agency(await fresh())
    const position = await maya.positions.get(await desk.position())
    const other = await desk.client()
    const contact = await desk.contact(position.clientId)
    const before = await all()
    const { client } = await maya.clients.merge(position.clientId, { into: other })
    expect(client).toMatchObject({ id: other, kind: "active" })
    expect(await maya.positions.get(position.id)).toMatchObject({ clientId: other })
    expect(await maya.clients.contacts.get(contact)).toMatchObject({ clientId: other })
    expect(await maya.clients.get(position.clientId)).toEqual(client)
    await maya.positions.open({ clientId: position.clientId, title: "By the former id" })
    await whole()
    await maya.clients.unmerge(position.clientId, { reason: "two companies" })
    const left = settled(await all())
    expect(left.contact).toEqual(settled(before).contact)
    expect(left.position?.[0]).toEqual(settled(before).position?.[0])
    expect(left.position?.[1]).toMatchObject({ clientId: other })
    await whole()
  })
})
