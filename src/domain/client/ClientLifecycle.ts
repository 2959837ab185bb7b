import * as Pipeline from "../Pipeline.js"
import { Client } from "./Client.js"

export type Command =
  | { readonly _tag: "activate" }
  | { readonly _tag: "retire"; readonly reason: string | null }
  | { readonly _tag: "ban"; readonly reason: string }
  | { readonly _tag: "reinstate" }
  | { readonly _tag: "merge"; readonly as: Standing }
  | { readonly _tag: "move" }

/** Where a client stands in which two records have become one. */
export type Standing =
  | { readonly kind: "prospect" | "active" | "former"; readonly reason: string | null }
  | { readonly kind: "doNotWork"; readonly reason: string }

const any = ["prospect", "active", "former", "doNotWork"] as const

const { row, define } = Pipeline.of<Client, Command, unknown>()

export const ClientLifecycle = define(Client, {
  activate: row("activate", ["prospect", "former"], ["active"], (state) => ({
    ...state,
    kind: "active",
    reason: null,
  })),
  retire: row("retire", ["prospect", "active"], ["former"], (state, { reason }) => ({
    ...state,
    kind: "former",
    reason,
  })),
  ban: row("ban", ["prospect", "active", "former"], ["doNotWork"], (state, { reason }) => ({
    ...state,
    kind: "doNotWork",
    reason,
  })),
  reinstate: row("reinstate", ["doNotWork"], ["prospect"], (state) => ({ ...state, kind: "prospect", reason: null })),
  merge: row("merge", any, any, (state, { as }) => ({ ...state, ...as })),
  move: row("move", ["prospect", "active"], "stays", (state) => state),
})
