import { describe, expect, test } from "vitest"
import type { NounName } from "../../domain/Nouns.js"
import type { Filter, Row } from "../../ports/Storage.js"
import { type Agency, agency, type Fixture } from "../Fixture.js"
import { row } from "../Samples.js"

const list = async (here: Agency, filter: Filter | null, noun: NounName = "candidate") => {
  const { run, storage } = here.opened
  const order = { field: "id", direction: "asc" } as const
  const rows = await run(storage.list({ workspace: here.workspace, noun, filter, order, limit: 1000, after: null }))
  return rows.map(({ id }) => String(id).replace(/^.*_/, "")).join("")
}

const people = (here: Agency, field: string, values: ReadonlyArray<Row[string]>) =>
  here.create(
    "candidate",
    ...values.map((value, n) => row("candidate", `cand_${"abcdefgh"[n]}`, { [field]: value ?? null })),
  )

export const filtering = (fixture: Fixture) =>
  describe("filters", () => {
    test("compare text by code point; what has no value passes only `null`", async () => {
      const here = agency(fixture)
      await people(here, "email", ["B", "a", "é", null, "\u{1f600}", "\uffff", "b"])
      const by = (is: "eq" | "ne" | "lt" | "lte" | "gt" | "gte", value: string) =>
        list(here, { field: "email", is, value })
      expect(await by("eq", "a")).toBe("b")
      expect(await by("eq", "A")).toBe("")
      expect(await by("ne", "a")).toBe("acefg")
      expect(await by("lt", "b")).toBe("ab")
      expect(await by("lte", "b")).toBe("abg")
      expect(await by("gt", "é")).toBe("ef")
      expect(await by("gte", "é")).toBe("cef")
      expect(await by("gt", "\uffff")).toBe("e")
      expect(await list(here, { field: "email", is: "null" })).toBe("d")
      expect(await list(here, { field: "email", is: "notNull" })).toBe("abcefg")
    })

    test("compare numbers as numbers and booleans as booleans", async () => {
      const here = agency(fixture)
      const rows = [2, 10, 9, 100].map((number, n) =>
        row("opening", `opening_${"abcd"[n]}`, { number, positionId: `pos_${n}` }),
      )
      await here.create("opening", ...rows)
      expect(await list(here, { field: "number", is: "lt", value: 10 }, "opening")).toBe("ac")
      expect(await list(here, { field: "number", is: "gte", value: 10 }, "opening")).toBe("bd")
      expect(await list(here, { field: "number", is: "in", value: [9, 2] }, "opening")).toBe("ac")
      await people(here, "willingToRelocate", [true, false, null])
      expect(await list(here, { field: "willingToRelocate", is: "eq", value: true })).toBe("a")
      expect(await list(here, { field: "willingToRelocate", is: "eq", value: false })).toBe("b")
      expect(await list(here, { field: "willingToRelocate", is: "ne", value: true })).toBe("b")
    })

    test("compare instants and days in time", async () => {
      const here = agency(fixture)
      await people(here, "availableFrom", ["2027-01-04", "2026-12-31", null, "2027-01-05"])
      expect(await list(here, { field: "availableFrom", is: "lt", value: "2027-01-05" })).toBe("ab")
      expect(await list(here, { field: "availableFrom", is: "gte", value: "2027-01-04" })).toBe("ad")
    })

    test("contain an element as a whole, not a part of it", async () => {
      const here = agency(fixture)
      await people(here, "skills", [["sql", "go"], ["SQL"], [], ["sql server"], ['a"b', "%"], ["İ", "日本"]])
      const holding = (value: string) => list(here, { field: "skills", is: "contains", value })
      expect(await holding("sql")).toBe("a")
      expect(await holding("go")).toBe("a")
      expect(await holding("SQL")).toBe("b")
      expect(await holding("%")).toBe("e")
      expect(await holding('a"b')).toBe("e")
      expect(await holding("日本")).toBe("f")
      expect(await holding("i")).toBe("")
      expect(await holding("")).toBe("")
    })

    test("lead into objects, where a value compares with its own type alone", async () => {
      const here = agency(fixture)
      const values = [3, 10, 2.5, "3", "b", "\u{1f600}", "\uffff", true, null, ["3", 'a"b'], { deep: 0.1 + 0.2 }, false]
      const all = values.map((value, n) =>
        row("candidate", `cand_${"abcdefghijkl"[n]}`, { customFields: { x: value, y: null, y2: "y" } }),
      )
      await here.create("candidate", ...all, row("candidate", "cand_m", { customFields: {} }))
      const by = (
        is: "eq" | "ne" | "lt" | "lte" | "gt" | "gte",
        value: string | number | boolean,
        ...at: Array<string>
      ) => list(here, { field: "customFields", at: ["x", ...at], is, value })
      expect(await by("eq", 3)).toBe("a")
      expect(await by("ne", 3)).toBe("bc")
      expect(await by("gte", 3)).toBe("ab")
      expect(await by("lt", 3)).toBe("c")
      expect(await by("lte", 2.5)).toBe("c")
      expect(await by("eq", "3")).toBe("d")
      expect(await by("ne", "3")).toBe("efg")
      expect(await by("gt", "b")).toBe("fg")
      expect(await by("gt", "\uffff")).toBe("f")
      expect(await by("lt", "b")).toBe("d")
      expect(await by("eq", true)).toBe("h")
      expect(await by("ne", true)).toBe("l")
      expect(await by("eq", 0.1 + 0.2, "deep")).toBe("k")
      expect(await by("gt", 0.3, "deep")).toBe("k")
      expect(await by("eq", "b", "deep")).toBe("")
      const holding = (value: string) => list(here, { field: "customFields", at: ["x"], is: "contains", value })
      expect(await holding("3")).toBe("j")
      expect(await holding('a"b')).toBe("j")
      expect(await holding("b")).toBe("")
      expect(await list(here, { field: "customFields", at: ["x"], is: "null" })).toBe("im")
      expect(await list(here, { field: "customFields", at: ["x"], is: "notNull" })).toBe("abcdefghjkl")
      expect(await list(here, { field: "customFields", at: ["y"], is: "notNull" })).toBe("")
      expect(await list(here, { field: "customFields", at: ["toString"], is: "notNull" })).toBe("")
    })

    test("nest `and` and `or`, empty ones too", async () => {
      const here = agency(fixture)
      await people(here, "source", ["x", "y", "x", null])
      const x: Filter = { field: "source", is: "eq", value: "x" }
      const last: Filter = { field: "id", is: "gt", value: "cand_b" }
      expect(await list(here, { and: [x, last] })).toBe("c")
      expect(await list(here, { or: [x, last] })).toBe("acd")
      expect(
        await list(here, {
          and: [{ or: [x, { field: "source", is: "null" }] }, { field: "id", is: "ne", value: "cand_a" }],
        }),
      ).toBe("cd")
      expect(await list(here, { and: [] })).toBe("abcd")
      expect(await list(here, { or: [] })).toBe("")
      expect(await list(here, { field: "source", is: "in", value: [] })).toBe("")
      expect(await list(here, null)).toBe("abcd")
    })

    test("find notes by what they are about, as long as they are", async () => {
      const here = agency(fixture)
      const link = (id: string, subjectId: string) =>
        ({ noun: "note", id: `note_${id}`, subjectType: "candidate", subjectId }) as const
      await here.create("note", ...["a", "b", "c"].map((id) => row("note", `note_${id}`)))
      await here.commit({ linksAdded: [link("a", "cand_1"), link("b", "cand_1"), link("b", "cand_2")] })
      expect(await list(here, { about: "cand_1" }, "note")).toBe("ab")
      expect(await list(here, { about: "cand_2" }, "note")).toBe("b")
      expect(await list(here, { about: "cand_3" }, "note")).toBe("")
      expect(await list(here, { about: ["cand_3", "cand_2", "cand_1"] }, "note")).toBe("ab")
      expect(await list(here, { about: ["cand_2", "cand_2"] }, "note")).toBe("b")
      expect(await list(here, { about: [] }, "note")).toBe("")
      await here.commit({ linksRemoved: [link("b", "cand_1")] })
      expect(await list(here, { about: "cand_1" }, "note")).toBe("a")
      expect(await list(here, { about: "cand_2" }, "note")).toBe("b")
    })

    test("take 100,000 ids, and so does `get`", async () => {
      const here = agency(fixture)
      await people(here, "source", ["x", "y", "z"])
      const ids = Array.from({ length: 100_000 }, (_, n) => `cand_${n}`)
      expect(await list(here, { field: "id", is: "in", value: [...ids, "cand_b"] })).toBe("b")
      expect(await here.get("candidate", "cand_c", ...ids, "cand_a")).toHaveLength(2)
      const plan = { found: { noun: "candidate", by: { id: { given: "ids" } } } } as const
      const request = { workspace: here.workspace, plan, given: { ids: [...ids, "cand_a"] }, idempotencyKey: null }
      expect((await here.opened.run(here.opened.storage.load(request))).rows.found).toHaveLength(1)
    })
  })
