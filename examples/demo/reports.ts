import type { Client, PipelineName } from "matchloop"
import type { Tally } from "./desk.js"
import { inMajor } from "./money.js"
import { bar, beside, table } from "./table.js"

export interface Period {
  readonly from: number
  readonly to: number
}

interface Rate {
  readonly count: number
  readonly of: number
  readonly rate: number | null
}

/** A rate as percent; as its counts where there are too few to divide. */
const percent = ({ count, of, rate }: Rate): string =>
  rate !== null ? `${Math.round(rate * 100)} %` : of === 0 ? "–" : `${count} of ${of}`

const days = (millis: number | null): string => (millis === null ? "–" : (millis / 86_400_000).toFixed(1))

const counted = (count: number): string => (count === 0 ? "·" : String(count))

/** How far the submissions of the year got. */
export const funnel = async (as: Client, period: Period): Promise<ReadonlyArray<string>> => {
  const { started, open, rows } = await as.reports.funnel({ pipeline: "submission", ...period })
  return [
    `${started} submissions started, ${open.count} still run. Each counts once, at the deepest it got.`,
    "",
    ...table(
      ["reached", ">number", ">of all", ">go on", ""],
      rows.map(({ kind, reached, ofStarted, passThrough }) => [
        kind,
        String(reached),
        percent(ofStarted),
        passThrough === null ? "" : percent(passThrough),
        bar(started === 0 ? 0 : reached / started, 32),
      ]),
    ),
  ]
}

/** Where everybody and everything stands on the last evening. */
export const snapshot = async (as: Client, { to }: Period): Promise<ReadonlyArray<string>> => {
  const block = async (title: string, pipeline: PipelineName) => {
    const { rows, started } = await as.reports.snapshot({ pipeline, at: to })
    const shown = rows.map(({ stage, count }) => [stage, counted(count)])
    return table([title, ">now"], [...shown, ["all", String(started)]])
  }
  return beside(
    await block("candidates", "candidate"),
    await block("submissions", "submission"),
    await block("positions", "position"),
    await block("opportunities", "opportunity"),
  )
}

/** How long submissions take, in days. */
export const timeInStage = async (as: Client, period: Period): Promise<ReadonlyArray<string>> => {
  const { rows } = await as.reports.timeInStage({ pipeline: "submission", ...period })
  return table(
    ["days at", ">through", ">median", ">3 of 4", ">9 of 10", ">mean", ">still there", ">their median"],
    rows.map((row) => [
      row.stage,
      String(row.completed),
      days(row.medianMillis),
      days(row.p75Millis),
      days(row.p90Millis),
      days(row.meanMillis),
      counted(row.open),
      days(row.medianOpenAgeMillis),
    ]),
  )
}

/** Placements and the fees credited for them, by recruiter or by client. */
export const placements = async (
  as: Client,
  period: Period,
  by: "recruiter" | "client",
): Promise<ReadonlyArray<string>> => {
  const { rows, total } = await as.reports.placements({ by, ...period })
  const names = new Map<string, string>()
  if (by === "client")
    for (const { id, name } of (await as.clients.getMany(rows.map(({ key }) => key))).items) names.set(id, name)
  const currencies = total.fees.map(({ currency }) => currency)
  const cells = (name: string, row: typeof total) => [
    name,
    counted(row.placements),
    ...(by === "recruiter" ? [row.credited.toFixed(2)] : []),
    counted(row.backedOut),
    counted(row.fellOff),
    ...currencies.map((currency) => {
      const fee = row.fees.find((sum) => sum.currency === currency)
      return fee === undefined || fee.amount === 0 ? "·" : inMajor(fee.amount, currency)
    }),
  ]
  return table(
    [
      by,
      ">placements",
      ...(by === "recruiter" ? [">credited"] : []),
      ">backed out",
      ">fell off",
      ...currencies.map((currency) => `>${currency}`),
    ],
    [...rows.map((row) => cells(names.get(row.key) ?? row.key, row)), cells("together", total)],
  )
}

/** Where candidates come from, and what comes of them. */
export const sources = async (as: Client, period: Period): Promise<ReadonlyArray<string>> => {
  const { rows } = await as.reports.sources({ ...period })
  return table(
    ["source", ">people", ">submissions", ">placed", ">of these", "fee"],
    rows.map((row) => [
      row.source ?? "not said",
      counted(row.candidates),
      counted(row.submissions),
      counted(row.placements),
      percent(row.placed),
      row.fees.map(({ amount, currency }) => `${currency} ${inMajor(amount, currency)}`).join(", "),
    ]),
  )
}

