import * as Schema from "effect/Schema"
import * as Answers from "./Answers.js"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Rate from "./Rate.js"
import * as Report from "./Report.js"

type Answer = Answers.Answer | "unanswered"

export interface OfferAcceptance extends Report.Echo {
  readonly report: "offerAcceptance"
  readonly policy: {
    readonly counted: "resolved in window"
    readonly versions: "one per submission, as its last version stands"
    readonly of: "accepted + declined + expired"
    readonly floor: number
  }
  readonly accepted: number
  /** Of those accepted, how many were taken back before the start. */
  readonly backedOut: number
  readonly declined: number
  readonly expired: number
  /** Taken back by the client before an answer: no part of the rate. */
  readonly rescinded: number
  /** Out when the window ends: no part of the rate. */
  readonly unanswered: number
  readonly acceptance: Rate.Rate
  readonly ids?: { readonly [A in Answer | "backedOut"]: ReadonlyArray<string> }
}

/** How many offers were accepted of those that were answered, or ran out, in the window. */
export const offerAcceptance = Report.define({
  name: "offerAcceptance",
  input: Report.ordered(Schema.Struct(Report.windowed)),
  needs: (asked) => ({ offer: { columns: ["submissionId", "revision", ...(asked.ids ? ["id" as const] : [])] } }),
  answer: (asked, history): OfferAcceptance => {
    const offers = History.of(history, "offer")
    const { from, to } = Report.windowOf(asked)
    const who: { readonly [A in Answer]: Array<number> } = {
      accepted: [],
      declined: [],
      expired: [],
      rescinded: [],
      unanswered: [],
    }
    const backedOut: Array<number> = []
    for (const { answer, at, backedOut: back, offer, out, superseded } of Answers.of(offers)) {
      if (answer !== null && at >= from && at < to) {
        who[answer].push(offer)
        if (back) backedOut.push(offer)
      } else if (at >= to && out < to && !superseded) who.unanswered.push(offer)
    }
    const count = (answer: Answer) => who[answer].length
    return {
      report: "offerAcceptance",
      policy: {
        counted: "resolved in window",
        versions: "one per submission, as its last version stands",
        of: "accepted + declined + expired",
        floor: asked.floor,
      },
      ...Report.echo(asked),
      accepted: count("accepted"),
      backedOut: backedOut.length,
      declined: count("declined"),
      expired: count("expired"),
      rescinded: count("rescinded"),
      unanswered: count("unanswered"),
      acceptance: Rate.of(count("accepted"), count("accepted") + count("declined") + count("expired"), asked.floor),
      ...(asked.ids
        ? {
            ids: {
              accepted: Journeys.ids(offers, who.accepted),
              backedOut: Journeys.ids(offers, backedOut),
              declined: Journeys.ids(offers, who.declined),
              expired: Journeys.ids(offers, who.expired),
              rescinded: Journeys.ids(offers, who.rescinded),
              unanswered: Journeys.ids(offers, who.unanswered),
            },
          }
        : {}),
    }
  },
})
