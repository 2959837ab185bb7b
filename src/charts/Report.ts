import type { reports } from "../reports/Reports.js"
import type { Table } from "../reports/Table.js"
import type { Figure } from "./Figure.js"
import { activity } from "./report/Activity.js"
import { bottlenecks } from "./report/Bottlenecks.js"
import { clients } from "./report/Clients.js"
import { conversions } from "./report/Conversions.js"
import { cycles } from "./report/Cycles.js"
import { endReasons } from "./report/EndReasons.js"
import { fallOffs } from "./report/FallOffs.js"
import { fillRate } from "./report/FillRate.js"
import { flow } from "./report/Flow.js"
import { forecast } from "./report/Forecast.js"
import { forecastAccuracy } from "./report/ForecastAccuracy.js"
import { funnel } from "./report/Funnel.js"
import { heatMap } from "./report/HeatMap.js"
import { offerAcceptance } from "./report/OfferAcceptance.js"
import { placements } from "./report/Placements.js"
import { positionOutcomes } from "./report/PositionOutcomes.js"
import { recruiters } from "./report/Recruiters.js"
import { revenue } from "./report/Revenue.js"
import { sendOuts } from "./report/SendOuts.js"
import * as Shapes from "./report/Shapes.js"
import { snapshot } from "./report/Snapshot.js"
import { sources } from "./report/Sources.js"
import { stalled } from "./report/Stalled.js"
import { timeInStage } from "./report/TimeInStage.js"
import { timeToFill, timeToHire, timeToSubmit } from "./report/TimesTo.js"
import { trend } from "./report/Trend.js"
import type { View } from "./report/View.js"
import { type Say, type SayOptions, say } from "./Say.js"

type Results = { readonly [N in keyof typeof reports]: ReturnType<(typeof reports)[N]["answer"]> }
type Name = keyof Results

/** What a report answers; with the same once more by the keys of a dimension where it was asked to slice. */
export type Answer<N extends Name = Name> = Results[N] & {
  readonly report: N
  readonly slices?: ReadonlyArray<Results[N] & { readonly report: N; readonly key: string }>
}

const all = {
  activity,
  bottlenecks,
  clients,
  conversions,
  cycles,
  endReasons,
  fallOffs,
  fillRate,
  flow,
  forecast,
  forecastAccuracy,
  funnel,
  heatMap,
  offerAcceptance,
  placements,
  positionOutcomes,
  recruiters,
  revenue,
  sendOuts,
  snapshot,
  sources,
  stalled,
  timeInStage,
  timeToFill,
  timeToHire,
  timeToSubmit,
  trend,
}

/** Every report has its view: one without does not compile. */
const views: { readonly [N in Name]: View<Results[N]> } = all

/** A view's figures; one that says so where there is nothing to draw. */
const drawn = <R>(view: View<R>, report: R, words: Say): ReadonlyArray<Figure> => {
  const figures = view.figures(report, words)
  return figures.length > 0 ? figures : [Shapes.bars({ title: view.table(report, words).title }, "count", [])]
}

/** The figures of a report's answer; those of its slices follow, each under its key. */
export const figures = <N extends Name>(answer: Answer<N>, options: SayOptions = {}): ReadonlyArray<Figure> => {
  const view: View<Results[N]> = views[answer.report]
  const words = say(options)
  const sliced = (answer.slices ?? []).flatMap((slice) => {
    const key = words.name(slice.key, "other")
    return drawn(view, slice, words).map((figure) => ({ ...figure, title: `${key} · ${figure.title}` }))
  })
  return [...drawn(view, answer, words), ...sliced]
}

/** The rows of a report's answer as a table; with those of its slices, whose key is then the first column. */
export const table = <N extends Name>(answer: Answer<N>, options: SayOptions = {}): Table => {
  const view: View<Results[N]> = views[answer.report]
  const words = say(options)
  const whole = view.table(answer, words)
  if (answer.slices === undefined) return whole
  const parts = [
    { key: null, table: whole },
    ...answer.slices.map((slice) => ({ key: slice.key, table: view.table(slice, words) })),
  ]
  const columns = [
    ...new Map(parts.flatMap(({ table }) => table.columns.map((column) => [column.key, column]))).values(),
  ]
  return {
    title: whole.title,
    columns: [{ key: "slice", title: "Slice", type: "text" }, ...columns],
    rows: parts.flatMap(({ key, table }) => {
      const places = columns.map((column) => table.columns.findIndex((own) => own.key === column.key))
      return table.rows.map((row) => [key, ...places.map((place) => row[place] ?? null)])
    }),
  }
}
