import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { RecordWrite } from "../../domain/ChangeSet.js"
import * as Order from "../../domain/Order.js"
import type { Searched } from "../../domain/Searched.js"
import type { Row, SearchHit } from "../../ports/Storage.js"
import * as Cities from "../../search/Cities.js"
import * as Evaluate from "../../search/Evaluate.js"
import * as Labels from "../../search/Labels.js"
import * as Indexing from "../../search/Indexing.js"
import * as Query from "../../search/Query.js"
import * as Retrieval from "../../search/Retrieval.js"
import type * as Terms from "../../search/Terms.js"
import { type Agency, agency, type Fixture } from "../Fixture.js"
import { orders, values } from "../random/Ordered.js"
import { documents, offers, parts, queries } from "../random/Queries.js"
import { changes, created, row } from "../Samples.js"

interface Known {
  own: Indexing.Own | null
  readonly parts: Map<string, Terms.Terms>
}

/** What must be found, kept beside the storage: the records in the order in which they were indexed last. */
class Model {
  readonly known = new Map<string, Known>()
  readonly rows = new Map<string, Row>()

  add(indexing: Indexing.Changes): void {
    for (const { id, own } of indexing.fresh) this.touch(id, own(), [])
    for (const { id, own, parts } of indexing.touched) this.touch(id, own, parts)
  }

  touch(id: string, own: Indexing.Own | null | undefined, parts: ReadonlyArray<Indexing.Part>): void {
    const known = this.known.get(id) ?? { own: null, parts: new Map() }
    this.known.delete(id)
    this.known.set(id, known)
    if (own !== undefined) known.own = own
    for (const { part, terms } of parts) {
      if (terms === null) known.parts.delete(part)
      else known.parts.set(part, terms)
    }
  }

  /** The last one first. */
  indexed(): ReadonlyArray<Evaluate.Indexed> {
    return [...this.known]
      .flatMap(([id, { own, parts }]) => (own === null ? [] : [Evaluate.indexed(id, own, parts)]))
      .toReversed()
  }
}

type Act =
  | { readonly is: "write"; readonly n: number; readonly document: Searched["document"]; readonly fields: Row }
  | { readonly is: "part"; readonly n: number; readonly part: number; readonly document: Searched["document"] }

const most = 12
const n = fc.nat({ max: most - 1 })

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ is: fc.constant("write" as const), n, document: documents, fields: values }) },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant("write" as const),
      n,
      document: fc.constant(null),
      fields: fc.constant({}),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      is: fc.constant("part" as const),
      n,
      part: fc.nat({ max: 2 }),
      document: fc.option(parts, { freq: 4 }),
    }),
  },
)

const idOf = (one: number) => `cand_${one}`

/** Commits of several acts each, on the storage and in the model. */
const write = async (here: Agency, model: Model, commits: ReadonlyArray<ReadonlyArray<Act>>) => {
  const versions = new Map<string, number>()
  for (const acts of commits) {
    const records = new Map<string, RecordWrite>()
    for (const one of acts) {
      if (one.is !== "write") continue
      const id = idOf(one.n)
      const expects = records.get(id)?.expects ?? versions.get(id) ?? 0
      const record = one.document === null ? null : row("candidate", id, { ...one.fields, version: expects + 1 })
      records.set(id, { ...created("candidate", { id }), expects, record })
    }
    for (const [id, { expects, record }] of records) {
      versions.set(id, record === null ? 0 : expects + 1)
      if (record === null) model.rows.delete(id)
      else model.rows.set(id, record)
    }
    const searched = acts.map(({ document, n, ...rest }) => ({
      noun: "candidate",
      id: idOf(n),
      part: rest.is === "part" ? `note_${rest.part}` : idOf(n),
      document,
    }))
    const whole = [...records.values()].filter(({ expects, record }) => expects > 0 || record !== null)
    const parts = { records: whole, searched }
    model.add(Indexing.of(changes(here.workspace, parts)))
    await here.commit(parts)
  }
}

