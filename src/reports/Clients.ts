import * as Schema from "effect/Schema"
import * as Answers from "./Answers.js"
import * as Behind from "./Behind.js"
import * as Closings from "./Closings.js"
import * as Distribution from "./Distribution.js"
import * as FallOffs from "./FallOffs.js"
import * as Feedback from "./Feedback.js"
import * as Fees from "./Fees.js"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Keys from "./Keys.js"
import * as Kinds from "./Kinds.js"
import type { FeeSum } from "./Placements.js"
import * as Rate from "./Rate.js"
import * as Report from "./Report.js"
import * as Standing from "./Standing.js"
import * as Tally from "./Tally.js"

const counted = [
  "positions",
  "openings",
  "filled",
  "lost",
  "closed",
  "cancelled",
  "submissions",
  "responses",
  "waiting",
  "unanswered",
  "interviewed",
  "interviewedOffered",
  "accepted",
  "declined",
  "expired",
  "rescinded",
  "placements",
  "backedOut",
  "fellOff",
  "held",
] as const
type Counted = (typeof counted)[number]

export interface ClientRow {
  readonly clientId: string
  /** Positions first opened in the window. */
  readonly positions: number
  /** Openings that were opened in the window. */
  readonly openings: number
  /** Openings by their last close in the window. */
  readonly filled: number
  readonly lost: number
  readonly closed: number
  /** By the client: no part of the fill rate. */
  readonly cancelled: number
  readonly fillRate: Rate.Rate
  /** Submissions that first went to the client in the window. */
  readonly submissions: number
  /** From submitted to the client's response, of responses in the window, milliseconds. */
  readonly feedbackMillis: Distribution.Distribution
  /** Before the client without a response when the window ends (or now), and their age. */
  readonly waiting: number
  readonly waitingAgeMillis: Distribution.Distribution
  /** Ended in the window before the client responded, by nobody of theirs. */
  readonly unanswered: number
  /** Came to an offer, of the submissions that first came to an interview in the window. */
  readonly interviewToOffer: Rate.Rate
  readonly rescinded: number
  readonly acceptance: Rate.Rate
  /** Accepted in the window, without those backed out. */
  readonly placements: number
  readonly backedOut: number
  /** Fell off, of placements whose guarantee ended in the window. */
  readonly fallOffs: Rate.Rate
  /** Of the placements, refunds taken off. */
  readonly fees: ReadonlyArray<FeeSum>
  readonly ids?: { readonly [N in Counted]: ReadonlyArray<string> }
}

export interface Clients extends Report.Echo {
  readonly report: "clients"
  readonly policy: {
    readonly counted: "each by its own event in window"
    readonly fillRate: "filled / (filled + lost + closed), openings by their last close in window"
    readonly feedback: "submitted to the client's response in window, holds included"
    readonly acceptance: "accepted / (accepted + declined + expired), resolved in window"
    readonly fallOffs: "guarantee ended in window"
    readonly fee: "accepted in window, without backed out, less refunds"
    readonly floor: number
  }
  readonly rows: ReadonlyArray<ClientRow>
}

