import { join } from "node:path"
import { beforeAll, describe, expect, inject, test } from "vitest"
import { bugs } from "../engine/reporting/bugs.js"
import { garden } from "../engine/reporting/planting.js"

/** A run of each seed, one after the other, until one of them finds it: the same ones each time. */
const seeds = Array.from({ length: 40 }, (_, n) => n + 1)

describe(`${bugs.length} bugs planted in kept columns are all caught`, () => {
  let sown: Awaited<ReturnType<typeof garden>> | undefined
  beforeAll(async () => {
    sown = await garden(bugs, join(inject("scratch"), `planted-${process.pid}`))
  }, 120_000)

  test.each(bugs.map(({ seed, what }) => [what, seed] as const))("%s", { timeout: 600_000 }, async (what, first) => {
    let found: string | undefined = ""
    for (const seed of first === undefined ? seeds : [first, ...seeds])
      if (found === "") found = await sown?.found(what, 1, seed)
    expect(found).not.toBe("")
  })

  test("nothing is caught where nothing is planted", { timeout: 600_000 }, async () => {
    expect(await sown?.found("", 3, 7)).toBe("")
  })
})
