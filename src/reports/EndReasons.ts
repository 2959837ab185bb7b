import * as Schema from "effect/Schema"
import type { PipelineName } from "../domain/Nouns.js"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import * as Rate from "./Rate.js"
import * as Report from "./Report.js"
import * as Standing from "./Standing.js"

export interface EndRow {
  readonly kind: string
  /** As it was said; null where nothing was. */
  readonly reason: string | null
  readonly party: string | null
  /** Where it stood before; null where it never stood anywhere else. */
  readonly fromKind: string | null
  readonly fromStage: string | null
  readonly count: number
  readonly ofEnded: Rate.Rate
  readonly ids?: ReadonlyArray<string>
}

export interface EndReasons extends Report.Echo {
  readonly report: "endReasons"
  readonly policy: { readonly counted: "ended in window and not restored since"; readonly floor: number }
  readonly pipeline: PipelineName
  readonly ended: number
  /** Most frequent first. */
  readonly rows: ReadonlyArray<EndRow>
}

/** What subjects of a pipeline ended by: kind, reason, party, and the stage that they came from. */
export const endReasons = Report.define({
  name: "endReasons",
  input: Report.ordered(
    Schema.Struct({
      ...Report.windowed,
      pipeline: Schema.optionalWith(Report.Pipeline, { default: () => "submission" as const }),
    }),
  ),
  needs: (asked) => ({
    [asked.pipeline]: {
      columns: asked.ids ? ["id"] : [],
      said: ["reason", "party"],
      active: Report.windowOf(asked),
    },
  }),
  answer: (asked, history): EndReasons => {
    const { pipeline } = asked
    const journeys = History.of(history, pipeline)
    const { from, to } = Report.windowOf(asked)
    const kinds = Kinds.all(pipeline)
    const over = Kinds.inPhase(pipeline, "ended")
    const reasons = Journeys.saying(journeys, "reason")
    const parties = Journeys.saying(journeys, "party")
    const { entered, first, kind, stage } = journeys
    const groups = new Map<
      string,
      { readonly visit: number; readonly begun: boolean; readonly subjects: Array<number> }
    >()
    let ended = 0
    for (let subject = 0; subject < journeys.size; subject++) {
      const visit = Standing.last(journeys, subject)
      const code = kind[visit] ?? 0
      const at = entered[visit] ?? 0
      if (over[code] !== 1 || at < from || at >= to) continue
      ended++
      const begun = visit > (first[subject] ?? 0)
      const place = begun ? `${kind[visit - 1]} ${stage.codes[visit - 1]}` : ""
      const key = `${code} ${reasons.codes[visit]} ${parties.codes[visit]} ${place}`
      const group = groups.get(key)
      if (group === undefined) groups.set(key, { visit, begun, subjects: [subject] })
      else group.subjects.push(subject)
    }
    const rows = [...groups.values()].map(
      ({ begun, subjects, visit }): EndRow => ({
        kind: kinds[kind[visit] ?? 0] ?? "",
        reason: Journeys.at(reasons, visit),
        party: Journeys.at(parties, visit),
        fromKind: begun ? (kinds[kind[visit - 1] ?? 0] ?? null) : null,
        fromStage: begun ? Journeys.at(stage, visit - 1) : null,
        count: subjects.length,
        ofEnded: Rate.of(subjects.length, ended, asked.floor),
        ...(asked.ids ? { ids: Journeys.ids(journeys, subjects) } : {}),
      }),
    )
    const name = ({ fromKind, fromStage, kind, party, reason }: EndRow) =>
      JSON.stringify([kinds.indexOf(kind), reason, party, fromKind, fromStage])
    return {
      report: "endReasons",
      policy: { counted: "ended in window and not restored since", floor: asked.floor },
      pipeline,
      ...Report.echo(asked),
      ended,
      rows: rows.toSorted((a, b) => b.count - a.count || (name(a) < name(b) ? -1 : 1)),
    }
  },
})
