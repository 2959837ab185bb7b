import { describe, expect, test } from "vitest"
import { kinds, open } from "../../faults/databases.js"

// What an agency does not set is as it is by default.
const settings = { duplicates: { country: "DE", points: { location: 10 } } }

describe.each(kinds)("duplicates on $name", ({ fresh }) => {
  test("are found by any contact and by a like name, before and after somebody is on file", async () => {
    const maya = (await open(await fresh(), { settings })).as("maya")
    const ada = await maya.candidates.create({
      name: "Ada Park",
      email: "ada@x.test",
      phone: "030 123456",
      location: "Berlin",
    })
    await maya.candidates.create({ name: "Bo Lind", email: "bo@x.test" })
    const twin = await maya.candidates.findDuplicates({ name: "PARK, Áda", phone: "+49 30 123456" })
    expect(twin).toMatchObject([
      {
        candidateId: ada.id,
        verdict: "same",
        score: 75,
        terms: [
          { term: "phone", similarity: 1, points: 50 },
          { term: "name", similarity: 1, points: 25 },
        ],
        candidate: { name: "Ada Park" },
      },
    ])
    expect(await maya.candidates.findDuplicates({ name: "Ada Parks", location: "berlin" })).toMatchObject([
      { candidateId: ada.id, verdict: "likely" },
    ])
    expect(await maya.candidates.findDuplicates({ email: "ADA+jobs@x.test" })).toMatchObject([{ candidateId: ada.id }])
    expect(await maya.candidates.findDuplicates({})).toEqual([])
    const other = await maya.candidates.create({ name: "Ada Park", email: "Ada@X.test" })
    expect((await maya.candidates.duplicates(ada.id)).map(({ candidateId }) => candidateId)).toEqual([other.id])
    const { pairs, cursor } = await maya.candidates.sweepDuplicates()
    expect(pairs).toMatchObject([{ candidateIds: [ada.id, other.id], verdict: "same" }])
    expect(cursor).toBeNull()
    // Page by page each pair is told once.
    const told = []
    for (let after: string | null = null; ; ) {
      const page: Awaited<ReturnType<typeof maya.candidates.sweepDuplicates>> = await maya.candidates.sweepDuplicates({
        limit: 1,
        after,
      })
      told.push(...page.pairs)
      after = page.cursor
      if (after === null) break
    }
    expect(told).toEqual(pairs)
    await maya.candidates.update(other.id, { name: "Eve Stone", email: "eve@x.test" })
    expect(await maya.candidates.duplicates(ada.id)).toEqual([])
    expect((await maya.candidates.sweepDuplicates()).pairs).toEqual([])
  })

  test("are not found across workspaces, nor after a mistake is taken back", async () => {
    const crm = await open(await fresh())
    const [maya, eve] = [crm.as("maya"), crm.workspace("other").as("eve")]
    const ada = await maya.candidates.create({ name: "Ada Park", email: "ada@x.test" })
    const person = { name: "Ada Park", email: "ada@x.test" }
    expect(await eve.candidates.findDuplicates(person)).toEqual([])
    await expect(eve.candidates.duplicates(ada.id)).rejects.toMatchObject({ _tag: "NotFound" })
    const [created] = await maya.candidates.history(ada.id)
    await maya.candidates.correct(created?.id ?? "", { reason: "never was" })
    expect(await maya.candidates.findDuplicates(person)).toEqual([])
    await maya.candidates.correct((await maya.candidates.history(ada.id)).at(-1)?.id ?? "", { reason: "was" })
    expect(await maya.candidates.findDuplicates(person)).toHaveLength(1)
  })

  test("merged away are found as who they are now, by either's contacts, until the merge is undone", async () => {
    const maya = (await open(await fresh())).as("maya")
    const old = await maya.candidates.create({ name: "Ada Park", email: "ada@old.test" })
    const now = await maya.candidates.create({ name: "Ada Park", email: "ada@new.test" })
    await maya.candidates.merge(old.id, { into: now.id })
    const byOld = () => maya.candidates.findDuplicates({ name: "Ada Park", email: "ada@old.test" })
    expect(await byOld()).toMatchObject([{ candidateId: now.id, verdict: "same" }])
    expect(await maya.candidates.duplicates(now.id)).toEqual([])
    await maya.candidates.import([{ name: "A. Park", email: "ada@old.test" }], { duplicates: "skip" })
    expect((await maya.candidates.list()).items).toHaveLength(1)
    await maya.candidates.unmerge(old.id, { reason: "two" })
    expect(await byOld()).toMatchObject([{ candidateId: old.id, verdict: "same" }])
  })

  test("of an import are skipped, reported or created, within the file too", async () => {
    const maya = (await open(await fresh())).as("maya")
    const ada = await maya.candidates.create({ name: "Ada Park", email: "ada@x.test", location: "Berlin" })
    const rows = [
      { name: "Ada Park", email: "ADA@x.test" },
      { name: "Bo Lind", email: "bo@x.test" },
      { name: "Lind Bo", email: "bo@x.test" },
      { name: "" },
      { name: "Ada Parc", location: "Berlin" },
    ]
    const landed: Array<{ readonly index: number; readonly id: string }> = []
    const skipped = await maya.candidates.import(rows, {
      duplicates: "skip",
      batchSize: 2,
      onProgress: (progress) => landed.push(...progress.landed),
    })
    const bo = landed.find(({ index }) => index === 1)?.id
    expect(skipped).toMatchObject({
      imported: 2,
      skipped: 3,
      problems: [{ index: 3 }],
      duplicates: [
        { index: 0, candidateId: ada.id, verdict: "same", imported: false },
        { index: 2, candidateId: bo, verdict: "same", imported: false },
      ],
    })
    const reported = await maya.candidates.import(rows, { duplicates: "report" })
    expect(reported).toMatchObject({ imported: 4, skipped: 1 })
    expect(reported.duplicates?.map(({ index, imported }) => [index, imported])).toEqual([
      [0, true],
      [1, true],
      [2, true],
      [4, true],
    ])
    expect(reported.duplicates?.[3]).toMatchObject({ verdict: "likely" })
    expect(await maya.candidates.import(rows)).toEqual({ imported: 4, skipped: 1, problems: [expect.anything()] })
    const clients = maya.clients.import([], { duplicates: "skip" } as object)
    await expect(clients).rejects.toMatchObject({ _tag: "InvalidInput", field: "duplicates" })
  })
})
