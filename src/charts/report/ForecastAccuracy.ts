import type { ForecastAccuracy, ForecastPoint } from "../../reports/ForecastAccuracy.js"
import type { FeeSum } from "../../reports/Placements.js"
import * as Table from "../../reports/Table.js"
import * as Shapes from "./Shapes.js"
import type { View } from "./View.js"

const amountIn = (sums: ReadonlyArray<FeeSum> | null, currency: string): number | null =>
  sums === null ? null : (sums.find((sum) => sum.currency === currency)?.amount ?? 0)

const percent = (share: number | null, locale: string): string =>
  share === null ? "–" : new Intl.NumberFormat(locale, { style: "percent" }).format(share)

export const forecastAccuracy: View<ForecastAccuracy> = {
  figures: ({ points, currencies, policy }, say) =>
    currencies.map(({ currency, forecasts, wape, bias }) =>
      Shapes.lines(
        {
          title: `Forecast and what came, ${currency}`,
          subtitle: `${say.number(forecasts)} forecasts, ${policy.horizonDays} days ahead. Weighted error ${percent(wape, say.locale)}, bias ${percent(bias, say.locale)}.`,
          note: `Came: ${policy.came}. A gap is a horizon that has not ended.`,
        },
        { currency },
        points.map((point) => ({ ...point, start: point.at.slice(0, 10) })),
        [
          ["forecast", ({ forecast }) => amountIn(forecast, currency)],
          ["came", ({ came }) => amountIn(came, currency)],
          ["came unforeseen", ({ unforeseen }) => amountIn(unforeseen, currency)],
        ],
      ),
    ),
  table: ({ points, currencies }) =>
    Table.of<ForecastPoint>("Forecast and what came", points, [
      { key: "at", title: "Forecast at", type: "instant", of: ({ at }) => at },
      { key: "until", title: "Until", type: "instant", of: ({ until }) => until },
      ...currencies.flatMap(({ currency }) =>
        (["forecast", "came", "unforeseen"] as const).map(
          (part): Table.Of<ForecastPoint> => ({
            key: `${part}${currency}`,
            title: part.charAt(0).toUpperCase() + part.slice(1),
            type: "money",
            currency,
            of: (point) => amountIn(point[part], currency),
          }),
        ),
      ),
    ]),
}
