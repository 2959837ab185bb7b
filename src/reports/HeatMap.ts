import * as Schema from "effect/Schema"
import type { PipelineName } from "../domain/Nouns.js"
import * as Behind from "./Behind.js"
import * as Calendar from "./Calendar.js"
import * as History from "./History.js"
import * as Kinds from "./Kinds.js"
import * as Periods from "./Periods.js"
import * as Report from "./Report.js"

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const
export type Weekday = (typeof weekdays)[number]

export interface HeatMapRow {
  readonly weekday: Weekday
  /** Acts by the hour in which they happened, 0 to 23, as the clocks of the time zone showed it. */
  readonly hours: ReadonlyArray<number>
  readonly total: number
  /** By hour. */
  readonly ids?: ReadonlyArray<ReadonlyArray<string>>
}

/** An act: subjects of a pipeline come to a kind. */
export interface Act {
  readonly pipeline: PipelineName
  readonly kind: string
}

export interface HeatMap extends Report.Echo {
  readonly report: "heatMap"
  /** A move from stage to stage of one kind is no act. An hour that clocks go through twice counts both times. */
  readonly policy: { readonly counted: "every coming to the kind in window, returns included" }
  readonly acts: ReadonlyArray<Act>
  readonly total: number
  /** Seven rows from the day that the week starts with. */
  readonly rows: ReadonlyArray<HeatMapRow>
}

const usual: ReadonlyArray<Act> = ["submitted", "interviewing", "offered", "accepted"].map((kind) => ({
  pipeline: "submission",
  kind,
}))

const ActOf = Schema.Struct({ pipeline: Report.Pipeline, kind: Schema.String }).pipe(
  Schema.filter(
    ({ kind, pipeline }) =>
      Kinds.all(pipeline).includes(kind) || { path: ["kind"], message: `is no kind of a ${pipeline}` },
  ),
)

const input = Report.ordered(
  Schema.Struct({
    ...Report.windowed,
    /** Which acts; where absent, submissions that come to `submitted`, `interviewing`, `offered` and `accepted`. */
    acts: Schema.optionalWith(Schema.Array(ActOf).pipe(Schema.minItems(1), Schema.maxItems(100)), {
      default: () => usual,
    }),
  }),
)

const hour = 3_600_000

/** Of each instant in a window, its place in the week of a time zone: weekday × 24 + hour. */
const clock = (window: Report.Window, timeZone: string, weekStart: Calendar.WeekStart) => {
  const days = Calendar.cut(window, { period: "day", timeZone, weekStart })
  const locate = Periods.locate(days)
  const known = days.map(({ from, start, to }) => ({
    begun: Calendar.startOf(timeZone, start),
    weekday: (new Date(`${start}T00:00:00.000Z`).getUTCDay() + 6) % 7,
    // Where the clocks change, or the window cuts the day, the calendar is asked.
    even: to - from === 24 * hour,
  }))
  return (instant: number): number => {
    const day = known[locate(instant)]
    if (day === undefined) return 0
    const shown = day.even
      ? Math.floor((instant - day.begun) / hour)
      : new Date(timeZone === "UTC" ? instant : Calendar.wall(timeZone, instant)).getUTCHours()
    return day.weekday * 24 + shown
  }
}

/** When things happen: acts by weekday and hour of a time zone. */
export const heatMap = Report.define({
  name: "heatMap",
  input,
  needs: (asked): Report.Needs => {
    const need = { columns: asked.ids ? (["id"] as const) : [], active: Report.windowOf(asked) }
    return Object.fromEntries(asked.acts.map(({ pipeline }) => [pipeline, need]))
  },
  answer: (asked, history): HeatMap => {
    const window = Report.windowOf(asked)
    const { from, to } = window
    const clockOf = clock(window, asked.timeZone, asked.weekStart)
    const counts = new Int32Array(7 * 24)
    const behind = Behind.gather<"acts">()
    for (const pipeline of new Set(asked.acts.map((act) => act.pipeline))) {
      const journeys = History.of(history, pipeline)
      const wanted = Kinds.among(
        pipeline,
        asked.acts.filter((act) => act.pipeline === pipeline).map(({ kind }) => kind),
      )
      const { entered, first, kind } = journeys
      for (let subject = 0; subject < journeys.size; subject++) {
        const end = first[subject + 1] ?? 0
        let before = -1
        for (let visit = first[subject] ?? 0; visit < end; visit++) {
          const code = kind[visit] ?? 0
          const at = entered[visit] ?? 0
          if (code !== before && wanted[code] === 1 && at >= from && at < to) {
            const cell = clockOf(at)
            counts[cell] = (counts[cell] ?? 0) + 1
            if (asked.ids) behind.add(cell, "acts", journeys, subject)
          }
          before = code
        }
      }
    }
    const shift = weekdays.indexOf(asked.weekStart)
    const rows = weekdays.map((_, index): HeatMapRow => {
      const weekday = (index + shift) % 7
      const hours = Array.from(counts.subarray(weekday * 24, weekday * 24 + 24))
      return {
        weekday: weekdays[weekday] ?? "monday",
        hours,
        total: hours.reduce((sum, count) => sum + count, 0),
        ...(asked.ids ? { ids: hours.map((_count, hour) => behind.of(weekday * 24 + hour, "acts")) } : {}),
      }
    })
    return {
      report: "heatMap",
      policy: { counted: "every coming to the kind in window, returns included" },
      ...Report.echo(asked),
      acts: asked.acts,
      total: rows.reduce((sum, row) => sum + row.total, 0),
      rows,
    }
  },
})
