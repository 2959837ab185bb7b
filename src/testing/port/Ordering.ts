import { describe, expect, test } from "vitest"
import { valueIn } from "../../domain/Order.js"
import type { ListRequest, Row } from "../../ports/Storage.js"
import { type Agency, agency, type Fixture } from "../Fixture.js"
import { row } from "../Samples.js"

type Request = Partial<ListRequest> & Pick<ListRequest, "order">

const list = ({ opened: { run, storage }, workspace }: Agency, request: Request): Promise<ReadonlyArray<Row>> =>
  run(storage.list({ workspace, noun: "candidate", filter: null, limit: 1000, after: null, ...request }))

const letters = (rows: ReadonlyArray<Row>) => rows.map(({ id }) => String(id).slice(-1)).join("")

/** Every page of a list, put together. */
const paged = async (here: Agency, request: Request, limit: number): Promise<ReadonlyArray<Row>> => {
  const found: Array<Row> = []
  for (let after: ListRequest["after"] = null; ; ) {
    const rows = await list(here, { ...request, limit, after })
    expect(rows.length).toBeLessThanOrEqual(limit)
    found.push(...rows)
    // Whoever gives a row again and again never comes to an end.
    expect(found.length).toBeLessThan(1000)
    const last = rows.at(-1)
    if (last === undefined) return found
    after = { value: valueIn(request.order, last), id: String(last.id) }
  }
}

const directions = ["asc", "desc"] as const

export const ordering = (fixture: Fixture) =>
  describe("order and pages", () => {
    const agencyWith = async (field: string, values: ReadonlyArray<Row[string]>) => {
      const here = agency(fixture)
      const rows = values.map((value, n) => row("candidate", `cand_${"abcdefghijklm"[n]}`, { [field]: value ?? null }))
      await here.create("candidate", ...rows)
      return here
    }

    test("go by code point: astral characters come after U+FFxx, case and accents count", async () => {
      const values = ["\u{10000}", "\uff21", "z", "Z", "é", "e\u0301", "\uffff", "", "a", "aa", "ı", "I"]
      const here = await agencyWith("source", values)
      expect(letters(await list(here, { order: { field: "source", direction: "asc" } }))).toBe("hldijfcekbga")
      expect(letters(await list(here, { order: { field: "source", direction: "desc" } }))).toBe("agbkecfjidlh")
    })

    test("put what has no value last, both ways", async () => {
      const here = await agencyWith("source", ["b", null, "a", null])
      expect(letters(await list(here, { order: { field: "source", direction: "asc" } }))).toBe("cabd")
      expect(letters(await list(here, { order: { field: "source", direction: "desc" } }))).toBe("acdb")
    })

    test("break ties by id in the same direction", async () => {
      const here = await agencyWith("source", ["x", "y", "x", "y", "x"])
      expect(letters(await list(here, { order: { field: "source", direction: "asc" } }))).toBe("acebd")
      expect(letters(await list(here, { order: { field: "source", direction: "desc" } }))).toBe("dbeca")
    })

    test.each([
      ["text", "source", ["b", null, "a", "\u{1f600}", "b", null, "\uffff", "b", ""]],
      ["booleans", "willingToRelocate", [true, null, false, true, false, null]],
      ["days", "availableFrom", ["2027-01-04", "2026-12-31", null, "2027-01-04"]],
      ["versions", "version", [3, 1, 2, 10, 2]],
      ["ids", "id", [null, null, null]],
    ] as const)("page over %s complete and without repeats", async (_what, field, values) => {
      const here = field === "id" ? agency(fixture) : await agencyWith(field, values)
      if (field === "id") await here.create("candidate", ...["a", "b", "c"].map((id) => row("candidate", `cand_${id}`)))
      for (const direction of directions) {
        const request = { order: { field, direction } }
        const whole = await list(here, request)
        expect(whole).toHaveLength(values.length)
        for (const limit of [1, 2, 3]) expect(letters(await paged(here, request, limit))).toBe(letters(whole))
      }
    })

    test("page over numbers inside of an object as doubles, however many digits they have", async () => {
      const numbers = [2 ** 60, 2 ** 60 + 4096, 0.1, 1e300, -5, 2 ** 53, 1e21, 5e-324, null]
      const here = await agencyWith(
        "customFields",
        numbers.map((rate) => ({ rate })),
      )
      for (const direction of directions) {
        const order = { field: "customFields", at: ["rate"], of: "number", direction } as const
        const whole = await list(here, { order })
        expect(letters(whole)).toBe(direction === "asc" ? "ehcfabgdi" : "dgbafchei")
        expect(letters(await paged(here, { order }, 1))).toBe(letters(whole))
      }
    })

    test("page on where the last row was, though others come and go", async () => {
      const here = await agencyWith("source", ["a", "c", "e", "g"])
      const order = { field: "source", direction: "asc" } as const
      const first = await list(here, { order, limit: 2 })
      expect(letters(first)).toBe("ab")
      await here.create(
        "candidate",
        row("candidate", "cand_x", { source: "b" }),
        row("candidate", "cand_y", { source: "d" }),
      )
      await here.commit({ records: [{ noun: "candidate", id: "cand_b", expects: 1, record: null }] })
      expect(letters(await list(here, { order, after: { value: "c", id: "cand_b" } }))).toBe("ycd")
    })

    test("page through a filter", async () => {
      const here = await agencyWith("source", ["b", "a", "b", "c", "b", "a"])
      const filter = { field: "source", is: "ne", value: "c" } as const
      const request = { order: { field: "source", direction: "desc" }, filter } as const
      expect(letters(await paged(here, request, 2))).toBe("ecafb")
    })
  })
