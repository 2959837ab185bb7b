import * as Schema from "effect/Schema"
import * as Behind from "./Behind.js"
import * as Credits from "./Credits.js"
import * as Fees from "./Fees.js"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Keys from "./Keys.js"
import * as Kinds from "./Kinds.js"
import * as Laps from "./Laps.js"
import type { FeeSum } from "./Placements.js"
import * as Quantile from "./Quantile.js"
import * as Rate from "./Rate.js"
import * as Report from "./Report.js"
import * as Standing from "./Standing.js"

const acts = ["screens", "submissions", "interviews", "offers"] as const
type Number = (typeof acts)[number] | "placements"

export interface Score {
  /** People who passed a screening. */
  readonly screens: number
  /** Submissions that first came to the client, to an interview, to an offer. */
  readonly submissions: number
  readonly interviews: number
  readonly offers: number
  /** Placements accepted in the window with a credit, without those backed out. */
  readonly placements: number
  /** The same by frozen credit: a half of a placement is 0.5. Sums to the team's placements. */
  readonly credited: number
  /** Credited fee, refunds taken off by the same split. */
  readonly fees: ReadonlyArray<FeeSum>
  /** Counts of the window over each other and no cohort: above 1 where this month's interviews were last month's submissions. */
  readonly interviewsPerSubmission: Rate.Rate
  readonly offersPerInterview: Rate.Rate
  /** Submissions over credited placements, 4 where one of four is placed; null where nothing was. */
  readonly submissionsPerPlacement: Rate.Rate
  /** Of the placements: from the opening, or its falling free, to the acceptance, holds left out. Milliseconds. */
  readonly medianTimeToFillMillis: number | null
  readonly ids?: { readonly [N in Number]: ReadonlyArray<string> }
}

export interface RecruiterRow extends Score {
  readonly actor: string
}

export interface Recruiters extends Report.Echo {
  readonly report: "recruiters"
  readonly policy: {
    readonly acts: "by who did them, in window, each subject's first"
    readonly placements: "accepted in window, without backed out, less refunds"
    readonly credit: "split frozen at acceptance"
    readonly floor: number
  }
  readonly team: Score
  readonly rows: ReadonlyArray<RecruiterRow>
}