const ask = (here: Agency, query: Query.Query, limit: number, after: SearchHit | null = null) =>
  here.opened.run(
    here.opened.storage.search({
      workspace: here.workspace,
      noun: "candidate",
      tiers: Retrieval.tiers(query, Cities.locate, labels),
      limit,
      after,
    }),
  )

const list = (here: Agency, query: Query.Query, order: Order.Order, limit: number, after: Order.Place | null) =>
  here.opened.run(
    here.opened.storage.list({
      workspace: here.workspace,
      noun: "candidate",
      filter: null,
      matching: Retrieval.matching(query, Cities.locate, labels),
      order,
      limit,
      after,
    }),
  )

/** Those of the model that a query finds, in an order, as it is defined. */
const ordered = (model: Model, query: Query.Query, order: Order.Order): ReadonlyArray<Order.Place> =>
  Evaluate.search(model.indexed(), query, Cities.locate, labels)
    .flatMap(({ id }) => {
      const row = model.rows.get(id)
      return row === undefined ? [] : [{ id, value: Order.valueIn(order, row) }]
    })
    .toSorted(Order.comparing(order.direction))

/** What words some options of the random records' fields are called. */
const labels = Labels.of(offers)

const found = (hits: ReadonlyArray<SearchHit>) => hits.map(({ id, score }) => ({ id, score }))

const document = (name: string, ...notes: ReadonlyArray<string>): Searched["document"] => ({
  texts: [
    { field: "name", as: "words", level: 5, text: name },
    ...notes.map((text) => ({ field: "note", as: "words", level: 2, text }) as const),
  ],
  skills: [],
  numbers: {},
  place: null,
})

export interface SearchingOptions {
  readonly runs: number
  readonly seed?: number | undefined
}

