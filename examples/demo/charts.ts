import { writeFileSync } from "node:fs"
import type { Client } from "matchloop"
import { type Answer, figures, page, type Section, table } from "matchloop/charts"
import type { Period } from "./reports.js"

/** The clients and positions of the agency by id, for people to read. */
const names = async (as: Client): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>()
  for (const list of [as.clients.list, as.positions.list])
    for (let after: string | null = null; ; ) {
      const {
        cursor,
        items,
      }: { cursor: string | null; items: ReadonlyArray<{ id: string; name?: string; title?: string }> } = await list({
        limit: 1000,
        after,
      })
      for (const { id, name, title } of items) found.set(id, name ?? title ?? id)
      if (cursor === null) break
      after = cursor
    }
  return found
}

interface Chapter {
  readonly heading: string
  readonly text: string
  readonly answers: ReadonlyArray<Promise<Answer>>
}

const chapters = ({ reports }: Client, period: Period): ReadonlyArray<Chapter> => {
  const submission = { pipeline: "submission" as const, ...period }
  const late = { from: period.to - (period.to - period.from) / 4, to: period.to }
  return [
    {
      heading: "The pipeline",
      text: "How far the submissions of the year got, which way they went, and where everybody stands at its end.",
      answers: [
        reports.funnel(submission),
        reports.flow(submission),
        reports.conversions(period),
        reports.snapshot({ pipeline: "submission", at: period.to }),
        reports.snapshot({ pipeline: "candidate", at: period.to }),
      ],
    },
    {
      heading: "Where it gets stuck",
      text: "Time at each stage, the last quarter against the one before, and who has not moved for long.",
      answers: [
        reports.timeInStage(submission),
        reports.bottlenecks({ pipeline: "submission", ...late }),
        reports.stalled({ pipeline: "submission", asOf: period.to - 1 }),
        reports.endReasons(period),
        reports.timeToSubmit(period),
        reports.timeToFill(period),
        reports.timeToHire(period),
      ],
    },
    {
      heading: "People and sources",
      text: "Who does what, and where candidates come from that are placed in the end.",
      answers: [
        reports.recruiters(period),
        reports.sources(period),
        reports.activity({ ...period, period: "month" }),
        reports.heatMap(period),
      ],
    },
    {
      heading: "Clients and positions",
      text: "Which clients are good clients, and what became of their positions.",
      answers: [
        reports.clients(period),
        reports.fillRate(period),
        reports.positionOutcomes(period),
        reports.offerAcceptance(period),
        reports.sendOuts(period),
        reports.cycles(period),
      ],
    },
    {
      heading: "Money",
      text: "What was earned, what was given back, and what may come.",
      answers: [
        reports.revenue({ ...period, period: "month" }),
        reports.placements({ by: "recruiter", ...period }),
        reports.fallOffs(period),
        reports.forecast({ asOf: period.to - 1 }),
        reports.forecastAccuracy({ ...period, period: "month" }),
        reports.trend({ ...period, period: "month", measure: { of: "placed" } }),
      ],
    },
  ]
}

/** Draws every report of the year on one page, and writes it to a file. Gives the number of its pictures. */
export const charts = async (as: Client, period: Period, path: string): Promise<number> => {
  const known = await names(as)
  const words = { name: (key: string) => known.get(key) }
  const sections: Array<Section> = []
  let drawn = 0
  for (const { answers, heading, text } of chapters(as, period)) {
    const told = await Promise.all(answers)
    const own = told.flatMap((answer) => figures(answer, words))
    drawn += own.length
    sections.push({ heading, text, figures: own, tables: told.map((answer) => table(answer, words)) })
  }
  writeFileSync(path, page("A year at a recruiting agency", sections, { subtitle: "Every number from the ledger" }))
  return drawn
}
