import * as Schema from "effect/Schema"
import * as Days from "./Days.js"
import * as Distribution from "./Distribution.js"
import * as Report from "./Report.js"

/** What a time from one event to another may be asked beside its window. */
export const counted = Schema.optionalWith(Schema.Literal("completed", "started"), {
  default: () => "completed" as const,
})

export interface Asked {
  readonly from: string
  readonly to: string
  readonly timeZone: string
  readonly counted: "completed" | "started"
}

/** A stretch that does not count, milliseconds since 1970. */
export type Pause = readonly [from: number, to: number]

/** A time from one event to another. NaN where the event has not come. */
export interface Span {
  readonly subject: number
  readonly from: number
  readonly to: number
  /** When it came to nothing. */
  readonly ended: number
  readonly pauses?: ReadonlyArray<Pause>
}

export interface Summary {
  /** Milliseconds of the completed ones. */
  readonly millis: Distribution.Distribution
  /** Their calendar days: how often the date changed in the time zone. */
  readonly days: Distribution.Distribution
  /** Neither completed nor ended when the window ends (or, counted by their start, by now), and their age. */
  readonly open: { readonly count: number; readonly ageMillis: Distribution.Distribution }
  /** Came to nothing: not averaged in. */
  readonly ended: number
}

/** How long something took without the pauses, milliseconds; an end before the beginning took no time. */
export const took = (from: number, to: number, pauses: ReadonlyArray<Pause>): number =>
  pauses.reduce(
    (left, [start, end]) => left - Math.max(0, Math.min(end, to) - Math.max(start, from)),
    Math.max(0, to - from),
  )

/** The same, and by calendar days. */
const elapsed = (
  day: Days.Numbering,
  from: number,
  to: number,
  pauses: ReadonlyArray<Pause>,
): { readonly millis: number; readonly days: number } => {
  const over = Math.max(from, to)
  let days = day(over) - day(from)
  for (const pause of pauses) {
    const start = Math.max(pause[0], from)
    const end = Math.min(pause[1], over)
    if (end > start) days -= day(end) - day(start)
  }
  return { millis: took(from, to, pauses), days }
}

/** Takes spans one by one and sums up those that lie to the window as asked. */
export const collector = (asked: Asked, now: number) => {
  const { from, to } = Report.windowOf(asked)
  const byStart = asked.counted === "started"
  const until = byStart ? now : Math.min(to, now)
  const day = Days.numbering(asked.timeZone)
  const millis: Array<number> = []
  const days: Array<number> = []
  const ages: Array<number> = []
  const who = { completed: [] as Array<number>, open: [] as Array<number>, ended: [] as Array<number> }
  return {
    who,
    add: (span: Span): void => {
      const { subject, pauses = [] } = span
      if (byStart && !(span.from >= from && span.from < to)) return
      if (byStart ? !Number.isNaN(span.to) : span.to >= from && span.to < to) {
        const took = elapsed(day, span.from, span.to, pauses)
        millis.push(took.millis)
        days.push(took.days)
        who.completed.push(subject)
      } else if (byStart ? !Number.isNaN(span.ended) : span.ended >= from && span.ended < to) who.ended.push(subject)
      else if (byStart || (span.from < to && span.from <= now && !(span.to < to) && !(span.ended < to))) {
        ages.push(elapsed(day, span.from, until, pauses).millis)
        who.open.push(subject)
      }
    },
    summary: (): Summary => ({
      millis: Distribution.of(millis),
      days: Distribution.of(days),
      open: { count: ages.length, ageMillis: Distribution.of(ages) },
      ended: who.ended.length,
    }),
  }
}