/** The scorecard of each client: how they treat what they are sent, and what they are worth. */
export const clients = Report.define({
  name: "clients",
  input: Report.ordered(Schema.Struct(Report.windowed)),
  needs: (asked) => {
    const id = asked.ids ? (["id"] as const) : []
    const active = Report.windowOf(asked)
    return {
      position: { columns: ["clientId", "id"] },
      opening: { columns: ["clientId", "positionId", ...id], said: ["reason"] },
      submission: { columns: ["clientId", ...id], said: ["party"], active },
      offer: { columns: ["clientId", "submissionId", "revision", ...id] },
      placement: {
        columns: ["clientId", ...FallOffs.columns, "feeAmount", "feeCurrency", "refundAmount", ...id],
      },
    }
  },
  answer: (asked, history, { now }): Clients => {
    const { floor } = asked
    const { from, to } = Report.windowOf(asked)
    const within = (at: number): boolean => at >= from && at < to
    const positions = History.of(history, "position")
    const openings = History.of(history, "opening")
    const submissions = History.of(history, "submission")
    const offers = History.of(history, "offer")
    const placements = History.of(history, "placement")
    const keys = Keys.rows()
    const ofClient = (journeys: Journeys.Journeys): Int32Array => {
      const { codes, values } = Journeys.text(journeys, "clientId")
      const rows = keys.of(values)
      return codes.map((code) => rows[code + 1] ?? 0)
    }
    const rowOf = {
      position: ofClient(positions),
      opening: ofClient(openings),
      submission: ofClient(submissions),
      offer: ofClient(offers),
      placement: ofClient(placements),
    }
    const size = keys.size()
    const tally = Tally.of<Counted>(counted, size)
    const behind = Behind.gather<Counted>()
    const add = (name: Counted, row: number, journeys: Journeys.Journeys, subject: number): void => {
      tally.add(name, row)
      if (asked.ids) behind.add(row, name, journeys, subject)
    }

    for (const [position, at] of Closings.opened(positions).entries())
      if (within(at)) add("positions", rowOf.position[position] ?? 0, positions, position)
    const { closings, running } = Closings.of(openings, positions)
    const begun = new Map<number, number>()
    const closes = new Map<number, Closings.Outcome>()
    for (const { at, from: opened, opening, outcome, undone } of closings) {
      if (!begun.has(opening)) begun.set(opening, opened)
      if (within(at) && undone !== "backedOut" && undone !== "reopened") closes.set(opening, outcome)
    }
    for (const { from: opened, opening } of running) if (!begun.has(opening)) begun.set(opening, opened)
    for (const [opening, at] of begun) if (within(at)) add("openings", rowOf.opening[opening] ?? 0, openings, opening)
    for (const [opening, outcome] of closes) add(outcome, rowOf.opening[opening] ?? 0, openings, opening)

    const until = Math.min(to, now)
    const responses = Tally.values(size)
    const ages = Tally.values(size)
    Feedback.each(submissions, (submission, at, responded, ended) => {
      const row = rowOf.submission[submission] ?? 0
      if (within(at)) add("submissions", row, submissions, submission)
      if (within(responded)) {
        add("responses", row, submissions, submission)
        responses.add(row, responded - at)
      } else if (within(ended)) add("unanswered", row, submissions, submission)
      else if (at < until && !(responded < until) && !(ended < until)) {
        add("waiting", row, submissions, submission)
        ages.add(row, until - at)
      }
    })
    const interviewing = Kinds.among("submission", ["interviewing"])
    const offered = Kinds.among("submission", ["offered", "accepted", "placed"])
    for (let submission = 0; submission < submissions.size; submission++) {
      const visit = Standing.reached(submissions, submission, interviewing)
      if (visit < 0 || !within(submissions.entered[visit] ?? 0)) continue
      const row = rowOf.submission[submission] ?? 0
      add("interviewed", row, submissions, submission)
      if (Standing.reached(submissions, submission, offered) >= 0)
        add("interviewedOffered", row, submissions, submission)
    }

    for (const { answer, at, offer } of Answers.of(offers))
      if (answer !== null && within(at)) add(answer, rowOf.offer[offer] ?? 0, offers, offer)

    const accepted = Journeys.number(placements, "acceptedAt")
    const amount = Journeys.number(placements, "feeAmount")
    const refund = Journeys.number(placements, "refundAmount")
    const currency = Journeys.text(placements, "feeCurrency")
    const guarantee = FallOffs.standing(placements, asked.timeZone, now)
    const fees = Fees.table(size, currency.values)
    for (let placement = 0; placement < placements.size; placement++) {
      const row = rowOf.placement[placement] ?? 0
      const state = guarantee.state(placement)
      if (within(accepted[placement] ?? Number.NaN)) {
        add(state === "backedOut" ? "backedOut" : "placements", row, placements, placement)
        const back = guarantee.fell(placement) ? (refund[placement] ?? 0) : 0
        if (state !== "backedOut") fees.add(row, currency.codes[placement] ?? -1, (amount[placement] ?? 0) - back)
      }
      if ((state === "fellOff" || state === "held") && within(guarantee.over(placement)))
        add(state, row, placements, placement)
    }

    const timesOf = responses.grouped()
    const agesOf = ages.grouped()
    const rows = keys.keys().flatMap((clientId, row): ReadonlyArray<ClientRow> => {
      const of = (name: Counted): number => tally.of(name, row)
      if (clientId === null || counted.every((name) => of(name) === 0)) return []
      const resolved = of("accepted") + of("declined") + of("expired")
      return [
        {
          clientId,
          positions: of("positions"),
          openings: of("openings"),
          filled: of("filled"),
          lost: of("lost"),
          closed: of("closed"),
          cancelled: of("cancelled"),
          fillRate: Rate.of(of("filled"), of("filled") + of("lost") + of("closed"), floor),
          submissions: of("submissions"),
          feedbackMillis: Distribution.of(timesOf(row)),
          waiting: of("waiting"),
          waitingAgeMillis: Distribution.of(agesOf(row)),
          unanswered: of("unanswered"),
          interviewToOffer: Rate.of(of("interviewedOffered"), of("interviewed"), floor),
          rescinded: of("rescinded"),
          acceptance: Rate.of(of("accepted"), resolved, floor),
          placements: of("placements"),
          backedOut: of("backedOut"),
          fallOffs: Rate.of(of("fellOff"), of("fellOff") + of("held"), floor),
          fees: fees.of(row),
          ...(asked.ids ? { ids: Tally.each(counted, (name) => behind.of(row, name)) } : {}),
        },
      ]
    })
    return {
      report: "clients",
      policy: {
        counted: "each by its own event in window",
        fillRate: "filled / (filled + lost + closed), openings by their last close in window",
        feedback: "submitted to the client's response in window, holds included",
        acceptance: "accepted / (accepted + declined + expired), resolved in window",
        fallOffs: "guarantee ended in window",
        fee: "accepted in window, without backed out, less refunds",
        floor,
      },
      ...Report.echo(asked),
      rows: rows.toSorted((a, b) => Keys.order(a.clientId, b.clientId)),
    }
  },
})
