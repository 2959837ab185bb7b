import * as Schema from "effect/Schema"
import * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import * as Rate from "./Rate.js"
import * as Tally from "./Tally.js"

/** The kinds of a submission that a forecast is made of: what is accepted is a placement already. */
export const kinds = ["shortlisted", "submittedInternal", "submitted", "interviewing", "offered"] as const
export type Kind = (typeof kinds)[number]

const share = Schema.optional(Schema.Number.pipe(Schema.between(0, 1)))

/** Probabilities by kind, from 0 to 1. */
export const Given = Schema.Struct({
  shortlisted: share,
  submittedInternal: share,
  submitted: share,
  interviewing: share,
  offered: share,
})
export type Given = typeof Given.Type

/** How likely a submission that stands at a kind ends placed. */
export interface Odds {
  readonly kind: Kind
  /** Null where there is too little to learn from and nothing to fall back on: it counts as nothing, and is counted. */
  readonly probability: number | null
  readonly basis: "given" | "learned" | "fallback" | "unknown"
  /** Ended placed, of those that reached the kind (or a later one) and are over. */
  readonly learned: Rate.Rate
  /** Of the submissions that it was learned from: those that are over, and of them the placed ones. */
  readonly ids?: { readonly over: ReadonlyArray<string>; readonly placed: ReadonlyArray<string> }
}

export interface Asked {
  readonly probabilities?: Given | undefined
  readonly fallback?: Given | undefined
  readonly floor: number
}

/** Of how many submissions that are over at an instant, by the deepest kind they reached or passed, so many were placed. */
interface Ended {
  readonly over: Int32Array
  readonly placed: Int32Array
  /** Which, where ids are asked for. */
  readonly who: ReadonlyArray<{ readonly over: Array<number>; readonly placed: Array<number> }>
}

/** How submissions had ended by each of some ascending instants, in one pass: one that is restored is not over meanwhile. */
const endings = (
  submissions: Journeys.Journeys,
  instants: ReadonlyArray<number>,
  ids: boolean,
): ReadonlyArray<Ended> => {
  const { entered, first, kind } = submissions
  const ranks = Kinds.ranks("submission")
  const live = Kinds.inPhase("submission", "live")
  const won = Kinds.code("submission", "placed")
  const all = instants.map(
    (): Ended => ({
      over: new Int32Array(kinds.length),
      placed: new Int32Array(kinds.length),
      who: kinds.map(() => ({ over: [], placed: [] })),
    }),
  )
  for (let subject = 0; subject < submissions.size; subject++) {
    const end = first[subject + 1] ?? 0
    let deepest = 0
    for (let visit = first[subject] ?? 0; visit < end; visit++) {
      const code = kind[visit] ?? 0
      const rank = ranks[code] ?? 0
      if (rank > deepest) deepest = rank
      if (live[code] === 1) continue
      const from = entered[visit] ?? 0
      const to = visit + 1 < end ? (entered[visit + 1] ?? 0) : Number.POSITIVE_INFINITY
      const place = Math.min(deepest, kinds.length - 1)
      for (let at = instants.length - 1; at >= 0; at--) {
        const instant = instants[at] ?? 0
        if (instant < from) break
        if (instant >= to) continue
        const here = all[at]
        if (here === undefined) continue
        here.over[place] = (here.over[place] ?? 0) + 1
        if (code === won) here.placed[place] = (here.placed[place] ?? 0) + 1
        if (!ids) continue
        // Who came further passed the kinds before.
        for (const { over, placed } of here.who.slice(0, place + 1)) {
          over.push(subject)
          if (code === won) placed.push(subject)
        }
      }
    }
  }
  // Who came further passed the kinds before.
  for (const { over, placed } of all)
    for (let rank = kinds.length - 2; rank >= 0; rank--) {
      over[rank] = (over[rank] ?? 0) + (over[rank + 1] ?? 0)
      placed[rank] = (placed[rank] ?? 0) + (placed[rank + 1] ?? 0)
    }
  return all
}

const sides = ["over", "placed"] as const

/** The odds as an agency's own history up to each of some ascending instants (milliseconds since 1970) gives them. */
export const learn = (
  submissions: Journeys.Journeys,
  instants: ReadonlyArray<number>,
  asked: Asked,
  ids: boolean,
): ReadonlyArray<ReadonlyArray<Odds>> =>
  endings(submissions, instants, ids).map(({ over, placed, who }) =>
    kinds.map((name, rank): Odds => {
      const rate = Rate.of(placed[rank] ?? 0, over[rank] ?? 0, asked.floor)
      const here = who[rank]
      const behind =
        ids && here !== undefined ? { ids: Tally.each(sides, (side) => Journeys.ids(submissions, here[side])) } : {}
      const learned = { kind: name, learned: rate, ...behind }
      const given = asked.probabilities?.[name]
      if (given !== undefined) return { ...learned, probability: given, basis: "given" }
      if (rate.rate !== null) return { ...learned, probability: rate.rate, basis: "learned" }
      const fallback = asked.fallback?.[name]
      return fallback === undefined
        ? { ...learned, probability: null, basis: "unknown" }
        : { ...learned, probability: fallback, basis: "fallback" }
    }),
  )
