import * as Behind from "./Behind.js"
import * as Fees from "./Fees.js"
import * as Fills from "./Fills.js"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Keys from "./Keys.js"
import * as Kinds from "./Kinds.js"
import * as Odds from "./Odds.js"
import type { FeeSum } from "./Placements.js"
import * as Pricing from "./Pricing.js"
import * as References from "./References.js"
import type * as Report from "./Report.js"
import * as Standing from "./Standing.js"

/** What is expected of one position. */
export interface PositionForecast {
  readonly positionId: string
  readonly clientId: string | null
  /** Open or reserved. */
  readonly openings: number
  /** Of those, the ones that a replacement fills for free. */
  readonly free: number
  /** Live submissions that are not accepted yet. */
  readonly submissions: number
  /** The expected value of min(openings, successes). */
  readonly expectedFills: number
  /** Rounded to the unit by position; never more than the paying openings times the highest fee. */
  readonly fees: ReadonlyArray<FeeSum>
  /** Submissions whose fee nobody can tell: no terms, or a percentage of no known salary. */
  readonly unpriced: number
  /** Submissions at kinds of unknown probability: they count as nothing. */
  readonly unknown: number
  readonly ids?: { readonly [N in "openings" | "free" | "submissions" | "unpriced" | "unknown"]: ReadonlyArray<string> }
}

export interface KindForecast extends Omit<Odds.Odds, "ids"> {
  readonly standing: number
  readonly expectedFills: number
  /** Of submissions: those that stand there, and those that the odds were learned from. */
  readonly ids?: { readonly [N in "standing" | "over" | "placed"]: ReadonlyArray<string> }
}

export interface Expected {
  readonly fees: ReadonlyArray<FeeSum>
  /** The same without the cap at the open openings: fee × probability of every submission. */
  readonly uncapped: ReadonlyArray<FeeSum>
  readonly openings: number
  readonly expectedFills: number
  readonly kinds: ReadonlyArray<KindForecast>
  /** Positions with live submissions, in order of id. */
  readonly positions: ReadonlyArray<PositionForecast>
}

/** What `of` reads. */
export const needs = ({ ids }: { readonly ids: boolean }) =>
  ({
    submission: { columns: ["id", "positionId"] },
    position: { columns: ["id", "clientId", "fee", "clientFee", "salary"], whole: true },
    opening: { columns: ["positionId", "replacesPlacementId", ...(ids ? ["id" as const] : [])], whole: true },
    offer: { columns: ["submissionId", "salary"], whole: true },
    placement: { columns: ["id"], whole: true },
  }) as const satisfies Report.Needs

interface Candidate {
  readonly id: string
  readonly rank: number
  readonly probability: number
  readonly fee: FeeSum | null
}

/** Who is further along comes first; among equals the likelier, then the cheaper. */
const order = (a: Candidate, b: Candidate): number =>
  b.rank - a.rank ||
  b.probability - a.probability ||
  (a.fee?.amount ?? 0) - (b.fee?.amount ?? 0) ||
  Keys.order(a.id, b.id)

/** Openings that are free or reserved at an instant, by position: all, and those that a replacement fills for free. */
const vacancies = (history: History.History, positions: Journeys.Journeys, at: number, withIds: boolean) => {
  const openings = History.of(history, "opening")
  const placements = History.of(history, "placement")
  const live = Kinds.inPhase("opening", "live")
  const fellOff = Kinds.code("placement", "fellOff")
  const positionOf = References.to(openings, "positionId", positions)
  const replaces = References.to(openings, "replacesPlacementId", placements)
  const all = new Int32Array(positions.size)
  const free = new Int32Array(positions.size)
  const behind = Behind.gather<"openings" | "free">()
  for (let opening = 0; opening < openings.size; opening++) {
    const position = positionOf[opening] ?? -1
    const visit = Standing.before(openings, opening, at + 1)
    if (position < 0 || visit < 0 || live[openings.kind[visit] ?? 0] !== 1) continue
    all[position] = (all[position] ?? 0) + 1
    if (withIds) behind.add(position, "openings", openings, opening)
    const placement = replaces[opening] ?? -1
    const fallen = placement < 0 ? -1 : Standing.before(placements, placement, at + 1)
    if (fallen < 0 || placements.kind[fallen] !== fellOff) continue
    free[position] = (free[position] ?? 0) + 1
    if (withIds) behind.add(position, "free", openings, opening)
  }
  return { all, free, behind }
}

/** Which submissions are live and not accepted at an instant, by position. */
export const standing = (
  submissions: Journeys.Journeys,
  at: number,
  positionOf: Int32Array,
): ReadonlyMap<number, ReadonlyArray<{ readonly subject: number; readonly rank: number }>> => {
  const ranks = Kinds.ranks("submission")
  const found = new Map<number, Array<{ readonly subject: number; readonly rank: number }>>()
  for (let subject = 0; subject < submissions.size; subject++) {
    const visit = Standing.before(submissions, subject, at + 1)
    const rank = visit < 0 ? -1 : (ranks[submissions.kind[visit] ?? 0] ?? -1)
    if (rank < 0 || rank >= Odds.kinds.length) continue
    const position = positionOf[subject] ?? -1
    const group = found.get(position)
    if (group === undefined) found.set(position, [{ subject, rank }])
    else group.push({ subject, rank })
  }
  return found
}

