import type { Conversions } from "../../reports/Conversions.js"
import * as Shapes from "./Shapes.js"
import type { View } from "./View.js"

export const conversions: View<Conversions> = {
  figures: (report, say) => {
    const { submitted, submittalToInterview, interviewToOffer, offerToPlacement, submittalToPlacement, policy } = report
    const aside =
      report.offeredWithoutInterview === 0
        ? ""
        : ` ${say.number(report.offeredWithoutInterview)} were offered without an interview on record.`
    return [
      {
        figure: "funnel",
        title: "From submission to placement",
        subtitle: `${say.number(submitted)} first submitted to the client, ${say.window(report)}; ${say.number(report.open.count)} still run.${aside}`,
        note: `Distinct submissions of one cohort. Placed: accepted and not backed out of. No rate below ${policy.floor} cases.`,
        steps: [
          { label: "submitted", value: submitted, share: null, onward: submittalToInterview },
          {
            label: "interviewed",
            value: submittalToInterview.count,
            share: submittalToInterview,
            onward: interviewToOffer,
          },
          { label: "offered", value: offerToPlacement.of, share: null, onward: offerToPlacement },
          { label: "placed", value: submittalToPlacement.count, share: submittalToPlacement, onward: null },
        ],
      },
    ]
  },
  table: (report) =>
    Shapes.measures("From submission to placement", [
      ["Submitted", report.submitted],
      ["Still open", report.open],
      ["Submittal to interview", report.submittalToInterview],
      ["Interview to offer", report.interviewToOffer],
      ["Offer to placement", report.offerToPlacement],
      ["Submittal to placement", report.submittalToPlacement],
      ["Offered without interview", report.offeredWithoutInterview],
      ["Backed out", report.backedOut],
    ]),
}
