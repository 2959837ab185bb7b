import type { OfferAcceptance } from "../../reports/OfferAcceptance.js"
import { valueWords } from "../Say.js"
import * as Shapes from "./Shapes.js"
import type { View } from "./View.js"

export const offerAcceptance: View<OfferAcceptance> = {
  figures: (report, say) => [
    Shapes.bars(
      {
        title: "What became of offers",
        subtitle: `Resolved ${say.window(report)}. Acceptance ${valueWords(report.acceptance, say)}: accepted, of those accepted, declined or expired.`,
        note: `One offer a submission, as its last version stands. Rescinded and unanswered ones are no part of the rate. ${say.number(report.backedOut)} of those accepted backed out.`,
      },
      "count",
      [
        ["accepted", report.accepted],
        ["declined", report.declined],
        ["expired", report.expired],
        ["rescinded", report.rescinded],
        ["unanswered", report.unanswered],
      ],
    ),
  ],
  table: (report) =>
    Shapes.measures("What became of offers", [
      ["Accepted", report.accepted],
      ["Of those, backed out", report.backedOut],
      ["Declined", report.declined],
      ["Expired", report.expired],
      ["Rescinded", report.rescinded],
      ["Unanswered", report.unanswered],
      ["Acceptance", report.acceptance],
    ]),
}
