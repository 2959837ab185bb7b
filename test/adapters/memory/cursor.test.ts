import * as fc from "fast-check"
import { expect, test } from "vitest"
import * as Cursor from "../../../adapters/memory/Cursor.js"
import type { Retrieval } from "../../../src/search/Retrieval.js"

const most = 8

const retrievals: fc.Arbitrary<Retrieval> = fc.letrec<{ readonly one: Retrieval }>((tie) => ({
  one: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    fc.constantFrom("a", "b", "c", "d").map((term): Retrieval => ({ _tag: "term", term })),
    fc.array(tie("one"), { minLength: 1, maxLength: 3 }).map((of): Retrieval => ({ _tag: "and", of })),
    fc.array(tie("one"), { minLength: 1, maxLength: 3 }).map((of): Retrieval => ({ _tag: "or", of })),
    tie("one").map((of): Retrieval => ({ _tag: "not", of })),
  ),
})).one

test("places come as the look-up says, whether they are walked over or asked for one by one", () => {
  const places = fc.uniqueArray(fc.nat({ max: most }), { maxLength: most }).map((all) => all.sort((a, b) => a - b))
  const terms = fc.record({ a: places, b: places, c: places, d: places })
  const property = fc.property(retrievals, terms, (retrieval, known) => {
    const own = new Map(Object.entries(known))
    const leaf = (one: Cursor.Leaf) => Cursor.walking(Cursor.posting(own.get("term" in one ? one.term : "") ?? []))
    const has = (one: Retrieval, place: number): boolean => {
      if (one._tag === "and") return one.of.every((of) => has(of, place))
      if (one._tag === "or") return one.of.some((of) => has(of, place))
      return one._tag === "not" ? !has(one.of, place) : (own.get("term" in one ? one.term : "") ?? []).includes(place)
    }
    const falling = Array.from({ length: most + 1 }, (_, n) => most - n)
    const expected = falling.filter((place) => has(retrieval, place))
    const asked = Cursor.build(retrieval, leaf)
    expect(falling.filter((place) => asked.has(place))).toEqual(expected)
    const { cursor } = Cursor.build(retrieval, leaf)
    if (cursor === null) return
    const walked: Array<number> = []
    for (let place = cursor.seek(most); place >= 0; place = cursor.seek(place - 1)) walked.push(place)
    expect(walked).toEqual(expected)
  })
  fc.assert(property, { numRuns: 5_000 })
})