const rounded = (sums: ReadonlyArray<FeeSum>): ReadonlyArray<FeeSum> =>
  sums.map(({ amount, currency }) => ({ currency, amount: Math.round(amount) })).filter(({ amount }) => amount !== 0)

/** Looks at a history from one instant after the other. */
const looker = (history: History.History, withIds: boolean) => {
  const submissions = History.of(history, "submission")
  const positions = History.of(history, "position")
  const ids = Journeys.text(submissions, "id")
  const positionIds = Journeys.text(positions, "id")
  const clients = Journeys.text(positions, "clientId")
  const positionOf = References.to(submissions, "positionId", positions)
  const price = Pricing.of(positions)
  return (at: number, odds: ReadonlyArray<Odds.Odds>): Expected => {
    const { all, behind, free } = vacancies(history, positions, at, withIds)
    const offers = Pricing.offers(History.of(history, "offer"), at)
    const counts = odds.map(() => ({ standing: 0, expectedFills: 0, who: [] as Array<string> }))
    const bare: Array<FeeSum> = []
    const rows: Array<PositionForecast> = []
    for (const [position, group] of standing(submissions, at, positionOf)) {
      const candidates = group
        .map(({ rank, subject }): Candidate => {
          const id = Journeys.at(ids, subject) ?? ""
          const fee = position < 0 ? null : price(position, offers.get(id))
          return { id, rank, probability: odds[rank]?.probability ?? 0, fee }
        })
        .toSorted(order)
      const openings = all[position] ?? 0
      const paid = Math.min(free[position] ?? 0, openings)
      const fills = Fills.of(
        candidates.map(({ probability }) => probability),
        openings,
        paid,
      )
      const own: Array<FeeSum> = []
      let expectedFills = 0
      for (const [index, { fee, id, probability, rank }] of candidates.entries()) {
        const fill = fills[index]
        const count = counts[rank]
        if (fill === undefined || count === undefined) continue
        count.standing++
        if (withIds) count.who.push(id)
        count.expectedFills += fill.fills
        expectedFills += fill.fills
        if (fee === null) continue
        own.push({ currency: fee.currency, amount: fee.amount * fill.pays })
        bare.push({ currency: fee.currency, amount: fee.amount * probability })
      }
      const unpriced = candidates.filter(({ fee }) => fee === null)
      const unknown = candidates.filter(({ rank }) => odds[rank]?.probability === null)
      const idsOf = (some: ReadonlyArray<Candidate>) => some.map(({ id }) => id).toSorted()
      rows.push({
        positionId: Journeys.at(positionIds, position) ?? "",
        clientId: Journeys.at(clients, position),
        openings,
        free: paid,
        submissions: group.length,
        expectedFills,
        fees: rounded(Fees.sum(own)),
        unpriced: unpriced.length,
        unknown: unknown.length,
        ...(withIds
          ? {
              ids: {
                openings: behind.of(position, "openings"),
                free: behind.of(position, "free"),
                submissions: idsOf(candidates),
                unpriced: idsOf(unpriced),
                unknown: idsOf(unknown),
              },
            }
          : {}),
      })
    }
    const sum = (of: (row: PositionForecast) => number): number => rows.reduce((total, row) => total + of(row), 0)
    return {
      fees: Fees.sum(rows.flatMap(({ fees }) => fees)),
      uncapped: rounded(Fees.sum(bare)),
      openings: sum((row) => row.openings),
      expectedFills: sum((row) => row.expectedFills),
      kinds: odds.map(({ ids: { over = [], placed = [] } = {}, ...one }, rank): KindForecast => {
        const { expectedFills = 0, standing = 0, who = [] } = counts[rank] ?? {}
        return {
          ...one,
          standing,
          expectedFills,
          ...(withIds ? { ids: { standing: who.toSorted(), over, placed } } : {}),
        }
      }),
      positions: rows.toSorted((a, b) => Keys.order(a.positionId, b.positionId)),
    }
  }
}

/** What the submissions that are live at each of some ascending instants are expected to bring. */
export const of = (
  history: History.History,
  instants: ReadonlyArray<number>,
  asked: Odds.Asked & { readonly ids: boolean },
): ReadonlyArray<Expected> => {
  const odds = Odds.learn(History.of(history, "submission"), instants, asked, false)
  const look = looker(history, asked.ids)
  return instants.map((instant, index) => look(instant, odds[index] ?? []))
}

/** The same for one instant. */
export const at = (
  history: History.History,
  instant: number,
  asked: Odds.Asked & { readonly ids: boolean },
): Expected => {
  const [odds = []] = Odds.learn(History.of(history, "submission"), [instant], asked, asked.ids)
  return looker(history, asked.ids)(instant, odds)
}
