import * as Schema from "effect/Schema"
import * as Closings from "./Closings.js"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import * as Report from "./Report.js"
import * as Spans from "./Spans.js"
import * as Tally from "./Tally.js"

const unfilledBy = ["lost", "cancelled", "closed"] as const
type Unfilled = (typeof unfilledBy)[number]

export interface TimeToFill extends Report.Echo, Spans.Summary {
  readonly report: "timeToFill"
  readonly policy: {
    readonly from: "opening opened, or reopened after a fall-off or a cancellation"
    readonly to: "offer accepted"
    readonly holds: "excluded"
    readonly backedOut: "fills nothing, the time goes on"
    readonly counted: "completed in window" | "started in window"
    readonly quantile: "linear"
  }
  /** What `ended` is made of. */
  readonly unfilled: { readonly [O in Unfilled]: number }
  /** Acceptances in the window that came to nothing before the start. */
  readonly backedOut: number
  readonly ids?: {
    readonly [N in "filled" | "open" | Unfilled | "backedOut"]: ReadonlyArray<string>
  }
}

/** The stretches in which positions were on hold, by position. */
export const holds = (positions: Journeys.Journeys) => {
  const held = Kinds.all("position").indexOf("onHold")
  const { entered, first, kind } = positions
  return (position: number): ReadonlyArray<Spans.Pause> => {
    const pauses: Array<Spans.Pause> = []
    const end = first[position + 1] ?? 0
    for (let visit = first[position] ?? end; visit < end; visit++)
      if (kind[visit] === held) pauses.push([entered[visit] ?? 0, Journeys.left(positions, position, visit)])
    return pauses
  }
}

/**
 * How long openings take to be filled: from when they were opened to the acceptance of the offer that filled them, the
 * time that their position was on hold not counted. Each fill counts, also the one after a fall-off. Openings that were
 * lost, cancelled or closed, and those still open, stand beside.
 */
export const timeToFill = Report.define({
  name: "timeToFill",
  input: Report.ordered(Schema.Struct({ ...Report.windowed, counted: Spans.counted })),
  needs: (asked) => ({
    opening: { columns: ["positionId", ...(asked.ids ? ["id" as const] : [])], said: ["reason"] },
    position: { columns: ["id"], whole: true },
  }),
  answer: (asked, history, { now }): TimeToFill => {
    const openings = History.of(history, "opening")
    const positions = History.of(history, "position")
    const { from, to } = Report.windowOf(asked)
    const pausesOf = holds(positions)
    const spans = Spans.collector(asked, now)
    const unfilled = Tally.each(unfilledBy, (): Array<number> => [])
    const backedOut: Array<number> = []
    const { closings, running } = Closings.of(openings, positions)
    for (const { at, from: opened, opening, outcome, position, undone } of closings) {
      if (undone === "backedOut") {
        if (at >= from && at < to) backedOut.push(opening)
        continue
      }
      if (undone === "reopened") continue
      const filled = outcome === "filled"
      const ended = spans.who.ended.length
      spans.add({
        subject: opening,
        from: opened,
        to: filled ? at : Number.NaN,
        ended: filled ? Number.NaN : at,
        pauses: pausesOf(position),
      })
      if (!filled && spans.who.ended.length > ended) unfilled[outcome].push(opening)
    }
    for (const { from: opened, opening, position } of running)
      spans.add({ subject: opening, from: opened, to: Number.NaN, ended: Number.NaN, pauses: pausesOf(position) })
    const { completed, open } = spans.who
    return {
      report: "timeToFill",
      policy: {
        from: "opening opened, or reopened after a fall-off or a cancellation",
        to: "offer accepted",
        holds: "excluded",
        backedOut: "fills nothing, the time goes on",
        counted: `${asked.counted} in window`,
        quantile: "linear",
      },
      ...Report.echo(asked),
      ...spans.summary(),
      unfilled: Tally.each(unfilledBy, (outcome) => unfilled[outcome].length),
      backedOut: backedOut.length,
      ...(asked.ids
        ? {
            ids: {
              filled: Journeys.ids(openings, completed),
              open: Journeys.ids(openings, open),
              ...Tally.each(unfilledBy, (outcome) => Journeys.ids(openings, unfilled[outcome])),
              backedOut: Journeys.ids(openings, backedOut),
            },
          }
        : {}),
    }
  },
})
