import type { Client } from "../index.js"
import { days } from "./Clock.js"
import { pipelineNames } from "./Everything.js"

const windows = (now: number) => [
  { from: now - 4000 * days, to: now + 1 },
  { from: now - 30 * days, to: now - 2 * days },
]

/** Every report, over all time and over part of it, with the ids behind its numbers. */
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
  return { pipelines, placements: await Promise.all(asked.map((one) => client.reports.placements(one))) }
}

export type Reports = Awaited<ReturnType<typeof reports>>
