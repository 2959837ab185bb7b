import type { Instant } from "../Field.js"
import * as Pipeline from "../Pipeline.js"
import { Consent } from "./Consent.js"

export type Command =
  | {
      readonly _tag: "grant"
      readonly at: Instant
      readonly documentId: `doc_${string}` | null
      readonly expiresAt: Instant | null
    }
  | { readonly _tag: "deny"; readonly at: Instant; readonly reason: string | null }
  | { readonly _tag: "revoke"; readonly at: Instant; readonly reason: string | null }
  | { readonly _tag: "expire"; readonly at: Instant }

const { row, define } = Pipeline.of<Consent, Command, unknown>()

export const ConsentLifecycle = define(Consent, {
  grant: row("grant", ["requested"], ["granted"], (state, { at, documentId, expiresAt }) => ({
    ...state,
    kind: "granted",
    grantedAt: at,
    documentId,
    expiresAt,
  })),
  deny: row("deny", ["requested"], ["denied"], (state, { at, reason }) => ({
    ...state,
    kind: "denied",
    endedAt: at,
    reason,
  })),
  revoke: row("revoke", ["granted"], ["revoked"], (state, { at, reason }) => ({
    ...state,
    kind: "revoked",
    endedAt: at,
    reason,
  })),
  expire: row("expire", ["granted"], ["expired"], (state, { at }) => ({ ...state, kind: "expired", endedAt: at })),
})
