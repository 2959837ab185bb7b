import * as Schema from "effect/Schema"
import type * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import * as Rate from "./Rate.js"

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
}

/** How submissions had ended by each of some ascending instants, in one pass: one that is restored is not over meanwhile. */
const endings = (submissions: Journeys.Journeys, instants: ReadonlyArray<number>): ReadonlyArray<Ended> => {
  const { entered, first, kind } = submissions
  const ranks = Kinds.ranks("submission")
  const live = Kinds.inPhase("submission", "live")
  const won = Kinds.code("submission", "placed")
  const all = instants.map((): Ended => ({ over: new Int32Array(kinds.length), placed: new Int32Array(kinds.length) }))
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

/** The odds as an agency's own history up to each of some ascending instants (milliseconds since 1970) gives them. */
export const learn = (
  submissions: Journeys.Journeys,
  instants: ReadonlyArray<number>,
  asked: Asked,
): ReadonlyArray<ReadonlyArray<Odds>> =>
  endings(submissions, instants).map(({ over, placed }) =>
    kinds.map((name, rank): Odds => {
      const learned = Rate.of(placed[rank] ?? 0, over[rank] ?? 0, asked.floor)
      const given = asked.probabilities?.[name]
      if (given !== undefined) return { kind: name, probability: given, basis: "given", learned }
      if (learned.rate !== null) return { kind: name, probability: learned.rate, basis: "learned", learned }
      const fallback = asked.fallback?.[name]
      return fallback === undefined
        ? { kind: name, probability: null, basis: "unknown", learned }
        : { kind: name, probability: fallback, basis: "fallback", learned }
    }),
  )
