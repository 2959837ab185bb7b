import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { disclose } from "../../../src/domain/privacy/Disclosure.js"
import { type BlobStore, Nouns, replay } from "../../../src/index.js"
import { isSearchable } from "../../../src/search/Fields.js"
import { type Database, kinds } from "../../faults/databases.js"
import { agency } from "./agency.js"

const secret = "Wheatear"
const hex = Buffer.from(secret).toString("hex")

const answers = { [`${secret} question`]: `${secret} answer`, gender: "female" }

describe.each(kinds)("answers on equal opportunity on $name", (kind) => {
  const start = async (blobs?: BlobStore) => {
    const database = await kind.fresh()
    const here = await agency(database, blobs === undefined ? {} : { blobs })
    const someone = () => here.maya.candidates.create({ name: "Ada Park", skills: ["sql"], location: "Berlin" })
    return { ...here, database, someone, here: await someone() }
  }
  /** Whether the answers stand anywhere in the tables but in the bytes beside the record. */
  const stands = async (database: Database) => {
    const parts = (await database.dump())
      .split("\n\n")
      .filter((part) => !/blobs/.test(part.trimStart().split("\n")[0] ?? ""))
    return parts.some((part) => part.includes(secret) || part.toLowerCase().includes(hex))
  }

  test("come out of nothing but counts and the person's own export", async () => {
    const { database, desk, here, maya, someone, whole } = await start()
    const { id } = here
    const said = await maya.privacy.recordEqualOpportunity(id, { answers }, { idempotencyKey: "said" })
    expect(said).toEqual({ candidateId: id, collectedAt: expect.any(String) })
    expect(await maya.privacy.recordEqualOpportunity(id, { answers }, { idempotencyKey: "said" })).toEqual(said)
    const other = await someone()
    const position = await desk.position()
    await maya.submissions.shortlist({ candidateId: id, positionId: position })
    const seen: Array<unknown> = [
      await maya.candidates.profile(id),
      await maya.candidates.history(id),
      await maya.candidates.explain(id),
      await maya.candidates.duplicates(id),
      await maya.candidates.suggest(id),
      await maya.positions.suggest(position),
      await maya.candidates.export(other.id),
      await maya.candidates.previewMerge(other.id, { into: id }),
      await maya.ledger.read({ limit: 1000 }),
      await maya.privacy.equalOpportunity({ question: "gender" }),
      await maya.reports.funnel({ pipeline: "candidate", from: new Date(0), to: new Date("2100-01-01T00:00:00Z") }),
    ]
    for (const part of Object.values(maya)) {
      for (const reader of [part, ...Object.values(part)])
        if (typeof reader === "object" && "list" in reader && typeof reader.list === "function")
          seen.push(await reader.list())
    }
    expect(seen.length).toBeGreaterThan(20)
    expect(JSON.stringify(seen)).not.toContain(secret)
    for (const query of [secret, `${secret} answer`, "female", "gender"])
      expect((await maya.search.candidates(query)).hits, query).toEqual([])
    await expect(maya.candidates.list({ where: { equalOpportunity: secret } as object })).rejects.toMatchObject({
      _tag: "InvalidInput",
    })
    expect(await stands(database)).toBe(false)
    expect((await maya.candidates.export(id)).equalOpportunity).toEqual(answers)
    expect((await maya.candidates.export(other.id)).equalOpportunity).toBeNull()
    await whole()
  })

  test("go with the person, or before, from the database and from the host's store", async () => {
    const store = new Map<string, Uint8Array>()
    const blobs: BlobStore = {
      put: async (_workspace, key, bytes) => void store.set(key, bytes),
      get: async (_workspace, key) => store.get(key) ?? null,
      remove: async (_workspace, key) => void store.delete(key),
    }
    for (const config of [undefined, blobs]) {
      const { database, here, maya, someone, whole } = await start(config)
      const { id } = here
      await maya.privacy.recordEqualOpportunity(id, { answers })
      await maya.privacy.recordEqualOpportunity(id, { answers: { gender: "male" } })
      expect((await maya.candidates.export(id)).equalOpportunity).toEqual({ gender: "male" })
      expect(store.size).toBe(config === undefined ? 0 : 1)
      const [entry] = (await maya.ledger.read({ limit: 1000 })).entries.filter(
        ({ type }) => type === "EqualOpportunityRecorded",
      )
      await expect(maya.ledger.correct(entry?.id ?? "", { reason: "typo" })).rejects.toMatchObject({
        _tag: "CorrectionRefused",
        because: "erased",
      })
      const { id: holdId } = await maya.candidates.hold(id, { reason: "lawsuit" })
      for (const act of [
        () => maya.privacy.forgetEqualOpportunity(id),
        () => maya.privacy.recordEqualOpportunity(id, { answers }),
      ])
        await expect(act()).rejects.toMatchObject({ _tag: "UnderLegalHold", candidateId: id, holdIds: [holdId] })
      await maya.candidates.releaseHold(id)
      expect(await maya.privacy.forgetEqualOpportunity(id)).toEqual({ candidateId: id, collectedAt: null })
      expect((await maya.candidates.export(id)).equalOpportunity).toBeNull()
      expect(store.size).toBe(0)
      const twin = await someone()
      for (const one of [id, twin.id]) await maya.privacy.recordEqualOpportunity(one, { answers })
      await maya.candidates.merge(twin.id, { into: id })
      expect((await maya.candidates.export(id)).equalOpportunity).toEqual(answers)
      await maya.candidates.erase(id, { reason: "asked to" })
      expect((await maya.candidates.export(id)).equalOpportunity).toBeNull()
      expect(store.size).toBe(0)
      await expect(maya.privacy.recordEqualOpportunity(id, { answers })).rejects.toMatchObject({
        _tag: "TransitionRefused",
      })
      expect(await database.dump()).not.toContain(hex)
      const { entries } = await maya.ledger.read({ limit: 1000 })
      expect([...replay(entries).values()].filter(({ noun }) => noun === "equalOpportunity")).toEqual([])
      await whole()
    }
  })

  test("are counted once a person, and never below the floor", async () => {
    const { maya, someone } = await start()
    const question = "gender"
    const say = async (gender: string, times: number) => {
      for (let n = 0; n < times; n++)
        await maya.privacy.recordEqualOpportunity((await someone()).id, { answers: { gender } })
    }
    await say("female", 4)
    expect(await maya.privacy.equalOpportunity({ question })).toEqual({
      question,
      floor: 5,
      answers: [],
      folded: 0,
      total: null,
    })
    await say("female", 2)
    await say("male", 5)
    const named = {
      answers: [
        { answer: "female", count: 6 },
        { answer: "male", count: 5 },
      ],
      folded: 0,
      total: 11,
    }
    expect(await maya.privacy.equalOpportunity({ question })).toMatchObject(named)
    await say(secret, 1)
    expect(await maya.privacy.equalOpportunity({ question })).toMatchObject({
      answers: [{ answer: "female", count: 6 }],
      folded: 6,
      total: 12,
    })
    expect(await maya.privacy.equalOpportunity({ question, floor: 13 })).toMatchObject({ answers: [], total: null })
    expect(await maya.privacy.equalOpportunity({ question: "constructor" })).toMatchObject({ total: null })
    for (const floor of [1, 4, 5.5])
      await expect(maya.privacy.equalOpportunity({ question, floor })).rejects.toMatchObject({ field: "floor" })
  })
})

