import { activity } from "./Activity.js"
import { bottlenecks } from "./Bottlenecks.js"
import { clients } from "./Clients.js"
import { conversions } from "./Conversions.js"
import { cycles } from "./Cycles.js"
import { endReasons } from "./EndReasons.js"
import { fallOffs } from "./FallOffs.js"
import { fillRate } from "./FillRate.js"
import { flow } from "./Flow.js"
import { forecast } from "./Forecast.js"
import { forecastAccuracy } from "./ForecastAccuracy.js"
import { funnel } from "./Funnel.js"
import { heatMap } from "./HeatMap.js"
import { offerAcceptance } from "./OfferAcceptance.js"
import { placements } from "./Placements.js"
import { positionOutcomes } from "./PositionOutcomes.js"
import { recruiters } from "./Recruiters.js"
import { revenue } from "./Revenue.js"
import { sendOuts } from "./SendOuts.js"
import { snapshot } from "./Snapshot.js"
import { sources } from "./Sources.js"
import { stalled } from "./Stalled.js"
import { timeInStage } from "./TimeInStage.js"
import { timeToFill } from "./TimeToFill.js"
import { timeToHire } from "./TimeToHire.js"
import { timeToSubmit } from "./TimeToSubmit.js"
import { trend } from "./Trend.js"

/** Every report, by its name. */
export const reports = {
  funnel,
  snapshot,
  timeInStage,
  placements,
  activity,
  conversions,
  cycles,
  endReasons,
  fillRate,
  offerAcceptance,
  positionOutcomes,
  sendOuts,
  stalled,
  timeToFill,
  timeToHire,
  timeToSubmit,
  bottlenecks,
  clients,
  fallOffs,
  flow,
  forecast,
  forecastAccuracy,
  heatMap,
  recruiters,
  revenue,
  sources,
  trend,
}
