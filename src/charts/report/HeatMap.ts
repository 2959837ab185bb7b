import type { HeatMap, HeatMapRow, Weekday } from "../../reports/HeatMap.js"
import * as Table from "../../reports/Table.js"
import * as Column from "../../reports/TableColumns.js"
import type { View } from "./View.js"

/** A day in 2024 that was one of these. */
const days: { readonly [W in Weekday]: number } = {
  monday: Date.UTC(2024, 0, 1),
  tuesday: Date.UTC(2024, 0, 2),
  wednesday: Date.UTC(2024, 0, 3),
  thursday: Date.UTC(2024, 0, 4),
  friday: Date.UTC(2024, 0, 5),
  saturday: Date.UTC(2024, 0, 6),
  sunday: Date.UTC(2024, 0, 7),
}

const hours = Array.from({ length: 24 }, (_, hour) => hour)

const weekdayIn = (locale: string) => {
  const format = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" })
  return ({ weekday }: HeatMapRow): string => format.format(days[weekday])
}

export const heatMap: View<HeatMap> = {
  figures: ({ acts, total, rows, ...window }, say) => {
    const counted = acts.map(({ pipeline, kind }) => `${say.many(pipeline)} ${say.name(kind, "kind")}`).join(", ")
    const name = weekdayIn(say.locale)
    return [
      {
        figure: "heatMap",
        unit: "count",
        title: "When it happens",
        subtitle: `${say.number(total)} acts by weekday and hour, ${say.window(window)}, ${window.timeZone}.`,
        note: `Counted: ${counted}. Every coming to the kind, returns included.`,
        columns: hours.map(String),
        rows: rows.map((row) => ({ label: name(row), values: row.hours })),
      },
    ]
  },
  table: ({ rows }, say) =>
    Table.of<HeatMapRow>("Acts by weekday and hour", rows, [
      Column.text("weekday", "Weekday", weekdayIn(say.locale)),
      ...hours.map((hour) => Column.count<HeatMapRow>(`h${hour}`, String(hour), (row) => row.hours[hour] ?? 0)),
      Column.count("total", "All", ({ total }) => total),
    ]),
}
