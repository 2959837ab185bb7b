import * as Schema from "effect/Schema"
import type { PipelineName } from "../domain/Nouns.js"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import * as Quantile from "./Quantile.js"
import * as Report from "./Report.js"

export interface TimeRow {
  readonly stage: string
  readonly kind: string
  /** Subjects whose stay is complete: they left the stage, for the last time, in the window. */
  readonly completed: number
  /** Visits that those stays were made of; more than `completed` where subjects came back. */
  readonly visits: number
  /** Milliseconds, over the completed stays; null of none. */
  readonly medianMillis: number | null
  readonly p75Millis: number | null
  readonly p90Millis: number | null
  readonly meanMillis: number | null
  /** Subjects at the stage when the window ends, or now if that is earlier, and how long they have been there this time. */
  readonly open: number
  readonly medianOpenAgeMillis: number | null
  readonly ids?: { readonly completed: ReadonlyArray<string>; readonly open: ReadonlyArray<string> }
}

export interface TimeInStage extends Report.Echo {
  readonly report: "timeInStage"
  readonly policy: {
    readonly stay: "all intervals of a subject at the stage"
    readonly counted: "completed in window"
    readonly quantile: "linear"
  }
  readonly pipeline: PipelineName
  readonly rows: ReadonlyArray<TimeRow>
}

/** The stays at one stage that are complete, and the ages of those that are not. */
export interface Stays {
  readonly kind: string
  readonly stage: string
  readonly millis: Array<number>
  readonly ages: Array<number>
  /** Whose stays are complete, and whose are not; where ids are asked for. */
  readonly subjects: Array<number>
  readonly staying: Array<number>
  visits: number
}

/**
 * The stays of subjects at every stage that is not an end, as they lie to a window: complete ones that were left for the
 * last time in it, and those still open at its end, as old as they are at `now` where the window ends later.
 */
export const stays = (
  journeys: Journeys.Journeys,
  { from, to }: Report.Window,
  now: number,
  ids: boolean,
): ReadonlyArray<Stays> => {
  const { entered, first, kind, stage } = journeys
  const kinds = Kinds.all(journeys.pipeline)
  const live = Uint8Array.from(kinds, (name) => (Kinds.phase(journeys.pipeline, name) === "live" ? 1 : 0))
  const width = kinds.length
  const places: Array<Stays> = []
  for (const name of stage.values)
    for (const one of kinds)
      places.push({ kind: one, stage: name, millis: [], subjects: [], ages: [], staying: [], visits: 0 })
  // Of the subject in hand, by place: the sum of its intervals, their number, and when the last of them ended.
  const sums = new Float64Array(places.length)
  const counts = new Int32Array(places.length)
  const ends = new Float64Array(places.length)
  const begins = new Float64Array(places.length)
  const touched: Array<number> = []
  for (let subject = 0; subject < journeys.size; subject++) {
    const end = first[subject + 1] ?? 0
    // Whoever came to an end before the window left every stage before it.
    if ((entered[end - 1] ?? 0) < from && live[kind[end - 1] ?? 0] !== 1) continue
    for (let visit = first[subject] ?? 0; visit < end; visit++) {
      const begun = entered[visit] ?? 0
      const code = kind[visit] ?? 0
      if (begun >= to || live[code] !== 1) continue
      const over = visit + 1 < end ? (entered[visit + 1] ?? 0) : Number.POSITIVE_INFINITY
      const place = (stage.codes[visit] ?? 0) * width + code
      if (counts[place] === 0) touched.push(place)
      counts[place] = (counts[place] ?? 0) + 1
      sums[place] = (sums[place] ?? 0) + over - begun
      ends[place] = over
      begins[place] = begun
    }
    for (const place of touched) {
      const here = places[place]
      const over = ends[place] ?? 0
      if (here !== undefined) {
        if (over >= to) {
          here.ages.push(Math.min(to, now) - (begins[place] ?? 0))
          if (ids) here.staying.push(subject)
        } else if (over >= from) {
          here.millis.push(sums[place] ?? 0)
          here.visits += counts[place] ?? 0
          if (ids) here.subjects.push(subject)
        }
      }
      counts[place] = 0
      sums[place] = 0
    }
    touched.length = 0
  }
  return places
    .filter(({ ages, millis }) => ages.length + millis.length > 0)
    .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.stage < b.stage ? -1 : 1))
}

/**
 * How long subjects stay at each stage that is not an end: the sum of a subject's intervals there, of those that are
 * through with it. Those still there are not averaged in; their age stands beside.
 */
export const timeInStage = Report.define({
  name: "timeInStage",
  input: Report.ordered(Schema.Struct({ pipeline: Report.Pipeline, ...Report.windowed })),
  needs: (asked) => ({
    [asked.pipeline]: { columns: asked.ids ? ["id"] : [], active: Report.windowOf(asked) },
  }),
  answer: (asked, history, { now }): TimeInStage => {
    const { pipeline } = asked
    const journeys = History.of(history, pipeline)
    const rows = stays(journeys, Report.windowOf(asked), now, asked.ids).map((here): TimeRow => {
      const ascending = Float64Array.from(here.millis).sort()
      return {
        stage: here.stage,
        kind: here.kind,
        completed: ascending.length,
        visits: here.visits,
        medianMillis: Quantile.of(ascending, 0.5),
        p75Millis: Quantile.of(ascending, 0.75),
        p90Millis: Quantile.of(ascending, 0.9),
        meanMillis: Quantile.mean(ascending),
        open: here.ages.length,
        medianOpenAgeMillis: Quantile.of(Float64Array.from(here.ages).sort(), 0.5),
        ...(asked.ids
          ? { ids: { completed: Journeys.ids(journeys, here.subjects), open: Journeys.ids(journeys, here.staying) } }
          : {}),
      }
    })
    return {
      report: "timeInStage",
      policy: { stay: "all intervals of a subject at the stage", counted: "completed in window", quantile: "linear" },
      pipeline,
      ...Report.echo(asked),
      rows,
    }
  },
})
