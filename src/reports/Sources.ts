import * as Schema from "effect/Schema"
import * as Behind from "./Behind.js"
import * as Fees from "./Fees.js"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Keys from "./Keys.js"
import * as Kinds from "./Kinds.js"
import type { FeeSum } from "./Placements.js"
import * as Rate from "./Rate.js"
import * as References from "./References.js"
import * as Report from "./Report.js"

const counted = ["candidates", "ready", "submissions", "interviews", "placements", "backedOut"] as const
type Counted = (typeof counted)[number]

export interface SourceRow {
  /** Null for people (or submissions) whose source nobody wrote down. */
  readonly source: string | null
  readonly candidates: number
  /** Of those, the ones that were ever ready. */
  readonly ready: number
  /** Submissions that reached the client. */
  readonly submissions: number
  /** Submissions that stood at `interviewing`. */
  readonly interviews: number
  /** Offers accepted, without those backed out before the start. */
  readonly placements: number
  readonly backedOut: number
  /** Without those backed out, refunds taken off. */
  readonly fees: ReadonlyArray<FeeSum>
  readonly placed: Rate.Rate
  readonly ids?: { readonly [N in Counted]: ReadonlyArray<string> }
}

export interface Sources extends Report.Echo {
  readonly report: "sources"
  /**
   * `touch`: the source of the person (`first`) or of each submission. `cohort`: people whose first touch lies in the
   * window, or submissions that started in it, with all that came of them since.
   */
  readonly policy: {
    readonly touch: "first" | "submission"
    readonly cohort: "candidates that started in window" | "submissions that started in window"
    readonly fee: "accepted, without backed out, less refunds"
    readonly floor: number
  }
  readonly rows: ReadonlyArray<SourceRow>
}

const input = Report.ordered(
  Schema.Struct({
    ...Report.windowed,
    touch: Schema.optionalWith(Schema.Literal("first", "submission"), { default: () => "first" as const }),
  }),
)
type Asked = typeof input.Type

/** Of each submission of the cohort its candidate; submissions in order of their candidates, so that each is met once. */
const byCandidate = (codes: Int32Array, size: number, width: number): Int32Array => {
  const starts = new Int32Array(width + 2)
  for (let subject = 0; subject < size; subject++) {
    const place = (codes[subject] ?? -1) + 2
    starts[place] = (starts[place] ?? 0) + 1
  }
  for (let code = 1; code < starts.length; code++) starts[code] = (starts[code] ?? 0) + (starts[code - 1] ?? 0)
  const order = new Int32Array(size)
  for (let subject = 0; subject < size; subject++) {
    const code = (codes[subject] ?? -1) + 1
    const place = starts[code] ?? 0
    order[place] = subject
    starts[code] = place + 1
  }
  return order
}

const everReady = ({ first, kind }: Journeys.Journeys, subject: number, ready: number): boolean => {
  const end = first[subject + 1] ?? 0
  for (let visit = first[subject] ?? 0; visit < end; visit++) if (kind[visit] === ready) return true
  return false
}

const needs = (asked: Asked): Report.Needs => {
  const id = asked.ids ? (["id"] as const) : []
  const window = Report.windowOf(asked)
  const money = ["feeAmount", "feeCurrency", "refundAmount", ...id] as const
  return asked.touch === "first"
    ? {
        candidate: { columns: ["source", ...id], started: window },
        submission: { columns: ["candidateSource", "candidateSince", ...id] },
        placement: { columns: ["candidateSource", "candidateSince", ...money] },
      }
    : {
        candidate: { columns: ["id"], whole: true },
        submission: { columns: ["source", "candidateId", ...id], started: window },
        placement: { columns: ["submissionSource", "submissionSince", ...money] },
      }
}

