import * as Schema from "effect/Schema"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import * as Report from "./Report.js"
import * as Spans from "./Spans.js"
import * as Standing from "./Standing.js"

export interface TimeToHire extends Report.Echo, Spans.Summary {
  readonly report: "timeToHire"
  readonly policy: {
    readonly from: "attempt started"
    readonly to: "offer accepted"
    readonly backedOut: "ended, not placed"
    readonly counted: "completed in window" | "started in window"
    readonly quantile: "linear"
  }
  readonly ids?: {
    readonly accepted: ReadonlyArray<string>
    readonly open: ReadonlyArray<string>
    readonly ended: ReadonlyArray<string>
  }
}

/**
 * How long submissions take from the start of the attempt to the acceptance of the offer. Each attempt counts on its
 * own; those that ended without an acceptance, or backed out of it, stand beside.
 */
export const timeToHire = Report.define({
  name: "timeToHire",
  input: Report.ordered(Schema.Struct({ ...Report.windowed, counted: Spans.counted })),
  needs: (asked) => ({
    submission: {
      columns: asked.ids ? ["id"] : [],
      ...(asked.counted === "started" ? { started: Report.windowOf(asked) } : { active: Report.windowOf(asked) }),
    },
  }),
  answer: (asked, history, { now }): TimeToHire => {
    const submissions = History.of(history, "submission")
    const accepted = Kinds.among("submission", ["accepted", "placed"])
    const over = Kinds.inPhase("submission", "ended")
    const spans = Spans.collector(asked, now)
    const { entered, first, kind } = submissions
    for (let submission = 0; submission < submissions.size; submission++) {
      const last = Standing.last(submissions, submission)
      const standing = kind[last] ?? 0
      spans.add({
        subject: submission,
        from: entered[first[submission] ?? 0] ?? 0,
        // An acceptance that ended and was restored is the acceptance it was.
        to:
          accepted[standing] === 1
            ? (entered[Standing.reached(submissions, submission, accepted)] ?? Number.NaN)
            : Number.NaN,
        ended: over[standing] === 1 ? (entered[last] ?? 0) : Number.NaN,
      })
    }
    const { completed, ended, open } = spans.who
    return {
      report: "timeToHire",
      policy: {
        from: "attempt started",
        to: "offer accepted",
        backedOut: "ended, not placed",
        counted: `${asked.counted} in window`,
        quantile: "linear",
      },
      ...Report.echo(asked),
      ...spans.summary(),
      ...(asked.ids
        ? {
            ids: {
              accepted: Journeys.ids(submissions, completed),
              open: Journeys.ids(submissions, open),
              ended: Journeys.ids(submissions, ended),
            },
          }
        : {}),
    }
  },
})
