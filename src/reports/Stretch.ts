import type { Journeys } from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import * as Standing from "./Standing.js"

/** From one instant up to another, milliseconds since 1970. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The stretches that a report looks at: subjects that start in one, or are under way in one. */
export interface Stretches {
  readonly started?: Stretch | undefined
  readonly active?: Stretch | undefined
}

/** Whether subject `i` matters where only those do that start, or are under way, in some stretches. */
export const matters = (journeys: Journeys, { active, started }: Stretches): ((subject: number) => boolean) => {
  const { entered, first, kind, pipeline } = journeys
  const live = Kinds.inPhase(pipeline, "live")
  return (subject) => {
    const start = entered[first[subject] ?? 0] ?? 0
    const last = Standing.last(journeys, subject)
    return (
      (started === undefined || (start >= started.from && start < started.to)) &&
      (active === undefined ||
        (start < active.to && (live[kind[last] ?? 0] === 1 || (entered[last] ?? 0) >= active.from)))
    )
  }
}
