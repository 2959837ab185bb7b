import * as fc from "fast-check"
import type { Visit } from "../../../src/domain/Ledger.js"
import * as Block from "../../../src/reports/Block.js"
import * as Journeys from "../../../src/reports/Journeys.js"
import * as Stretch from "../../../src/reports/Stretch.js"

const kinds = ["shortlisted", "submitted", "interviewing", "placed", "rejected"]
const instants = fc.nat({ max: 6 })
const stretch = fc.option(
  fc.tuple(instants, instants).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
  { nil: undefined },
)

const visit = (subjectId: string, kind: string, at: number): Visit => ({
  id: "entry_1",
  pipeline: "submission",
  subjectId,
  kind,
  stage: kind,
  enteredAt: new Date(at).toISOString(),
  leftAt: null,
  leftFor: null,
  actor: "maya",
  reason: null,
  party: null,
})

/** Some subjects with a few visits each, all within a handful of milliseconds. */
const journeys = fc
  .array(fc.array(fc.tuple(fc.constantFrom(...kinds), instants), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((all) =>
    Journeys.of(
      "submission",
      [{ name: "id", shape: "text" }],
      [],
      all.map((visits, n) => ({
        id: `sub_${n}`,
        visits: visits.toSorted(([, a], [, b]) => a - b).map(([kind, at]) => visit(`sub_${n}`, kind, at)),
        facts: {},
      })),
    ),
  )

/** A block is passed over only where none of its subjects matters; one of a single subject, wherever that does not. */
export const pruning = fc.property(journeys, stretch, stretch, (all, started, active) => {
  const block = Block.summary("block", all)
  const matters = Array.from({ length: all.size }, (_, subject) => subject).filter(
    Stretch.matters(all, { started, active }),
  )
  const read = Block.matters(block, { started, active })
  if (matters.length > 0 && !read) throw new Error("a block is passed over with somebody in it who matters")
  if (all.size === 1 && matters.length === 0 && read) throw new Error("a block is read for nothing")
})
