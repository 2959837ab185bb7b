import * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import * as References from "./References.js"
import * as Standing from "./Standing.js"

/** How an opening closed: filled, or with its position as that one's end says; `cancelled` also alone. */
export type Outcome = "filled" | "lost" | "cancelled" | "closed"

/** What made a close void: a placement backed out of or fallen off, or an opening that was taken up again. */
export type Undoing = "backedOut" | "fellOff" | "reopened"

export interface Closing {
  readonly opening: number
  /** Its position; -1 where that is not known. */
  readonly position: number
  /** When the opening was opened for this close, milliseconds since 1970. */
  readonly from: number
  readonly at: number
  readonly outcome: Outcome
  undone: Undoing | null
}

/** An opening that is open or reserved. */
export interface Running {
  readonly opening: number
  readonly position: number
  readonly from: number
}

export interface Closings {
  readonly closings: ReadonlyArray<Closing>
  readonly running: ReadonlyArray<Running>
}

/** When each position was first open, milliseconds since 1970; NaN where it never was. */
export const opened = (positions: Journeys.Journeys): Float64Array => {
  const kinds = Kinds.among("position", ["open", "covered", "onHold", "filled"])
  return Float64Array.from({ length: positions.size }, (_, position) => {
    const visit = Standing.reached(positions, position, kinds)
    return visit < 0 ? Number.NaN : (positions.entered[visit] ?? Number.NaN)
  })
}

/**
 * Every close of every opening, in order. An opening is open since its position first was, or since it was added. A
 * placement that was backed out of filled nothing: the time goes on. After a fall-off, and when a cancelled opening is
 * taken up again, it begins anew. A fill that was undone and restored is the fill it was. Openings of positions that
 * have never been open are left out.
 *
 * Reads `positionId` and the reasons of openings, and the ids of positions.
 */
export const of = (openings: Journeys.Journeys, positions: Journeys.Journeys): Closings => {
  const kinds = Kinds.all("opening")
  const ends = Kinds.all("position")
  const starts = opened(positions)
  const positionOf = References.to(openings, "positionId", positions)
  const reasons = Journeys.saying(openings, "reason")
  const closings: Array<Closing> = []
  const running: Array<Running> = []
  const { entered, first, kind } = openings
  const outcome = (position: number, at: number): Outcome => {
    // The opening closes with its position, at the very instant or after.
    const visit = position < 0 ? -1 : Standing.before(positions, position, at + 1)
    const end = visit < 0 ? "" : ends[positions.kind[visit] ?? 0]
    return end === "lost" || end === "closed" ? end : "cancelled"
  }
  for (let opening = 0; opening < openings.size; opening++) {
    const start = first[opening] ?? 0
    const end = first[opening + 1] ?? 0
    const position = positionOf[opening] ?? -1
    let from = position < 0 ? (entered[start] ?? 0) : Math.max(entered[start] ?? 0, starts[position] ?? 0)
    if (Number.isNaN(from)) continue
    let closed: Closing | null = null
    let before: Closing | null = null
    for (let visit = start; visit < end; visit++) {
      const at = entered[visit] ?? 0
      const here = kinds[kind[visit] ?? 0]
      const reason = Journeys.at(reasons, visit)
      if (here === "filled" || here === "cancelled") {
        if (here === "filled" && reason === "restored" && before?.undone === "backedOut") {
          before.undone = null
          closed = before
          continue
        }
        closed = {
          opening,
          position,
          from,
          at,
          outcome: here === "filled" ? "filled" : outcome(position, at),
          undone: null,
        }
        closings.push(closed)
      } else if (closed !== null) {
        closed.undone = closed.outcome !== "filled" ? "reopened" : reason === "backed out" ? "backedOut" : "fellOff"
        if (closed.undone !== "backedOut") from = at
        before = closed
        closed = null
      }
    }
    if (closed === null) running.push({ opening, position, from })
  }
  return { closings, running }
}
