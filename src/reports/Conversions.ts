import * as Schema from "effect/Schema"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import * as Rate from "./Rate.js"
import * as References from "./References.js"
import * as Report from "./Report.js"
import * as Standing from "./Standing.js"
import * as Submitted from "./Submitted.js"
import * as Tally from "./Tally.js"

const steps = [
  "submitted",
  "open",
  "interviewed",
  "offered",
  "interviewedOffered",
  "offeredWithoutInterview",
  "placed",
  "backedOut",
] as const
type Step = (typeof steps)[number]

export interface Conversions extends Report.Echo {
  readonly report: "conversions"
  readonly policy: {
    readonly cohort: "first submitted to the client in window"
    readonly counted: "distinct submissions"
    readonly interviewed: "at least one completed interview"
    readonly placed: "accepted and not backed out"
    readonly floor: number
  }
  readonly submitted: number
  /** Those still running: their rates may yet rise. */
  readonly open: Rate.Rate
  /** Interviewed, of those submitted. */
  readonly submittalToInterview: Rate.Rate
  /** Offered, of those interviewed. */
  readonly interviewToOffer: Rate.Rate
  /** Placed, of those offered, interviewed or not. */
  readonly offerToPlacement: Rate.Rate
  readonly submittalToPlacement: Rate.Rate
  /** Offered though nobody wrote down a completed interview: in no numerator of an interview. */
  readonly offeredWithoutInterview: number
  /** Accepted, and come to nothing before the start: not placed. */
  readonly backedOut: number
  readonly ids?: { readonly [S in Step]: ReadonlyArray<string> }
}

/** How submissions convert, each counted once a step however often it was interviewed or its offer changed. */
export const conversions = Report.define({
  name: "conversions",
  input: Report.ordered(Schema.Struct(Report.windowed)),
  needs: (asked) => ({
    submission: { columns: ["id"], active: Report.windowOf(asked) },
    interview: { columns: ["submissionId"], whole: true },
  }),
  answer: (asked, history): Conversions => {
    const submissions = History.of(history, "submission")
    const interviews = History.of(history, "interview")
    const completed = Kinds.among("interview", ["completed"])
    const submissionOf = References.to(interviews, "submissionId", submissions)
    const held = new Uint8Array(submissions.size)
    for (let interview = 0; interview < interviews.size; interview++) {
      const submission = submissionOf[interview] ?? -1
      if (submission >= 0 && Standing.reached(interviews, interview, completed) >= 0) held[submission] = 1
    }
    const who = Tally.each(steps, (): Array<number> => [])
    Submitted.each(submissions, Report.windowOf(asked), (one) => {
      const { submission } = one
      const interviewed = held[submission] === 1
      who.submitted.push(submission)
      if (one.open) who.open.push(submission)
      if (interviewed) who.interviewed.push(submission)
      if (one.offered) who.offered.push(submission)
      if (interviewed && one.offered) who.interviewedOffered.push(submission)
      else if (one.offered) who.offeredWithoutInterview.push(submission)
      if (one.backedOut) who.backedOut.push(submission)
      else if (one.accepted) who.placed.push(submission)
    })
    const count = (step: Step) => who[step].length
    const rate = (part: number, whole: number) => Rate.of(part, whole, asked.floor)
    return {
      report: "conversions",
      policy: {
        cohort: "first submitted to the client in window",
        counted: "distinct submissions",
        interviewed: "at least one completed interview",
        placed: "accepted and not backed out",
        floor: asked.floor,
      },
      ...Report.echo(asked),
      submitted: count("submitted"),
      open: rate(count("open"), count("submitted")),
      submittalToInterview: rate(count("interviewed"), count("submitted")),
      interviewToOffer: rate(count("interviewedOffered"), count("interviewed")),
      offerToPlacement: rate(count("placed"), count("offered")),
      submittalToPlacement: rate(count("placed"), count("submitted")),
      offeredWithoutInterview: count("offeredWithoutInterview"),
      backedOut: count("backedOut"),
      ...(asked.ids ? { ids: Tally.each(steps, (step) => Journeys.ids(submissions, who[step])) } : {}),
    }
  },
})
