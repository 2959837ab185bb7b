import type { Revenue, RevenueSum } from "../../reports/Revenue.js"
import * as Table from "../../reports/Table.js"
import type { Figure } from "../Figure.js"
import { periodOf as nameOf } from "../Locale.js"
import * as Shapes from "./Shapes.js"
import type { View } from "./View.js"

const sumIn = (sums: ReadonlyArray<RevenueSum>, currency: string): RevenueSum =>
  sums.find((sum) => sum.currency === currency) ?? { currency, recognised: 0, reversed: 0, refunded: 0, net: 0 }

export const revenue: View<Revenue> = {
  figures: ({ total, periods, recruiters, policy, ...window }, say) =>
    total.flatMap(({ currency }): ReadonlyArray<Figure> => {
      const unit = { currency }
      const subtitle = `Net of what was reversed and refunded, ${say.window(window)}.`
      const note = `Recognised: ${policy.recognised}. Credit as split at acceptance.`
      const period = Shapes.periodOf(periods.map(({ start }) => start))
      const net = (sums: ReadonlyArray<RevenueSum>) => sumIn(sums, currency).net
      return [
        {
          figure: "bars",
          layout: "grouped",
          direction: "vertical",
          unit,
          title: `Revenue in ${currency}`,
          subtitle,
          note,
          series: ["net"],
          bars: periods.map(({ start, sums }) => ({ label: nameOf(start, period, say.locale), values: [net(sums)] })),
        },
        Shapes.bars(
          { title: `Revenue in ${currency} by recruiter`, subtitle, note },
          unit,
          recruiters
            .map(({ actor, sums }) => [say.name(actor, "recruiter"), net(sums)] as const)
            .toSorted((a, b) => b[1] - a[1]),
          "net",
        ),
      ]
    }),
  table: ({ total, periods }) =>
    Table.of("Revenue", periods, [
      { key: "start", title: "From", type: "date", of: ({ start }) => start },
      ...total.flatMap(({ currency }) =>
        (["recognised", "reversed", "refunded", "net"] as const).map(
          (part): Table.Of<(typeof periods)[number]> => ({
            key: `${part}${currency}`,
            title: part.charAt(0).toUpperCase() + part.slice(1),
            type: "money",
            currency,
            of: ({ sums }) => sumIn(sums, currency)[part],
          }),
        ),
      ),
    ]),
}
