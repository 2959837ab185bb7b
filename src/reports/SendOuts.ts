import * as Schema from "effect/Schema"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Rate from "./Rate.js"
import * as Report from "./Report.js"
import * as Submitted from "./Submitted.js"

export interface SendOuts extends Report.Echo {
  readonly report: "sendOuts"
  readonly policy: {
    readonly counted: "submissions first submitted in window" | "submissions and acceptances in window"
    readonly placed: "accepted and not backed out"
    readonly floor: number
  }
  /** Submissions to a client for one placement, 4 where one of four is placed; null where none is. */
  readonly perPlacement: Rate.Rate
  /** Of the submissions counted, those still running. */
  readonly open: number
  readonly ids?: { readonly [N in "submissions" | "placed" | "open"]: ReadonlyArray<string> }
}

/**
 * Submissions to a client per placement. By `cohort`, the placements are those of the very submissions counted, however
 * long they took; by `period`, those accepted in the window, whenever they were submitted.
 */
export const sendOuts = Report.define({
  name: "sendOuts",
  input: Report.ordered(
    Schema.Struct({
      ...Report.windowed,
      counted: Schema.optionalWith(Schema.Literal("cohort", "period"), { default: () => "cohort" as const }),
    }),
  ),
  needs: (asked) => ({ submission: { columns: asked.ids ? ["id"] : [], active: Report.windowOf(asked) } }),
  answer: (asked, history): SendOuts => {
    const submissions = History.of(history, "submission")
    const { from, to } = Report.windowOf(asked)
    const within = (at: number) => at >= from && at < to
    const cohort = asked.counted === "cohort"
    const submitted: Array<number> = []
    const placed: Array<number> = []
    const open: Array<number> = []
    Submitted.each(submissions, null, (one) => {
      const counts = within(one.at)
      if (counts) submitted.push(one.submission)
      if (counts && one.open) open.push(one.submission)
      if (one.accepted && !one.backedOut && (cohort ? counts : within(one.acceptedAt))) placed.push(one.submission)
    })
    return {
      report: "sendOuts",
      policy: {
        counted: cohort ? "submissions first submitted in window" : "submissions and acceptances in window",
        placed: "accepted and not backed out",
        floor: asked.floor,
      },
      ...Report.echo(asked),
      perPlacement: Rate.of(submitted.length, placed.length, asked.floor),
      open: open.length,
      ...(asked.ids
        ? {
            ids: {
              submissions: Journeys.ids(submissions, submitted),
              placed: Journeys.ids(submissions, placed),
              open: Journeys.ids(submissions, open),
            },
          }
        : {}),
    }
  },
})
