import type { Accuracy, ForecastAccuracy, ForecastPoint } from "../../reports/ForecastAccuracy.js"
import type { FeeSum } from "../../reports/Placements.js"
import * as Table from "../../reports/Table.js"
import * as Column from "../../reports/TableColumns.js"
import * as Shapes from "./Shapes.js"
import type { View } from "./View.js"

const amountIn = (sums: ReadonlyArray<FeeSum> | null, currency: string): number | null =>
  sums === null ? null : (sums.find((sum) => sum.currency === currency)?.amount ?? 0)

const percent = (share: number | null, locale: string): string =>
  share === null ? "–" : new Intl.NumberFormat(locale, { style: "percent" }).format(share)

/** A line of the table: of one forecast, or of all in one currency; what the other has is empty. */
interface Line {
  readonly point: ForecastPoint | null
  readonly all: Accuracy | null
}

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
    Table.of<Line>(
      "Forecast and what came, and how far off all were",
      [...points.map((point) => ({ point, all: null })), ...currencies.map((all) => ({ point: null, all }))],
      [
        { key: "at", title: "Forecast at", type: "instant", of: ({ point }) => point?.at ?? null },
        { key: "until", title: "Until", type: "instant", of: ({ point }) => point?.until ?? null },
        ...currencies.flatMap(({ currency }) =>
          (["forecast", "came", "unforeseen"] as const).map(
            (part): Table.Of<Line> => ({
              key: `${part}${currency}`,
              title: part.charAt(0).toUpperCase() + part.slice(1),
              type: "money",
              currency,
              of: ({ point }) => (point === null ? null : amountIn(point[part], currency)),
            }),
          ),
        ),
        Column.text("currency", "Currency", ({ all }) => all?.currency ?? null),
        Column.count("forecasts", "Forecasts", ({ all }) => all?.forecasts ?? null),
        ...currencies.map(
          ({ currency }): Table.Of<Line> => ({
            key: `meanAbsoluteError${currency}`,
            title: "Mean absolute error",
            type: "money",
            currency,
            of: ({ all }) => (all?.currency === currency ? Math.round(all.meanAbsoluteError) : null),
          }),
        ),
        Column.count("wape", "Weighted absolute error", ({ all }) => all?.wape ?? null),
        Column.count("bias", "Bias", ({ all }) => all?.bias ?? null),
      ],
    ),
}
