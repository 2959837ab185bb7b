import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Crm, createMatchloop, SearchQuery } from "matchloop"
import { memory } from "matchloop/memory"
import { postgres } from "matchloop/postgres"
import { sqlite } from "matchloop/sqlite"
import type { StorageAdapter } from "../../src/ports/StorageAdapter.js"
import { recordsTable } from "../../src/exchange/ExportCsv.js"
import { csv } from "../../src/reports/Csv.js"
import * as Table from "../../src/reports/Table.js"
import { freshDatabase } from "../support/database.js"
import { temporaryDirectory } from "../support/files.js"

const drops: Array<() => Promise<void>> = []
afterAll(() => Promise.all(drops.map((drop) => drop())))

const adapters: ReadonlyArray<readonly [name: string, () => Promise<StorageAdapter>]> = [
  ["memory", async () => memory()],
  ["sqlite", async () => sqlite({ filename: join(temporaryDirectory(), "agency.db") })],
  [
    "postgres",
    async () => {
      const { drop, url } = await freshDatabase()
      drops.push(drop)
      return postgres({ url })
    },
  ],
]

describe.each(adapters)("on %s", (_name, adapter) => {
  let crm: Crm | undefined
  beforeAll(async () => {
    crm = await createMatchloop({ storage: await adapter() })
  })
  afterAll(() => crm?.close())

  const desk = () => {
    if (crm === undefined) throw new Error("it did not open")
    return crm.workspace(`workspace ${crypto.randomUUID()}`).as("maya")
  }
  const person = async (maya: ReturnType<typeof desk>, name: string, skill = "sql") =>
    (await maya.candidates.create({ name, skills: [skill] })).id
  const ids = (page: { readonly hits: ReadonlyArray<{ readonly record: { readonly id: string } }> }) =>
    page.hits.map(({ record }) => record.id)
  const members = async (maya: ReturnType<typeof desk>, list: string) =>
    (await maya.search.lists.members(list)).items.map(({ record }) => record.id)

  test("several nouns at once come by score, noun and age, and page by page all of them once", async () => {
    const maya = desk()
    const old = await person(maya, "Rust Miller", "java")
    const skilled = await person(maya, "Bo", "rust")
    const { id: client } = await maya.clients.create({ name: "Rust GmbH" })
    const { id: contact } = await maya.clients.addContact(client, { name: "Eve Rust" })
    const { id: position } = await maya.positions.draft({ clientId: client, title: "Rust developer" })
    const young = await person(maya, "Rust Young", "java")
    const all = await maya.search.query("rust")
    expect(ids(all)).toEqual([young, old, client, contact, position, skilled])
    expect(all.hits.map(({ noun }) => noun)).toContain("contact")
    for (const limit of [1, 2, 3]) {
      const paged: Array<string> = []
      for (let after: string | null = null, page = 0; page < 9; page++) {
        const found: Awaited<ReturnType<typeof maya.search.query>> = await maya.search.query("rust", { limit, after })
        paged.push(...ids(found))
        after = found.cursor
        if (after === null) break
      }
      expect(paged).toEqual(ids(all))
    }
    expect(ids(await maya.search.query("rust", { nouns: ["client", "position"] }))).toEqual([client, position])
    await expect(maya.search.query("rust", { after: "5.7" })).rejects.toMatchObject({ field: "after" })
  })

  test("a saved search is asked anew, a frozen one keeps what it found, of the merged the survivor", async () => {
    const maya = desk()
    const ada = await person(maya, "Ada")
    const bo = await person(maya, "Bo")
    const { id: live } = await maya.search.saved.create({ name: "SQL", query: SearchQuery.skill("sql") })
    const input = { name: "then", query: "skill:sql", freeze: true }
    const { frozen, id: then, owner } = await maya.search.saved.create(input, { idempotencyKey: "k" })
    expect([owner, frozen]).toEqual(["maya", [bo, ada]])
    expect(await maya.search.saved.get(live)).toMatchObject({ text: "skill:sql", frozen: null })
    const eve = await person(maya, "Eve")
    expect(await maya.search.saved.create(input, { idempotencyKey: "k" })).toMatchObject({ id: then })
    expect(ids(await maya.search.saved.run(live))).toEqual([eve, bo, ada])
    const first = await maya.search.saved.run(then, { limit: 1 })
    expect(ids(first)).toEqual([bo])
    expect(ids(await maya.search.saved.run(then, { after: first.cursor }))).toEqual([ada])
    await maya.candidates.merge(bo, { into: eve })
    await maya.candidates.erase(ada, { reason: "asked to" })
    expect(ids(await maya.search.saved.run(then))).toEqual([eve])
    const thawed = await maya.search.saved.update(then, { query: "skill:java" })
    expect(thawed).toMatchObject({ text: "skill:java", frozen: null, frozenAt: null })
    expect(ids(await maya.search.saved.run(then))).toEqual([])
    expect((await maya.search.saved.archive(live)).archivedAt).not.toBeNull()
    const wrong = maya.search.saved.create({ name: "x", query: { _tag: "term", word: "A B" } })
    await expect(wrong).rejects.toMatchObject({ _tag: "InvalidInput", command: "search.saved.create" })
  })

  test("what of a kept text was understood otherwise than meant is told on every run", async () => {
    const maya = desk()
    await maya.customFields.define({ noun: "candidate", name: "notice", type: "number" })
    const bo = await person(maya, "Bo")
    const told = (page: { readonly warnings: ReadonlyArray<{ readonly is: string; readonly text: string }> }) =>
      page.warnings.map(({ is, text }) => [is, text])
    const wrong = [
      ["badValue", "oops"],
      ["unknownField", "red"],
    ]
    for (const freeze of [false, true]) {
      const query = "sql salary<oops colour:red"
      const saved = await maya.search.saved.create({ name: "saved", query, nouns: ["candidate"], freeze })
      const segment = await maya.search.segments.create({ name: "segment", query, freeze })
      expect(told(await maya.search.saved.run(saved.id))).toEqual(wrong)
      const order = { field: "name" } as const
      expect(told(await maya.search.saved.run(saved.id, { order }))).toEqual(wrong)
      expect(told(await maya.search.segments.members(segment.id))).toEqual(wrong)
      expect(told(await maya.search.segments.members(segment.id, { order }))).toEqual(wrong)
      await maya.search.saved.update(saved.id, { query: "sql NOT custom.notice>3", freeze })
      const mended = await maya.search.saved.run(saved.id)
      expect([ids(mended), told(mended)]).toEqual([[bo], []])
      const tree = { _tag: "term", word: "sql" } as const
      await maya.search.segments.update(segment.id, { query: tree, freeze })
      expect(told(await maya.search.segments.members(segment.id))).toEqual([])
    }
  })

  test("a list keeps who was added in order when all were added in one millisecond", async () => {
    const still = await createMatchloop({ storage: await adapter(), now: () => Date.parse("2026-06-01T09:00:00Z") })
    const maya = still.as("maya")
    const { id: list } = await maya.search.lists.create({ name: "hot" })
    const people: Array<string> = []
    for (const name of ["Ada", "Bo", "Cy", "Di", "Eve", "Flo", "Gil"]) people.push(await person(maya, name))
    const [first = "", second = "", ...others] = people.toReversed()
    await maya.search.lists.add(list, { members: [first, second] })
    for (const one of others) await maya.search.lists.add(list, { members: [first, one] })
    expect(await members(maya, list)).toEqual([first, second, ...others])
    await maya.search.lists.remove(list, { members: [second] })
    await maya.search.lists.add(list, { members: [second] })
    expect(await members(maya, list)).toEqual([first, ...others, second])
    await still.close()
  })

  test("a list keeps who was added in order, follows merges, and loses the erased", async () => {
    const maya = desk()
    const [ada, bo, eve] = [await person(maya, "Ada"), await person(maya, "Bo"), await person(maya, "Eve")]
    const { id: client } = await maya.clients.create({ name: "Acme" })
    const { id: list } = await maya.search.lists.create({ name: "hot" })
    expect(await maya.search.lists.add(list, { members: [eve, client, ada] })).toHaveLength(3)
    expect(await maya.search.lists.add(list, { members: [ada, bo] })).toHaveLength(1)
    expect(await members(maya, list)).toEqual([eve, client, ada, bo])
    const page = await maya.search.lists.members(list, { limit: 3 })
    expect(page.items[0]).toMatchObject({ noun: "candidate", addedBy: "maya" })
    const rest = await maya.search.lists.members(list, { after: page.cursor })
    expect(rest.items.map(({ record }) => record.id)).toEqual([bo])
    await maya.candidates.merge(eve, { into: bo })
    expect(await members(maya, list)).toEqual([bo, client, ada])
    await maya.candidates.erase(ada, { reason: "asked to" })
    expect(await members(maya, list)).toEqual([bo, client])
    expect(await maya.search.lists.remove(list, { members: [bo] })).toHaveLength(2)
    expect(await members(maya, list)).toEqual([client])
    await maya.search.lists.add(list, { members: [eve] })
    expect(await members(maya, list)).toEqual([client, bo])
    for (const id of [ada, "cand_nobody"])
      await expect(maya.search.lists.add(list, { members: [id] })).rejects.toMatchObject({ _tag: "NotFound", id })
    const stranger = await person(desk(), "Mallory")
    const theirs = maya.search.lists.add(list, { members: [stranger] })
    await expect(theirs).rejects.toMatchObject({ _tag: "NotFound", id: stranger, field: "members" })
    await expect(desk().search.lists.members(list)).rejects.toMatchObject({ _tag: "NotFound", id: list })
  })

  test("of a segment an opt-out decides over an exclusion, that over an inclusion, that over the query", async () => {
    const maya = desk()
    const [found, out, both] = [await person(maya, "Ada"), await person(maya, "Bo"), await person(maya, "Cy")]
    const included = await person(maya, "Di", "java")
    const opted = await person(maya, "Ed", "java")
    await maya.search.optOuts.add({ people: [opted] })
    const said = { query: "skill:sql", include: [included, both, opted], exclude: [out, both] }
    const { id: live } = await maya.search.segments.create({ name: "live", ...said })
    const { id: then } = await maya.search.segments.create({ name: "then", ...said, freeze: true })
    const inside = async (id: string) => ids(await maya.search.segments.members(id))
    expect(await inside(live)).toEqual([found, included].toSorted())
    const late = await person(maya, "Flo")
    expect(await inside(live)).toEqual([found, included, late].toSorted())
    expect(await inside(then)).toEqual([found, included].toSorted())
    // Whoever opts out does so from what was frozen before, and from whoever they are merged into.
    await maya.candidates.merge(opted, { into: found })
    expect(await inside(then)).toEqual([included])
    await maya.search.optOuts.remove({ people: [found] })
    expect(await inside(then)).toEqual([found, included].toSorted())
    const first = await maya.search.segments.members(live, { limit: 2 })
    const rest = await maya.search.segments.members(live, { after: first.cursor })
    expect([...ids(first), ...ids(rest)]).toEqual([found, included, late].toSorted())
    expect(first.total).toBe(3)
    const { id: client } = await maya.clients.create({ name: "Acme" })
    const wrong = maya.search.segments.update(live, { include: [client] })
    await expect(wrong).rejects.toMatchObject({ _tag: "NotFound", id: client, field: "include" })
  })
  test("what was found is a table, for CSV and JSON", async () => {
    const maya = desk()
    const ada = await person(maya, "Ada, the first")
    const { hits } = await maya.search.candidates("skill:sql")
    const records = hits.map(({ record }) => record)
    const table = recordsTable("candidate", records, { fields: ["id", "name", "skills"] })
    expect(Table.json(table).rows).toEqual([{ id: ada, name: "Ada, the first", skills: "sql" }])
    expect(csv(table)).toContain(`${ada},"Ada, the first",sql`)
  })
})
