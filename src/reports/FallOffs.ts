import * as Schema from "effect/Schema"
import * as Behind from "./Behind.js"
import * as Calendar from "./Calendar.js"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import * as Rate from "./Rate.js"
import * as Report from "./Report.js"

/** Where a placement stands to its guarantee. */
export const states = ["backedOut", "pendingStart", "insideGuarantee", "held", "fellOff"] as const
export type State = (typeof states)[number]

export interface FallOffs extends Report.Echo {
  readonly report: "fallOffs"
  /** The guarantee's last day counts whole, on the calendar of the time zone. */
  readonly policy: {
    readonly counted: "accepted in window" | "guarantee ended in window"
    readonly rate: "fell off / placements whose guarantee has ended"
    readonly floor: number
  }
  /** All that are counted: the sum of the five that follow. */
  readonly placements: number
  /** Before the start. */
  readonly backedOut: number
  readonly pendingStart: number
  /** Started, the guarantee still running: nobody knows yet. */
  readonly insideGuarantee: number
  /** Of those inside their guarantee, the ones that fell off already; they enter the rate when it would have ended. */
  readonly fellOffEarly: number
  /** The guarantee has ended without a fall-off. */
  readonly held: number
  /** Fell off inside a guarantee that has ended by now. */
  readonly fellOff: number
  readonly rate: Rate.Rate
  readonly backOutRate: Rate.Rate
  readonly ids?: { readonly [S in State | "fellOffEarly"]: ReadonlyArray<string> }
}

/** The columns that `states` read. */
export const columns = ["acceptedAt", "guaranteeEndsOn"] as const

/** Where placement `i` stands at an instant, and when its guarantee is over (milliseconds since 1970). */
export const standing = (placements: Journeys.Journeys, timeZone: string, now: number) => {
  const guarantee = Journeys.text(placements, "guaranteeEndsOn")
  const ends = new Float64Array(guarantee.values.length).fill(Number.NaN)
  const { first, kind } = placements
  const [pending, backedOut, fellOff] = ["pendingStart", "backedOut", "fellOff"].map((name) =>
    Kinds.code("placement", name),
  )
  const over = (subject: number): number => {
    const code = guarantee.codes[subject] ?? -1
    const known = ends[code] ?? Number.NaN
    if (!Number.isNaN(known) || code < 0) return known
    const end = Calendar.startOf(timeZone, Calendar.shifted(guarantee.values[code] ?? "", 1))
    ends[code] = end
    return end
  }
  return {
    over,
    fell: (subject: number): boolean => kind[(first[subject + 1] ?? 0) - 1] === fellOff,
    state: (subject: number): State => {
      const last = kind[(first[subject + 1] ?? 0) - 1]
      if (last === backedOut) return "backedOut"
      if (last === pending) return "pendingStart"
      return over(subject) > now ? "insideGuarantee" : last === fellOff ? "fellOff" : "held"
    },
  }
}

/**
 * How many placements fell off inside their guarantee, of those whose guarantee has ended. The ones still inside are
 * left out, also those that fell off already: counted at once they would be measured against too few survivors.
 */
export const fallOffs = Report.define({
  name: "fallOffs",
  input: Report.ordered(
    Schema.Struct({
      ...Report.windowed,
      counted: Schema.optionalWith(Schema.Literal("accepted", "guaranteeEnded"), {
        default: () => "accepted" as const,
      }),
    }),
  ),
  needs: (asked) => ({
    placement: {
      columns: [...columns, ...(asked.ids ? ["id" as const] : [])],
      ...(asked.counted === "accepted" ? { started: Report.windowOf(asked) } : {}),
    },
  }),
  answer: (asked, history, { now }): FallOffs => {
    const { from, to } = Report.windowOf(asked)
    const placements = History.of(history, "placement")
    const accepted = Journeys.number(placements, "acceptedAt")
    const { fell, over, state } = standing(placements, asked.timeZone, now)
    const counts = { backedOut: 0, pendingStart: 0, insideGuarantee: 0, held: 0, fellOff: 0 }
    const behind = Behind.gather<State | "fellOffEarly">()
    const byEnd = asked.counted === "guaranteeEnded"
    let fellOffEarly = 0
    for (let subject = 0; subject < placements.size; subject++) {
      const at = byEnd ? over(subject) : (accepted[subject] ?? Number.NaN)
      if (!(at >= from && at < to)) continue
      const here = state(subject)
      counts[here]++
      const early = here === "insideGuarantee" && fell(subject)
      if (early) fellOffEarly++
      if (asked.ids) behind.add(0, here, placements, subject)
      if (asked.ids && early) behind.add(0, "fellOffEarly", placements, subject)
    }
    const { backedOut, fellOff, held, insideGuarantee, pendingStart } = counts
    const started = insideGuarantee + held + fellOff
    return {
      report: "fallOffs",
      policy: {
        counted: byEnd ? "guarantee ended in window" : "accepted in window",
        rate: "fell off / placements whose guarantee has ended",
        floor: asked.floor,
      },
      ...Report.echo(asked),
      placements: started + backedOut + pendingStart,
      ...counts,
      fellOffEarly,
      rate: Rate.of(fellOff, fellOff + held, asked.floor),
      backOutRate: Rate.of(backedOut, backedOut + started, asked.floor),
      ...(asked.ids
        ? {
            ids: {
              backedOut: behind.of(0, "backedOut"),
              pendingStart: behind.of(0, "pendingStart"),
              insideGuarantee: behind.of(0, "insideGuarantee"),
              fellOffEarly: behind.of(0, "fellOffEarly"),
              held: behind.of(0, "held"),
              fellOff: behind.of(0, "fellOff"),
            },
          }
        : {}),
    }
  },
})
