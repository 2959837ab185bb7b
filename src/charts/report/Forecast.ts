import type { PositionForecast } from "../../reports/Expected.js"
import type { Forecast } from "../../reports/Forecast.js"
import type { FeeSum } from "../../reports/Placements.js"
import * as Table from "../../reports/Table.js"
import * as Column from "../../reports/TableColumns.js"
import type { Figure } from "../Figure.js"
import * as Shapes from "./Shapes.js"
import type { View } from "./View.js"

const amountIn = (sums: ReadonlyArray<FeeSum>, currency: string): number =>
  sums.find((sum) => sum.currency === currency)?.amount ?? 0

export const forecast: View<Forecast> = {
  figures: ({ at, fees, uncapped, openings, expectedFills, kinds, positions, opportunities, policy }, say) => {
    const subtitle = `${say.instant(at)} UTC: ${say.number(expectedFills)} of ${say.number(openings)} openings expected to be filled.`
    const byPosition = fees.map(({ currency }): Figure => {
      const rows = positions.map((row) => [say.name(row.positionId, "position"), amountIn(row.fees, currency)] as const)
      const title = `Expected fees in ${currency} by position`
      return Shapes.bars(
        { title, note: `Capped: ${policy.cap}.` },
        { currency },
        Shapes.top(rows.filter(([, amount]) => amount > 0)),
      )
    })
    const pipeline = uncapped.map(({ currency }) =>
      Shapes.bars(
        { title: `Expected fees in ${currency}`, subtitle, note: `Probability: ${policy.probability}.` },
        { currency },
        [
          ["capped at the open openings", amountIn(fees, currency)],
          ["every submission for itself", amountIn(uncapped, currency)],
        ],
      ),
    )
    const business = (opportunities ?? []).map(({ currency, value, weighted }) =>
      Shapes.bars(
        { title: `Open opportunities in ${currency}`, note: "No positions yet: no part of the fees." },
        { currency },
        [
          ["value", value],
          ["weighted by probability", weighted],
        ],
      ),
    )
    return [
      ...pipeline,
      ...byPosition,
      Shapes.bars(
        { title: "How likely a submission ends placed", note: `No probability below ${policy.floor} cases.` },
        "share",
        kinds.map(({ kind, probability, learned }) => [
          say.name(kind, "kind"),
          probability ?? (learned.rate === null ? learned : null),
        ]),
      ),
      ...business,
    ]
  },
  table: ({ positions }, say) =>
    Table.of<PositionForecast>("Expected fees by position", positions, [
      Column.text("position", "Position", ({ positionId }) => say.name(positionId, "position")),
      Column.text("client", "Client", ({ clientId }) => (clientId === null ? null : say.name(clientId, "client"))),
      Column.count("openings", "Openings", ({ openings }) => openings),
      Column.count("free", "Of those free", ({ free }) => free),
      Column.count("submissions", "Submissions", ({ submissions }) => submissions),
      Column.count("expectedFills", "Expected fills", ({ expectedFills }) => expectedFills),
      ...Column.money<PositionForecast>("fees", "Expected fees", positions, ({ fees }) => fees),
      Column.count("unpriced", "Unpriced", ({ unpriced }) => unpriced),
      Column.count("unknown", "Unknown", ({ unknown }) => unknown),
    ]),
}
