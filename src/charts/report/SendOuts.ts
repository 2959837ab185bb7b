import type { SendOuts } from "../../reports/SendOuts.js"
import * as Shapes from "./Shapes.js"
import type { View } from "./View.js"

export const sendOuts: View<SendOuts> = {
  figures: (report, say) => [
    Shapes.bars(
      {
        title: "Submissions for one placement",
        subtitle: `${say.number(report.perPlacement.count)} submissions, ${say.number(report.perPlacement.of)} placed, ${say.window(report)}; ${say.number(report.open)} still run.`,
        note: `Counted: ${report.policy.counted}. Placed: accepted and not backed out of. No ratio below ${report.policy.floor} placements.`,
      },
      "count",
      [["submissions per placement", report.perPlacement]],
    ),
  ],
  table: (report) =>
    Shapes.measures(
      "Submissions for one placement",
      [
        ["Submissions per placement", report.perPlacement],
        ["Still open", report.open],
      ],
      "count",
    ),
}
