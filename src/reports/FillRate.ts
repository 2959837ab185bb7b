import * as Schema from "effect/Schema"
import * as Closings from "./Closings.js"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Rate from "./Rate.js"
import * as Report from "./Report.js"

export interface FillRate extends Report.Echo {
  readonly report: "fillRate"
  readonly policy: {
    readonly counted: "openings by their last close in window"
    readonly of: "filled + lost + closed"
    readonly cancelled: "excluded, shown"
    readonly backedOut: "no fill"
    readonly reopened: "a close that was taken back is none"
    readonly floor: number
  }
  readonly filled: number
  /** Of those filled, how many placements fell off since. */
  readonly fellOff: number
  /** With their position, to somebody else. */
  readonly lost: number
  /** With their position, when the agency stopped working on it. */
  readonly closed: number
  /** By the client: the position, or this opening alone. */
  readonly cancelled: number
  readonly fillRate: Rate.Rate
  readonly ids?: { readonly [O in Closings.Outcome | "fellOff"]: ReadonlyArray<string> }
}

/**
 * Of the openings that closed in the window, how many the agency filled. Openings and not positions: one of three heads
 * filled is a third. What the client cancelled was never to be filled and is no part of the rate.
 */
export const fillRate = Report.define({
  name: "fillRate",
  input: Report.ordered(Schema.Struct(Report.windowed)),
  needs: (asked) => ({
    opening: { columns: ["positionId", ...(asked.ids ? ["id" as const] : [])], said: ["reason"] },
    position: { columns: ["id"], whole: true },
  }),
  answer: (asked, history): FillRate => {
    const openings = History.of(history, "opening")
    const { from, to } = Report.windowOf(asked)
    const last = new Map<number, Closings.Closing>()
    for (const closing of Closings.of(openings, History.of(history, "position")).closings)
      if (closing.at >= from && closing.at < to && closing.undone !== "backedOut" && closing.undone !== "reopened")
        last.set(closing.opening, closing)
    const closed = [...last.values()]
    const by = (outcome: Closings.Outcome) => closed.filter((closing) => closing.outcome === outcome)
    const ids = (some: ReadonlyArray<Closings.Closing>) =>
      Journeys.ids(
        openings,
        some.map(({ opening }) => opening),
      )
    const fellOff = by("filled").filter(({ undone }) => undone === "fellOff")
    const filled = by("filled").length
    const cancelled = by("cancelled").length
    return {
      report: "fillRate",
      policy: {
        counted: "openings by their last close in window",
        of: "filled + lost + closed",
        cancelled: "excluded, shown",
        backedOut: "no fill",
        reopened: "a close that was taken back is none",
        floor: asked.floor,
      },
      ...Report.echo(asked),
      filled,
      fellOff: fellOff.length,
      lost: by("lost").length,
      closed: by("closed").length,
      cancelled,
      fillRate: Rate.of(filled, closed.length - cancelled, asked.floor),
      ...(asked.ids
        ? {
            ids: {
              filled: ids(by("filled")),
              fellOff: ids(fellOff),
              lost: ids(by("lost")),
              closed: ids(by("closed")),
              cancelled: ids(by("cancelled")),
            },
          }
        : {}),
    }
  },
})