export const searching = (fixture: Fixture, { runs, seed }: SearchingOptions) =>
  describe("search", () => {
    test("finds random records by random queries: the same, with the same scores, in the same order", async () => {
      let matched = 0
      const property = fc.asyncProperty(
        fc.array(fc.array(act, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
        fc.array(queries, { minLength: 8, maxLength: 8 }),
        async (commits, asked) => {
          const here = agency(fixture)
          const model = new Model()
          await write(here, model, commits)
          for (const query of asked) {
            const expected = Evaluate.search(model.indexed(), query, Cities.locate, labels)
            matched += expected.length > 0 && expected.length < model.known.size ? 1 : 0
            expect(found(await ask(here, query, 1000))).toEqual(expected)
            const paged: Array<SearchHit> = []
            for (let last: SearchHit | null = null; ; ) {
              const page: ReadonlyArray<SearchHit> = await ask(here, query, 2, last)
              paged.push(...page)
              last = page.at(-1) ?? null
              if (page.length < 2) break
            }
            expect(found(paged)).toEqual(expected)
          }
        },
      )
      await fc.assert(property, { numRuns: runs, ...(seed === undefined ? {} : { seed }) })
      // Queries that find all or nothing say little.
      expect(matched / (8 * runs)).toBeGreaterThan(0.15)
    })

    test("lists what random queries find by random fields, in one order and on every page", async () => {
      let telling = 0
      const property = fc.asyncProperty(
        fc.array(fc.array(act, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.tuple(fc.oneof(queries, fc.constant(Query.everything)), orders), { minLength: 8, maxLength: 8 }),
        async (commits, asked) => {
          const here = agency(fixture)
          const model = new Model()
          await write(here, model, commits)
          for (const [query, order] of asked) {
            const expected = ordered(model, query, order)
            telling += new Set(expected.map(({ value }) => value)).size > 1 ? 1 : 0
            const ids = expected.map(({ id }) => id)
            expect((await list(here, query, order, 1000, null)).map(({ id }) => id)).toEqual(ids)
            for (const size of [1, 3]) {
              const paged: Array<unknown> = []
              for (let after: Order.Place | null = null; ; ) {
                const page: ReadonlyArray<Row> = await list(here, query, order, size, after)
                paged.push(...page.map(({ id }) => id))
                expect(paged.length).toBeLessThanOrEqual(ids.length)
                const last = page.at(-1)
                if (last === undefined) break
                after = { value: Order.valueIn(order, last), id: String(last.id) }
              }
              expect(paged).toEqual(ids)
            }
          }
        },
      )
      await fc.assert(property, { numRuns: Math.ceil(runs / 2), ...(seed === undefined ? {} : { seed }) })
      // Orders of nothing, or of what is all the same, say little.
      expect(telling / (4 * runs)).toBeGreaterThan(0.15)
    })

    test("keeps workspaces and nouns apart", async () => {
      const here = agency(fixture)
      const there = agency(fixture)
      const searched = [
        { noun: "candidate", id: "cand_1", part: "cand_1", document: document("Ada") },
        { noun: "client", id: "client_1", part: "client_1", document: document("Ada") },
      ]
      await here.commit({ searched })
      await there.commit({ searched: searched.slice(1) })
      expect(found(await ask(here, Query.text("ada"), 10))).toEqual([{ id: "cand_1", score: 5 }])
      expect(await ask(there, Query.everything, 10)).toEqual([])
    })

    test("finds a record by what is about it, once the record is there and as long as it is", async () => {
      const here = agency(fixture)
      const note = { noun: "candidate", id: "cand_1", part: "note_1", document: document("", "knows cobol") }
      const self = { noun: "candidate", id: "cand_1", part: "cand_1", document: document("Ada") }
      const cobol = async () => (await ask(here, Query.text("cobol"), 10)).length
      await here.commit({ searched: [note] })
      expect(await cobol()).toBe(0)
      await here.commit({ searched: [self] })
      expect(await cobol()).toBe(1)
      await here.commit({ searched: [{ ...self, document: null }] })
      expect(await cobol()).toBe(0)
      await here.commit({ searched: [self] })
      expect(await cobol()).toBe(1)
      await here.commit({ searched: [{ ...note, document: null }] })
      expect(await cobol()).toBe(0)
    })

    test("changes nothing of what is found where a commit is refused", async () => {
      const here = agency(fixture)
      await here.commit({ searched: [{ noun: "candidate", id: "cand_1", part: "cand_1", document: document("Ada") }] })
      const stale = { noun: "candidate", id: "cand_1", expects: 9, record: row("candidate", "cand_1") } as const
      const searched = [{ noun: "candidate", id: "cand_1", part: "cand_1", document: document("Eve") }]
      await expect(here.commit({ records: [stale], searched })).rejects.toMatchObject({ _tag: "StaleWrite" })
      expect(await ask(here, Query.text("ada"), 10)).toHaveLength(1)
      expect(await ask(here, Query.text("eve"), 10)).toHaveLength(0)
    })

    test("takes texts without end, and finds their beginning", async () => {
      const here = agency(fixture)
      const many = (letter: string) => Array.from({ length: 90_000 }, (_, n) => `${letter}${n}`).join(" ")
      const searched = [
        { noun: "candidate", id: "cand_1", part: "cand_1", document: document("Ada", many("a"), "東".repeat(300_000)) },
        ...["b", "c", "d"].map((letter) => ({
          noun: "candidate",
          id: "cand_1",
          part: `note_${letter}`,
          document: document("", many(letter)),
        })),
      ]
      await here.commit({ searched })
      expect(await ask(here, Query.text("a0 a1 a2"), 10)).toHaveLength(1)
      expect(await ask(here, Query.text("d0"), 10)).toHaveLength(1)
      expect(await ask(here, Query.text("b0"), 10)).toHaveLength(0)
    })

    test("lands every part where many write about one record at once", async () => {
      const here = agency(fixture)
      await here.commit({ searched: [{ noun: "candidate", id: "cand_1", part: "cand_1", document: document("Ada") }] })
      const names = ["uno", "dos", "tres", "cuatro", "cinco", "seis"]
      await Promise.all(
        names.map((name, n) =>
          here.commit({
            searched: [
              { noun: "candidate", id: "cand_1", part: `note_${n}`, document: document("", name) },
              { noun: "candidate", id: `cand_${n + 2}`, part: `cand_${n + 2}`, document: document(name) },
            ],
          }),
        ),
      )
      for (const name of names) expect(await ask(here, Query.text(name), 10)).toHaveLength(2)
    })
  })
