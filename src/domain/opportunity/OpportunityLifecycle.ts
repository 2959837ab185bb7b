import * as Pipeline from "../Pipeline.js"
import { Opportunity } from "./Opportunity.js"

export type Command =
  | { readonly _tag: "move"; readonly probability: number }
  | { readonly _tag: "win" }
  | { readonly _tag: "lose"; readonly reason: string }
  | { readonly _tag: "cancel"; readonly reason: string }
  | { readonly _tag: "reopen"; readonly probability: number }

const { row, define } = Pipeline.of<Opportunity, Command, unknown>()

/** The agency's own sales pipeline: `move` goes between the open stages, which are the host's. */
export const OpportunityLifecycle = define(Opportunity, {
  move: row("move", ["open"], "stays", (state, { probability }) => ({ ...state, probability })),
  win: row("win", ["open"], ["won"], (state) => ({ ...state, kind: "won", leftStage: state.stage, probability: 100 })),
  lose: row("lose", ["open"], ["lost"], (state, { reason }) => ({
    ...state,
    kind: "lost",
    leftStage: state.stage,
    probability: 0,
    reason,
  })),
  cancel: row("cancel", ["open"], ["cancelled"], (state, { reason }) => ({
    ...state,
    kind: "cancelled",
    leftStage: state.stage,
    probability: 0,
    reason,
  })),
  reopen: row("reopen", ["won", "lost", "cancelled"], ["open"], (state, { probability }) => ({
    ...state,
    kind: "open",
    leftStage: null,
    reason: null,
    probability,
  })),
})
