import * as Schema from "effect/Schema"
import type { PlainDate } from "../domain/Field.js"
import type { PipelineName } from "../domain/Nouns.js"
import * as Behind from "./Behind.js"
import * as Calendar from "./Calendar.js"
import * as Columns from "./Columns.js"
import * as Happenings from "./Happenings.js"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Keys from "./Keys.js"
import * as Report from "./Report.js"
import * as Standing from "./Standing.js"

/** How often each event happened. */
export type Counts = { readonly [N in Happenings.Name]?: number }

/** Whom each event happened to. */
export type Ids = { readonly [N in Happenings.Name]?: ReadonlyArray<string> }

export interface Activity extends Report.Echo {
  readonly report: "activity"
  readonly policy: {
    readonly counted: "events in window"
    readonly again: "the first time of each subject only"
    readonly ends: "that were not undone"
    readonly actor: "who did it"
  }
  readonly counts: Counts
  /** The window cut into periods, where asked for; each begins where the one before ends. */
  readonly periods?: ReadonlyArray<
    Report.Echo & { readonly start: PlainDate; readonly counts: Counts; readonly ids?: Ids }
  >
  /** Where asked for. */
  readonly actors?: ReadonlyArray<{ readonly actor: string; readonly counts: Counts; readonly ids?: Ids }>
  readonly ids?: Ids
}

const Name = Schema.Literal(...Happenings.names)

const most = 5000

const input = Report.ordered(
  Schema.Struct({
    ...Report.windowed,
    /** Which events; where absent, all that know the dimensions the report is limited to or split by. */
    events: Schema.optional(Schema.Array(Name)),
    by: Schema.optional(Schema.Literal("actor")),
    period: Schema.optional(Schema.Literal(...Calendar.periods)),
  }),
).pipe(
  Schema.filter(({ period, ...asked }) => {
    const { from, to } = Report.windowOf(asked)
    return (
      period === undefined ||
      to - from <= most * 86_400_000 ||
      period === "quarter" ||
      period === "month" || { path: ["period"], message: `gives more than ${most} periods` }
    )
  }),
)

const wanted = (asked: typeof input.Type): ReadonlyArray<Happenings.Name> =>
  asked.events ??
  Happenings.names.filter((name) =>
    Columns.dimensions.every(
      (dimension) =>
        (asked.where?.[dimension] === undefined && asked.sliceBy !== dimension) ||
        Columns.dimension(Happenings.pipelineOf(name), dimension) !== undefined,
    ),
  )

/** The stretch that an instant lies in, of stretches that lie side by side. */
const stretchAt = (stretches: ReadonlyArray<Calendar.Stretch>, instant: number): number => {
  let low = 0
  let high = stretches.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((stretches[middle]?.from ?? 0) <= instant) low = middle
    else high = middle - 1
  }
  return low
}

/**
 * What happened in the window, event by event: each subject once an event, so that going back and forth is not counted
 * twice, and no end that was undone. What happened to a cohort is for the funnel; the two are never mixed.
 */
export const activity = Report.define({
  name: "activity",
  input,
  needs: (asked): Report.Needs => {
    const columns = asked.ids ? (["id"] as const) : []
    const said = asked.by === undefined ? [] : (["actor"] as const)
    const need = { columns, said, active: Report.windowOf(asked) }
    const pipelines = new Set<PipelineName>(wanted(asked).map(Happenings.pipelineOf))
    return Object.fromEntries(Array.from(pipelines, (pipeline) => [pipeline, need]))
  },
  answer: (asked, history): Activity => {
    const { from, to } = Report.windowOf(asked)
    const { period, timeZone, weekStart } = asked
    const stretches = period === undefined ? [] : Calendar.cut({ from, to }, { period, timeZone, weekStart })
    const events = wanted(asked)
    const counts: { [N in Happenings.Name]?: number } = {}
    const behind = Behind.gather<Happenings.Name>()
    const behindPeriod = Behind.gather<Happenings.Name>()
    const behindActor = Behind.gather<Happenings.Name>()
    const places = Keys.rows()
    const ids = (by: typeof behind, row: number): { readonly ids?: Ids } =>
      asked.ids ? { ids: Object.fromEntries(events.map((name) => [name, by.of(row, name)])) } : {}
    const byPeriod = stretches.map((): { [N in Happenings.Name]?: number } => ({}))
    const byActor = new Map<string, { [N in Happenings.Name]?: number }>()
    for (const name of events) {
      const journeys = History.of(history, Happenings.pipelineOf(name))
      const { kinds, standing } = Happenings.testOf(name)
      const actors = asked.by === undefined ? null : Journeys.saying(journeys, "actor")
      const placeOf = places.of(actors?.values ?? [])
      const perActor = new Int32Array(actors?.values.length ?? 0)
      const perPeriod = new Int32Array(stretches.length)
      let count = 0
      for (let subject = 0; subject < journeys.size; subject++) {
        const last = Standing.last(journeys, subject)
        if (standing && kinds[journeys.kind[last] ?? 0] !== 1) continue
        const visit = standing ? last : Standing.reached(journeys, subject, kinds)
        const at = visit < 0 ? Number.NaN : (journeys.entered[visit] ?? 0)
        if (!(at >= from && at < to)) continue
        count++
        if (asked.ids) behind.add(0, name, journeys, subject)
        if (stretches.length > 0) {
          const place = stretchAt(stretches, at)
          perPeriod[place] = (perPeriod[place] ?? 0) + 1
          if (asked.ids) behindPeriod.add(place, name, journeys, subject)
        }
        const actor = actors?.codes[visit] ?? -1
        if (actor >= 0) {
          perActor[actor] = (perActor[actor] ?? 0) + 1
          if (asked.ids) behindActor.add(placeOf[actor + 1] ?? 0, name, journeys, subject)
        }
      }
      counts[name] = count
      for (const [place, own] of byPeriod.entries()) own[name] = perPeriod[place] ?? 0
      for (const [index, own] of perActor.entries()) {
        const actor = actors?.values[index]
        if (actor === undefined || own === 0) continue
        const row = byActor.get(actor) ?? {}
        byActor.set(actor, row)
        row[name] = own
      }
    }
    return {
      report: "activity",
      policy: {
        counted: "events in window",
        again: "the first time of each subject only",
        ends: "that were not undone",
        actor: "who did it",
      },
      ...Report.echo(asked),
      counts,
      ...(period === undefined
        ? {}
        : {
            periods: stretches.map((stretch, index) => ({
              start: stretch.start,
              from: Report.instant(stretch.from),
              to: Report.instant(stretch.to),
              timeZone,
              counts: byPeriod[index] ?? {},
              ...ids(behindPeriod, index),
            })),
          }),
      ...(asked.by === undefined
        ? {}
        : {
            actors: [...byActor]
              .toSorted(([a], [b]) => (a < b ? -1 : 1))
              .map(([actor, own]) => ({
                actor,
                counts: Object.fromEntries(events.map((name) => [name, own[name] ?? 0])),
                ...ids(behindActor, places.keys().indexOf(actor)),
              })),
          }),
      ...ids(behind, 0),
    }
  },
})
