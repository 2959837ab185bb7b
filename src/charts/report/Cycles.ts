import type { Cycles, CyclesRow } from "../../reports/Cycles.js"
import * as Table from "../../reports/Table.js"
import * as Column from "../../reports/TableColumns.js"
import type { Figure } from "../Figure.js"
import type { View } from "./View.js"

/** With the numbers between that nothing took, so that a gap is seen as one; not past what a picture takes. */
const filled = (rows: ReadonlyArray<CyclesRow>): ReadonlyArray<CyclesRow> => {
  const most = Math.max(0, ...rows.map(({ number }) => number))
  if (most > 40) return rows
  return Array.from(
    { length: most },
    (_, index) => rows.find(({ number }) => number === index + 1) ?? { number: index + 1, count: 0 },
  )
}

const figure = (title: string, subtitle: string, series: string, rows: ReadonlyArray<CyclesRow>): Figure => ({
  figure: "bars",
  layout: "grouped",
  direction: "vertical",
  unit: "count",
  title,
  subtitle,
  series: [series],
  bars: filled(rows).map(({ number, count }) => ({ label: String(number), values: [count] })),
})

export const cycles: View<Cycles> = {
  figures: ({ laps, attempts, ...window }, say) => [
    figure("Laps until an opening was filled", `Fills accepted, ${say.window(window)}.`, "fills", laps.rows),
    figure(
      "Attempts for a candidate and a position",
      `By their first attempt, ${say.window(window)}.`,
      "candidates",
      attempts.rows,
    ),
  ],
  table: ({ laps, attempts }) => {
    const tagged = (what: string, rows: ReadonlyArray<CyclesRow>) => rows.map((row) => ({ ...row, what }))
    return Table.of(
      "Laps and attempts",
      [...tagged("laps", laps.rows), ...tagged("attempts", attempts.rows)],
      [
        Column.text("what", "Counted", ({ what }) => what),
        Column.count("number", "Laps or attempts", ({ number }) => number),
        Column.count("count", "Number", ({ count }) => count),
      ],
    )
  },
}
