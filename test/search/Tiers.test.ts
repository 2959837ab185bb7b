import * as fc from "fast-check"
import { expect, test } from "vitest"
import type { Document } from "../../src/domain/Searched.js"
import * as Cities from "../../src/search/Cities.js"
import * as Evaluate from "../../src/search/Evaluate.js"
import * as Retrieval from "../../src/search/Retrieval.js"
import * as Terms from "../../src/search/Terms.js"
import { documents, queries } from "../../src/testing/random/Queries.js"

const indexed = (document: Document, n: number): Evaluate.Indexed =>
  Evaluate.indexed(`cand_${n}`, { ...document, terms: Terms.of(document) }, new Map())

/** What the searches of every storage rest on. */
test("a look-up of a score finds exactly those of it, and the shorter one nobody who scores less", () => {
  let scored = 0
  fc.assert(
    fc.property(fc.array(documents, { minLength: 6, maxLength: 6 }), queries, (all, query) => {
      for (const document of all.map(indexed)) {
        const score = Evaluate.score(document, query, Cities.locate)
        scored += score !== null && score > 0 ? 1 : 0
        for (const tier of Retrieval.tiers(query, Cities.locate)) {
          expect(Evaluate.fulfils(document, tier.retrieval)).toBe(score === tier.score)
          const found = Evaluate.fulfils(document, tier.atLeast)
          if (score === tier.score) expect(found).toBe(true)
          if (found) expect(score).toBeGreaterThanOrEqual(tier.score)
        }
      }
    }),
    { numRuns: 1000, seed: 4 },
  )
  expect(scored).toBeGreaterThan(500)
})

test("what is nowhere is left out of a look-up, which finds the same", () => {
  fc.assert(
    fc.property(fc.array(documents, { minLength: 4, maxLength: 4 }), queries, (all, query) => {
      const here = all.map(indexed)
      const there = new Set(here.flatMap(({ terms }) => [...terms]))
      for (const { atLeast, retrieval } of Retrieval.tiers(query, Cities.locate))
        for (const whole of [retrieval, atLeast]) {
          const left = Retrieval.without(whole, (term) => !there.has(term))
          for (const one of here) expect(Evaluate.fulfils(one, left)).toBe(Evaluate.fulfils(one, whole))
        }
    }),
    { numRuns: 500, seed: 4 },
  )
})
