import * as fc from "fast-check"
import { days } from "../Clock.js"
import { pipelineNames } from "../Everything.js"
import { dimensions } from "../../reports/Columns.js"
import { reports } from "../../reports/Reports.js"

/** A place in time: an instant that occurs in the history, or some time off it; or the day that it lies on. */
export interface Edge {
  /** Which of the instants that occur. */
  readonly pick: number
  readonly shift: number
  /** The day that it lies on; of `asOf`: one of the instants that come last before the window. */
  readonly day: boolean
}

/** What a report is asked, by places in a history rather than by instants and ids, so that it fits any. */
export interface Question {
  readonly name: keyof typeof reports
  readonly pipeline: (typeof pipelineNames)[number]
  readonly from: Edge
  readonly to: Edge
  readonly asOf: Edge | null
  readonly knowledge: "then" | "now"
  readonly timeZone: string
  readonly weekStart: "monday" | "sunday" | "saturday"
  readonly period: "day" | "week" | "month" | "quarter"
  readonly ids: boolean
  readonly floor: number
  readonly sliceBy: (typeof dimensions)[number] | null
  readonly where: { readonly dimension: (typeof dimensions)[number]; readonly pick: number } | null
  /** Picks among what one report alone may be asked. */
  readonly own: number
}

const edge: fc.Arbitrary<Edge> = fc.record({
  pick: fc.nat({ max: 999 }),
  shift: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.constantFrom(-1, 1) },
    { weight: 2, arbitrary: fc.integer({ min: -3 * days, max: 3 * days }) },
    { weight: 1, arbitrary: fc.constantFrom(-400 * days, 400 * days) },
  ),
  day: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
})

const rarely = <A>(arbitrary: fc.Arbitrary<A>, freq: number): fc.Arbitrary<A | null> =>
  fc.oneof({ weight: freq, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })

/** Any question to any report. Most windows lie inside the history, edge on edge with what happens in it. */
export const randomQuestion: fc.Arbitrary<Question> = fc.record({
  name: fc.constantFrom(...(Object.keys(reports) as ReadonlyArray<keyof typeof reports>)),
  pipeline: fc.constantFrom(...pipelineNames),
  from: edge,
  to: edge,
  asOf: rarely(
    fc.record({ edge, day: fc.boolean() }).map(({ day, edge: one }) => ({ ...one, day })),
    2,
  ),
  knowledge: fc.constantFrom("now", "now", "then"),
  timeZone: fc.constantFrom("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"),
  weekStart: fc.constantFrom("monday", "sunday", "saturday"),
  period: fc.constantFrom("day", "week", "month", "quarter"),
  ids: fc.boolean(),
  floor: fc.constantFrom(0, 1, 5),
  sliceBy: rarely(fc.constantFrom(...dimensions), 2),
  where: rarely(fc.record({ dimension: fc.constantFrom(...dimensions), pick: fc.nat({ max: 99 }) }), 3),
  own: fc.nat({ max: 99 }),
})

/** Beginnings of runs that soon meet a day of 23 or 25 hours in one of the zones, and one that does not. */
export const randomStart: fc.Arbitrary<number> = fc.constantFrom(
  Date.UTC(2026, 9, 24, 9),
  Date.UTC(2027, 2, 13, 9),
  Date.UTC(2026, 10, 23, 9),
)
