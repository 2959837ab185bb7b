import { ListArchived } from "matchloop"
import { expect, test } from "vitest"
import type { Client } from "../../src/index.js"
import { everywhere } from "../support/everywhere.js"

let time = Date.UTC(2026, 0, 5)

/** What can be archived, each with what makes one. */
const archivable = [
  ["lists", (maya: Client, name: string) => maya.search.lists.create({ name })],
  ["saved", (maya: Client, name: string) => maya.search.saved.create({ name, query: "sql" })],
  ["segments", (maya: Client, name: string) => maya.search.segments.create({ name, query: "sql" })],
] as const

const fact = { lists: "List", saved: "SavedSearch", segments: "Segment" }

everywhere(
  (agency) => {
    test.each(archivable)("of %s the archived leave the listing, can be read, and come back", async (kind, make) => {
      const maya = agency().as("maya")
      const kept = maya.search[kind]
      const { id: old } = await make(maya, "old")
      const { id: now } = await make(maya, "now")
      const listed = async (query: Parameters<typeof maya.search.lists.list>[0] = {}) =>
        (await kept.list(query as object)).items.map(({ id }) => id)
      time += 1000
      const archived = await kept.archive(old)
      const archivedAt = new Date(time).toISOString()
      expect([archived.archivedAt, await kept.get(old)]).toEqual([archivedAt, archived])
      expect(await Promise.all([listed(), listed({ archived: "without" })])).toEqual([[now], [now]])
      expect(await listed({ archived: "only" })).toEqual([old])
      expect(await listed({ archived: "with" })).toEqual([old, now])
      // Whoever asks for a time of archiving has said which.
      expect(await listed({ where: { archivedAt: { from: archivedAt } } })).toEqual([old])
      expect(await listed({ where: { archivedAt: null } })).toEqual([now])
      expect(await listed({ where: { archivedAt: { before: archivedAt } }, archived: "only" })).toEqual([])
      expect(await listed({ where: { name: "old" } })).toEqual([])
      expect(await listed({ where: { name: "old" }, archived: "with" })).toEqual([old])
      expect((await kept.getMany([old, now])).items.map(({ id }) => id)).toEqual([old, now])
      // Twice is once: nothing is written, and the time stays.
      time += 1000
      expect(await kept.archive(old)).toEqual(archived)
      const restored = await kept.restore(old)
      expect([restored.archivedAt, await listed()]).toEqual([null, [old, now]])
      expect(await kept.restore(old)).toEqual(restored)
      const told = (await kept.history(old)).map(({ type }) => type).slice(1)
      expect(told).toEqual([`${fact[kind]}Archived`, `${fact[kind]}Restored`])
    })

    test.each(archivable)(
      "of %s a correction takes back that one was archived, and that it was restored",
      async (kind, make) => {
        const maya = agency().as("maya")
        const kept = maya.search[kind]
        const { id } = await make(maya, "mine")
        const last = async () => (await kept.history(id)).at(-1)?.id ?? ""
        const { archivedAt } = await kept.archive(id)
        await maya.ledger.correct(await last(), { reason: "the wrong one" })
        expect([(await kept.get(id)).archivedAt, (await kept.list()).items.length]).toEqual([null, 1])
        await maya.ledger.correct(await last(), { reason: "it was right" })
        expect([(await kept.get(id)).archivedAt, (await kept.list()).items.length]).toEqual([archivedAt, 0])
        await kept.restore(id)
        await maya.ledger.correct(await last(), { reason: "the wrong one" })
        expect([(await kept.get(id)).archivedAt, (await kept.list()).items.length]).toEqual([archivedAt, 0])
      },
    )

    test("pages of a listing count the archived out", async () => {
      const maya = agency().as("maya")
      const ids: Array<string> = []
      for (const name of ["a", "b", "c", "d", "e"]) ids.push((await maya.search.lists.create({ name })).id)
      for (const id of [ids[1], ids[2], ids[4]]) await maya.search.lists.archive(id ?? "")
      const first = await maya.search.lists.list({ limit: 1 })
      const rest = await maya.search.lists.list({ limit: 1, after: first.cursor })
      expect([...first.items, ...rest.items].map(({ name }) => name)).toEqual(["a", "d"])
      expect(rest.cursor).toBeNull()
      const order = { field: "name", direction: "desc" } as const
      const others = await maya.search.lists.list({ archived: "only", order })
      expect(others.items.map(({ name }) => name)).toEqual(["e", "c", "b"])
    })

    test("what cannot be archived is not asked so", async () => {
      const maya = agency().as("maya")
      const query: object = { archived: "only" }
      const refused = { _tag: "InvalidInput", field: "archived" }
      await expect(maya.candidates.list(query)).rejects.toMatchObject(refused)
      await expect(maya.search.optOuts.list(query)).rejects.toMatchObject(refused)
      const odd: object = { archived: true }
      await expect(maya.search.lists.list(odd)).rejects.toMatchObject(refused)
    })

    test("an archived list shows who is on it through merges and erasures, lets go, and takes nobody", async () => {
      const maya = agency().as("maya")
      const person = async (name: string) => (await maya.candidates.create({ name, skills: ["sql"] })).id
      const [ada, bo, eve, flo] = [await person("Ada"), await person("Bo"), await person("Eve"), await person("Flo")]
      const { id: hot } = await maya.search.lists.create({ name: "hot" })
      const { id: later } = await maya.search.lists.create({ name: "later" })
      const onList = async () => (await maya.search.lists.members(hot)).items.map(({ record }) => record.id)
      await maya.search.lists.add(hot, { members: [ada, bo, eve] })
      await maya.search.lists.add(later, { members: [bo] })
      const { archivedAt } = await maya.search.lists.archive(hot)
      expect(await onList()).toEqual([ada, bo, eve])
      const refused = await maya.search.lists.add(hot, { members: [flo] }).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(ListArchived)
      expect(refused).toMatchObject({ listId: hot, archivedAt })
      expect((await maya.search.lists.rename(hot, { name: "warm" })).archivedAt).toBe(archivedAt)
      await maya.candidates.merge(ada, { into: bo })
      expect(await onList()).toEqual([bo, eve])
      // In use before archived, though the other is the newer one.
      const { id: newest } = await maya.search.lists.create({ name: "newest" })
      await maya.search.lists.add(newest, { members: [bo] })
      await maya.search.lists.archive(newest)
      expect((await maya.candidates.profile(bo)).lists.map(({ id }) => id)).toEqual([later, newest, hot])
      await maya.candidates.erase(eve, { reason: "asked to" })
      expect(await onList()).toEqual([bo])
      expect(await maya.search.lists.remove(hot, { members: [bo] })).toHaveLength(2)
      await maya.search.lists.restore(hot)
      expect(await maya.search.lists.add(hot, { members: [flo, bo] })).toHaveLength(2)
      expect(await onList()).toEqual([flo, bo])
    })

    test("an archived search and an archived segment run as before, and segments are changed", async () => {
      const maya = agency().as("maya")
      const { id } = await maya.candidates.create({ name: "Ada", skills: ["sql"] })
      const saved = await maya.search.saved.create({ name: "sql", query: "sql" })
      const segment = await maya.search.segments.create({ name: "sql", query: "java" })
      await maya.search.saved.archive(saved.id)
      await maya.search.segments.archive(segment.id)
      expect((await maya.search.saved.run(saved.id)).hits.map(({ record }) => record.id)).toEqual([id])
      expect((await maya.search.segments.members(segment.id)).total).toBe(0)
      const changed = await maya.search.segments.update(segment.id, { query: "sql" })
      expect([changed.archivedAt === null, (await maya.search.segments.members(segment.id)).total]).toEqual([false, 1])
    })

    test("a person's export is the same, and who comes in to a list that is archived there leaves it so", async () => {
      const [here, there] = [agency().as("maya"), agency().as("maya")]
      const [ada, bo] = [await here.candidates.create({ name: "Ada" }), await here.candidates.create({ name: "Bo" })]
      const list = await here.search.lists.create({ name: "Stars" })
      await here.search.lists.add(list.id, { members: [ada.id, bo.id] })
      const exported = await here.candidates.export(ada.id)
      await here.search.lists.archive(list.id)
      expect(await here.candidates.export(ada.id)).toEqual(exported)
      await there.candidates.importPerson({ person: exported })
      expect(await there.search.lists.get(list.id)).toMatchObject({ name: "Stars", archivedAt: null })
      const { archivedAt } = await there.search.lists.archive(list.id)
      await there.candidates.importPerson({ person: await here.candidates.export(bo.id) })
      expect((await there.search.lists.get(list.id)).archivedAt).toBe(archivedAt)
      expect((await there.search.lists.members(list.id)).items.map(({ record }) => record.id)).toEqual([ada.id, bo.id])
    })
  },
  { now: () => time },
)
