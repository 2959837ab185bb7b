import type { Distribution } from "../../reports/Distribution.js"
import type * as Spans from "../../reports/Spans.js"
import * as Table from "../../reports/Table.js"
import * as Column from "../../reports/TableColumns.js"
import type { TimeToFill } from "../../reports/TimeToFill.js"
import type { TimeToHire } from "../../reports/TimeToHire.js"
import type { TimeToSubmit } from "../../reports/TimeToSubmit.js"
import * as Shapes from "./Shapes.js"
import type { View } from "./View.js"

interface Measured extends Spans.Summary {
  readonly from: string
  readonly to: string
  readonly timeZone: string
  readonly policy: { readonly from: string; readonly to: string; readonly counted: string }
}

/** A time from one event to another, with those still waiting for the other beside. */
const view = <R extends Measured>(title: string, done: string): View<R> => ({
  figures: (report, say) => [
    Shapes.spread(
      {
        title,
        subtitle: `${say.number(report.millis.n)} ${done}, ${say.window(report)}; ${say.number(report.open.count)} still open, ${say.number(report.ended)} came to nothing.`,
        note: `From: ${report.policy.from}. To: ${report.policy.to}. Counted: ${report.policy.counted}. Those that came to nothing are not averaged in.`,
      },
      "duration",
      [
        [done, report.millis],
        ["still open, so far", report.open.ageMillis],
      ],
    ),
  ],
  table: (report) => {
    const rows: ReadonlyArray<readonly [string, Distribution]> = [
      [done, report.millis],
      ["still open, so far", report.open.ageMillis],
    ]
    return Table.of(title, rows, [
      Column.text("which", "Which", ([name]) => name),
      ...Shapes.distribution<(typeof rows)[number]>("duration", "", "", ([, distribution]) => distribution),
    ])
  },
})

export const timeToFill = view<TimeToFill>("Time to fill", "filled")
export const timeToHire = view<TimeToHire>("Time to hire", "accepted")
export const timeToSubmit = view<TimeToSubmit>("Time to submit", "submitted")
