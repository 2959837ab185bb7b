import { describe, expect, test } from "vitest"
import { type Kind, kinds } from "../faults/databases.js"
import { desk } from "../faults/desk.js"
import { callable, operation } from "./callable.js"
import { otherOf, samples } from "./operations.js"
import { type Outcome, outcomeOf } from "./outcome.js"

const cyclic: { self?: unknown } = {}
cyclic.self = cyclic

/** Values that have no business being an argument of anything. */
const strange: ReadonlyArray<readonly [what: string, value: unknown]> = [
  ["null", null],
  ["undefined", undefined],
  ["7", 7],
  ["NaN", Number.NaN],
  ["7n", 7n],
  ["true", true],
  ["a symbol", Symbol("x")],
  ["a function", () => "x"],
  ["a list", ["x"]],
  ["a list of itself", [cyclic]],
  ["a cyclic object", cyclic],
  ["a map", new Map()],
  ["a date", new Date(0)],
  ["bytes", new Uint8Array(9)],
  ["a regular expression", /x/],
  ["an error", new Error("x")],
  ["a promise", Promise.resolve("x")],
  ["an object without a prototype", Object.assign(Object.create(null), { x: 1 })],
  ["__proto__ in JSON", JSON.parse('{"__proto__": {"polluted": 1}}')],
  ["constructor in JSON", JSON.parse('{"constructor": {"prototype": {"polluted": 1}}}')],
  ["nested __proto__ in JSON", JSON.parse('{"where": {"__proto__": {"name": "x"}}}')],
  ["NUL", "\0"],
  ["a lone surrogate", "\ud800"],
  ["200,000 characters", "x".repeat(200_000)],
  ["200,000 white spaces", " ".repeat(200_000)],
  ["an empty text", ""],
  ["a path", "../../etc/passwd"],
  ["SQL", "'; drop table ledger; --"],
]

/** The ways in which an operation may refuse what makes no sense. */
const sensible = new Set(["InvalidInput", "NotFound"])

const complaint = (where: string, { error, value }: Outcome, mayWork: boolean): string | null => {
  if (error === undefined) return mayWork ? null : `${where}: answered ${String(value)}`
  if (!sensible.has(error._tag)) return `${where}: ${error._tag}`
  return typeof error.field === "string" && String(error.message).length < 2_000
    ? null
    : `${where}: no field or too long`
}

/** Calls operations with nonsense: each `nth` of them (all where it is 1) on a kind of database. */
export const nonsense = (nth: (kind: Kind) => number) =>
  describe.each(kinds)("nonsense on $name", (kind) => {
    const { fresh } = kind
    const step = nth(kind)
    const which = step === 1 ? "every" : `1 of ${step}`
    const taken = <A>(all: Iterable<A>): ReadonlyArray<A> => [...all].filter((_, index) => index % step === 0)

    test(`first or second to ${which} operation: rejected with a field, never thrown, nothing written`, async () => {
      const database = await fresh()
      const { maya, operations } = await callable(database)
      const id = await desk(maya).candidate()
      const before = await database.dump()
      const problems: Array<string | null> = []
      for (const [name, run] of taken(operations)) {
        const other = otherOf(name)
        for (const [what, value] of strange) {
          // What takes nothing, or a query, may be called with nothing.
          const nothing =
            (value === undefined || value === null) && (other === "query" || other === "preview" || other === "nothing")
          const list = other === "byIds" && Array.isArray(value) && typeof value[0] === "string"
          const rows = other === "rows" && typeof value === "object"
          const text = other === "text" && typeof value === "string"
          const mayWork = nothing || list || rows || text || other === "nothing"
          problems.push(complaint(`${name}(${what})`, await outcomeOf(() => run(value)), mayWork))
          if (other === undefined || other === "entry") {
            problems.push(complaint(`${name}(id, ${what})`, await outcomeOf(() => run("cand_nobody", value)), false))
            problems.push(
              complaint(`${name}(${what}, ${what})`, await outcomeOf(() => run(value, value, value)), false),
            )
          }
        }
      }
      expect(problems.filter((problem) => problem !== null)).toEqual([])
      expect(await database.dump()).toBe(before)
      expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false)
      await expect(maya.candidates.get(id)).resolves.toMatchObject({ id })
    })

    test(`options of ${which} command: refused by field and subject, nothing written, no key remembered`, async () => {
      const database = await fresh()
      const { maya, operations } = await callable(database)
      const year = 365 * 24 * 3600 * 1000
      const wrong: ReadonlyArray<readonly [what: string, options: unknown, field: string]> = [
        ["no object", 7, ""],
        ["null", null, ""],
        ["a list", [], ""],
        ["an unknown option", { idempotencykey: "x" }, "idempotencykey"],
        ["__proto__", JSON.parse('{"__proto__": {}}'), "__proto__"],
        ["a key that is no text", { idempotencyKey: 7 }, "idempotencyKey"],
        ["an empty key", { idempotencyKey: " " }, "idempotencyKey"],
        ["a key of 201 characters", { idempotencyKey: "k".repeat(201) }, "idempotencyKey"],
        ["NUL in the key", { idempotencyKey: "k\0" }, "idempotencyKey"],
        ["a lone surrogate in the key", { idempotencyKey: "k\ud800" }, "idempotencyKey"],
        ["the future", { at: new Date(Date.now() + year), idempotencyKey: "k" }, "at"],
        ["a time that is none", { at: "yesterday" }, "at"],
        ["a time without a zone", { at: "2026-01-01T00:00:00" }, "at"],
        ["an invalid date", { at: new Date(Number.NaN) }, "at"],
        ["the year 1", { at: "0001-01-01T00:00:00Z" }, "at"],
        ["version 0", { expectedVersion: 0 }, "expectedVersion"],
        ["version 1.5", { expectedVersion: 1.5 }, "expectedVersion"],
        ["version 1 as text", { expectedVersion: "1" }, "expectedVersion"],
      ]
      for (const [name, calls] of taken(Object.entries(samples))) {
        const run = operation(operations, name)
        for (const [index, { prepare }] of calls.entries()) {
          const { input, on } = await prepare(desk(maya), maya)
          const call = (options: unknown) =>
            outcomeOf(() => run(...(on === undefined ? [input, options] : [on, input, options])))
          const before = await database.dump()
          for (const [what, options, field] of wrong) {
            const { error } = await call(options)
            expect
              .soft(error, `${name} with ${what}`)
              .toMatchObject({ _tag: "InvalidInput", field, subject: on ?? null })
          }
          if (on !== undefined) {
            const { error } = await call({ expectedVersion: 99 })
            expect.soft(error, `${name} at version 99`).toMatchObject({ _tag: "Conflict", id: on, expected: 99 })
          } else {
            const { error } = await call({ expectedVersion: 1 })
            expect.soft(error, name).toMatchObject({ _tag: "InvalidInput", field: "expectedVersion" })
          }
          expect(await database.dump(), name).toBe(before)
          expect((await call({ idempotencyKey: `k ${name} ${index}` })).error, name).toBeUndefined()
        }
      }
    })
  })
