import * as Schema from "effect/Schema"
import * as Distribution from "./Distribution.js"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import * as Report from "./Report.js"
import * as Standing from "./Standing.js"

export interface CyclesRow {
  /** Laps, or attempts. */
  readonly number: number
  readonly count: number
  /** Of placements, or of submissions. */
  readonly ids?: ReadonlyArray<string>
}

export interface Cycles extends Report.Echo {
  readonly report: "cycles"
  readonly policy: {
    readonly laps: "cycle of the opening when filled, of fills accepted in window and not backed out"
    readonly attempts: "per candidate and position whose first attempt started in window"
    readonly quantile: "linear"
  }
  readonly laps: { readonly distribution: Distribution.Distribution; readonly rows: ReadonlyArray<CyclesRow> }
  readonly attempts: { readonly distribution: Distribution.Distribution; readonly rows: ReadonlyArray<CyclesRow> }
}

/** How many of each number there are, smallest number first. */
const tally = (
  journeys: Journeys.Journeys,
  counted: ReadonlyArray<{ readonly number: number; readonly subjects: ReadonlyArray<number> }>,
  ids: boolean,
): Cycles["laps"] => {
  const groups = new Map<number, { count: number; readonly subjects: Array<number> }>()
  for (const { number, subjects } of counted) {
    const group = groups.get(number) ?? { count: 0, subjects: [] }
    groups.set(number, group)
    group.count++
    if (ids) group.subjects.push(...subjects)
  }
  return {
    distribution: Distribution.of(counted.map(({ number }) => number)),
    rows: [...groups]
      .toSorted(([a], [b]) => a - b)
      .map(([number, { count, subjects }]) => ({
        number,
        count,
        ...(ids ? { ids: Journeys.ids(journeys, subjects) } : {}),
      })),
  }
}

/**
 * How many laps through the matchmaking loop openings took until they were filled, and how many attempts a candidate
 * had on one position.
 */
export const cycles = Report.define({
  name: "cycles",
  input: Report.ordered(Schema.Struct(Report.windowed)),
  needs: (asked) => ({
    placement: { columns: ["cycle", ...(asked.ids ? ["id" as const] : [])], active: Report.windowOf(asked) },
    submission: { columns: ["candidateId", "positionId", ...(asked.ids ? ["id" as const] : [])] },
  }),
  answer: (asked, history): Cycles => {
    const { from, to } = Report.windowOf(asked)
    const within = (at: number) => at >= from && at < to
    const placements = History.of(history, "placement")
    const cycle = Journeys.number(placements, "cycle")
    const backedOut = Kinds.among("placement", ["backedOut"])
    const fills: Array<{ readonly number: number; readonly subjects: ReadonlyArray<number> }> = []
    for (let placement = 0; placement < placements.size; placement++) {
      const accepted = placements.entered[placements.first[placement] ?? 0] ?? 0
      if (!within(accepted) || backedOut[placements.kind[Standing.last(placements, placement)] ?? 0] === 1) continue
      fills.push({ number: cycle[placement] ?? 0, subjects: [placement] })
    }
    const submissions = History.of(history, "submission")
    const candidate = Journeys.text(submissions, "candidateId").codes
    const position = Journeys.text(submissions, "positionId")
    const width = position.values.length
    const pairs = new Map<number, { started: number; readonly subjects: Array<number> }>()
    for (let submission = 0; submission < submissions.size; submission++) {
      const started = submissions.entered[submissions.first[submission] ?? 0] ?? 0
      const key = (candidate[submission] ?? 0) * width + (position.codes[submission] ?? 0)
      const pair = pairs.get(key)
      if (pair === undefined) pairs.set(key, { started, subjects: [submission] })
      else {
        pair.started = Math.min(pair.started, started)
        pair.subjects.push(submission)
      }
    }
    const attempts = [...pairs.values()]
      .filter(({ started }) => within(started))
      .map(({ subjects }) => ({ number: subjects.length, subjects }))
    return {
      report: "cycles",
      policy: {
        laps: "cycle of the opening when filled, of fills accepted in window and not backed out",
        attempts: "per candidate and position whose first attempt started in window",
        quantile: "linear",
      },
      ...Report.echo(asked),
      laps: tally(placements, fills, asked.ids),
      attempts: tally(submissions, attempts, asked.ids),
    }
  },
})
