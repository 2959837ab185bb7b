import type { Client } from "../index.js"
import { days } from "./Clock.js"
import { pipelineNames } from "./Everything.js"

interface Window {
  readonly from: number
  readonly to: number
}

const windows = (now: number): readonly [Window, Window] => [
  { from: now - 4000 * days, to: now + 1 },
  { from: now - 30 * days, to: now - 2 * days },
]

/** What is asked of every pipeline, and what by a way of its own. */
type Own = "funnel" | "timeInStage" | "snapshot" | "placements"

/** One question to each of the other reports: a report that is missing here does not compile. */
const others = (
  { reports }: Client,
  now: number,
): { readonly [N in Exclude<keyof Client["reports"], Own>]: () => Promise<object> } => {
  const [whole, part] = windows(now)
  const window = { ...whole, ids: true, floor: 1 }
  const zoned = { ...part, timeZone: "Europe/Berlin", ids: true }
  return {
    activity: () => reports.activity({ ...part, by: "actor" }),
    bottlenecks: () => reports.bottlenecks({ pipeline: "submission", ...zoned }),
    clients: () => reports.clients(window),
    conversions: () => reports.conversions(window),
    cycles: () => reports.cycles(window),
    endReasons: () => reports.endReasons(window),
    fallOffs: () => reports.fallOffs(window),
    fillRate: () => reports.fillRate(window),
    flow: () => reports.flow({ pipeline: "submission", ...window }),
    forecast: () => reports.forecast({ floor: 1 }),
    forecastAccuracy: () => reports.forecastAccuracy({ ...part, period: "week", floor: 1 }),
    heatMap: () => reports.heatMap(zoned),
    offerAcceptance: () => reports.offerAcceptance(window),
    positionOutcomes: () => reports.positionOutcomes(window),
    recruiters: () => reports.recruiters(window),
    revenue: () => reports.revenue({ ...zoned, period: "week" }),
    sendOuts: () => reports.sendOuts({ ...window, sliceBy: "client" }),
    sources: () => reports.sources(window),
    stalled: () => reports.stalled({ pipeline: "submission", olderThan: 1 }),
    timeToFill: () => reports.timeToFill(window),
    timeToHire: () => reports.timeToHire({ ...window, sliceBy: "tag" }),
    timeToSubmit: () => reports.timeToSubmit({ ...window, sliceBy: "recruiter" }),
    trend: () => reports.trend({ ...zoned, measure: { of: "started", pipeline: "submission" }, period: "day" }),
  }
}

/** Every report, over all time or over part of it, with the ids behind its numbers. */
export const reports = async (client: Client, now: number) => {
  const of = async (pipeline: (typeof pipelineNames)[number]) => {
    const asked = windows(now).map((window) => ({ pipeline, ...window, ids: true }))
    return {
      pipeline,
      funnels: await Promise.all(asked.map((one) => client.reports.funnel(one))),
      times: await Promise.all(asked.map((one) => client.reports.timeInStage(one))),
      snapshots: await Promise.all(
        [0, 1, 10].map((ago) => client.reports.snapshot({ pipeline, at: now - ago * days, ids: true })),
      ),
    }
  }
  const pipelines = []
  for (const pipeline of pipelineNames) pipelines.push(await of(pipeline))
  const asked = windows(now).flatMap((window) => [
    { ...window, by: "recruiter" as const, ids: true },
    { ...window, by: "client" as const, ids: true },
  ])
  const rest: { [name: string]: object } = {}
  for (const [name, ask] of Object.entries(others(client, now))) rest[name] = await ask()
  return {
    pipelines,
    placements: await Promise.all(asked.map((one) => client.reports.placements(one))),
    others: rest,
  }
}

export type Reports = Awaited<ReturnType<typeof reports>>
