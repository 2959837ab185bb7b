import type { Journeys } from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import type { Window } from "./Report.js"
import * as Standing from "./Standing.js"

/** How far a submission that has been before the client came, whatever it ended by. */
export interface Submitted {
  readonly submission: number
  /** When it first went to the client, milliseconds since 1970. */
  readonly at: number
  readonly offered: boolean
  readonly accepted: boolean
  /** When the offer was accepted, milliseconds since 1970; NaN where it was not. */
  readonly acceptedAt: number
  /** Accepted, and come to nothing before the start. */
  readonly backedOut: boolean
  readonly open: boolean
}

/** Calls for each submission that first went to the client in the window; for any that ever did where there is none. */
export const each = (submissions: Journeys, window: Window | null, take: (one: Submitted) => void): void => {
  const of = (...kinds: ReadonlyArray<string>) => Kinds.among("submission", kinds)
  const submitted = of("submitted", "interviewing", "offered", "accepted", "placed")
  const offered = of("offered", "accepted", "placed")
  const accepted = of("accepted", "placed")
  const live = Kinds.inPhase("submission", "live")
  const ended = Kinds.inPhase("submission", "ended")
  const { entered, kind } = submissions
  for (let submission = 0; submission < submissions.size; submission++) {
    const visit = Standing.reached(submissions, submission, submitted)
    if (visit < 0) continue
    const at = entered[visit] ?? 0
    if (window !== null && !(at >= window.from && at < window.to)) continue
    const standing = kind[Standing.last(submissions, submission)] ?? 0
    const yes = Standing.reached(submissions, submission, accepted)
    take({
      submission,
      at,
      offered: Standing.reached(submissions, submission, offered) >= 0,
      accepted: yes >= 0,
      acceptedAt: yes < 0 ? Number.NaN : (entered[yes] ?? 0),
      backedOut: yes >= 0 && ended[standing] === 1,
      open: live[standing] === 1,
    })
  }
}
