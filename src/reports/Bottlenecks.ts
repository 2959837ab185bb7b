import * as Schema from "effect/Schema"
import type { PipelineName } from "../domain/Nouns.js"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Passing from "./Passing.js"
import * as Quantile from "./Quantile.js"
import * as Rate from "./Rate.js"
import * as Report from "./Report.js"
import * as Significance from "./Significance.js"

/** A test among all those of the result. */
export interface Tested extends Significance.Test {
  /** By Holm's correction across every test of the result. */
  readonly adjusted: number
  /** More than noise: `adjusted` below the level that was asked for. */
  readonly significant: boolean
}

export interface Compared<A> {
  readonly earlier: A
  readonly now: A
  /** `now − earlier`; null where one of them is unknown or withheld. */
  readonly change: number | null
  /** Null where there is nothing to compare. */
  readonly test: Tested | null
}

export interface BottleneckRow {
  readonly stage: string
  readonly kind: string
  /** Went on to a later stage, of those that left with somebody's decision. */
  readonly conversion: Compared<Rate.Rate>
  /** Left because their position was gone, or for another version: in no rate. */
  readonly undecided: { readonly earlier: number; readonly now: number }
  /** Median of the whole time at the stage of those that left, milliseconds. */
  readonly medianMillis: Compared<number | null>
  readonly left: { readonly earlier: number; readonly now: number }
  readonly ids?: Left & { readonly earlier: Left }
}

/** Who left a stage. */
export interface Left {
  readonly on: ReadonlyArray<string>
  readonly off: ReadonlyArray<string>
  readonly undecided: ReadonlyArray<string>
}

export interface Bottlenecks extends Report.Echo {
  readonly report: "bottlenecks"
  readonly policy: {
    readonly counted: "left the stage for the last time in the window"
    readonly conversion: "went on / decided"
    readonly tests: "pooled two-proportion z, or Fisher's exact where an expected count is below 5; Mann–Whitney U"
    readonly correction: "Holm"
    readonly level: number
    readonly floor: number
  }
  readonly pipeline: PipelineName
  readonly earlier: { readonly from: string; readonly to: string }
  readonly rows: ReadonlyArray<BottleneckRow>
}

const Asked = Schema.Struct({
  pipeline: Report.Pipeline,
  ...Report.windowed,
  /** What to compare with; the stretch of the same length right before the window where absent. */
  earlier: Schema.optional(Schema.Struct({ from: Report.windowed.from, to: Report.windowed.to })),
  /** From which adjusted p-value down a change counts as more than noise. */
  level: Schema.optionalWith(Schema.Number.pipe(Schema.between(0, 1)), { default: () => 0.05 }),
})

const earlierOf = (asked: typeof Asked.Type): Report.Window => {
  const { from, to } = Report.windowOf(asked)
  return asked.earlier === undefined
    ? { from: from - (to - from), to: from }
    : Report.windowOf({ ...asked.earlier, timeZone: asked.timeZone })
}

const input = Report.ordered(Asked).pipe(
  Schema.filter((asked) => {
    const { from, to } = earlierOf(asked)
    return from <= to || { path: ["earlier", "to"], message: "is before `earlier.from`" }
  }),
)

const nothing: Passing.Passing = { on: [], off: [], undecided: [], millis: [] }

/**
 * Where the pipeline got tighter: of each stage the conversion and the time in it, against the same stage's own earlier
 * window, and whether the change is more than noise.
 */
export const bottlenecks = Report.define({
  name: "bottlenecks",
  input,
  needs: (asked) => {
    const now = Report.windowOf(asked)
    const earlier = earlierOf(asked)
    return {
      [asked.pipeline]: {
        columns: asked.ids ? ["id"] : [],
        active: { from: Math.min(now.from, earlier.from), to: Math.max(now.to, earlier.to) },
      },
    }
  },
  answer: (asked, history, { stages }): Bottlenecks => {
    const { floor, level, pipeline } = asked
    const journeys = History.of(history, pipeline)
    const before = earlierOf(asked)
    const places = Passing.of(journeys, stages, [before, Report.windowOf(asked)])
    const compared = places.map(({ kind, stage, windows: [earlier = nothing, now = nothing] }) => {
      const sorted = [earlier, now].map(({ millis }) => Float64Array.from(millis).sort())
      const [timesBefore = new Float64Array(0), timesNow = new Float64Array(0)] = sorted
      const share = ({ off, on }: Passing.Passing) => ({ count: on.length, of: on.length + off.length })
      return {
        kind,
        stage,
        earlier,
        now,
        timesBefore,
        timesNow,
        shares: { earlier: share(earlier), now: share(now) },
        conversion: Significance.proportions(share(now), share(earlier)),
        times: Significance.ranks(timesNow, timesBefore),
      }
    })
    const adjusted = Significance.holm(
      compared.flatMap(({ conversion, times }) => [conversion?.p ?? null, times?.p ?? null]),
    )
    const tested = (test: Significance.Test | null, place: number): Tested | null => {
      const p = adjusted[place] ?? null
      return test === null || p === null ? null : { ...test, adjusted: p, significant: p < level }
    }
    const named = ({ off, on, undecided }: Passing.Passing): Left => ({
      on: Journeys.ids(journeys, on),
      off: Journeys.ids(journeys, off),
      undecided: Journeys.ids(journeys, undecided),
    })
    const difference = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b)
    return {
      report: "bottlenecks",
      policy: {
        counted: "left the stage for the last time in the window",
        conversion: "went on / decided",
        tests: "pooled two-proportion z, or Fisher's exact where an expected count is below 5; Mann–Whitney U",
        correction: "Holm",
        level,
        floor,
      },
      pipeline,
      ...Report.echo(asked),
      earlier: { from: Report.instant(before.from), to: Report.instant(before.to) },
      rows: compared.map((row, index): BottleneckRow => {
        const { earlier, now, shares } = row
        const rates = {
          earlier: Rate.of(shares.earlier.count, shares.earlier.of, floor),
          now: Rate.of(shares.now.count, shares.now.of, floor),
        }
        const medians = { earlier: Quantile.of(row.timesBefore, 0.5), now: Quantile.of(row.timesNow, 0.5) }
        return {
          stage: row.stage,
          kind: row.kind,
          conversion: {
            ...rates,
            change: difference(rates.now.rate, rates.earlier.rate),
            test: tested(row.conversion, 2 * index),
          },
          undecided: { earlier: earlier.undecided.length, now: now.undecided.length },
          medianMillis: {
            ...medians,
            change: difference(medians.now, medians.earlier),
            test: tested(row.times, 2 * index + 1),
          },
          left: { earlier: earlier.millis.length, now: now.millis.length },
          ...(asked.ids ? { ids: { ...named(now), earlier: named(earlier) } } : {}),
        }
      }),
    }
  },
})
