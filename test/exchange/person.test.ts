import { expect, test } from "vitest"
import { memory } from "../../adapters/memory/index.js"
import { importPerson } from "../../src/exchange.js"
import { type Client, createMatchloop } from "../../src/index.js"
import { desk, form } from "../faults/desk.js"

/** What an export tells of a person, without the ids and the bookkeeping of the workspace that it was made in. */
const told = async (as: Client, id: string): Promise<unknown> => {
  const { candidate, records, files } = await as.candidates.export(id)
  const own = new Set([
    "id",
    "version",
    "createdBy",
    "updatedAt",
    "updatedBy",
    "candidateId",
    "documentId",
    "noteId",
    "blobKey",
  ])
  const plain = (record: object): unknown =>
    Object.fromEntries(
      Object.entries(record).filter(([name]) => !own.has(name) && name !== "subjects" && name !== "stageSince"),
    )
  const { consent = [], document = [], note = [], comment = [] } = records
  return {
    candidate: plain(candidate),
    records: [consent, document, note, comment].map((rows) => rows.map(plain)),
    files: Object.values(files),
  }
}

test("a person comes into another workspace equal, under ids of its own, and once however often", async () => {
  const crm = await createMatchloop({ storage: memory() })
  const [here, there] = [crm.as("maya"), crm.workspace("other").as("noor")]
  const { id } = await here.candidates.create(
    { name: "Zoë Özil", email: "zoe@example.com", skills: ["sql"], customFields: { shoe: 42 } },
    { at: "2026-01-01T10:00:00Z" },
  )
  await here.candidates.screen(id, { outcome: "passed" }, { at: "2026-02-01T10:00:00Z" })
  await here.candidates.signConsent(
    id,
    { document: form(), expiresAt: "2190-01-01T00:00:00Z" },
    { at: "2026-03-01T10:00:00Z" },
  )
  await here.candidates.requestConsent(id, { purpose: "retain" }, { at: "2026-03-02T10:00:00Z" })
  const note = await here.notes.write({ body: "called", action: "call", about: [id] }, { at: "2026-03-03T10:00:00Z" })
  await here.notes.comment(note.id, { body: "good" })
  const exported = JSON.parse(JSON.stringify(await here.candidates.export(id)))

  const done = await importPerson(there, exported)
  expect(done.candidateId).not.toBe(id)
  expect(done.left).toEqual([])
  expect(await told(there, done.candidateId)).toEqual(await told(here, id))
  expect(await there.candidates.get(done.candidateId)).toMatchObject({ kind: "ready" })
  expect((await there.candidates.history(done.candidateId)).every(({ actor }) => actor === "noor")).toBe(true)
  expect(await importPerson(there, exported)).toEqual(done)
  expect((await there.candidates.list()).items).toHaveLength(1)
})

test("whoever is not to be used stays so; what rests on positions is told of and stays out", async () => {
  const crm = await createMatchloop({ storage: memory() })
  const [here, there] = [crm.as("maya"), crm.workspace("other").as("noor")]
  const { id } = await here.candidates.create({ name: "Ada" })
  await here.candidates.markDoNotUse(id, { reason: "threats" })
  const banned = await importPerson(there, await here.candidates.export(id))
  expect(await there.candidates.get(banned.candidateId)).toMatchObject({ kind: "doNotUse", reason: "threats" })

  const submissionId = await desk(here).submitted()
  const { candidateId } = await here.submissions.get(submissionId)
  const { left } = await importPerson(there, await here.candidates.export(candidateId))
  expect(left).toEqual([{ noun: "submission", id: submissionId, because: "rests on what is not here" }])
})
