import type { ClientRow, Clients } from "../../reports/Clients.js"
import * as Table from "../../reports/Table.js"
import * as Column from "../../reports/TableColumns.js"
import type { Figure } from "../Figure.js"
import * as Shapes from "./Shapes.js"
import type { View } from "./View.js"

/** As many clients as a picture takes; the table has all. */
const most = 20

export const clients: View<Clients> = {
  figures: ({ rows, policy, ...window }, say) => {
    const name = ({ clientId }: ClientRow) => say.name(clientId, "client")
    const few = rows.length > most ? ` The first ${most} of ${say.number(rows.length)}.` : ""
    const subtitle = `${say.window(window)}.${few}`
    const busiest = rows
      .toSorted(
        (a, b) => b.placements - a.placements || b.submissions - a.submissions || (a.clientId < b.clientId ? -1 : 1),
      )
      .slice(0, most)
    const floor = `No rate below ${policy.floor} cases.`
    const fees = [...new Set(rows.flatMap((row) => row.fees.map(({ currency }) => currency)))].toSorted()
    const feeIn = (row: ClientRow, currency: string) => row.fees.find((sum) => sum.currency === currency)?.amount ?? 0
    return [
      {
        figure: "heatMap",
        unit: "count",
        title: "Work for each client",
        subtitle,
        note: "Each counted by its own event in the window.",
        columns: ["positions", "openings", "submissions", "filled", "placements"],
        rows: busiest.map((row) => ({
          label: name(row),
          values: [row.positions, row.openings, row.submissions, row.filled, row.placements],
        })),
      },
      {
        figure: "bars",
        layout: "grouped",
        direction: "horizontal",
        unit: "share",
        title: "Fill rate and acceptance by client",
        subtitle,
        note: `Fill rate: ${policy.fillRate}. Acceptance: ${policy.acceptance}. ${floor}`,
        series: ["fill rate", "offer acceptance"],
        bars: busiest.map((row) => ({ label: name(row), values: [row.fillRate, row.acceptance] })),
      },
      Shapes.spread(
        { title: "How long clients take to answer", subtitle, note: `Feedback: ${policy.feedback}.` },
        "duration",
        busiest
          .filter(({ feedbackMillis }) => feedbackMillis.n > 0)
          .toSorted((a, b) => (b.feedbackMillis.median ?? 0) - (a.feedbackMillis.median ?? 0))
          .map((row) => [`${name(row)} (${say.number(row.feedbackMillis.n)})`, row.feedbackMillis]),
      ),
      ...fees.map(
        (currency): Figure =>
          Shapes.bars(
            { title: `Fees in ${currency} by client`, subtitle: say.window(window), note: `Fee: ${policy.fee}.` },
            { currency },
            Shapes.top(
              rows.filter((row) => feeIn(row, currency) !== 0).map((row) => [name(row), feeIn(row, currency)]),
            ),
          ),
      ),
    ]
  },
  table: ({ rows }, say) =>
    Table.of<ClientRow>("Clients", rows, [
      Column.text("client", "Client", ({ clientId }) => say.name(clientId, "client")),
      Column.count("positions", "Positions", ({ positions }) => positions),
      Column.count("openings", "Openings", ({ openings }) => openings),
      Column.count("filled", "Filled", ({ filled }) => filled),
      Column.count("lost", "Lost", ({ lost }) => lost),
      Column.count("closed", "Closed", ({ closed }) => closed),
      Column.count("cancelled", "Cancelled", ({ cancelled }) => cancelled),
      ...Column.rate<ClientRow>("fillRate", "Fill rate", ({ fillRate }) => fillRate),
      Column.count("submissions", "Submissions", ({ submissions }) => submissions),
      ...Shapes.distribution<ClientRow>("duration", "feedback", "Feedback, ", ({ feedbackMillis }) => feedbackMillis),
      Column.count("waiting", "Waiting", ({ waiting }) => waiting),
      ...Shapes.distribution<ClientRow>(
        "duration",
        "waitingAge",
        "Waiting, ",
        ({ waitingAgeMillis }) => waitingAgeMillis,
      ),
      Column.count("unanswered", "Unanswered", ({ unanswered }) => unanswered),
      ...Column.rate<ClientRow>("interviewToOffer", "Interview to offer", ({ interviewToOffer }) => interviewToOffer),
      Column.count("rescinded", "Rescinded", ({ rescinded }) => rescinded),
      ...Column.rate<ClientRow>("acceptance", "Acceptance", ({ acceptance }) => acceptance),
      Column.count("placements", "Placements", ({ placements }) => placements),
      Column.count("backedOut", "Backed out", ({ backedOut }) => backedOut),
      ...Column.rate<ClientRow>("fallOffs", "Fall-offs", ({ fallOffs }) => fallOffs),
      ...Column.money<ClientRow>("fees", "Fees", rows, ({ fees }) => fees),
    ]),
}