/** Which clients are good clients: who fills, who answers, who says yes. */
export const clients = async (as: Client, period: Period): Promise<ReadonlyArray<string>> => {
  const { rows } = await as.reports.clients({ ...period })
  const found = await as.clients.getMany(rows.map(({ clientId }) => clientId))
  const names = new Map(found.items.map(({ id, name }) => [id as string, name]))
  return table(
    ["client", ">openings", ">filled", ">fill rate", ">days to answer", ">offers taken", ">fell off"],
    rows
      .toSorted((a, b) => b.filled - a.filled || (a.clientId < b.clientId ? -1 : 1))
      .slice(0, 12)
      .map((row) => [
        names.get(row.clientId) ?? row.clientId,
        counted(row.openings),
        counted(row.filled),
        percent(row.fillRate),
        days(row.feedbackMillis.median),
        percent(row.acceptance),
        percent(row.fallOffs),
      ]),
  )
}

/** What was earned by quarter, and what is left of it. */
export const revenue = async (as: Client, period: Period): Promise<ReadonlyArray<string>> => {
  const { periods, total } = await as.reports.revenue({ ...period, period: "quarter" })
  const cells = (name: string, sums: typeof total) =>
    sums.map(({ currency, net, recognised, refunded, reversed }) => [
      name,
      currency,
      ...[recognised, reversed, refunded, net].map((amount) => (amount === 0 ? "·" : inMajor(amount, currency))),
    ])
  return table(
    ["quarter from", "", ">recognised", ">backed out", ">given back", ">net"],
    [...periods.flatMap(({ start, sums }) => cells(start, sums)), ...cells("the year", total)],
  )
}

/** Every page of a list. */
export const all = async <R>(
  list: (query: { limit: number; after: string | null }) => Promise<{ items: ReadonlyArray<R>; cursor: string | null }>,
): Promise<ReadonlyArray<R>> => {
  const found: Array<R> = []
  for (let after: string | null = null; ; ) {
    const { items, cursor } = await list({ limit: 1000, after })
    found.push(...items)
    if (cursor === null) return found
    after = cursor
  }
}

/** How many laps of the loop it took to fill an opening, and how often a second try was worth it. */
export const loop = async (as: Client): Promise<ReadonlyArray<string>> => {
  const made = await all(as.placements.list)
  const tries = await all(as.submissions.list)
  const steps = [1, 2, 3, 4, 6, 9, Number.POSITIVE_INFINITY]
  const laps = steps.slice(0, -1).map((low, index) => {
    const next = steps[index + 1] ?? low + 1
    const label = next === low + 1 ? String(low) : next < 100 ? `${low} to ${next - 1}` : `${low} and more`
    const count = made.filter(({ cycle }) => cycle >= low && cycle < next).length
    return [label, counted(count), bar(made.length === 0 ? 0 : count / made.length, 20)]
  })
  const attempts = [1, 2, 3, 4, 5].flatMap((nth) => {
    const own = tries.filter(({ attempt }) => attempt === nth)
    const won = own.filter(({ placementId }) => placementId !== null).length
    return own.length === 0 ? [] : [[String(nth), String(own.length), counted(won)]]
  })
  return beside(
    table(["laps until filled", ">placements", ""], laps),
    table(["attempt of a candidate", ">submissions", ">placed"], attempts),
  )
}

const lifts: { readonly [tag: string]: string } = {
  AlreadySubmitted: "the candidate is on that position already",
  CandidateNotReady: "screening, consent or reactivation first",
  ClientOffLimits: "the agency does not work for them",
  ConsentRequired: "a signed consent that covers the client",
  CorrectionRefused: "later facts rest on the entry",
  GuaranteeRefused: "the other of fall-off and termination",
  OpeningsReserved: "an offer that is out, to be answered",
  PositionFilled: "an opening, if the client wants one more",
  PositionNotOpen: "the client, who pauses or has enough",
  TransitionRefused: "nothing: it is over, or not yet there",
}

/** What the rules stood in the way of. */
export const refusals = ({ refusals }: Tally): ReadonlyArray<string> =>
  table(
    ["refused with", ">times", "what would lift it"],
    [...refusals]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([tag, times]) => [tag, String(times), lifts[tag] ?? ""]),
  )
