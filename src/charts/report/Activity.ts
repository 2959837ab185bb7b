import type { Activity, Counts } from "../../reports/Activity.js"
import type * as Happenings from "../../reports/Happenings.js"
import * as Table from "../../reports/Table.js"
import * as Column from "../../reports/TableColumns.js"
import type { Figure } from "../Figure.js"
import type { Say } from "../Say.js"
import * as Shapes from "./Shapes.js"
import type { View } from "./View.js"

const entries = (counts: Counts): ReadonlyArray<readonly [Happenings.Name, number]> =>
  (Object.keys(counts) as ReadonlyArray<Happenings.Name>).map((name) => [name, counts[name] ?? 0])

const note = "Events in the window, the first of its sort of each subject; ends that were undone are left out."

/** The most frequent happenings: lines stay apart up to a handful. */
const leading = ({ counts }: Activity): ReadonlyArray<Happenings.Name> =>
  entries(counts)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 5)
    .flatMap(([name, count]) => (count > 0 ? [name] : []))

const byActor = ({ actors = [], counts }: Activity, say: Say): ReadonlyArray<Figure> => {
  const columns = entries(counts).flatMap(([name, count]) => (count > 0 ? [name] : []))
  const total = (own: Counts) => entries(own).reduce((sum, [, count]) => sum + count, 0)
  if (actors.length === 0) return []
  const rows = actors
    .toSorted((a, b) => total(b.counts) - total(a.counts) || (a.actor < b.actor ? -1 : 1))
    .map(({ actor, counts }) => ({
      label: say.name(actor, "recruiter"),
      values: columns.map((name) => counts[name] ?? 0),
    }))
  return [
    {
      figure: "heatMap",
      unit: "count",
      title: "Activity by who did it",
      columns: columns.map((name) => say.name(name, "other")),
      rows,
      note,
    },
  ]
}

export const activity: View<Activity> = {
  figures: (report, say) => {
    const subtitle = say.window(report)
    const { periods = [] } = report
    const over = Shapes.lines(
      { title: "Activity over time", subtitle, note: `${note} The most frequent five.` },
      "count",
      periods,
      leading(report).map((name) => [say.name(name, "other"), ({ counts }) => counts[name] ?? 0]),
    )
    return [
      Shapes.bars(
        { title: "Activity", subtitle, note },
        "count",
        entries(report.counts).map(([name, count]) => [say.name(name, "other"), count]),
      ),
      ...(periods.length === 0 ? [] : [over]),
      ...byActor(report, say),
    ]
  },
  table: ({ counts, periods, actors }, say) => {
    const columns = entries(counts).map(([name]) =>
      Column.count<{ readonly counts: Counts }>(name, say.name(name, "other"), ({ counts }) => counts[name] ?? 0),
    )
    if (periods !== undefined) {
      const start: Table.Of<(typeof periods)[number]> = {
        key: "start",
        title: "From",
        type: "date",
        of: ({ start }) => start,
      }
      return Table.of("Activity over time", periods, [start, ...columns])
    }
    if (actors !== undefined) {
      const actor = Column.text<(typeof actors)[number]>("actor", "Actor", ({ actor }) => say.name(actor, "recruiter"))
      return Table.of("Activity by who did it", actors, [actor, ...columns])
    }
    return Shapes.measures(
      "Activity",
      entries(counts).map(([name, count]) => [say.name(name, "other"), count]),
    )
  },
}
