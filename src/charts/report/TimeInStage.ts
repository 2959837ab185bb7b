import * as Table from "../../reports/Table.js"
import * as Column from "../../reports/TableColumns.js"
import type { TimeInStage, TimeRow } from "../../reports/TimeInStage.js"
import { upper } from "../Say.js"
import type { View } from "./View.js"

export const timeInStage: View<TimeInStage> = {
  figures: ({ pipeline, rows, ...window }, say) => {
    const bars = { figure: "bars", layout: "grouped", direction: "horizontal", unit: "duration" } as const
    const waiting = rows.filter(({ open }) => open > 0)
    return [
      {
        ...bars,
        title: `${upper(say.many(pipeline))}: time at each stage`,
        subtitle: `Stays that were completed, ${say.window(window)}.`,
        note: "A stay is the sum of all of a subject's intervals at the stage. Calendar time. Those still there are not averaged in.",
        series: ["median", "9 of 10 within"],
        bars: rows.map(({ stage, medianMillis, p90Millis }) => ({
          label: say.name(stage, "stage"),
          values: [medianMillis, p90Millis],
        })),
      },
      ...(waiting.length === 0
        ? []
        : [
            {
              ...bars,
              title: `${upper(say.many(pipeline))} still there: median time so far`,
              series: ["median so far"],
              bars: waiting.map(({ stage, open, medianOpenAgeMillis }) => ({
                label: `${say.name(stage, "stage")} (${say.number(open)})`,
                values: [medianOpenAgeMillis],
              })),
            },
          ]),
    ]
  },
  table: ({ pipeline, rows }, say) =>
    Table.of<TimeRow>(`${upper(say.many(pipeline))}: time at each stage`, rows, [
      Column.text("stage", "Stage", ({ stage }) => say.name(stage, "stage")),
      Column.text("kind", "Kind", ({ kind }) => say.name(kind, "kind")),
      Column.count("completed", "Completed", ({ completed }) => completed),
      Column.count("visits", "Visits", ({ visits }) => visits),
      Column.duration("median", "Median", ({ medianMillis }) => medianMillis),
      Column.duration("p75", "3 of 4 within", ({ p75Millis }) => p75Millis),
      Column.duration("p90", "9 of 10 within", ({ p90Millis }) => p90Millis),
      Column.duration("mean", "Mean", ({ meanMillis }) => meanMillis),
      Column.count("open", "Still there", ({ open }) => open),
      Column.duration("medianOpenAge", "Their median so far", ({ medianOpenAgeMillis }) => medianOpenAgeMillis),
    ]),
}
