import * as Reason from "../../domain/Reason.js"
import type { EndReasons, EndRow } from "../../reports/EndReasons.js"
import * as Table from "../../reports/Table.js"
import * as Column from "../../reports/TableColumns.js"
import { type Say, upper } from "../Say.js"
import * as Shapes from "./Shapes.js"
import type { View } from "./View.js"

const wordsOf = ({ kind, reason }: EndRow, say: Say): string =>
  `${say.name(kind, "kind")}: ${reason === null ? "no reason given" : say.name(reason, "reason")}`

export const endReasons: View<EndReasons> = {
  figures: ({ pipeline, ended, rows, ...window }, say) => {
    const kinds = [...new Set(rows.map(({ kind }) => kind))]
    const froms = Shapes.top(rows.map(({ fromKind, count }) => [fromKind ?? "", count])).flatMap(([from]) =>
      from === "" ? [] : [from],
    )
    const count = (kind: string, from: string) =>
      rows.reduce((sum, row) => sum + (row.kind === kind && row.fromKind === from ? row.count : 0), 0)
    const [once, named] = [true, false].map((wanted) =>
      Shapes.top(
        rows.flatMap((row) =>
          (row.reason === Reason.once) === wanted ? [[wordsOf(row, say), row.count] as const] : [],
        ),
      ),
    )
    const subtitle = `${say.number(ended)} ended, ${say.window(window)}, and were not restored since.`
    return [
      Shapes.bars({ title: `Why ${say.many(pipeline)} ended`, subtitle }, "count", [...(named ?? []), ...(once ?? [])]),
      {
        figure: "heatMap",
        unit: "count",
        title: `Where ${say.many(pipeline)} ended`,
        subtitle: "From the kind that they stood at, to their end.",
        columns: kinds.map((kind) => say.name(kind, "kind")),
        rows: froms.map((from) => ({ label: say.name(from, "kind"), values: kinds.map((kind) => count(kind, from)) })),
      },
    ]
  },
  table: ({ pipeline, rows }, say) => {
    const name = (key: string | null, of: "kind" | "stage" | "reason" | "other") =>
      key === null ? null : say.name(key, of)
    return Table.of<EndRow>(`${upper(say.many(pipeline))}: why they ended`, rows, [
      Column.text("kind", "End", ({ kind }) => name(kind, "kind")),
      Column.text("reason", "Reason", ({ reason }) => name(reason, "reason")),
      Column.text("party", "By", ({ party }) => name(party, "other")),
      Column.text("fromKind", "From kind", ({ fromKind }) => name(fromKind, "kind")),
      Column.text("fromStage", "From stage", ({ fromStage }) => name(fromStage, "stage")),
      Column.count("count", "Number", ({ count }) => count),
      ...Column.rate<EndRow>("ofEnded", "Of ended", ({ ofEnded }) => ofEnded),
    ])
  },
}
