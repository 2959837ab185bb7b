import * as Effect from "effect/Effect"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { memory } from "../../../adapters/memory/index.js"
import { type Filter, type ListRequest, type Row, Storage } from "../../../src/ports/Storage.js"
import { databases, on } from "./databases.js"
import { changes, instant, record } from "./samples.js"

const texts = [
  "a",
  "A",
  "b",
  "Ä",
  "ä",
  "z",
  "",
  " ",
  "%",
  "'",
  "I",
  "ı",
  "i",
  "İ",
  "ﬀ",
  "\u{1f98a}",
  "\u{fffd}",
  "10",
  "9",
]
const seconds = [-5, 0, 1, 100_000]

const rows = Array.from({ length: 60 }, (_, n) => {
  const pick = <A>(from: ReadonlyArray<A>, step: number): A => from[(n * step) % from.length] as A
  return record("candidate", `cand_${pick(texts, 7)}${n}`, {
    name: pick(texts, 3),
    email: n % 3 === 0 ? null : pick(texts, 5),
    willingToRelocate: n % 4 === 0 ? null : n % 4 === 1,
    skills: n % 5 === 0 ? [] : [pick(texts, 1), pick(texts, 11)],
    version: n % 7,
    createdAt: instant(pick(seconds, 1)),
    screenedAt: n % 2 === 0 ? null : instant(pick(seconds, 3)),
    availableFrom: n % 3 === 1 ? null : `2027-0${(n % 9) + 1}-01`,
  })
})

const text = fc.constantFrom(...texts)
const date = fc.constantFrom("2027-01-01", "2027-05-01", "2027-09-01")
const of = <const A extends ReadonlyArray<string>>(...values: A) => fc.constantFrom<A[number][]>(...values)
const comparison = of("eq", "ne", "lt", "lte", "gt", "gte")
const compared = (
  fields: ReadonlyArray<string>,
  value: fc.Arbitrary<string | number | boolean>,
): fc.Arbitrary<Filter> => fc.record({ field: fc.constantFrom(...fields), is: comparison, value })

const { filter } = fc.letrec<{ filter: Filter; leaf: Filter }>((tie) => ({
  leaf: fc.oneof(
    compared(["id", "name", "email"], text),
    compared(["version"], fc.integer({ min: -1, max: 8 })),
    compared(["createdAt", "screenedAt"], fc.constantFrom(...seconds).map(instant)),
    compared(["availableFrom"], date),
    fc.record({ field: fc.constant("willingToRelocate"), is: of("eq", "ne"), value: fc.boolean() }),
    fc.record({ field: fc.constantFrom("name", "email"), is: of("in"), value: fc.array(text) }),
    fc.record({ field: fc.constant("version"), is: of("in"), value: fc.array(fc.nat(8)) }),
    fc.record({ field: fc.constantFrom("email", "screenedAt", "skills"), is: of("null", "notNull") }),
    fc.record({ field: fc.constant("skills"), is: of("contains"), value: text }),
    text.map((about): Filter => ({ about })),
  ),
  filter: fc.oneof(
    { maxDepth: 3 },
    tie("leaf"),
    fc.record({ and: fc.array(tie("filter"), { maxLength: 3 }) }),
    fc.record({ or: fc.array(tie("filter"), { maxLength: 3 }) }),
  ),
}))

const order = fc.record({
  field: fc.constantFrom(
    "id",
    "name",
    "email",
    "version",
    "createdAt",
    "screenedAt",
    "availableFrom",
    "willingToRelocate",
  ),
  direction: fc.constantFrom("asc" as const, "desc" as const),
})

/** All pages of a list, one after the other. */
const all = (storage: Storage, request: Omit<ListRequest, "after">) =>
  Effect.gen(function* () {
    const found: Array<Row> = []
    let after: ListRequest["after"] = null
    for (;;) {
      const page: ReadonlyArray<Row> = yield* storage.list({ ...request, after })
      found.push(...page)
      const last = page.at(-1)
      if (last === undefined) return found
      const value = last[request.order.field] ?? null
      after = { value: typeof value === "object" ? null : value, id: String(last.id) }
    }
  })

describe.each(databases)("lists on $name", ({ fresh }) => {
  test("have the rows and the order that memory has, page by page", async () => {
    const database = await fresh()
    const seeded = Effect.tap(Storage, (storage) =>
      storage.commit(
        changes("w", {
          records: rows.map((row) => ({ noun: "candidate", id: String(row.id), expects: 0, record: row })),
          linksAdded: texts.map((subjectId, n) => ({
            noun: "candidate",
            id: String(rows[n]?.id),
            subjectType: "client",
            subjectId,
          })),
        }),
      ),
    )
    await on(
      memory().layer,
      Effect.flatMap(seeded, (reference) =>
        Effect.promise(() =>
          on(
            database.storage(),
            Effect.flatMap(seeded, (storage) =>
              Effect.promise(() =>
                fc.assert(
                  fc.asyncProperty(
                    fc.option(filter),
                    order,
                    fc.integer({ min: 1, max: 25 }),
                    (filter, order, limit) => {
                      const request = { workspace: "w", noun: "candidate" as const, filter, order, limit }
                      return Effect.runPromise(
                        Effect.gen(function* () {
                          const expected = yield* all(reference, request)
                          const found = yield* all(storage, request)
                          expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
                        }),
                      )
                    },
                  ),
                  { numRuns: 300 },
                ),
              ),
            ),
          ),
        ),
      ),
    )
  })

  test("hold nothing of another workspace, and refuse fields that the noun does not have", async () => {
    const database = await fresh()
    await on(
      database.storage(),
      Effect.gen(function* () {
        const storage = yield* Storage
        const list = (workspace: string, filter: Filter | null, field = "id") =>
          storage.list({
            workspace,
            noun: "candidate",
            filter,
            order: { field, direction: "asc" },
            limit: 10,
            after: null,
          })
        yield* storage.commit(
          changes("w", {
            records: [{ noun: "candidate", id: "cand_1", expects: 0, record: record("candidate", "cand_1") }],
          }),
        )
        expect(yield* list("w", null)).toHaveLength(1)
        expect(yield* list("w'", null)).toEqual([])
        for (const field of ['id" = "id" or "id', "workspace", "__proto__", "created_at", "subjects"]) {
          expect(yield* Effect.flip(list("w", { field, is: "eq", value: "" }))).toMatchObject({ _tag: "StorageFault" })
          expect(yield* Effect.flip(list("w", null, field))).toMatchObject({ _tag: "StorageFault" })
        }
        expect(yield* Effect.flip(list("w", null, "skills"))).toMatchObject({ _tag: "StorageFault" })
      }),
    )
  })
})
