import * as Field from "../Field.js"
import * as Noun from "../Noun.js"

export const purposes = ["process", "retain", "represent"] as const
export type Purpose = (typeof purposes)[number]

const noun = Noun.pipelined(
  "consent",
  "consents",
  "consent",
  {
    candidateId: Field.id("cand"),
    purpose: Field.literal(...purposes),
    /** Covers submissions to this client only. */
    clientId: Field.optional(Field.id("client")),
    /** Covers submissions to this position only. */
    positionId: Field.optional(Field.id("pos")),
    documentId: Field.optional(Field.id("doc")),
    grantedAt: Field.optional(Field.instant),
    expiresAt: Field.optional(Field.instant),
    endedAt: Field.optional(Field.instant),
    reason: Field.optional(Field.text),
  },
  {
    requested: { phase: "live" },
    granted: { phase: "won", requires: ["grantedAt"] },
    denied: { phase: "ended", requires: ["endedAt"] },
    revoked: { phase: "ended", requires: ["endedAt"] },
    expired: { phase: "ended", requires: ["endedAt"] },
  },
  { indexes: [["candidateId"], ["kind", "expiresAt"]] },
)
type Definition = typeof noun

/** What a candidate allows the agency to do, with the signed document as evidence. */
export interface ConsentNoun extends Definition {}
export const Consent: ConsentNoun = noun
export type Consent = Noun.Record<ConsentNoun>
export type Of<K extends Consent["kind"]> = Extract<Consent, { readonly kind: K }>

/** What a submission needs covered. */
export interface Scope {
  readonly clientId: string
  readonly positionId: string
}

/** Whether the consent is granted and not run out at the instant: its own end counts even before anybody recorded it. */
export const isLive = (consent: Consent, at: Field.Instant): consent is Of<"granted"> =>
  consent.kind === "granted" && consent.grantedAt <= at && (consent.expiresAt === null || consent.expiresAt > at)

/** Whether the consent lets the candidate be put before a client at all, at the instant. */
export const represents = (consent: Consent, at: Field.Instant): consent is Of<"granted"> =>
  consent.purpose === "represent" && isLive(consent, at)

/** Whether the consent covers a submission to this client and position at the instant. */
export const covers = (consent: Consent, scope: Scope, at: Field.Instant): consent is Of<"granted"> =>
  represents(consent, at) &&
  (consent.clientId === null || consent.clientId === scope.clientId) &&
  (consent.positionId === null || consent.positionId === scope.positionId)
