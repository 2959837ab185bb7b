import type { KindForecast, PositionForecast } from "../../reports/Expected.js"
import type { Forecast } from "../../reports/Forecast.js"
import type { FeeSum } from "../../reports/Placements.js"
import * as Table from "../../reports/Table.js"
import * as Column from "../../reports/TableColumns.js"
import type { Figure } from "../Figure.js"
import * as Shapes from "./Shapes.js"
import type { View } from "./View.js"

const amountIn = (sums: ReadonlyArray<FeeSum>, currency: string): number =>
  sums.find((sum) => sum.currency === currency)?.amount ?? 0

/** A line of the table: of a position, or of a kind; what the other has is empty, so that no column counts twice. */
interface Line {
  readonly position: PositionForecast | null
  readonly kind: KindForecast | null
}

const ofPosition = (
  key: "openings" | "free" | "submissions" | "expectedFills" | "unpriced" | "unknown",
  title: string,
) => Column.count<Line>(key, title, ({ position }) => position?.[key] ?? null)

const fees = (positions: ReadonlyArray<PositionForecast>): ReadonlyArray<Table.Of<Line>> =>
  Column.currencies(positions, ({ fees }) => fees).map((currency) => ({
    key: `fees${currency}`,
    title: "Expected fees",
    type: "money",
    currency,
    of: ({ position }) => (position === null ? null : amountIn(position.fees, currency)),
  }))

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
  table: ({ kinds, positions }, say) => {
    const lines: ReadonlyArray<Line> = [
      ...positions.map((position) => ({ position, kind: null })),
      ...kinds.map((kind) => ({ position: null, kind })),
    ]
    const named = (id: string | null | undefined, what: "position" | "client") =>
      id === null || id === undefined ? null : say.name(id, what)
    return Table.of("Expected fees by position, and how likely each kind ends placed", lines, [
      Column.text("position", "Position", ({ position }) => named(position?.positionId, "position")),
      Column.text("client", "Client", ({ position }) => named(position?.clientId, "client")),
      ofPosition("openings", "Openings"),
      ofPosition("free", "Of those free"),
      ofPosition("submissions", "Submissions"),
      ofPosition("expectedFills", "Expected fills"),
      ...fees(positions),
      ofPosition("unpriced", "Unpriced"),
      ofPosition("unknown", "Unknown"),
      Column.text("kind", "Kind", ({ kind }) => (kind === null ? null : say.name(kind.kind, "kind"))),
      Column.count("standing", "Standing there", ({ kind }) => kind?.standing ?? null),
      { key: "probability", title: "Ends placed", type: "share", of: ({ kind }) => kind?.probability ?? null },
      Column.text("basis", "Basis", ({ kind }) => kind?.basis ?? null),
      ...Column.rate<Line>("learned", "Learned", ({ kind }) => kind?.learned ?? null),
    ])
  },
}
