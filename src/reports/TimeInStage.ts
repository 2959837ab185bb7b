import type { Instant } from "../domain/Field.js"
import type { Visit } from "../domain/Ledger.js"
import type { PipelineName } from "../domain/Nouns.js"
import * as Kinds from "./Kinds.js"
import * as Quantile from "./Quantile.js"
import { grouped } from "./Subjects.js"

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
  /** Subjects at the stage when the window ends, and how long they have been there this time. */
  readonly open: number
  readonly medianOpenAgeMillis: number | null
  readonly ids?: ReadonlyArray<string>
}

export interface TimeInStage {
  readonly report: "timeInStage"
  readonly policy: {
    readonly stay: "all intervals of a subject at the stage"
    readonly counted: "completed in window"
    readonly quantile: "linear"
  }
  readonly pipeline: PipelineName
  readonly from: Instant
  readonly to: Instant
  readonly rows: ReadonlyArray<TimeRow>
}

interface Stays {
  readonly kind: string
  readonly stage: string
  readonly millis: Array<number>
  readonly ids: Array<string>
  readonly ages: Array<number>
  visits: number
}

const millis = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from)

/**
 * How long subjects stay at each stage that is not an end: the sum of a subject's intervals there, of those that are
 * through with it. Those still there are not averaged in; their age stands beside.
 */
export const timeInStage = (
  request: { readonly pipeline: PipelineName; readonly from: Instant; readonly to: Instant },
  visits: Iterable<Visit>,
  options: { readonly ids: boolean },
): TimeInStage => {
  const { pipeline, from, to } = request
  const places = new Map<string, Stays>()
  for (const [id, own] of grouped(visits)) {
    const here = new Map<string, Array<Visit>>()
    for (const visit of own) {
      if (visit.enteredAt >= to || Kinds.phase(pipeline, visit.kind) !== "live") continue
      const key = `${visit.kind}\n${visit.stage}`
      here.set(key, [...(here.get(key) ?? []), visit])
    }
    for (const [key, intervals] of here) {
      const last = intervals.at(-1)
      if (last === undefined) continue
      const stays = places.get(key) ?? { kind: last.kind, stage: last.stage, millis: [], ids: [], ages: [], visits: 0 }
      places.set(key, stays)
      if (last.leftAt === null || last.leftAt >= to) {
        stays.ages.push(millis(last.enteredAt, to))
      } else if (last.leftAt >= from) {
        stays.millis.push(intervals.reduce((sum, visit) => sum + millis(visit.enteredAt, visit.leftAt ?? to), 0))
        stays.visits += intervals.length
        stays.ids.push(id)
      }
    }
  }
  const order = Kinds.all(pipeline)
  const rows = [...places.values()]
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.stage < b.stage ? -1 : 1))
    .map((stays): TimeRow => {
      const ascending = stays.millis.toSorted((a, b) => a - b)
      return {
        stage: stays.stage,
        kind: stays.kind,
        completed: ascending.length,
        visits: stays.visits,
        medianMillis: Quantile.of(ascending, 0.5),
        p75Millis: Quantile.of(ascending, 0.75),
        p90Millis: Quantile.of(ascending, 0.9),
        meanMillis: Quantile.mean(ascending),
        open: stays.ages.length,
        medianOpenAgeMillis: Quantile.of(
          stays.ages.toSorted((a, b) => a - b),
          0.5,
        ),
        ...(options.ids ? { ids: stays.ids.toSorted() } : {}),
      }
    })
  return {
    report: "timeInStage",
    policy: { stay: "all intervals of a subject at the stage", counted: "completed in window", quantile: "linear" },
    pipeline,
    from,
    to,
    rows,
  }
}
