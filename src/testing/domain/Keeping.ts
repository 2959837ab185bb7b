import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { agreeing } from "../Agreeing.js"
import type { Fixture } from "../Fixture.js"
import type { EqualityOptions } from "./Equality.js"

/** Reports from columns that are kept are those from the records and visits themselves, whatever happens in between. */
export const keptColumns = (fixture: Fixture, { runs, length, seed }: EqualityOptions) =>
  describe("kept columns", () => {
    test(`give the reports of the records in the course of ${runs} × ${length} commands`, {
      timeout: 600_000,
    }, async () => {
      const { property, seen } = agreeing(fixture, { length })
      await fc.assert(property, { numRuns: runs, ...(seed === undefined ? {} : { seed }) })
      expect(seen.answered, "questions").toBeGreaterThan(runs * 10)
      expect(seen.blocks, "blocks of one pipeline").toBeGreaterThan(1)
      expect(seen.moves, "changes of one index").toBeGreaterThan(3)
    })
  })
