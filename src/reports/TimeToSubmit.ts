import * as Schema from "effect/Schema"
import * as Closings from "./Closings.js"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import * as References from "./References.js"
import * as Report from "./Report.js"
import * as Spans from "./Spans.js"
import * as Standing from "./Standing.js"

export interface TimeToSubmit extends Report.Echo, Spans.Summary {
  readonly report: "timeToSubmit"
  readonly policy: {
    readonly from: "position first opened"
    readonly to: "first submission to the client, whoever made it"
    readonly holds: "included"
    readonly counted: "completed in window" | "started in window"
    readonly quantile: "linear"
  }
  readonly ids?: {
    readonly submitted: ReadonlyArray<string>
    readonly open: ReadonlyArray<string>
    readonly ended: ReadonlyArray<string>
  }
}

/** How long positions wait for their first submission to the client. Those that ended without one stand beside. */
export const timeToSubmit = Report.define({
  name: "timeToSubmit",
  input: Report.ordered(Schema.Struct({ ...Report.windowed, counted: Spans.counted })),
  needs: () => ({
    position: { columns: ["id"] },
    submission: { columns: ["positionId"], whole: true },
  }),
  answer: (asked, history, { now }): TimeToSubmit => {
    const positions = History.of(history, "position")
    const submissions = History.of(history, "submission")
    const withClient = Kinds.among("submission", ["submitted", "interviewing", "offered", "accepted", "placed"])
    const positionOf = References.to(submissions, "positionId", positions)
    const submitted = new Float64Array(positions.size).fill(Number.NaN)
    for (let submission = 0; submission < submissions.size; submission++) {
      const position = positionOf[submission] ?? -1
      const visit = position < 0 ? -1 : Standing.reached(submissions, submission, withClient)
      if (visit < 0) continue
      const at = submissions.entered[visit] ?? 0
      const known = submitted[position] ?? Number.NaN
      if (!(known <= at)) submitted[position] = at
    }
    const over = Kinds.inPhase("position", "won", "ended")
    const opened = Closings.opened(positions)
    const spans = Spans.collector(asked, now)
    for (let position = 0; position < positions.size; position++) {
      const from = opened[position] ?? Number.NaN
      if (Number.isNaN(from)) continue
      const last = Standing.last(positions, position)
      spans.add({
        subject: position,
        from,
        to: submitted[position] ?? Number.NaN,
        ended: over[positions.kind[last] ?? 0] === 1 ? (positions.entered[last] ?? 0) : Number.NaN,
      })
    }
    const { completed, ended, open } = spans.who
    return {
      report: "timeToSubmit",
      policy: {
        from: "position first opened",
        to: "first submission to the client, whoever made it",
        holds: "included",
        counted: `${asked.counted} in window`,
        quantile: "linear",
      },
      ...Report.echo(asked),
      ...spans.summary(),
      ...(asked.ids
        ? {
            ids: {
              submitted: Journeys.ids(positions, completed),
              open: Journeys.ids(positions, open),
              ended: Journeys.ids(positions, ended),
            },
          }
        : {}),
    }
  },
})
