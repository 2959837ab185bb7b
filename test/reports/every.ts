import { Nouns, type PipelineName } from "../../src/domain/Nouns.js"
import type { reports } from "../../src/reports/Reports.js"

interface Window {
  readonly from: number
  readonly to: number
}

type Requests = ReadonlyArray<object>

const pipelines: ReadonlyArray<PipelineName> = (Object.keys(Nouns) as ReadonlyArray<keyof typeof Nouns>).filter(
  (name): name is PipelineName => Nouns[name].kinds !== null,
)

/** Questions to every report about a window: one that is missing here does not compile. */
export const everyReport = (window: Window): { readonly [N in keyof typeof reports]: Requests } => {
  const each = pipelines.map((pipeline) => ({ pipeline, ...window }))
  const standing = pipelines.map((pipeline) => ({ pipeline }))
  return {
    activity: [{ ...window, by: "actor", period: "week" }],
    bottlenecks: [{ ...window, pipeline: "submission", floor: 0 }],
    clients: [window],
    conversions: [{ ...window, floor: 0 }],
    cycles: [window],
    endReasons: each,
    fallOffs: [window, { ...window, counted: "guaranteeEnded" }],
    fillRate: [window],
    flow: each,
    forecast: [{ floor: 1, fallback: { offered: 0.5, submitted: 0.1 } }],
    forecastAccuracy: [{ ...window, period: "week", horizonDays: 7, floor: 1 }],
    funnel: each,
    heatMap: [window],
    offerAcceptance: [window],
    placements: [
      { ...window, by: "recruiter" },
      { ...window, by: "client" },
    ],
    positionOutcomes: [window],
    recruiters: [window],
    revenue: [
      { ...window, period: "week", weekStart: "sunday" },
      { ...window, recognised: "guaranteeEnd" },
    ],
    sendOuts: [window, { ...window, counted: "period" }],
    snapshot: standing,
    sources: [window, { ...window, touch: "submission" }],
    stalled: [{ pipeline: "submission", olderThan: 1 }, ...standing.map((one) => ({ ...one, floor: 1 }))],
    timeInStage: each,
    timeToFill: [window],
    timeToHire: [window],
    timeToSubmit: [window, { ...window, counted: "started" }],
    trend: [
      { ...window, measure: { of: "reached", pipeline: "candidate", kind: "ready" }, period: "week" },
      { ...window, measure: { of: "conversion", pipeline: "submission", kind: "submitted", to: "offered" } },
      { ...window, measure: { of: "fee" } },
      { ...window, measure: { of: "timeToFill" } },
    ],
  }
}
