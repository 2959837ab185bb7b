import type { Funnel, FunnelRow } from "../../reports/Funnel.js"
import * as Table from "../../reports/Table.js"
import * as Column from "../../reports/TableColumns.js"
import { upper } from "../Say.js"
import type { View } from "./View.js"

export const funnel: View<Funnel> = {
  figures: ({ cohort, started, open, policy, rows }, say) => [
    {
      figure: "funnel",
      title: `${upper(say.many(cohort.pipeline))}: how far they got`,
      subtitle: `${say.number(started)} started, ${say.window(cohort)}, each counted at its furthest. ${say.number(open.count)} still run.`,
      note: `Cohort: started in the window. Kinds skipped are ${policy.skipped === "credited" ? "credited" : "not credited"}. No rate below ${policy.floor} cases.`,
      steps: rows.map(({ kind, reached, ofStarted, passThrough }) => ({
        label: say.name(kind, "kind"),
        value: reached,
        share: ofStarted,
        onward: passThrough,
      })),
    },
  ],
  table: ({ cohort, rows }, say) =>
    Table.of<FunnelRow>(`${upper(say.many(cohort.pipeline))}: how far they got`, rows, [
      Column.text("kind", "Kind", ({ kind }) => say.name(kind, "kind")),
      Column.count("reached", "Reached", ({ reached }) => reached),
      ...Column.rate<FunnelRow>("ofStarted", "Of started", ({ ofStarted }) => ofStarted),
      ...Column.rate<FunnelRow>("passThrough", "Go on", ({ passThrough }) => passThrough),
    ]),
}