/** What came of each source: by the people it brought, or by the submissions it brought. */
export const sources = Report.define({
  name: "sources",
  input,
  needs,
  answer: (asked, history): Sources => {
    const { floor, touch } = asked
    const { from, to } = Report.windowOf(asked)
    const first = touch === "first"
    const candidates = History.of(history, "candidate")
    const submissions = History.of(history, "submission")
    const placements = History.of(history, "placement")
    const keys = Keys.rows()
    const ofSubmission = Journeys.text(submissions, first ? "candidateSource" : "source")
    const ofPlacement = Journeys.text(placements, first ? "candidateSource" : "submissionSource")
    const submissionRow = keys.of(ofSubmission.values)
    const placementRow = keys.of(ofPlacement.values)
    const ofCandidate = first ? Journeys.text(candidates, "source") : null
    const candidateRow = keys.of(ofCandidate?.values ?? [])
    const size = keys.size()
    const count = (): Int32Array => new Int32Array(size)
    const counts = {
      candidates: count(),
      ready: count(),
      submissions: count(),
      interviews: count(),
      placements: count(),
      backedOut: count(),
    }
    const behind = Behind.gather<Counted>()
    const add = (name: Counted, row: number, journeys: Journeys.Journeys, subject: number): void => {
      const column = counts[name]
      column[row] = (column[row] ?? 0) + 1
      if (asked.ids) behind.add(row, name, journeys, subject)
    }
    const ready = Kinds.code("candidate", "ready")
    if (ofCandidate !== null) {
      for (let subject = 0; subject < candidates.size; subject++) {
        const begun = candidates.entered[candidates.first[subject] ?? 0] ?? 0
        if (begun < from || begun >= to) continue
        const row = candidateRow[(ofCandidate.codes[subject] ?? -1) + 1] ?? 0
        add("candidates", row, candidates, subject)
        if (everReady(candidates, subject, ready)) add("ready", row, candidates, subject)
      }
    }
    const since = first ? Journeys.number(submissions, "candidateSince") : null
    const ranks = Kinds.ranks("submission")
    const submitted = ranks[Kinds.code("submission", "submitted")] ?? 0
    const interviewing = Kinds.code("submission", "interviewing")
    const { entered, kind } = submissions
    const began = (subject: number): number => entered[submissions.first[subject] ?? 0] ?? 0
    for (let subject = 0; subject < submissions.size; subject++) {
      const begun = since === null ? began(subject) : (since[subject] ?? Number.NaN)
      if (!(begun >= from && begun < to)) continue
      const row = submissionRow[(ofSubmission.codes[subject] ?? -1) + 1] ?? 0
      const end = submissions.first[subject + 1] ?? 0
      let deepest = 0
      let interviewed = false
      for (let visit = submissions.first[subject] ?? 0; visit < end; visit++) {
        const code = kind[visit] ?? 0
        const rank = ranks[code] ?? 0
        if (rank > deepest) deepest = rank
        if (code === interviewing) interviewed = true
      }
      if (deepest >= submitted) counts.submissions[row] = (counts.submissions[row] ?? 0) + 1
      if (interviewed) counts.interviews[row] = (counts.interviews[row] ?? 0) + 1
      if (asked.ids && deepest >= submitted) behind.add(row, "submissions", submissions, subject)
      if (asked.ids && interviewed) behind.add(row, "interviews", submissions, subject)
    }
    if (!first) {
      const { codes, values } = Journeys.text(submissions, "candidateId")
      const candidateOf = References.to(submissions, "candidateId", candidates)
      const met = new Int32Array(size).fill(-1)
      for (const subject of byCandidate(codes, submissions.size, values.length)) {
        const code = codes[subject] ?? -1
        const candidate = candidateOf[subject] ?? -1
        const row = submissionRow[(ofSubmission.codes[subject] ?? -1) + 1] ?? 0
        const begun = began(subject)
        if (candidate < 0 || begun < from || begun >= to || met[row] === code) continue
        met[row] = code
        add("candidates", row, candidates, candidate)
        if (everReady(candidates, candidate, ready)) add("ready", row, candidates, candidate)
      }
    }
    const touched = Journeys.number(placements, first ? "candidateSince" : "submissionSince")
    const amount = Journeys.number(placements, "feeAmount")
    const refund = Journeys.number(placements, "refundAmount")
    const currency = Journeys.text(placements, "feeCurrency")
    const fees = Fees.table(size, currency.values)
    const backedOut = Kinds.code("placement", "backedOut")
    const fellOff = Kinds.code("placement", "fellOff")
    for (let subject = 0; subject < placements.size; subject++) {
      const begun = touched[subject] ?? Number.NaN
      if (!(begun >= from && begun < to)) continue
      const row = placementRow[(ofPlacement.codes[subject] ?? -1) + 1] ?? 0
      const last = placements.kind[(placements.first[subject + 1] ?? 0) - 1]
      add(last === backedOut ? "backedOut" : "placements", row, placements, subject)
      if (last === backedOut) continue
      const back = last === fellOff ? (refund[subject] ?? 0) : 0
      fees.add(row, currency.codes[subject] ?? -1, (amount[subject] ?? 0) - back)
    }
    const rows = keys
      .keys()
      .map((source, row): SourceRow => {
        const of = (name: Counted) => counts[name][row] ?? 0
        return {
          source,
          candidates: of("candidates"),
          ready: of("ready"),
          submissions: of("submissions"),
          interviews: of("interviews"),
          placements: of("placements"),
          backedOut: of("backedOut"),
          fees: fees.of(row),
          placed: Rate.of(of("placements"), of("submissions"), floor),
          ...(asked.ids
            ? {
                ids: {
                  candidates: behind.of(row, "candidates"),
                  ready: behind.of(row, "ready"),
                  submissions: behind.of(row, "submissions"),
                  interviews: behind.of(row, "interviews"),
                  placements: behind.of(row, "placements"),
                  backedOut: behind.of(row, "backedOut"),
                },
              }
            : {}),
        }
      })
      .filter((row) => counted.some((name) => row[name] > 0))
      .toSorted((a, b) => b.candidates - a.candidates || Keys.order(a.source, b.source))
    return {
      report: "sources",
      policy: {
        touch,
        cohort: first ? "candidates that started in window" : "submissions that started in window",
        fee: "accepted, without backed out, less refunds",
        floor,
      },
      ...Report.echo(asked),
      rows,
    }
  },
})
