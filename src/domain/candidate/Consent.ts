import * as Either from "effect/Either"
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

/** A consent on file that does not cover a submission, and why. */
export interface Insufficient {
  readonly id: string
  readonly kind: Consent["kind"]
  readonly because: string
}

/** Why a consent that does not cover this client and position at the instant does not. */
const whyNot = (consent: Consent, scope: Scope, at: Field.Instant): string => {
  if (consent.purpose !== "represent") return `is for ${consent.purpose}`
  const { expiresAt } = consent
  if (consent.kind === "expired") return `expired ${expiresAt ?? consent.endedAt}`
  if (consent.kind !== "granted") return `is ${consent.kind}`
  const { grantedAt } = consent
  if (grantedAt > at || (expiresAt !== null && expiresAt <= at))
    return grantedAt > at ? `is granted from ${grantedAt}` : `expired ${expiresAt}`
  return consent.clientId !== null && consent.clientId !== scope.clientId
    ? "covers another client"
    : "covers another position"
}

/** The first of somebody's consents that covers this client and position at the instant, or why each does not. */
export const covering = (
  consents: ReadonlyArray<Consent>,
  scope: Scope,
  at: Field.Instant,
): Either.Either<Of<"granted">, ReadonlyArray<Insufficient>> => {
  const found = consents.find((consent): consent is Of<"granted"> => covers(consent, scope, at))
  return found === undefined
    ? Either.left(
        consents.map((consent) => ({ id: consent.id, kind: consent.kind, because: whyNot(consent, scope, at) })),
      )
    : Either.right(found)
}
