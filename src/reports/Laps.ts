import * as Closings from "./Closings.js"
import type * as Journeys from "./Journeys.js"
import * as References from "./References.js"
import * as Spans from "./Spans.js"
import * as TimeToFill from "./TimeToFill.js"

/** How long the opening of placement `i` was looked for until its acceptance, holds left out; NaN where nobody knows. */
export const of = (
  placements: Journeys.Journeys,
  openings: Journeys.Journeys,
  positions: Journeys.Journeys,
): ((placement: number, acceptedAt: number) => number) => {
  const openingOf = References.to(placements, "openingId", openings)
  const pausesOf = TimeToFill.holds(positions)
  const { closings } = Closings.of(openings, positions)
  // Closings come opening by opening: of each, where its own begin.
  const first = new Int32Array(openings.size).fill(-1)
  for (let place = closings.length - 1; place >= 0; place--) first[closings[place]?.opening ?? 0] = place
  return (placement, acceptedAt) => {
    const opening = openingOf[placement] ?? -1
    const start = first[opening] ?? -1
    if (start < 0) return Number.NaN
    for (let place = start; closings[place]?.opening === opening; place++) {
      const fill = closings[place]
      if (fill?.at !== acceptedAt || fill.outcome !== "filled") continue
      return Spans.took(fill.from, fill.at, pausesOf(fill.position))
    }
    return Number.NaN
  }
}
