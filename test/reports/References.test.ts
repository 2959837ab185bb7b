import * as fc from "fast-check"
import { expect, test } from "vitest"
import * as Journeys from "../../src/reports/Journeys.js"
import * as References from "../../src/reports/References.js"
import { subject } from "./history.js"

const id = fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom("a", "b", "c", "_", "Z", "9") })

test("references find their targets in whatever order they ask, as looking at each would", () => {
  fc.assert(
    fc.property(fc.uniqueArray(id, { maxLength: 30 }), fc.array(id, { maxLength: 60 }), (ids, wanted) => {
      const sorted = ids.toSorted((a, b) => (a < b ? -1 : 1))
      const targets = Journeys.of(
        "submission",
        [{ name: "id", shape: "text" }],
        [],
        sorted.map((one) => subject(one, [["shortlisted", "2026-01-01"]])("submission")),
      )
      const interviews = Journeys.of(
        "interview",
        [{ name: "submissionId", shape: "text" }],
        [],
        wanted.map((one, at) => subject(`i${at}`, [["scheduled", "2026-01-01"]], { submissionId: one })("interview")),
      )
      expect([...References.to(interviews, "submissionId", targets)]).toEqual(wanted.map((one) => sorted.indexOf(one)))
    }),
    { numRuns: 500 },
  )
})
