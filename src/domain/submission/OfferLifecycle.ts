import type { Instant } from "../Field.js"
import * as Pipeline from "../Pipeline.js"
import { Offer } from "./Offer.js"

type OpeningId = `opening_${string}`

export type Command =
  | {
      readonly _tag: "extend"
      readonly at: Instant
      readonly openingId: OpeningId | null
      readonly expiresAt: Instant | null
    }
  | { readonly _tag: "accept"; readonly at: Instant; readonly openingId: OpeningId }
  | { readonly _tag: "decline"; readonly at: Instant; readonly reason: string | null }
  | { readonly _tag: "rescind"; readonly at: Instant; readonly reason: string | null }
  | { readonly _tag: "expire"; readonly at: Instant }
  | { readonly _tag: "supersede"; readonly at: Instant }
  | { readonly _tag: "reinstate"; readonly openingId: OpeningId | null }

const { row, define } = Pipeline.of<Offer, Command, unknown>()

export const OfferLifecycle = define(Offer, {
  extend: row("extend", ["draft"], ["extended"], (state, { at, openingId, expiresAt }) => ({
    ...state,
    kind: "extended",
    extendedAt: at,
    openingId,
    expiresAt,
  })),
  accept: row("accept", ["extended"], ["accepted"], (state, { at, openingId }) => ({
    ...state,
    kind: "accepted",
    resolvedAt: at,
    openingId,
  })),
  decline: row("decline", ["extended"], ["declined"], (state, { at, reason }) => ({
    ...state,
    kind: "declined",
    resolvedAt: at,
    reason,
  })),
  rescind: row("rescind", ["extended", "accepted"], ["rescinded"], (state, { at, reason }) => ({
    ...state,
    kind: "rescinded",
    resolvedAt: at,
    reason,
  })),
  expire: row("expire", ["extended"], ["expired"], (state, { at }) => ({ ...state, kind: "expired", resolvedAt: at })),
  supersede: row("supersede", ["draft", "extended"], ["superseded"], (state, { at }) => ({
    ...state,
    kind: "superseded",
    resolvedAt: at,
  })),
  reinstate: row("reinstate", ["declined", "rescinded", "expired"], ["extended"], (state, { openingId }) => ({
    ...state,
    kind: "extended",
    openingId,
    resolvedAt: null,
    reason: null,
  })),
})
