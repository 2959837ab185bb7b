import { describe, expect, test } from "vitest"
import { defaultSettings } from "../../../src/index.js"
import { kinds, open } from "../../faults/databases.js"

const settings = { duplicates: { ...defaultSettings.duplicates, country: "DE" } }

describe.each(kinds)("duplicates among contacts on $name", ({ fresh }) => {
  const agency = async () => {
    const crm = await open(await fresh(), { settings })
    const maya = crm.as("maya")
    const [acme, globex] = [await maya.clients.create({ name: "Acme" }), await maya.clients.create({ name: "Globex" })]
    return { acme: acme.id, crm, globex: globex.id, maya, ...maya.clients.contacts }
  }
  const ids = (found: ReadonlyArray<{ readonly contactId: string }>) => found.map(({ contactId }) => contactId)

  test("are found by what they are reached by, and by a like name at the same client", async () => {
    const { acme, duplicates, findDuplicates, globex, maya } = await agency()
    const lena = await maya.clients.addContact(acme, {
      name: "Lena Ruiz",
      email: "lena@acme.test",
      phone: "030 123456",
    })
    const twin = await maya.clients.addContact(acme, { name: "Ruiz, Léna" })
    const moved = await maya.clients.addContact(globex, { name: "Lena Ruiz", phone: "+49 30 123456" })
    await maya.clients.addContact(globex, { name: "Lena Ruiz" })
    await maya.clients.addContact(acme, { name: "Bo Lind", phone: "+49 30 1234567" })
    const found = await duplicates(lena.id)
    expect(found).toMatchObject([
      {
        contactId: moved.id,
        contact: { clientId: globex },
        verdict: "same",
        score: 75,
        terms: [
          { term: "phone", similarity: 1, points: 50 },
          { term: "name", similarity: 1, points: 25 },
          { term: "location", similarity: 0, points: 0 },
        ],
      },
      {
        contactId: twin.id,
        verdict: "likely",
        score: 35,
        terms: [
          { term: "name", similarity: 1, points: 25 },
          { term: "location", similarity: 1, points: 10 },
        ],
      },
    ])
    expect(ids(await findDuplicates({ email: "LENA+hr@acme.test" }))).toEqual([lena.id])
    expect(ids(await findDuplicates({ name: "Lena Ruiz", clientId: acme }))).toEqual([lena.id, twin.id])
    expect(await findDuplicates({ name: "Lena Ruiz" })).toEqual([])
    expect(await findDuplicates({})).toEqual([])
    await maya.clients.updateContact(moved.id, { phone: null })
    expect(ids(await duplicates(lena.id))).toEqual([twin.id])
    // Two companies that are one have the same people twice.
    await maya.clients.merge(globex, { into: acme })
    expect(await duplicates(lena.id)).toHaveLength(3)
    expect(await findDuplicates({ name: "Lena Ruiz", clientId: globex })).toHaveLength(4)
  })

  test("are of contacts alone, as those of candidates are of candidates, and of one workspace", async () => {
    const { acme, crm, duplicates, findDuplicates, maya, sweepDuplicates } = await agency()
    const person = { name: "Lena Ruiz", email: "lena@acme.test" }
    const one = await maya.clients.addContact(acme, person)
    const candidate = await maya.candidates.create(person)
    expect(await duplicates(one.id)).toEqual([])
    expect(await maya.candidates.duplicates(candidate.id)).toEqual([])
    expect(ids(await findDuplicates(person))).toEqual([one.id])
    expect((await maya.candidates.findDuplicates(person)).map(({ candidateId }) => candidateId)).toEqual([candidate.id])
    const done = await maya.candidates.import([{ name: "Bo Lind", email: "bo@acme.test" }, person], {
      duplicates: "skip",
    })
    expect(done).toMatchObject({ imported: 1, duplicates: [{ index: 1, candidateId: candidate.id }] })
    expect((await sweepDuplicates()).pairs).toEqual([])
    expect((await maya.candidates.sweepDuplicates()).pairs).toEqual([])
    await expect(duplicates(candidate.id)).rejects.toMatchObject({ _tag: "NotFound", noun: "contact" })
    await expect(maya.candidates.duplicates(one.id)).rejects.toMatchObject({ _tag: "NotFound", noun: "candidate" })
    const eve = crm.workspace("other").as("eve")
    expect(await eve.clients.contacts.findDuplicates(person)).toEqual([])
    await expect(eve.clients.contacts.duplicates(one.id)).rejects.toMatchObject({ _tag: "NotFound" })
  })

  test("are swept page by page, each pair once, beside those of candidates", async () => {
    const { acme, maya, sweepDuplicates } = await agency()
    const person = { name: "Lena Ruiz", email: "lena@acme.test", phone: "+49 30 123456" }
    const other = { name: "Bo Lind", email: "bo@acme.test" }
    const [one, two] = [await maya.clients.addContact(acme, person), await maya.clients.addContact(acme, person)]
    const [three, four] = [await maya.clients.addContact(acme, other), await maya.clients.addContact(acme, other)]
    const pair = [await maya.candidates.create(person), await maya.candidates.create(person)]
    const { cursor, pairs } = await sweepDuplicates()
    expect(pairs).toMatchObject([
      { contactIds: [three.id, four.id], verdict: "same" },
      { contactIds: [one.id, two.id], verdict: "same", score: 145 },
    ])
    expect(cursor).toBeNull()
    const told = []
    for (let after: string | null = null; ; ) {
      const page: Awaited<ReturnType<typeof sweepDuplicates>> = await sweepDuplicates({ limit: 1, after })
      told.push(...page.pairs)
      after = page.cursor
      if (after === null) break
    }
    expect(told).toEqual(pairs)
    const candidates = { pairs: [{ candidateIds: pair.map(({ id }) => id) }], cursor: null }
    expect(await maya.candidates.sweepDuplicates()).toMatchObject(candidates)
    // A cursor of the other sweep begins at the beginning.
    expect(await maya.candidates.sweepDuplicates({ after: "contact:e:a" })).toMatchObject(candidates)
    expect((await sweepDuplicates({ after: "a" })).pairs).toEqual(pairs)
    expect((await sweepDuplicates({ after: "e:" })).pairs).toEqual([])
  })

  test("merged away are found as who they are now, until the merge is undone, and erased not at all", async () => {
    const { acme, duplicates, erase, findDuplicates, maya, merge, sweepDuplicates, unmerge } = await agency()
    const old = await maya.clients.addContact(acme, { name: "Lena Ruiz", email: "lena@old.test" })
    const now = await maya.clients.addContact(acme, { name: "Lena Ruiz", email: "lena@acme.test" })
    const [found] = await duplicates(old.id)
    await merge(old.id, { into: found?.contactId ?? "" })
    const byOld = async () => ids(await findDuplicates({ name: "Lena Ruiz", email: "lena@old.test", clientId: acme }))
    expect(await byOld()).toEqual([now.id])
    expect(await duplicates(old.id)).toEqual([])
    expect((await sweepDuplicates()).pairs).toEqual([])
    await unmerge(old.id, { reason: "two" })
    expect(await byOld()).toEqual([old.id, now.id])
    await merge(old.id, { into: now.id })
    await erase(old.id, { reason: "asked to" })
    expect(await byOld()).toEqual([])
    const [added] = await maya.clients.contacts.history((await maya.clients.addContact(acme, { name: "Bo Lind" })).id)
    await maya.ledger.correct(added?.id ?? "", { reason: "never was" })
    expect(await findDuplicates({ name: "Bo Lind", clientId: acme })).toEqual([])
  })
})
