import type { RecruiterRow, Recruiters } from "../../reports/Recruiters.js"
import * as Table from "../../reports/Table.js"
import * as Column from "../../reports/TableColumns.js"
import * as Shapes from "./Shapes.js"
import type { View } from "./View.js"

const counted = ["screens", "submissions", "interviews", "offers"] as const

export const recruiters: View<Recruiters> = {
  figures: ({ rows, team, ...window }, say) => {
    const subtitle = say.window(window)
    const name = ({ actor }: RecruiterRow) => say.name(actor, "recruiter")
    return [
      {
        figure: "heatMap",
        unit: "count",
        title: "What each recruiter did",
        subtitle,
        note: "By who did it, the first of its sort of each subject.",
        columns: [...counted],
        rows: rows.map((row) => ({ label: name(row), values: counted.map((key) => row[key]) })),
      },
      Shapes.bars(
        {
          title: "Placements credited",
          subtitle,
          note: `By the split frozen at acceptance; they add up to the team's ${say.number(team.credited)}.`,
        },
        "count",
        rows
          .filter(({ credited }) => credited > 0)
          .map((row) => [name(row), row.credited] as const)
          .toSorted((a, b) => b[1] - a[1]),
      ),
      ...team.fees.map(({ currency }) => {
        const fee = (row: RecruiterRow) => row.fees.find((sum) => sum.currency === currency)?.amount ?? 0
        return Shapes.bars(
          { title: `Fees credited in ${currency}`, subtitle, note: "Refunds taken off by the same split." },
          { currency },
          rows
            .filter((row) => fee(row) !== 0)
            .map((row) => [name(row), fee(row)] as const)
            .toSorted((a, b) => b[1] - a[1]),
        )
      }),
    ]
  },
  table: ({ rows }, say) =>
    Table.of<RecruiterRow>("Recruiters", rows, [
      Column.text("actor", "Recruiter", ({ actor }) => say.name(actor, "recruiter")),
      ...counted.map((key) =>
        Column.count<RecruiterRow>(key, key.charAt(0).toUpperCase() + key.slice(1), (row) => row[key]),
      ),
      Column.count("placements", "Placements", ({ placements }) => placements),
      Column.count("credited", "Credited", ({ credited }) => credited),
      ...Column.money<RecruiterRow>("fees", "Fees", rows, ({ fees }) => fees),
      Column.count("interviewsPerSubmission", "Interviews per submission", (row) => row.interviewsPerSubmission.rate),
      Column.count("offersPerInterview", "Offers per interview", (row) => row.offersPerInterview.rate),
      Column.count("submissionsPerPlacement", "Submissions per placement", (row) => row.submissionsPerPlacement.rate),
      Column.duration("medianTimeToFill", "Median time to fill", (row) => row.medianTimeToFillMillis),
    ]),
}