/** The scoreboard: acts by who did them, placements by frozen credit. Whoever owns the record now gets nothing for it. */
export const recruiters = Report.define({
  name: "recruiters",
  input: Report.ordered(Schema.Struct(Report.windowed)),
  needs: (asked) => {
    const id = asked.ids ? (["id"] as const) : []
    const active = Report.windowOf(asked)
    return {
      candidate: { columns: id, said: ["actor"], active },
      submission: { columns: id, said: ["actor"], active },
      placement: {
        columns: ["acceptedAt", "openingId", "feeAmount", "feeCurrency", "refundAmount", "credits", ...id],
        started: active,
      },
      opening: { columns: ["id", "positionId"], said: ["reason"], whole: true },
      position: { columns: ["id"], whole: true },
    }
  },
  answer: (asked, history): Recruiters => {
    const { from, to } = Report.windowOf(asked)
    const candidates = History.of(history, "candidate")
    const submissions = History.of(history, "submission")
    const placements = History.of(history, "placement")
    const creditsOf = Credits.of(placements)
    const acceptedAt = Journeys.number(placements, "acceptedAt")
    const backedOut = Kinds.code("placement", "backedOut")
    const fellOff = Kinds.code("placement", "fellOff")
    const last = (subject: number) => placements.kind[(placements.first[subject + 1] ?? 0) - 1]
    const earned: Array<number> = []
    for (let subject = 0; subject < placements.size; subject++) {
      const at = acceptedAt[subject] ?? Number.NaN
      if (at >= from && at < to && last(subject) !== backedOut) earned.push(subject)
    }
    const credited = earned.map(creditsOf)
    const keys = Keys.rows()
    const screener = Journeys.saying(candidates, "actor")
    const sender = Journeys.saying(submissions, "actor")
    const screenerRow = keys.of(screener.values)
    const senderRow = keys.of(sender.values)
    keys.of([...new Set(credited.flatMap((parts) => parts.map(({ actor }) => actor)))])
    const rowOf = new Map(keys.keys().map((key, row) => [key, row]))
    const size = keys.size()
    // The last row is the team's.
    const team = size
    const screens = new Int32Array(size)
    const sent = new Int32Array(size)
    const interviewed = new Int32Array(size)
    const offered = new Int32Array(size)
    const weights = new Float64Array(size)
    const placed = new Int32Array(size)
    const behind = Behind.gather<Number>()
    const noted = (row: number, name: Number, journeys: Journeys.Journeys, subject: number): void => {
      behind.add(row, name, journeys, subject)
      behind.add(team, name, journeys, subject)
    }

    const screened = Kinds.among("candidate", ["screened", "ready"])
    for (let subject = 0; subject < candidates.size; subject++) {
      const visit = Standing.reached(candidates, subject, screened)
      const at = visit < 0 ? Number.NaN : (candidates.entered[visit] ?? 0)
      if (!(at >= from && at < to)) continue
      const row = screenerRow[(screener.codes[visit] ?? -1) + 1] ?? 0
      screens[row] = (screens[row] ?? 0) + 1
      if (asked.ids) noted(row, "screens", candidates, subject)
    }

    const submitted = Kinds.code("submission", "submitted")
    const interviewing = Kinds.code("submission", "interviewing")
    const offer = Kinds.code("submission", "offered")
    const { entered, first, kind } = submissions
    for (let subject = 0; subject < submissions.size; subject++) {
      const end = first[subject + 1] ?? 0
      let met = 0
      for (let visit = first[subject] ?? 0; visit < end; visit++) {
        const at = entered[visit] ?? 0
        if (at >= to) break
        const code = kind[visit] ?? 0
        if (code !== submitted && code !== interviewing && code !== offer) continue
        if ((met & (1 << code)) !== 0) continue
        met |= 1 << code
        if (at < from) continue
        const row = senderRow[(sender.codes[visit] ?? -1) + 1] ?? 0
        const column = code === submitted ? sent : code === interviewing ? interviewed : offered
        column[row] = (column[row] ?? 0) + 1
        if (asked.ids) {
          const name = code === submitted ? "submissions" : code === interviewing ? "interviews" : "offers"
          noted(row, name, submissions, subject)
        }
      }
    }

    const amount = Journeys.number(placements, "feeAmount")
    const refund = Journeys.number(placements, "refundAmount")
    const currency = Journeys.text(placements, "feeCurrency")
    const lap = Laps.of(placements, History.of(history, "opening"), History.of(history, "position"))
    const fees = Fees.table(size + 1, currency.values)
    const laps: ReadonlyArray<Array<number>> = Array.from({ length: size + 1 }, () => [])
    for (const [index, subject] of earned.entries()) {
      const code = currency.codes[subject] ?? -1
      const parts = credited[index] ?? []
      const back = Credits.shared(last(subject) === fellOff ? (refund[subject] ?? 0) : 0, parts)
      const millis = lap(subject, acceptedAt[subject] ?? 0)
      if (!Number.isNaN(millis)) laps[team]?.push(millis)
      fees.add(team, code, (amount[subject] ?? 0) - (last(subject) === fellOff ? (refund[subject] ?? 0) : 0))
      if (asked.ids) behind.add(team, "placements", placements, subject)
      const once = new Set<number>()
      for (const [at, { actor, fee, weight }] of parts.entries()) {
        const row = rowOf.get(actor) ?? 0
        weights[row] = (weights[row] ?? 0) + weight
        fees.add(row, code, fee - (back[at] ?? 0))
        if (once.has(row)) continue
        once.add(row)
        placed[row] = (placed[row] ?? 0) + 1
        if (!Number.isNaN(millis)) laps[row]?.push(millis)
        if (asked.ids) behind.add(row, "placements", placements, subject)
      }
    }

    const score = (row: number, of: (column: Int32Array | Float64Array) => number, made: number): Score => {
      const weight = of(weights) / Credits.whole
      return {
        screens: of(screens),
        submissions: of(sent),
        interviews: of(interviewed),
        offers: of(offered),
        placements: made,
        credited: weight,
        fees: fees.of(row),
        interviewsPerSubmission: Rate.of(of(interviewed), of(sent), asked.floor),
        offersPerInterview: Rate.of(of(offered), of(interviewed), asked.floor),
        submissionsPerPlacement: Rate.of(of(sent), weight, asked.floor),
        medianTimeToFillMillis: Quantile.of(Float64Array.from(laps[row] ?? []).sort(), 0.5),
        ...(asked.ids
          ? {
              ids: {
                screens: behind.of(row, "screens"),
                submissions: behind.of(row, "submissions"),
                interviews: behind.of(row, "interviews"),
                offers: behind.of(row, "offers"),
                placements: behind.of(row, "placements"),
              },
            }
          : {}),
      }
    }
    const total = (column: Int32Array | Float64Array): number => {
      let sum = 0
      for (const value of column) sum += value
      return sum
    }
    return {
      report: "recruiters",
      policy: {
        acts: "by who did them, in window, each subject's first",
        placements: "accepted in window, without backed out, less refunds",
        credit: "split frozen at acceptance",
        floor: asked.floor,
      },
      ...Report.echo(asked),
      team: score(team, total, earned.length),
      rows: keys
        .keys()
        .flatMap(
          (actor, row): ReadonlyArray<RecruiterRow> =>
            actor === null ? [] : [{ actor, ...score(row, (column) => column[row] ?? 0, placed[row] ?? 0) }],
        )
        .filter((row) => row.placements > 0 || acts.some((act) => row[act] > 0))
        .toSorted((a, b) => b.credited - a.credited || b.submissions - a.submissions || Keys.order(a.actor, b.actor)),
    }
  },
})
