import type { Stalled, StalledRow } from "../../reports/Stalled.js"
import * as Table from "../../reports/Table.js"
import * as Column from "../../reports/TableColumns.js"
import type { View } from "./View.js"

export const stalled: View<Stalled> = {
  figures: ({ pipeline, at, live, stalled, stages, policy }, say) => [
    {
      figure: "bars",
      layout: "stacked",
      direction: "horizontal",
      unit: "count",
      title: `Stalled ${say.many(pipeline)}`,
      subtitle: `${say.instant(at)} UTC: ${say.number(stalled)} of ${say.number(live)} have stood at their stage longer than its threshold.`,
      note: `Threshold: ${policy.threshold}. None where fewer than ${policy.floor} stays are complete.`,
      series: ["moving", "stalled"],
      bars: stages.map((row) => ({
        label: say.name(row.stage, "stage"),
        values: [row.live - row.stalled, row.stalled],
      })),
    },
  ],
  table: ({ pipeline, rows }, say) =>
    Table.of<StalledRow>(`Stalled ${say.many(pipeline)}`, rows, [
      Column.text("id", "Id", ({ id }) => id),
      Column.text("stage", "Stage", ({ stage }) => say.name(stage, "stage")),
      Column.text("kind", "Kind", ({ kind }) => say.name(kind, "kind")),
      Column.text("owner", "Owner", ({ owner }) => (owner === null ? null : say.name(owner, "recruiter"))),
      { key: "since", title: "Since", type: "instant", of: ({ since }) => since },
      Column.duration("age", "Age", ({ ageMillis }) => ageMillis),
      { key: "lastTouch", title: "Last touch", type: "instant", of: ({ lastTouch }) => lastTouch },
    ]),
}
