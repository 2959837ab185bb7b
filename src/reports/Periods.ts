import * as Schema from "effect/Schema"
import type * as Calendar from "./Calendar.js"
import * as Report from "./Report.js"

/** As many as a request may ask for: more than ten years of days. */
export const most = 4000

const day = 86_400_000
const shortest: { readonly [P in Calendar.Period]: number } = {
  day: day,
  week: 7 * day,
  month: 28 * day,
  quarter: 90 * day,
}

interface Asked {
  readonly from: string
  readonly to: string
  readonly timeZone: string
  readonly period: Calendar.Period
}

/** Refuses a window of more periods than anybody reads. */
export const few = <A extends Asked, I>(schema: Schema.Schema<A, I>) =>
  schema.pipe(
    Schema.filter((asked) => {
      const { from, to } = Report.windowOf(asked)
      return (
        (to - from) / shortest[asked.period] <= most || {
          path: ["period"],
          message: `cuts the window into more than ${most}`,
        }
      )
    }),
  )

/** Which of adjoining stretches an instant lies in, by bisection; -1 outside. */
export const locate = (stretches: ReadonlyArray<Calendar.Stretch>): ((instant: number) => number) => {
  const starts = Float64Array.from(stretches, ({ from }) => from)
  const end = stretches.at(-1)?.to ?? Number.NEGATIVE_INFINITY
  return (instant) => {
    if (!(instant < end)) return -1
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= instant) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}
