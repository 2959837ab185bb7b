import * as Answers from "./Answers.js"
import * as Closings from "./Closings.js"
import * as FallOffs from "./FallOffs.js"
import * as History from "./History.js"
import type * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import type { Measure } from "./Measures.js"
import * as Recognition from "./Recognition.js"
import * as Spans from "./Spans.js"
import * as Standing from "./Standing.js"
import * as TimeToFill from "./TimeToFill.js"

/** One thing that counts in a period: `counts` says whether into the numerator, `value` is an amount or a time. */
export interface Point {
  readonly at: number
  readonly subject: number
  readonly counts: boolean
  readonly value: number
}

/** Where a measure's points come from, and whose they are. */
export interface Series {
  readonly journeys: Journeys.Journeys
  readonly each: (take: (point: Point) => void) => void
}

interface Standpoint {
  readonly now: number
  readonly timeZone: string
  /** When the period that an instant lies in is over, milliseconds since 1970; NaN outside all periods. */
  readonly over: (instant: number) => number
}

const one = (subject: number, at: number): Point => ({ at, subject, counts: true, value: 1 })

/** The kinds that say that a subject came as far as one: it and the later ones; of an end only itself. */
const asFar = (journeys: Journeys.Journeys, kind: string): Uint8Array => {
  const ranks = Kinds.ranks(journeys.pipeline)
  const rank = ranks[Kinds.code(journeys.pipeline, kind)] ?? -1
  return rank < 0 ? Kinds.among(journeys.pipeline, [kind]) : Uint8Array.from(ranks, (other) => (other >= rank ? 1 : 0))
}

const firsts = (journeys: Journeys.Journeys, kinds: Uint8Array): Series => ({
  journeys,
  each: (take) => {
    for (let subject = 0; subject < journeys.size; subject++) {
      const visit = Standing.reached(journeys, subject, kinds)
      if (visit >= 0) take(one(subject, journeys.entered[visit] ?? 0))
    }
  },
})

const reached = (journeys: Journeys.Journeys, kind: string): Series => {
  const kinds = asFar(journeys, kind)
  if (Kinds.phase(journeys.pipeline, kind) !== "ended") return firsts(journeys, kinds)
  return {
    journeys,
    each: (take) => {
      for (let subject = 0; subject < journeys.size; subject++) {
        const last = Standing.last(journeys, subject)
        if (kinds[journeys.kind[last] ?? 0] === 1) take(one(subject, journeys.entered[last] ?? 0))
      }
    },
  }
}

const conversion = (journeys: Journeys.Journeys, from: string, to: string): Series => {
  const ended = Kinds.phase(journeys.pipeline, to) === "ended"
  const start = asFar(journeys, from)
  const goal = asFar(journeys, to)
  return {
    journeys,
    each: (take) => {
      for (let subject = 0; subject < journeys.size; subject++) {
        const visit = Standing.reached(journeys, subject, start)
        if (visit < 0) continue
        const counts = ended
          ? goal[journeys.kind[Standing.last(journeys, subject)] ?? 0] === 1
          : Standing.reached(journeys, subject, goal) >= 0
        take({ at: journeys.entered[visit] ?? 0, subject, counts, value: 1 })
      }
    },
  }
}

/** Each stay at a stage at the end of the period in which it was complete; a return in a later period makes it another. */
const stays = (journeys: Journeys.Journeys, stage: string, { over }: Standpoint): Series => ({
  journeys,
  each: (take) => {
    const { entered, first, kind } = journeys
    const live = Kinds.inPhase(journeys.pipeline, "live")
    const wanted = journeys.stage.values.indexOf(stage)
    const here = (visit: number) => journeys.stage.codes[visit] === wanted && live[kind[visit] ?? 0] === 1
    for (let subject = 0; subject < journeys.size; subject++) {
      const end = first[subject + 1] ?? 0
      let sum = 0
      for (let visit = first[subject] ?? 0; visit + 1 < end; visit++) {
        if (!here(visit)) continue
        const left = entered[visit + 1] ?? 0
        sum += left - (entered[visit] ?? 0)
        let again = visit + 1
        while (again < end && !here(again)) again++
        const back = again < end ? (entered[again] ?? 0) : Number.POSITIVE_INFINITY
        if (back >= over(left)) take({ at: left, subject, counts: true, value: sum })
      }
    }
  },
})

const fills = (history: History.History): Series => {
  const journeys = History.of(history, "opening")
  const positions = History.of(history, "position")
  const pausesOf = TimeToFill.holds(positions)
  return {
    journeys,
    each: (take) => {
      for (const { at, from, opening, outcome, position, undone } of Closings.of(journeys, positions).closings) {
        if (outcome !== "filled" || undone === "backedOut") continue
        take({ at, subject: opening, counts: true, value: Spans.took(from, at, pausesOf(position)) })
      }
    },
  }
}

/** Openings by the last close in each period, as the fill rate takes them. */
const closes = (history: History.History, { over }: Standpoint): Series => {
  const journeys = History.of(history, "opening")
  return {
    journeys,
    each: (take) => {
      const valid = Closings.of(journeys, History.of(history, "position")).closings.filter(
        ({ undone }) => undone !== "backedOut" && undone !== "reopened",
      )
      const last = new Map(valid.map((closing) => [`${closing.opening} ${over(closing.at)}`, closing]))
      for (const { at, opening, outcome } of last.values())
        if (outcome !== "cancelled") take({ at, subject: opening, counts: outcome === "filled", value: 1 })
    },
  }
}

/** The points of a measure. */
export const of = (measure: Measure, history: History.History, standpoint: Standpoint): Series => {
  const { now, timeZone } = standpoint
  switch (measure.of) {
    case "started": {
      const journeys = History.of(history, measure.pipeline)
      return firsts(journeys, Kinds.among(measure.pipeline, Kinds.all(measure.pipeline)))
    }
    case "reached":
      return reached(History.of(history, measure.pipeline), measure.kind)
    case "submitted":
      return reached(History.of(history, "submission"), "submitted")
    case "interviewed":
      return firsts(History.of(history, "submission"), Kinds.among("submission", ["interviewing"]))
    case "offered":
      return reached(History.of(history, "submission"), "offered")
    case "placed":
      return reached(History.of(history, "submission"), "accepted")
    case "fee": {
      const journeys = History.of(history, "placement")
      return {
        journeys,
        each: (take) => {
          for (const { amount, at, subject } of Recognition.changes(journeys, {
            now,
            policy: measure.recognised,
            timeZone,
          }))
            take({ at, subject, counts: true, value: amount })
        },
      }
    }
    case "fallOffs": {
      const journeys = History.of(history, "placement")
      const { over, state } = FallOffs.standing(journeys, timeZone, now)
      return {
        journeys,
        each: (take) => {
          for (let subject = 0; subject < journeys.size; subject++) {
            const here = state(subject)
            if (here === "fellOff" || here === "held")
              take({ at: over(subject), subject, counts: here === "fellOff", value: 1 })
          }
        },
      }
    }
    case "offerAcceptance": {
      const journeys = History.of(history, "offer")
      return {
        journeys,
        each: (take) => {
          for (const { answer, at, offer } of Answers.of(journeys))
            if (answer !== null && answer !== "rescinded")
              take({ at, subject: offer, counts: answer === "accepted", value: 1 })
        },
      }
    }
    case "conversion":
      return conversion(History.of(history, measure.pipeline), measure.kind, measure.to)
    case "timeInStage":
      return stays(History.of(history, measure.pipeline), measure.stage, standpoint)
    case "fillRate":
      return closes(history, standpoint)
    case "timeToFill":
      return fills(history)
  }
}