test("no search knows the noun, and it has no field for an answer", () => {
  expect(isSearchable("equalOpportunity")).toBe(false)
  expect(Object.keys(Nouns.equalOpportunity.fields)).toEqual(["candidateId", "collectedAt", "blobKey"])
})

test("counts that are given never leave a rest between one and the floor, nor tell what everybody said", () => {
  const all = fc.uniqueArray(fc.tuple(fc.string(), fc.integer({ min: 1, max: 30 })), { selector: ([name]) => name })
  let folded = 0
  fc.assert(
    fc.property(all, fc.integer({ min: 5, max: 20 }), (entries, floor) => {
      const counts = new Map(entries)
      const given = disclose(counts, floor)
      const total = entries.reduce((sum, [, count]) => sum + count, 0)
      const named = given.answers.reduce((sum, { count }) => sum + count, 0)
      expect(given.total).toBe(total < floor ? null : total)
      for (const { answer, count } of given.answers) {
        expect(counts.get(answer)).toBe(count)
        expect(count).toBeGreaterThanOrEqual(floor)
        expect(count).toBeLessThan(total)
      }
      if (given.total === null) expect([named, given.folded]).toEqual([0, 0])
      else expect(named + given.folded).toBe(total)
      if (given.folded > 0) {
        folded++
        expect(given.folded).toBeGreaterThanOrEqual(floor)
      }
    }),
  )
  expect(folded).toBeGreaterThan(20)
})
