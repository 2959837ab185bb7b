import type { PositionOutcomes } from "../../reports/PositionOutcomes.js"
import * as Table from "../../reports/Table.js"
import * as Column from "../../reports/TableColumns.js"
import { valueWords } from "../Say.js"
import * as Shapes from "./Shapes.js"
import type { View } from "./View.js"

export const positionOutcomes: View<PositionOutcomes> = {
  figures: ({ ended, won, reopened, rows, ...window }, say) => {
    const reasons = rows.flatMap(({ outcome, reasons }) =>
      reasons.flatMap(({ reason, count }) =>
        reason === null ? [] : [[`${say.name(outcome, "kind")}: ${say.name(reason, "reason")}`, count] as const],
      ),
    )
    return [
      Shapes.bars(
        {
          title: "How positions ended",
          subtitle: `${say.number(ended)} ended, ${say.window(window)}. Won ${valueWords(won, say)}: filled, of those filled, lost to a competitor or filled internally.`,
          note: `Cancelled and closed ones are no part of the rate. ${say.number(reopened)} ended and were taken up again: in no bar.`,
        },
        "count",
        rows.map(({ outcome, count }) => [say.name(outcome, "kind"), count]),
      ),
      ...(reasons.length === 0 ? [] : [Shapes.bars({ title: "Why positions ended" }, "count", Shapes.top(reasons))]),
    ]
  },
  table: ({ rows }, say) =>
    Table.of("How positions ended", rows, [
      Column.text("outcome", "Outcome", ({ outcome }) => say.name(outcome, "kind")),
      Column.count("count", "Number", ({ count }) => count),
      ...Column.rate<(typeof rows)[number]>("ofEnded", "Of ended", ({ ofEnded }) => ofEnded),
    ]),
}
