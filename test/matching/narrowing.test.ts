import { describe, expect, test } from "vitest"
import * as Narrowing from "../../src/matching/Narrowing.js"
import type { Retrieval } from "../../src/search/Retrieval.js"

const kinds = ["ready", "doNotUse"]
const skills = [["a"], ["b", "bee"], ["c"]]

/** Whether somebody who is ready and has these skills is found. */
const holds = (retrieval: Retrieval, has: ReadonlySet<string>): boolean => {
  switch (retrieval._tag) {
    case "and":
      return retrieval.of.every((one) => holds(one, has))
    case "or":
      return retrieval.of.some((one) => holds(one, has))
    case "not":
      return !holds(retrieval.of, has)
    case "term":
      return retrieval.term.startsWith("kready ") && has.has(retrieval.term.replace("kready ", ""))
    default:
      throw new Error(retrieval._tag)
  }
}

const everyChoice = (of: ReadonlyArray<string>): ReadonlyArray<ReadonlyArray<string>> =>
  Array.from({ length: 2 ** of.length }, (_, bits) => of.filter((_one, at) => (bits & (1 << at)) !== 0))

describe("the look-ups of a match", () => {
  test("find everybody first under the number of counted skills that they share", () => {
    const levels = Narrowing.levels(kinds, skills, [["d"]])
    expect(levels.map(({ shared }) => shared)).toEqual([3, 2, 1, 0])
    for (const some of everyChoice(["a", "b", "bee", "c", "d", "e"])) {
      const has = new Set(some)
      const shared = skills.filter((spellings) => spellings.some((one) => has.has(one))).length
      const first = levels.find(({ lookUp }) => holds(lookUp, has))
      expect(first?.shared).toBe(shared > 0 || has.has("d") ? shared : undefined)
    }
  })

  test.each([1, 2, 3, 4, 5, 6])("find whoever shares so many of %i skills or more, and nobody else", (count) => {
    const names = ["a", "b", "c", "d", "e", "f"].slice(0, count)
    const levels = Narrowing.levels(
      kinds,
      names.map((name) => [name]),
      [],
    )
    for (const some of everyChoice(names))
      for (const { lookUp, shared } of levels) expect(holds(lookUp, new Set(some))).toBe(some.length >= shared)
  })

  test("find everybody of the kind where no skill is asked for", () => {
    expect(Narrowing.levels(kinds, [], [])).toEqual([
      {
        shared: 0,
        lookUp: {
          _tag: "or",
          of: [
            { _tag: "term", term: "vkind ready" },
            { _tag: "term", term: "vkind donotuse" },
          ],
        },
      },
    ])
  })
})
