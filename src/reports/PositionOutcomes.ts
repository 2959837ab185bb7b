import * as Schema from "effect/Schema"
import * as Input from "../domain/Input.js"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import * as Rate from "./Rate.js"
import * as Report from "./Report.js"
import * as Standing from "./Standing.js"

const outcomes = ["filled", "lostToCompetitor", "filledInternally", "cancelled", "closed"] as const
type Outcome = (typeof outcomes)[number]

export interface OutcomeRow {
  readonly outcome: Outcome
  readonly count: number
  readonly ofEnded: Rate.Rate
  /** Most frequent first; null is without a reason. */
  readonly reasons: ReadonlyArray<{
    readonly reason: string | null
    readonly count: number
    readonly ids?: ReadonlyArray<string>
  }>
  readonly ids?: ReadonlyArray<string>
}

export interface PositionOutcomes extends Report.Echo {
  readonly report: "positionOutcomes"
  readonly policy: {
    readonly counted: "ended in window and not reopened since"
    /** The reasons of a lost position that say so, letter case and outer spaces aside. */
    readonly filledInternally: ReadonlyArray<string>
    readonly won: "filled / (filled + lost to a competitor + filled internally)"
    readonly floor: number
  }
  readonly ended: number
  /** What the client cancelled and what the agency closed is no part of it. */
  readonly won: Rate.Rate
  /** Ended in the window and taken up again: in no row. */
  readonly reopened: number
  /** One for each outcome. */
  readonly rows: ReadonlyArray<OutcomeRow>
  readonly ids?: { readonly reopened: ReadonlyArray<string> }
}

const plain = (text: string): string => text.trim().toLowerCase()

/** How positions ended: won, lost to a competitor, filled by the client itself, cancelled, closed, each apart with why. */
export const positionOutcomes = Report.define({
  name: "positionOutcomes",
  input: Report.ordered(
    Schema.Struct({
      ...Report.windowed,
      /** Which reasons of a lost position mean that the client filled it itself. */
      filledInternally: Input.or(Schema.Array(Input.Line).pipe(Schema.maxItems(100)), () => ["filled internally"]),
    }),
  ),
  needs: (asked) => ({
    position: { columns: asked.ids ? ["id"] : [], said: ["reason"], active: Report.windowOf(asked) },
  }),
  answer: (asked, history): PositionOutcomes => {
    const positions = History.of(history, "position")
    const { from, to } = Report.windowOf(asked)
    const kinds = Kinds.all("position")
    const over = Kinds.inPhase("position", "won", "ended")
    const reasons = Journeys.saying(positions, "reason")
    const internal = new Set(asked.filledInternally.map(plain))
    const { entered, first, kind } = positions
    const found = outcomes.map(() => ({
      subjects: [] as Array<number>,
      reasons: new Map<string | null, Array<number>>(),
    }))
    const places = new Map<string, number>(outcomes.map((outcome, place) => [outcome, place]))
    let ended = 0
    const reopened: Array<number> = []
    for (let position = 0; position < positions.size; position++) {
      const last = Standing.last(positions, position)
      const within = (visit: number) => {
        const at = entered[visit] ?? 0
        return over[kind[visit] ?? 0] === 1 && at >= from && at < to
      }
      if (!within(last)) {
        let taken = false
        for (let visit = first[position] ?? 0; visit < last; visit++) taken ||= within(visit)
        if (taken) reopened.push(position)
        continue
      }
      ended++
      const reason = Journeys.at(reasons, last)
      const standing = kinds[kind[last] ?? 0]
      const outcome =
        standing === "lost"
          ? reason !== null && internal.has(plain(reason))
            ? "filledInternally"
            : "lostToCompetitor"
          : standing
      const row = found[places.get(outcome ?? "") ?? -1]
      row?.subjects.push(position)
      const alike = row?.reasons.get(reason)
      if (alike === undefined) row?.reasons.set(reason, [position])
      else alike.push(position)
    }
    const count = (outcome: Outcome) => found[outcomes.indexOf(outcome)]?.subjects.length ?? 0
    const ids = (subjects: ReadonlyArray<number>) => (asked.ids ? { ids: Journeys.ids(positions, subjects) } : {})
    const lost = count("lostToCompetitor") + count("filledInternally")
    return {
      report: "positionOutcomes",
      policy: {
        counted: "ended in window and not reopened since",
        filledInternally: asked.filledInternally,
        won: "filled / (filled + lost to a competitor + filled internally)",
        floor: asked.floor,
      },
      ...Report.echo(asked),
      ended,
      won: Rate.of(count("filled"), count("filled") + lost, asked.floor),
      reopened: reopened.length,
      rows: outcomes.map((outcome, index): OutcomeRow => {
        const { subjects = [], reasons = new Map<string | null, Array<number>>() } = found[index] ?? {}
        return {
          outcome,
          count: subjects.length,
          ofEnded: Rate.of(subjects.length, ended, asked.floor),
          reasons: [...reasons]
            .map(([reason, alike]) => ({ reason, count: alike.length, ...ids(alike) }))
            .toSorted((a, b) => b.count - a.count || ((a.reason ?? "") < (b.reason ?? "") ? -1 : 1)),
          ...ids(subjects),
        }
      }),
      ...(asked.ids ? { ids: { reopened: Journeys.ids(positions, reopened) } } : {}),
    }
  },
})
