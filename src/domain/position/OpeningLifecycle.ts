import type { Instant } from "../Field.js"
import * as Pipeline from "../Pipeline.js"
import { Opening } from "./Opening.js"

type SubmissionId = `sub_${string}`
type PlacementId = `place_${string}`

export type Command =
  | { readonly _tag: "reserve"; readonly submissionId: SubmissionId }
  | { readonly _tag: "release"; readonly nextCycle: boolean }
  | {
      readonly _tag: "fill"
      readonly submissionId: SubmissionId
      readonly placementId: PlacementId
      readonly at: Instant
    }
  | { readonly _tag: "reopen"; readonly nextCycle: boolean; readonly replaces: PlacementId | null }
  | { readonly _tag: "cancel"; readonly at: Instant; readonly reason: string | null }

const { row, define } = Pipeline.of<Opening, Command, unknown>()

const lap = (state: Opening, next: boolean): number => (next ? state.cycle + 1 : state.cycle)

export const OpeningLifecycle = define(Opening, {
  reserve: row("reserve", ["open"], ["reserved"], (state, { submissionId }) => ({
    ...state,
    kind: "reserved",
    submissionId,
  })),
  release: row("release", ["reserved"], ["open"], (state, { nextCycle }) => ({
    ...state,
    kind: "open",
    submissionId: null,
    cycle: lap(state, nextCycle),
  })),
  fill: row("fill", ["open", "reserved"], ["filled"], (state, { submissionId, placementId, at }) => ({
    ...state,
    kind: "filled",
    submissionId,
    placementId,
    filledAt: at,
  })),
  reopen: row("reopen", ["filled", "cancelled"], ["open"], (state, { nextCycle, replaces }) => ({
    ...state,
    kind: "open",
    submissionId: null,
    placementId: null,
    filledAt: null,
    closedAt: null,
    reason: null,
    replacesPlacementId: replaces,
    cycle: lap(state, nextCycle),
  })),
  cancel: row("cancel", ["open", "reserved"], ["cancelled"], (state, { at, reason }) => ({
    ...state,
    kind: "cancelled",
    submissionId: null,
    closedAt: at,
    reason,
  })),
})
