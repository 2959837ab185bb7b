import { describe, expect, test } from "vitest"
import { kinds } from "../faults/databases.js"
import { desk } from "../faults/desk.js"
import { callable, operation } from "./callable.js"
import { nonsense } from "./nonsense.js"
import { mistakes, requests } from "./reports.js"
import { outcomeOf } from "./outcome.js"
import { holed } from "./wrong.js"

// Refused before a database is asked; all of it goes to all databases in test/long.
nonsense(({ name }) => (name === "memory" ? 2 : 12))

describe.each(kinds)("arguments that make no sense on $name", ({ fresh }) => {
  test("a back-dated move before the one that brought the subject where it is: refused by `at`", async () => {
    const database = await fresh()
    const { maya } = await callable(database)
    const id = await desk(maya).screened()
    const before = await database.dump()
    const at = "2020-01-01T00:00:00Z"
    const { error } = await outcomeOf(() => maya.candidates.deactivate(id, {}, { at }))
    expect(error).toMatchObject({ _tag: "InvalidInput", field: "at", subject: id, command: "candidates.deactivate" })
    expect(await database.dump()).toBe(before)
  })

  test("queries with unknown fields, wrong types, bad cursors and limits: refused by field", async () => {
    const { maya, operations } = await callable(await fresh())
    for (let n = 0; n < 3; n++) await desk(maya).candidate()
    const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")
    const shared: ReadonlyArray<readonly [query: unknown, field: string]> = [
      [{ were: {} }, "were"],
      [{ where: 7 }, "where"],
      [{ where: [] }, "where"],
      [{ where: new Map() }, "where"],
      [{ where: { unheardOf: 1 } }, "where.unheardOf"],
      [{ where: { workspace: "main" } }, "where.workspace"],
      [{ where: { "id) or (1=1": "x" } }, "where.id) or (1=1"],
      [{ where: JSON.parse('{"__proto__": "x"}') }, "where.__proto__"],
      [{ where: { constructor: "x" } }, "where.constructor"],
      [{ where: { toString: "x" } }, "where.toString"],
      [{ where: { version: "1" } }, "where.version"],
      [{ where: { version: 1.5 } }, "where.version"],
      [{ where: { version: [1, "2"] } }, "where.version"],
      [{ where: { version: { from: "1" } } }, "where.version"],
      [{ where: { version: { above: 1 } } }, "where.version"],
      [{ where: { version: {} } }, "where.version"],
      [{ where: { version: 2n } }, "where.version"],
      [{ where: { id: 7 } }, "where.id"],
      [{ where: { id: Symbol("x") } }, "where.id"],
      [{ where: { id: () => "x" } }, "where.id"],
      [{ where: { id: "a\0" } }, "where.id"],
      [{ where: { id: ["a", "\ud800"] } }, "where.id"],
      [{ where: { id: holed(["a"]) } }, "where.id"],
      [{ where: { createdAt: "yesterday" } }, "where.createdAt"],
      [{ where: { createdAt: { from: "2026-01-01" } } }, "where.createdAt"],
      [{ where: { createdAt: new Date(Number.NaN) } }, "where.createdAt"],
      [{ about: 7 }, "about"],
      [{ order: "name" }, "order"],
      [{ order: { field: "unheardOf" } }, "order.field"],
      [{ order: { field: "__proto__" } }, "order.field"],
      [{ order: { field: "id", direction: "sideways" } }, "order.direction"],
      [{ limit: 0 }, "limit"],
      [{ limit: 1001 }, "limit"],
      [{ limit: "10" }, "limit"],
      [{ limit: Number.NaN }, "limit"],
      [{ after: 7 }, "after"],
      [{ after: "not a cursor" }, "after"],
      [{ after: "x".repeat(200_000) }, "after"],
      [{ after: cursor([]) }, "after"],
      [{ after: cursor(["x"]) }, "after"],
      [{ after: cursor([7, "cand_1"]) }, "after"],
      [{ after: cursor(["cand_1", "\0"]) }, "after"],
      [{ after: cursor(["\ud800", "cand_1"]) }, "after"],
      [{ order: { field: "createdAt" }, after: cursor(["yesterday", "cand_1"]) }, "after"],
      [{ order: { field: "version" }, after: cursor(["1", "cand_1"]) }, "after"],
    ]
    let count = 0
    for (const [name, run] of operations) {
      if (!name.endsWith(".list")) continue
      for (const [query, field] of shared) {
        const { error } = await outcomeOf(() => run(query))
        expect
          .soft(error, `${name}(${JSON.stringify(query, (_, v) => (typeof v === "bigint" ? "7n" : v))?.slice(0, 99)})`)
          .toMatchObject({
            _tag: "InvalidInput",
            field,
            command: name,
            subject: null,
          })
        count++
      }
    }
    expect(count).toBeGreaterThan(600)
    for (const query of [
      { where: { skills: "sql" } },
      { where: { skills: { contains: "\0" } } },
      { about: "cand_1" },
    ]) {
      expect((await outcomeOf(() => operation(operations, "candidates.list")(query))).error).toMatchObject({
        _tag: "InvalidInput",
      })
    }
  })

  test("a date, an instant in another zone and milliseconds mean the same in a query", async () => {
    const { maya } = await callable(await fresh())
    const { createdAt, id } = await maya.candidates.create({ name: "Ada" }, { at: "2026-01-01T12:00:00.000Z" })
    for (const value of [createdAt, "2026-01-01T13:00:00+01:00", new Date(createdAt), Date.parse(createdAt)]) {
      const where = { createdAt: value } as { createdAt: string }
      expect((await maya.candidates.list({ where })).items.map((one) => one.id)).toEqual([id])
    }
  })

  test("reports and the ledger with bad windows, pipelines and cursors: refused by field", async () => {
    const { operations } = await callable(await fresh())
    const window = { from: "2026-01-01T00:00:00Z", to: "2026-02-01T00:00:00Z" }
    const wrong: ReadonlyArray<readonly [name: string, input: unknown, field: string]> = [
      ...["reports.funnel", "reports.timeInStage"].flatMap(
        (name): ReadonlyArray<readonly [string, unknown, string]> => [
          [name, window, "pipeline"],
          [name, { ...window, pipeline: "note" }, "pipeline"],
          [name, { ...window, pipeline: "__proto__" }, "pipeline"],
          [name, { pipeline: "submission", to: window.to }, "from"],
          [name, { ...window, pipeline: "submission", from: "January" }, "from"],
          [name, { ...window, pipeline: "submission", from: window.to, to: window.from }, "to"],
          [name, { ...window, pipeline: "submission", to: Number.POSITIVE_INFINITY }, "to"],
          [name, { ...window, pipeline: "submission", ids: "yes" }, "ids"],
          [name, { ...window, pipeline: "submission", by: "client" }, "by"],
        ],
      ),
      ...requests.flatMap(([name, request]) =>
        mistakes.map(([mistake, field]) => [name, { ...request, ...mistake }, field] as const),
      ),
      ["reports.snapshot", {}, "pipeline"],
      ["reports.snapshot", { pipeline: "submission", at: "now" }, "at"],
      ["reports.snapshot", { pipeline: "submission", at: 8.64e15 }, "at"],
      ["reports.placements", window, "by"],
      ["reports.placements", { ...window, by: "moon" }, "by"],
      ["ledger.read", { after: "no cursor!" }, "after"],
      ["ledger.read", { after: 7 }, "after"],
      ["ledger.read", { limit: 0 }, "limit"],
      ["ledger.read", { limit: 1001 }, "limit"],
      ["ledger.read", { before: "1" }, "before"],
      ["ledger.follow", { pollMillis: 0 }, "pollMillis"],
      ["ledger.follow", { after: "\0" }, "after"],
    ]
    for (const [name, input, field] of wrong) {
      const { error } = await outcomeOf(() => operation(operations, name)(input))
      expect
        .soft(error, `${name}(${JSON.stringify(input)})`)
        .toMatchObject({ _tag: "InvalidInput", field, command: name })
    }
  })

  test("rows of an import that are wrong: told by place and field, the others land, no prototype touched", async () => {
    const { maya } = await callable(await fresh())
    const rows: ReadonlyArray<unknown> = [
      { name: "Ada" },
      { name: 7 },
      null,
      "Ada",
      JSON.parse('{"name": "Eve", "__proto__": {"polluted": 1}}'),
      JSON.parse('{"name": "Eve", "customFields": {"__proto__": "x"}}'),
      JSON.parse('{"name": "Eve", "customFields": {"constructor": "x"}}'),
      { name: "NUL\0" },
      { name: "Bob" },
    ]
    const { imported, problems, skipped } = await maya.candidates.import(rows as Iterable<{ readonly name: string }>)
    expect([imported, skipped]).toEqual([2, 7])
    expect(problems.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(problems.every(({ issues }) => issues.length > 0)).toBe(true)
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false)
    for (const options of [
      null,
      7,
      { batchSize: 0 },
      { batchSize: "1" },
      { onProgress: 7 },
      { at: "x" },
      { size: 1 },
    ]) {
      const { error } = await outcomeOf(() => maya.candidates.import([{ name: "Ada" }], options as object))
      if (options !== null) expect(error, JSON.stringify(options)).toMatchObject({ _tag: "InvalidInput" })
    }
  })
})
