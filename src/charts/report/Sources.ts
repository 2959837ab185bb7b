import type { SourceRow, Sources } from "../../reports/Sources.js"
import * as Table from "../../reports/Table.js"
import * as Column from "../../reports/TableColumns.js"
import * as Shapes from "./Shapes.js"
import type { View } from "./View.js"

const counted = ["candidates", "ready", "submissions", "interviews", "placements"] as const

export const sources: View<Sources> = {
  figures: ({ rows, policy, ...window }, say) => {
    const name = ({ source }: SourceRow) => (source === null ? "no source written down" : say.name(source, "source"))
    const sorted = rows.toSorted((a, b) => b.placements - a.placements || b.candidates - a.candidates)
    const subtitle = `${policy.cohort}, ${say.window(window)}.`
    return [
      {
        figure: "heatMap",
        unit: "count",
        title: "What each source brought",
        subtitle,
        note: `Touch: ${policy.touch}. With all that came of them since.`,
        columns: [...counted],
        rows: sorted.map((row) => ({ label: name(row), values: counted.map((key) => row[key]) })),
      },
      Shapes.bars(
        { title: "Share placed by source", subtitle, note: `No rate below ${policy.floor} cases.` },
        "share",
        sorted.toSorted((a, b) => (b.placed.rate ?? -1) - (a.placed.rate ?? -1)).map((row) => [name(row), row.placed]),
      ),
    ]
  },
  table: ({ rows }, say) =>
    Table.of<SourceRow>("Sources", rows, [
      Column.text("source", "Source", ({ source }) => (source === null ? null : say.name(source, "source"))),
      ...counted.map((key) =>
        Column.count<SourceRow>(key, key.charAt(0).toUpperCase() + key.slice(1), (row) => row[key]),
      ),
      Column.count("backedOut", "Backed out", ({ backedOut }) => backedOut),
      ...Column.money<SourceRow>("fees", "Fees", rows, ({ fees }) => fees),
      ...Column.rate<SourceRow>("placed", "Placed", ({ placed }) => placed),
    ]),
}
