import * as SchemaAST from "effect/SchemaAST"
import { describe, expect, test } from "vitest"
import { kinds, open } from "../faults/databases.js"
import { desk } from "../faults/desk.js"
import { operationsOf, otherOf, samples } from "./operations.js"
import { outcomeOf } from "./outcome.js"
import { fieldsOf } from "./shape.js"

describe("the table of valid calls", () => {
  test("has every command that the library offers, and none that it does not", async () => {
    const [kind] = kinds
    const crm = await open(await (kind ?? expect.fail()).fresh())
    const names = [...operationsOf(crm.as("maya")).keys()]
    expect(names.filter((name) => otherOf(name) === undefined)).toEqual(Object.keys(samples).sort(byPlace(names)))
  })

  test("gives every field of every input a value, so that each can be made wrong", async () => {
    const [kind] = kinds
    const maya = (await open(await (kind ?? expect.fail()).fresh())).as("maya")
    for (const [operation, calls] of Object.entries(samples)) {
      const covered = new Set<string>()
      for (const { input, prepare, without } of calls) {
        const given = Object.keys((await prepare(desk(maya), maya)).input as object)
        const known = fieldsOf(SchemaAST.encodedAST(input.ast))
        for (const name of given) covered.add(name)
        expect(
          known.filter((name) => !given.includes(name) && !without.includes(name)),
          operation,
        ).toEqual([])
      }
      for (const { without } of calls)
        expect(
          without.filter((name) => !covered.has(name)),
          operation,
        ).toEqual([])
    }
  })

  test.each(kinds)("works as it stands on $name", async ({ fresh }) => {
    const maya = (await open(await fresh())).as("maya")
    const operations = operationsOf(maya)
    for (const [operation, calls] of Object.entries(samples)) {
      for (const { prepare } of calls) {
        const { input, on } = await prepare(desk(maya), maya)
        const run = operations.get(operation) ?? expect.fail(`no operation ${operation}`)
        const outcome = await outcomeOf(() => run(...(on === undefined ? [input] : [on, input])))
        expect(outcome.error, operation).toBeUndefined()
      }
    }
  })
})

const byPlace = (names: ReadonlyArray<string>) => (a: string, b: string) => names.indexOf(a) - names.indexOf(b)
