import { describe, expect, test } from "vitest"
import { kinds } from "../../faults/databases.js"
import { desk } from "../../faults/desk.js"
import { agency } from "./agency.js"
import { remains } from "./remains.js"

const whole = { from: new Date(0), to: new Date("2100-01-01T00:00:00Z") }

describe.each(kinds)("where somebody came from, after an erasure on $name", (kind) => {
  const opened = async (config: Parameters<typeof agency>[1] = {}) => {
    const database = await kind.fresh()
    const here = await agency(database, { reports: { from: 1, foldAfter: 1, blockSize: 2 }, ...config })
    const { maya } = here
    const sources = async () =>
      (await maya.reports.sources(whole)).rows.map(({ candidates, source }) => [source, candidates])
    const left = async () => {
      await maya.privacy.compact()
      return (await remains(kind, database)).toLowerCase()
    }
    return { ...here, sources, left }
  }
  const reason = "asked to"

  test("is no more where it names them, as they were ever called or reached", async () => {
    const { left, maya, sources, whole: sound } = await opened()
    await maya.candidates.create({ name: "Bo Lind", source: "fair" })
    let key = 0
    for (const source of [
      "friend of Änna SCHMIDT",
      "schmidt, anna",
      "annaschmidt.example",
      "a note from Anna.S@x.test",
      "called +49 (30) 123 45 67",
      "Meyer",
    ]) {
      const { id } = await maya.candidates.create({
        name: "Anna Schmidt",
        email: "anna.s@x.test",
        phone: "+49301234567",
        source,
      })
      const submission = await maya.submissions.shortlist({
        candidateId: id,
        positionId: await desk(maya).position(),
      })
      expect(submission.source).toBe(source)
      await maya.candidates.update(id, { name: "Meyer", email: null, phone: null }, { idempotencyKey: `key ${key++}` })
      await sources()
      const { candidate, receipt } = await maya.candidates.erase(id, { reason })
      expect(receipt.source, source).toBe("removed")
      expect(candidate.source).toBeNull()
      expect((await maya.submissions.get(submission.id)).source).toBeNull()
      expect((await maya.candidates.history(id)).at(-1)?.data).toMatchObject({ source: "removed" })
      expect(await sources()).toContainEqual(["fair", 1])
      expect(await left()).not.toMatch(/schmidt|anna|meyer|friend of|1234567|123 45 67/)
    }
    expect(await sources()).toEqual(expect.arrayContaining([[null, 6]]))
    await sound()
  })

  test("counts as what the caller says where it names them or nobody else has it, and stays where it is shared", async () => {
    const { left, maya, sources, whole: sound } = await opened()
    const { id: shared } = await maya.candidates.create({ name: "Anna Schmidt", source: "fair" })
    const { id: alone } = await maya.candidates.create({ name: "Bo Lind", source: "the tall one" })
    const { id: named } = await maya.candidates.create({ name: "Cleo Park", source: "Cleo Park" })
    const { id: none } = await maya.candidates.create({ name: "Dan Roth" })
    await maya.candidates.create({ name: "Eve Moss", source: "fair" })
    const erased = async (id: string, source?: string) =>
      (await maya.candidates.erase(id, { reason, ...(source !== undefined && { source }) })).receipt.source
    const counted = await sources()
    await expect(erased(named, "with Cleo Park")).rejects.toMatchObject({ _tag: "InvalidInput", field: "source" })
    expect(await erased(shared, "referral")).toBe("shared")
    expect(await erased(none, "referral")).toBe("none")
    expect(await erased(alone)).toBe("alone")
    expect(new Set(await sources())).toEqual(new Set(counted))
    expect(await erased(named, "referral")).toBe("replaced")
    // Looked at, and said since.
    expect(await erased(alone, "referral")).toBe("replaced")
    expect((await maya.candidates.get(alone)).source).toBe("referral")
    expect(new Set(await sources())).toEqual(
      new Set([
        ["fair", 2],
        ["referral", 2],
        [null, 1],
      ]),
    )
    const then = await maya.reports.sources({ ...whole, asOf: new Date(Date.now()), knowledge: "then" })
    expect(then.rows.map(({ source }) => source)).not.toContain("the tall one")
    expect((await maya.candidates.list({ where: { source: "referral" } })).items).toHaveLength(2)
    expect((await maya.search.candidates("source:fair")).hits).toHaveLength(2)
    expect(await left()).not.toMatch(/the tall one|cleo/)
    await sound()
  })

  test("is told by a sweep before it is done, and counts as what it is told to", async () => {
    const { maya, wait } = await opened({ settings: { retention: { months: 1 } } })
    await maya.candidates.create({ name: "Anna Schmidt", source: "Anna Schmidt" })
    await maya.candidates.create({ name: "Bo Lind", source: "fair" })
    await maya.candidates.create({ name: "Cleo Park", source: "fair" })
    await maya.clients.addContact(await desk(maya).client(), { name: "Lena Ruiz" })
    wait(60 * 86_400_000)
    const due = async (source?: string) =>
      (await maya.privacy.sweep({ ...(source !== undefined && { source }) })).due.map((one) => one.source)
    expect(await due()).toEqual(["removed", "shared", "shared", "none"])
    expect(await due("referral")).toEqual(["replaced", "shared", "shared", "none"])
    const { receipts } = await maya.privacy.sweep({ dryRun: false, source: "referral" })
    expect(receipts.map(({ source }) => source)).toEqual(["replaced", "shared", "shared", "none"])
    expect((await maya.candidates.list({ where: { source: "referral" } })).items).toHaveLength(1)
  })
})
