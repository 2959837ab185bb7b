import type { FallOffs } from "../../reports/FallOffs.js"
import * as Shapes from "./Shapes.js"
import type { View } from "./View.js"

export const fallOffs: View<FallOffs> = {
  figures: (report, say) => [
    Shapes.bars(
      {
        title: "What became of placements",
        subtitle: `${say.number(report.placements)} ${report.policy.counted}, ${say.window(report)}.`,
        note: "The guarantee's last day counts whole.",
      },
      "count",
      [
        ["held through the guarantee", report.held],
        ["fell off inside it", report.fellOff],
        ["guarantee still runs", report.insideGuarantee],
        ["not started yet", report.pendingStart],
        ["backed out before the start", report.backedOut],
      ],
    ),
    Shapes.bars(
      {
        title: "Fall-off rate",
        note: `Fell off, of placements whose guarantee has ended; backed out, of those whose start is decided. No rate below ${report.policy.floor} cases.`,
      },
      "share",
      [
        ["fell off", report.rate],
        ["backed out", report.backOutRate],
      ],
    ),
  ],
  table: (report) =>
    Shapes.measures("What became of placements", [
      ["Placements", report.placements],
      ["Held", report.held],
      ["Fell off", report.fellOff],
      ["Inside guarantee", report.insideGuarantee],
      ["Of those, fell off already", report.fellOffEarly],
      ["Pending start", report.pendingStart],
      ["Backed out", report.backedOut],
      ["Fall-off rate", report.rate],
      ["Back-out rate", report.backOutRate],
    ]),
}
