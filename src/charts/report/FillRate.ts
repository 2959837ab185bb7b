import type { FillRate } from "../../reports/FillRate.js"
import { valueWords } from "../Say.js"
import * as Shapes from "./Shapes.js"
import type { View } from "./View.js"

export const fillRate: View<FillRate> = {
  figures: (report, say) => [
    Shapes.bars(
      {
        title: "How openings closed",
        subtitle: `Closed ${say.window(report)}. Fill rate ${valueWords(report.fillRate, say)}: filled, of those filled, lost or closed.`,
        note: `Cancelled by the client: shown, and no part of the rate. ${say.number(report.fellOff)} of those filled fell off since.`,
      },
      "count",
      [
        ["filled", report.filled],
        ["lost", report.lost],
        ["closed", report.closed],
        ["cancelled", report.cancelled],
      ],
    ),
  ],
  table: (report) =>
    Shapes.measures("How openings closed", [
      ["Filled", report.filled],
      ["Of those, fell off since", report.fellOff],
      ["Lost", report.lost],
      ["Closed", report.closed],
      ["Cancelled", report.cancelled],
      ["Fill rate", report.fillRate],
    ]),
}
