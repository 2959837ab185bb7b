import * as Arbitrary from "effect/Arbitrary"
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as CandidateFields from "../../src/domain/candidate/Fields.js"
import * as Fee from "../../src/domain/Fee.js"
import * as Input from "../../src/domain/Input.js"
import { Nouns } from "../../src/domain/Nouns.js"
import * as PositionFields from "../../src/domain/position/Fields.js"
import * as Shortcut from "../../src/domain/Shortcut.js"

const options = { errors: "all", onExcessProperty: "error" } as const

/** JSON as anybody might send it, near enough to what is wanted to be taken now and then. */
const near = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom("", " Ada ", "ada@example.com", "2027-01-04", "percent", "EUR", 0, -1, 1.5, 100, null, undefined),
  fc.constantFrom(Number.NaN, new Date(0), new Date(Number.NaN), new Map(), [undefined], {
    amount: 1,
    currency: "EUR",
  }),
)

const inputs: ReadonlyArray<readonly [string, Schema.Schema.AnyNoContext, ReadonlyArray<string>]> = [
  ["a new candidate", CandidateFields.Create, Object.keys(CandidateFields.Create.fields)],
  ["a changed candidate", CandidateFields.Update, Object.keys(CandidateFields.Update.fields)],
  ["a new position", PositionFields.Create, Object.keys(PositionFields.Create.fields)],
  ["terms", Fee.Terms, ["kind", "percent", "amount", "currency", "parts"]],
  ["custom fields", Input.CustomFields, ["shoe", "__proto__", ""]],
  ["an instant", Input.Instant, []],
  ["nothing", Input.Nothing, []],
]

/** Whatever the shortcut takes, Schema takes alike; and it never takes what Schema refuses. */
const agrees = (schema: Schema.Schema.AnyNoContext, input: unknown): boolean => {
  const plain = Shortcut.of(schema)(input)
  if (plain === Shortcut.unsure) return false
  const decoded = Schema.decodeUnknownEither(schema, options)(input)
  expect(decoded).toEqual(Either.right(plain))
  return true
}

describe("a shortcut", () => {
  test.each(inputs)("decodes %s as Schema does, or leaves it to Schema", (_, schema, names) => {
    const fields = fc.dictionary(names.length === 0 ? fc.string() : fc.constantFrom(...names, "else"), near)
    fc.assert(
      fc.property(fc.oneof(near, fields), (input) => void agrees(schema, input)),
      { numRuns: 1000 },
    )
  })

  test.each(Object.values(Nouns).map((noun) => [noun.name, noun] as const))(
    "knows every value that a field of a %s may have",
    (_, noun) => {
      for (const { schema } of Object.values(noun.fields)) {
        const kept = Schema.typeSchema(schema as Schema.Schema<unknown>)
        fc.assert(
          // A field of that name is refused before it is kept, so that Schema may have it.
          fc.property(
            Arbitrary.make(kept).filter((value) => !JSON.stringify(value)?.includes("__proto__")),
            (input) => agrees(kept, input),
          ),
          { numRuns: 50 },
        )
      }
    },
  )

  test("takes what an import brings, with its defaults", () => {
    const input = { name: " Ada Park ", email: "ada@example.com", skills: ["sql"], customFields: { shoe: 38 } }
    expect(agrees(CandidateFields.Create, input)).toBe(true)
  })
})
