import * as Schema from "effect/Schema"
import * as Input from "../domain/Input.js"
import type { Instant } from "../domain/Field.js"
import type { PipelineName } from "../domain/Nouns.js"
import * as Stages from "../domain/Stages.js"
import * as History from "./History.js"
import * as Journeys from "./Journeys.js"
import * as Kinds from "./Kinds.js"
import * as Report from "./Report.js"

export interface SnapshotRow {
  readonly stage: string
  readonly kind: string
  readonly phase: "live" | "won" | "ended"
  readonly count: number
  readonly ids?: ReadonlyArray<string>
}

export interface Snapshot {
  readonly report: "snapshot"
  readonly policy: { readonly counted: "standing at the stage at the instant" }
  readonly pipeline: PipelineName
  readonly at: Instant
  /** All that had started by then: `live + won + ended`. */
  readonly started: number
  readonly live: number
  readonly won: number
  readonly ended: number
  /** Every stage of the board, and any other that somebody stands at, in board order. */
  readonly rows: ReadonlyArray<SnapshotRow>
}

/** Who stood at each stage at an instant (`at`, else `asOf`, else now). Not a conversion: those who have left are not seen. */
export const snapshot = Report.define({
  name: "snapshot",
  input: Schema.Struct({ pipeline: Report.Pipeline, at: Schema.optional(Input.Instant), ...Report.common }),
  needs: (asked) => ({ [asked.pipeline]: { columns: asked.ids ? ["id"] : [] } }),
  answer: (asked, history, { now, stages }): Snapshot => {
    const { pipeline } = asked
    const at = asked.at === undefined ? now : Date.parse(asked.at)
    const journeys = Journeys.until(History.of(history, pipeline), at)
    const kinds = Kinds.all(pipeline)
    const standing = new Map<string, Array<number>>()
    const places = new Map<string, { readonly stage: string; readonly kind: string }>()
    const key = (stage: string, kind: string) => `${kind}\n${stage}`
    for (const { name, kind } of Stages.all(stages, pipeline)) places.set(key(name, kind), { stage: name, kind })
    for (let subject = 0; subject < journeys.size; subject++) {
      const visit = (journeys.first[subject + 1] ?? 0) - 1
      const stage = Journeys.at(journeys.stage, visit) ?? ""
      const kind = kinds[journeys.kind[visit] ?? 0] ?? ""
      const place = key(stage, kind)
      if (!places.has(place)) places.set(place, { stage, kind })
      const here = standing.get(place)
      if (here === undefined) standing.set(place, [subject])
      else here.push(subject)
    }
    const rows = [...places]
      .map(([place, { stage, kind }]): SnapshotRow => {
        const here = standing.get(place) ?? []
        return {
          stage,
          kind,
          phase: Kinds.phase(pipeline, kind) ?? "live",
          count: here.length,
          ...(asked.ids ? { ids: Journeys.ids(journeys, here) } : {}),
        }
      })
      .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
    const total = (phase: SnapshotRow["phase"]) =>
      rows.reduce((sum, row) => sum + (row.phase === phase ? row.count : 0), 0)
    const [live, won, ended] = [total("live"), total("won"), total("ended")]
    return {
      report: "snapshot",
      policy: { counted: "standing at the stage at the instant" },
      pipeline,
      at: Report.instant(at),
      started: live + won + ended,
      live,
      won,
      ended,
      rows,
    }
  },
})
