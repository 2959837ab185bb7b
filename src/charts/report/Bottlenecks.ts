import type { BottleneckRow, Bottlenecks } from "../../reports/Bottlenecks.js"
import * as Table from "../../reports/Table.js"
import * as Column from "../../reports/TableColumns.js"
import { type Say, upper } from "../Say.js"
import type { View } from "./View.js"

/** A stage by name, with a mark where its change is more than noise. */
const marked = ({ stage }: BottleneckRow, test: { readonly significant: boolean } | null, say: Say): string =>
  test?.significant === true ? `${say.name(stage, "stage")} *` : say.name(stage, "stage")

export const bottlenecks: View<Bottlenecks> = {
  figures: ({ pipeline, earlier, rows, policy, ...window }, say) => {
    const subtitle = `${say.window(window)}, against ${say.window({ ...earlier, timeZone: window.timeZone })}.`
    const base = {
      figure: "bars",
      layout: "grouped",
      direction: "horizontal",
      series: ["earlier", "now"],
      subtitle,
    } as const
    const tested = `* more than noise at ${say.number(policy.level)}, ${policy.correction}'s correction.`
    return [
      {
        ...base,
        unit: "share",
        title: `${upper(say.many(pipeline))}: who goes on, now and before`,
        note: `Went on, of those decided. No rate below ${policy.floor} cases. ${tested}`,
        bars: rows.map((row) => ({
          label: marked(row, row.conversion.test, say),
          values: [row.conversion.earlier, row.conversion.now],
        })),
      },
      {
        ...base,
        unit: "duration",
        title: `${upper(say.many(pipeline))}: how long they stay, now and before`,
        note: `Median of those that left. ${tested}`,
        bars: rows.map((row) => ({
          label: marked(row, row.medianMillis.test, say),
          values: [row.medianMillis.earlier, row.medianMillis.now],
        })),
      },
    ]
  },
  table: ({ pipeline, rows }, say) =>
    Table.of<BottleneckRow>(`${upper(say.many(pipeline))}: now and before`, rows, [
      Column.text("stage", "Stage", ({ stage }) => say.name(stage, "stage")),
      Column.text("kind", "Kind", ({ kind }) => say.name(kind, "kind")),
      ...Column.rate<BottleneckRow>("conversionEarlier", "Went on, earlier", ({ conversion }) => conversion.earlier),
      ...Column.rate<BottleneckRow>("conversionNow", "Went on, now", ({ conversion }) => conversion.now),
      Column.count("conversionP", "Adjusted p of the change", ({ conversion }) => conversion.test?.adjusted ?? null),
      Column.text("conversionTest", "Test of the change", ({ conversion }) => conversion.test?.name ?? null),
      Column.duration("medianEarlier", "Median, earlier", ({ medianMillis }) => medianMillis.earlier),
      Column.duration("medianNow", "Median, now", ({ medianMillis }) => medianMillis.now),
      Column.count(
        "medianP",
        "Adjusted p of the change in time",
        ({ medianMillis }) => medianMillis.test?.adjusted ?? null,
      ),
      Column.text("medianTest", "Test of the change in time", ({ medianMillis }) => medianMillis.test?.name ?? null),
      Column.count("leftEarlier", "Left, earlier", ({ left }) => left.earlier),
      Column.count("leftNow", "Left, now", ({ left }) => left.now),
    ]),
}
