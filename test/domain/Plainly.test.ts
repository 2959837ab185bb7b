import * as Arbitrary from "effect/Arbitrary"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, test } from "vitest"
import { Nouns } from "../../src/domain/Nouns.js"
import * as Noun from "../../src/domain/Noun.js"
import * as Plainly from "../../src/domain/Plainly.js"

const near = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom("", "cand_", "2027-01-04", "2027-01-04T00:00:00.000Z", "percent", "EUR", 0, -1, 1.5, null, undefined),
  // biome-ignore lint/suspicious/noSparseArray: a hole is no string
  fc.constantFrom(Number.NaN, new Date(0), new Map(), [undefined], [,], ["a"], { amount: 1, currency: "EUR" }),
)

describe("what is plainly of a type", () => {
  test.each(Object.values(Nouns).map((noun) => [noun.name, noun] as const))(
    "is so to Schema, and so is every value that a field of a %s may have",
    (_, noun) => {
      for (const [name, { schema }] of Object.entries(Noun.allFields(noun))) {
        const field = Schema.typeSchema(schema as Schema.Schema<unknown>)
        const [plainly, is] = [Plainly.of(field), Schema.is(field)]
        fc.assert(
          fc.property(near, (input) => !plainly(input) || is(input)),
          { numRuns: 200 },
        )
        // Queries are trees: Schema's own business.
        if (name === "query") continue
        const values = Arbitrary.make(field).filter((value) => !JSON.stringify(value)?.includes("__proto__"))
        fc.assert(fc.property(values, plainly), { numRuns: 50 })
      }
    },
  )
})
