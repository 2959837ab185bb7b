import type { Snapshot, SnapshotRow } from "../../reports/Snapshot.js"
import * as Table from "../../reports/Table.js"
import * as Column from "../../reports/TableColumns.js"
import { upper } from "../Say.js"
import type { View } from "./View.js"

export const snapshot: View<Snapshot> = {
  figures: ({ pipeline, at, live, won, ended, rows }, say) => [
    {
      figure: "bars",
      layout: "grouped",
      direction: "horizontal",
      unit: "count",
      title: `${upper(say.many(pipeline))} by stage`,
      subtitle: `${say.instant(at)} UTC: ${say.number(live)} running, ${say.number(won)} won, ${say.number(ended)} ended.`,
      note: "Who stood at each stage at that instant. Not a conversion: those who have left a stage are not seen at it.",
      series: [say.many(pipeline)],
      bars: rows.map(({ stage, count }) => ({ label: say.name(stage, "stage"), values: [count] })),
    },
  ],
  table: ({ pipeline, rows }, say) =>
    Table.of<SnapshotRow>(`${upper(say.many(pipeline))} by stage`, rows, [
      Column.text("stage", "Stage", ({ stage }) => say.name(stage, "stage")),
      Column.text("kind", "Kind", ({ kind }) => say.name(kind, "kind")),
      Column.text("phase", "Phase", ({ phase }) => phase),
      Column.count("count", "Number", ({ count }) => count),
    ]),
}
