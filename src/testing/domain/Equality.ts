import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { memory } from "../../../adapters/memory/index.js"
import type { Fixture } from "../Fixture.js"
import { broken } from "../Invariants.js"
import { open } from "../Opened.js"
import { randomCommands, randomSettings } from "../random/Commands.js"
import { contacts } from "../random/Contacts.js"
import { randomQuestion } from "../random/Questions.js"
import { run } from "../Run.js"

export interface EqualityOptions {
  /** Random runs to compare. */
  readonly runs: number
  /** Commands in a run. */
  readonly length: number
  readonly seed?: number
}

/** The same random commands leave the same records, ledger, visits and reports behind as on the memory adapter. */
export const equality = (fixture: Fixture, { runs, length, seed }: EqualityOptions) =>
  describe("random runs", () => {
    test(`${runs} sequences of ${length} commands give what they give in memory`, { timeout: 600_000 }, async () => {
      const asked = fc.array(randomQuestion, { minLength: 12, maxLength: 12 }).noShrink()
      const property = fc.asyncProperty(
        randomCommands({ length, also: contacts }),
        randomSettings,
        asked,
        async (...drawn) => {
          const [commands, settings, questions] = drawn
          const reference = await open(memory())
          const expected = await run(commands, reference, { config: { settings }, questions })
          const workspace = fixture.workspace()
          const actual = await run(commands, fixture.opened(), { config: { settings }, workspace, questions })
          await reference.close()
          expect(actual).toEqual(expected)
          expect(broken(actual)).toEqual([])
        },
      )
      await fc.assert(property, { numRuns: runs, ...(seed === undefined ? {} : { seed }) })
    })
  })
