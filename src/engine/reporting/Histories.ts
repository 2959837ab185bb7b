import * as Effect from "effect/Effect"
import type { PipelineName } from "../../domain/Nouns.js"
import type { CorruptRecord } from "../../domain/Refusal.js"
import type { StorageFailure } from "../../ports/StorageError.js"
import * as History from "../../reports/History.js"
import type * as Report from "../../reports/Report.js"
import type { Engine } from "../Engine.js"
import * as Collecting from "./Collecting.js"
import * as Then from "./Then.js"

/** What a report needs of one pipeline. */
export interface Needed extends Collecting.Wanted {
  readonly pipeline: PipelineName
  readonly started?: Report.Window
  readonly active?: Report.Window
}

/** When the history is looked at, and with which knowledge. */
export interface Standpoint {
  /** Milliseconds since 1970; null for now. */
  readonly asOf: number | null
  readonly knowledge: "then" | "now"
}

/** The history that a report needs, as it stands in the workspace. */
export const gather = (
  engine: Engine,
  workspace: string,
  needs: ReadonlyArray<Needed>,
  { asOf, knowledge }: Standpoint,
): Effect.Effect<History.History, CorruptRecord | StorageFailure> => {
  const { storage } = engine
  if (asOf !== null && knowledge === "then")
    return Effect.map(Then.gather(storage, workspace, needs, new Date(asOf).toISOString()), (history) =>
      History.until(history, asOf),
    )
  return Effect.map(
    Effect.forEach(needs, (need) => Collecting.collect(storage, workspace, need)),
    (all): History.History => {
      const history = { journeys: Object.fromEntries(all.map((journeys) => [journeys.pipeline, journeys])) }
      return asOf === null ? history : History.until(history, asOf)
    },
  )
}
