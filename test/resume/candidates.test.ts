import { describe, expect, test } from "vitest"
import { resumeReader, toCandidate } from "../../adapters/resume/index.js"
import { ResumeUnreadable, type ResumeReader } from "../../src/index.js"
import { replay } from "../../src/index.js"
import { kinds, open } from "../faults/databases.js"
import { column, pdf } from "./pdf.js"

const body = `Ada Park
ada@example.com

Experience

Senior Software Engineer, Monzo Bank Ltd
Jan 2019 - Present
Looked after the Zwitterion ledger.

Skills

SQL, Java`

const file = { name: "ada.pdf", bytes: pdf([column(50, 60, body)]), mediaType: "application/pdf" }
const broken = { ...file, name: "broken.pdf", bytes: file.bytes.slice(0, 200) }
const reader = resumeReader({ isolation: "inline" })

describe.each(kinds.filter(({ name }) => name !== "postgres"))("résumés of candidates on $name", ({ fresh }) => {
  const start = async (resumes?: ResumeReader) => {
    const crm = await open(await fresh(), resumes === undefined ? {} : { resumes })
    const maya = crm.as("maya")
    const named = async (word: string) => (await maya.search.candidates(word)).hits.map(({ record }) => record.id)
    return { maya, named }
  }

  test("are read as drafts, confirmed by a person, and found by a word that stands nowhere else", async () => {
    const { maya, named } = await start(reader)
    const before = (await maya.ledger.read()).entries.length
    const draft = await maya.candidates.readResume(file)
    expect(draft.email).toMatchObject({ value: "ada@example.com" })
    expect(draft.text.slice(draft.name?.span.start, draft.name?.span.end)).toBe("Ada Park")
    expect((await maya.ledger.read()).entries).toHaveLength(before)
    const profile = toCandidate(draft) ?? expect.fail("no name")
    const { candidate, document } = await maya.candidates.confirmResume({ profile, document: file })
    expect(candidate).toMatchObject({ name: "Ada Park", email: "ada@example.com" })
    expect(candidate.employment).toMatchObject([{ employer: "Monzo Bank Ltd", start: "2019-01", current: true }])
    expect(document).toMatchObject({ category: "resume", subjects: [{ type: "candidate", id: candidate.id }] })
    expect(await named("zwitterion")).toEqual([candidate.id])
    expect(await maya.candidates.readResume(document?.id ?? "")).toEqual(draft)
    const { entries } = await maya.ledger.read()
    expect(JSON.stringify(entries)).not.toContain("Zwitterion")
    expect(replay(entries).get(candidate.id)?.record).toEqual(candidate)
    await maya.candidates.erase(candidate.id, { reason: "asked to" })
    expect(await named("zwitterion")).toEqual([])
  })

  test("bring a candidate up to date by what was chosen of them", async () => {
    const { maya, named } = await start(reader)
    const { id } = await maya.candidates.create({ name: "Ada", location: "Graz" })
    const draft = await maya.candidates.readResume(file)
    const { skills = [] } = toCandidate(draft) ?? {}
    const again = () =>
      maya.candidates.confirmResume(id, { profile: { skills }, document: file }, { idempotencyKey: "once" })
    const { candidate } = await again()
    expect(candidate).toMatchObject({ id, name: "Ada", location: "Graz", skills: ["sql", "java"] })
    expect(await again()).toMatchObject({ candidate })
    expect((await maya.documents.list({ about: id })).items).toHaveLength(1)
    expect(await named("zwitterion")).toEqual([id])
  })

  test("that cannot be read are kept all the same, and not found by their text", async () => {
    const failing: ReadonlyArray<ResumeReader> = [
      reader,
      { read: () => Promise.reject(new Error("no answer")) },
      {
        read: () => {
          throw new Error("a fault of the host's")
        },
      },
      { read: () => Promise.resolve(JSON.parse('{"text": 7}')) },
    ]
    for (const resumes of failing) {
      const { maya, named } = await start(resumes)
      const { id } = await maya.candidates.create({ name: "Ada" })
      const document = await maya.documents.attach({ ...broken, category: "resume", about: [id] })
      expect((await maya.documents.read(document.id)).bytes).toEqual(broken.bytes)
      expect(await named("zwitterion")).toEqual([])
      expect(await named("broken.pdf")).toEqual([id])
      await expect(maya.candidates.readResume(document.id)).rejects.toBeInstanceOf(ResumeUnreadable)
    }
  })

  test("are found by the text that the caller gives, and read for no other kind of document", async () => {
    let asked = 0
    const counting: ResumeReader = {
      read: (given) => {
        asked++
        return reader.read(given)
      },
    }
    const { maya, named } = await start(counting)
    const { id } = await maya.candidates.create({ name: "Ada" })
    await maya.documents.attach({ ...broken, category: "resume", about: [id], text: "Scanned: kittiwake." })
    await maya.documents.attach({ ...file, category: "contract", about: [id] })
    expect(asked).toBe(0)
    expect([await named("kittiwake"), await named("zwitterion")]).toEqual([[id], []])
    await maya.documents.attach({ ...file, category: "resume", about: [id] })
    expect([asked, await named("zwitterion")]).toEqual([1, [id]])
  })

  test("need a reader to be read, and none to be kept", async () => {
    const { maya } = await start()
    await expect(maya.candidates.readResume(file)).rejects.toMatchObject({
      _tag: "ResumeUnreadable",
      reason: "readerMissing",
    })
    await expect(maya.candidates.readResume("doc_nobody")).rejects.toMatchObject({ _tag: "NotFound" })
    const { candidate } = await maya.candidates.confirmResume({ profile: { name: "Ada" }, document: file })
    expect((await maya.documents.list({ about: candidate.id })).items).toHaveLength(1)
  })
})
