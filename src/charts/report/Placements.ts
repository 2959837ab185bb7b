import type { PlacementRow, Placements } from "../../reports/Placements.js"
import * as Table from "../../reports/Table.js"
import * as Column from "../../reports/TableColumns.js"
import type { Bars } from "../Figure.js"
import type { View } from "./View.js"

export const placements: View<Placements> = {
  figures: ({ by, rows, total, ...window }, say) => {
    const subtitle = `Accepted, ${say.window(window)}. ${say.number(total.placements)} in all.`
    const bars = { figure: "bars", layout: "grouped", direction: "horizontal" } as const
    const fees = total.fees.map(({ currency }): Bars => {
      const amount = (row: PlacementRow) => row.fees.find((sum) => sum.currency === currency)?.amount ?? 0
      return {
        ...bars,
        unit: { currency },
        title: `Fees in ${currency} by ${by}`,
        subtitle,
        note: "Before refunds, without placements backed out of. Credit as split at acceptance.",
        series: ["fees"],
        bars: rows
          .filter((row) => amount(row) > 0)
          .toSorted((a, b) => amount(b) - amount(a))
          .map((row) => ({ label: say.name(row.key, by), values: [amount(row)] })),
      }
    })
    return [
      {
        ...bars,
        layout: "stacked",
        unit: "count",
        title: `Placements by ${by}`,
        subtitle,
        ...(by === "recruiter" ? { note: "A placement that several are credited with counts for each of them." } : {}),
        series: ["standing", "fell off", "backed out"],
        bars: rows
          .toSorted((a, b) => b.placements - a.placements)
          .map(({ key, placements, fellOff, backedOut }) => ({
            label: say.name(key, by),
            values: [placements - fellOff - backedOut, fellOff, backedOut],
          })),
      },
      ...fees,
    ]
  },
  table: ({ by, rows }, say) =>
    Table.of<PlacementRow>(`Placements by ${by}`, rows, [
      Column.text(by, by === "client" ? "Client" : "Recruiter", ({ key }) => say.name(key, by)),
      Column.count("placements", "Placements", ({ placements }) => placements),
      Column.count("credited", "Credited", ({ credited }) => credited),
      Column.count("backedOut", "Backed out", ({ backedOut }) => backedOut),
      Column.count("fellOff", "Fell off", ({ fellOff }) => fellOff),
      ...Column.money("fees", "Fees", rows, ({ fees }) => fees),
    ]),
}
