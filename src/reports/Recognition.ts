import * as Calendar from "./Calendar.js"
import * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"

/** When a fee counts as earned. */
export const policies = ["accept", "start", "guaranteeEnd"] as const
export type Policy = (typeof policies)[number]

/** `recognised` adds the fee, `reversed` takes it off again (it was backed out), `refunded` takes off what was given back. */
export type Act = "recognised" | "reversed" | "refunded"

/** One change of revenue: at an instant, of a placement, minor units of its currency. */
export interface Change {
  readonly act: Act
  readonly subject: number
  readonly at: number
  /** Negative where money is taken off. */
  readonly amount: number
}

/** The columns that recognition reads. */
export const columns = ["feeAmount", "feeCurrency", "refundAmount", "guaranteeEndsOn"] as const

interface Standing {
  readonly policy: Policy
  readonly timeZone: string
  /** Nothing after it has happened, milliseconds since 1970. */
  readonly now: number
}

/** The instant that follows a day; milliseconds since 1970. */
const after = (timeZone: string) => {
  const known = new Map<string, number>()
  return (date: string): number => {
    const ready = known.get(date)
    if (ready !== undefined) return ready
    const at = Calendar.startOf(timeZone, Calendar.shifted(date, 1))
    known.set(date, at)
    return at
  }
}

/**
 * Every change of revenue that placements made, placement by placement in order of time. By `accept` a placement that
 * is backed out is reversed when it is, and counts again should it be reinstated; by the others it never counted. By
 * `guaranteeEnd` a fall-off ends the guarantee, and what is given back is taken off in the same instant.
 */
export const changes = (placements: Journeys.Journeys, { now, policy, timeZone }: Standing): ReadonlyArray<Change> => {
  const { entered, first, kind } = placements
  const fee = Journeys.number(placements, "feeAmount")
  const refund = Journeys.number(placements, "refundAmount")
  const guarantee = Journeys.text(placements, "guaranteeEndsOn")
  const dayAfter = after(timeZone)
  const [pending, started, backedOut, fellOff] = ["pendingStart", "started", "backedOut", "fellOff"].map((name) =>
    Kinds.code("placement", name),
  )
  const all: Array<Change> = []
  for (let subject = 0; subject < placements.size; subject++) {
    const amount = fee[subject] ?? 0
    const put = (act: Act, at: number, signed: number): void => {
      if (signed !== 0 && at <= now) all.push({ act, subject, at, amount: signed })
    }
    let counted = false
    let running = false
    const end = first[subject + 1] ?? 0
    for (let visit = first[subject] ?? 0; visit < end; visit++) {
      const at = entered[visit] ?? 0
      const code = kind[visit]
      if (code === started) running = true
      if (policy === "accept" && code === backedOut && counted) {
        counted = false
        put("reversed", at, -amount)
      } else if (
        !counted &&
        ((policy === "accept" && code === pending) ||
          (policy === "start" && code === started) ||
          (policy === "guaranteeEnd" && code === fellOff))
      ) {
        counted = true
        put("recognised", at, amount)
      }
      if (code === fellOff) put("refunded", at, -(refund[subject] ?? 0))
    }
    const over = Journeys.at(guarantee, subject)
    if (policy === "guaranteeEnd" && running && !counted && over !== null) put("recognised", dayAfter(over), amount)
  }
  return all
}
