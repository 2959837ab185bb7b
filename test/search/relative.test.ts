import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { SearchQuery as Q } from "matchloop"
import { parse } from "../../src/search/Parse.js"
import { print } from "../../src/search/Print.js"
import { dayOf, isRelative } from "../../src/search/Today.js"
import { everywhere } from "../support/everywhere.js"

const days = 86_400_000
const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10)

describe("a day that is told from today", () => {
  test.each([
    ["today", "2024-01-31"],
    ["today+30d", "2024-03-01"],
    ["today-31d", "2023-12-31"],
    ["today+2w", "2024-02-14"],
    ["today+1m", "2024-02-29"],
    ["today-2m", "2023-11-30"],
    ["today+13m", "2025-02-28"],
    ["today-1y", "2023-01-31"],
    ["today-0d", "2024-01-31"],
  ])("%s on 31 January 2024 is %s", (text, day) => {
    expect(dayOf(text, Date.parse("2024-01-31T23:59:59.999Z"))).toBe(day)
    expect(dayOf(text, Date.parse("2024-01-31T00:00:00.000Z"))).toBe(day)
  })

  test("goes by days and weeks as time does, and keeps the day of a month that has it", () => {
    const now = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2090, 0, 1) })
    const count = fc.integer({ min: -9999, max: 9999 })
    const said = (n: number, unit: string) => `today${n < 0 ? "-" : "+"}${Math.abs(n)}${unit}`
    fc.assert(
      fc.property(now, count, (now, n) => {
        expect(dayOf(said(n, "d"), now)).toBe(dayAt(now + n * days))
        expect(dayOf(said(n, "w"), now)).toBe(dayAt(now + 7 * n * days))
        const [year = 0, month = 0, day = 0] = dayAt(now).split("-").map(Number)
        const [y = 0, m = 0, d = 0] = (dayOf(said(n, "m"), now) ?? "").split("-").map(Number)
        expect(y * 12 + m).toBe(year * 12 + month + n)
        expect(d === day || (d < day && dayAt(Date.UTC(y, m - 1, d + 1)).endsWith("-01"))).toBe(true)
      }),
    )
  })

  test("is nothing else", () => {
    for (const text of [
      "Today",
      "today+",
      "today+3",
      "today+3h",
      "today +3d",
      "today+12345d",
      "today-1000y",
      "todays",
      "2024-01-31",
    ])
      expect([text, isRelative(text), dayOf(text, 0)]).toEqual([text, false, null])
  })

  test("is printed as it is typed, and refused where it means nothing", () => {
    const text = "available<=today+30d screened<today-6m relocate:yes"
    const { query, warnings } = parse(text, ["candidate"])
    expect([print(query), warnings]).toEqual([text, []])
    expect(parse("available:today..today+2w", ["candidate"]).query).toEqual(Q.between("available", "today", "today+2w"))
    expect(parse("created:Today-2W", ["candidate"]).query).toEqual(Q.field("created", "eq", "today-2w"))
    expect(parse("salary<today", ["candidate"]).warnings).toMatchObject([{ is: "badValue" }])
    expect(parse("name:today", ["candidate"]).query).toEqual(Q.field("name", "eq", "today"))
  })
})

let now = Date.parse("2026-03-01T12:00:00.000Z")

everywhere(
  (agency) => {
    const people = async () => {
      now = Date.parse("2026-03-01T12:00:00.000Z")
      const maya = agency().as("maya")
      await maya.customFields.define({ noun: "candidate", name: "start", type: "date" })
      await maya.customFields.define({ noun: "candidate", name: "note", type: "text" })
      for (const [name, day] of Object.entries({
        Ada: "2026-03-01",
        Bo: "2026-03-15",
        Cleo: "2026-04-15",
        Dan: "2025-02-28",
      }))
        await maya.candidates.create({ name, availableFrom: day, customFields: { start: day, note: "today" } })
      return maya
    }
    type Maya = Awaited<ReturnType<typeof people>>
    const named = (hits: ReadonlyArray<{ readonly record: object }>) =>
      hits.flatMap(({ record }) => ("name" in record ? [record.name] : [])).toSorted()
    const found = async (maya: Maya, query: string) => {
      const { hits, warnings } = await maya.search.candidates(query)
      const ordered = await maya.search.candidates(query, { order: { field: "name" } })
      const several = await maya.search.query(query, { nouns: ["candidate"] })
      expect([named(ordered.hits), named(several.hits), warnings]).toEqual([named(hits), named(hits), []])
      return named(hits)
    }

    test("is the day on which somebody looks, in fields of ours and of the agency's own", async () => {
      const maya = await people()
      for (const field of ["available", "custom.start"]) {
        expect(await found(maya, `${field}<=today`)).toEqual(["Ada", "Dan"])
        expect(await found(maya, `${field}:today`)).toEqual(["Ada"])
        expect(await found(maya, `${field}:today..today+1m`)).toEqual(["Ada", "Bo"])
        expect(await found(maya, `${field}>today+2w`)).toEqual(["Cleo"])
        expect(await found(maya, `NOT ${field}>=today-1y`)).toEqual(["Dan"])
      }
      expect(await found(maya, "created:today")).toEqual(["Ada", "Bo", "Cleo", "Dan"])
      expect(await found(maya, "custom.note:today available<today")).toEqual(["Dan"])
      now += 14 * days
      expect(await found(maya, "available:today")).toEqual(["Bo"])
      expect(await found(maya, "created:today")).toEqual([])
      expect(await found(maya, "created>=today-14d")).toHaveLength(4)
    })

    test("moves with the days in saved searches and segments, and stays where they are frozen", async () => {
      const maya = await people()
      const asked = { query: "available<=today+14d", nouns: ["candidate" as const] }
      const soon = await maya.search.saved.create({ name: "soon", ...asked })
      const once = await maya.search.saved.create({ name: "once", ...asked, freeze: true })
      const segment = await maya.search.segments.create({ name: "soon", ...asked })
      const tree = await maya.search.segments.create({
        name: "tree",
        nouns: ["candidate"],
        query: Q.field("availableFrom", "lte", "today+14d"),
      })
      const run = async () => ({
        soon: named((await maya.search.saved.run(soon.id)).hits),
        once: named((await maya.search.saved.run(once.id)).hits),
        segment: named((await maya.search.segments.members(segment.id)).hits),
        tree: named((await maya.search.segments.members(tree.id)).hits),
      })
      const first = ["Ada", "Bo", "Dan"]
      expect(await run()).toEqual({ soon: first, once: first, segment: first, tree: first })
      now += 31 * days
      const all = ["Ada", "Bo", "Cleo", "Dan"]
      expect(await run()).toEqual({ soon: all, once: first, segment: all, tree: all })
      expect((await maya.search.saved.get(soon.id)).text).toBe("available<=today+14d")
    })

    test("is refused in a tree where nobody could say what it means", async () => {
      const maya = await people()
      await expect(maya.search.candidates(Q.field("custom.start", "eq", "today"))).rejects.toMatchObject({
        _tag: "InvalidInput",
      })
      await expect(maya.search.candidates(Q.field("availableFrom", "lt", "tomorrow"))).rejects.toMatchObject({
        _tag: "InvalidInput",
      })
    })
  },
  { now: () => now },
)
