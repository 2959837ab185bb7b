import type { Instant } from "../domain/Field.js"
import type { Visit } from "../domain/Ledger.js"
import type { PipelineName } from "../domain/Nouns.js"
import * as Stages from "../domain/Stages.js"
import * as Kinds from "./Kinds.js"

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

/** Who stood at each stage at an instant. Not a conversion: those who have left are not seen. */
export const snapshot = (
  request: { readonly pipeline: PipelineName; readonly at: Instant },
  stages: Stages.Stages,
  visits: Iterable<Visit>,
  options: { readonly ids: boolean },
): Snapshot => {
  const { pipeline, at } = request
  const standing = new Map<string, Array<string>>()
  const places = new Map<string, { readonly stage: string; readonly kind: string }>()
  const key = (stage: string, kind: string) => `${kind}\n${stage}`
  for (const { name, kind } of Stages.all(stages, pipeline)) places.set(key(name, kind), { stage: name, kind })
  for (const { subjectId, stage, kind, enteredAt, leftAt } of visits) {
    if (enteredAt > at || (leftAt !== null && leftAt <= at)) continue
    const place = key(stage, kind)
    if (!places.has(place)) places.set(place, { stage, kind })
    const ids = standing.get(place)
    if (ids === undefined) standing.set(place, [subjectId])
    else ids.push(subjectId)
  }
  const order = Kinds.all(pipeline)
  const rows = [...places]
    .map(([place, { stage, kind }]): SnapshotRow => {
      const ids = standing.get(place) ?? []
      const phase = Kinds.phase(pipeline, kind) ?? "live"
      return { stage, kind, phase, count: ids.length, ...(options.ids ? { ids: ids.toSorted() } : {}) }
    })
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  const total = (phase: SnapshotRow["phase"]) =>
    rows.reduce((sum, row) => sum + (row.phase === phase ? row.count : 0), 0)
  const [live, won, ended] = [total("live"), total("won"), total("ended")]
  return {
    report: "snapshot",
    policy: { counted: "standing at the stage at the instant" },
    pipeline,
    at,
    started: live + won + ended,
    live,
    won,
    ended,
    rows,
  }
}
