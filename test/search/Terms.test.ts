import * as fc from "fast-check"
import { expect, test } from "vitest"
import type { Document, Text } from "../../src/domain/Searched.js"
import * as Terms from "../../src/search/Terms.js"

const kinds = ["new", "ready"]

/** Few texts, so that they come again: in another field, as words and as a whole, with a level and without, once long. */
const text: fc.Arbitrary<Text> = fc.record({
  field: fc.constantFrom("name", "skills", "phone", "custom.note"),
  as: fc.constantFrom("words", "whole"),
  level: fc.constantFrom(null, 1, 2, 5),
  text: fc.oneof(
    {
      weight: 9,
      arbitrary: fc.constantFrom("c++", "Zoë Park", "43 1 500", "", "react native and more", "long ".repeat(20)),
    },
    { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
  ),
})

const document: fc.Arbitrary<Document> = fc.record({
  texts: fc
    .tuple(fc.constantFrom(...kinds), fc.array(text, { maxLength: 12 }))
    .map(([kind, texts]) => [{ field: "kind", as: "whole", level: null, text: kind } as const, ...texts]),
  skills: fc.constant([]),
  numbers: fc.constant({}),
  place: fc.constant(null),
})

test("what documents have in common with those before them gives the terms that it gives by itself", () => {
  fc.assert(
    fc.property(fc.array(document, { maxLength: 8 }), (documents) => {
      const common: Terms.Common = new Map()
      const together = documents.map((one) => Terms.of(one, common))
      expect(together.map(({ terms, ...rest }) => ({ ...rest, terms: [...terms] }))).toEqual(
        documents.map((one) => {
          const { terms, ...rest } = Terms.of(one)
          return { ...rest, terms: [...terms] }
        }),
      )
    }),
    { numRuns: 300 },
  )
})

test("a field of more texts than are kept gives all of theirs", () => {
  const common: Terms.Common = new Map()
  const of = (name: string): Document => ({
    texts: [{ field: "name", as: "words", level: 5, text: name }],
    skills: [],
    numbers: {},
    place: null,
  })
  for (let turn = 0; turn < 2; turn++)
    for (let n = 0; n < 300; n++) {
      const found = Terms.of(of(`Ada ${n}`), common)
      expect([...found.terms]).toEqual([...Terms.of(of(`Ada ${n}`)).terms])
    }
})
