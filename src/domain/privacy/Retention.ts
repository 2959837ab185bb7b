import type { Candidate } from "../candidate/Candidate.js"
import { type Consent, isLive } from "../candidate/Consent.js"
import type { Instant } from "../Field.js"
import type { Json } from "../Ledger.js"

/** How long people are kept after the last time that anything was done about them. */
export interface Policy {
  /** Months; null for ever. */
  readonly months: number | null
  /** Kinds that are kept for another time; whoever is placed or must not be used is kept for ever unless named here. */
  readonly byKind?: { readonly [K in Candidate["kind"]]?: number | null }
}

type Row = { readonly [field: string]: Json }

/** The months for which a kind is kept; null for ever. */
export const monthsOf = ({ byKind = {}, months }: Policy, kind: Candidate["kind"]): number | null => {
  const own = byKind[kind]
  if (own !== undefined) return own
  return kind === "placed" || kind === "doNotUse" || kind === "anonymized" ? null : months
}

/** The same day so many months later, or the last of a shorter month. */
export const addMonths = (at: Instant, months: number): Instant => {
  const date = new Date(at)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(day, last))
  return date.toISOString()
}

/** Whose time has come. */
export interface Due {
  readonly candidateId: string
  readonly kind: Candidate["kind"]
  readonly lastActivityAt: Instant
  readonly dueSince: Instant
  /** The legal holds that stand in the way. */
  readonly holdIds: ReadonlyArray<string>
}

/** Everything about a candidate that retention looks at. */
export interface Dossier {
  readonly candidate: Candidate
  readonly consents: ReadonlyArray<Consent>
  readonly holds: ReadonlyArray<{ readonly id: string; readonly releasedAt: Instant | null }>
  readonly isLive: boolean
  readonly records: ReadonlyArray<Row>
}

const latest = (rows: ReadonlyArray<Row>, start: Instant): Instant =>
  rows.reduce((last, { updatedAt }) => (typeof updatedAt === "string" && updatedAt > last ? updatedAt : last), start)

/** Whether somebody's time has come at an instant: not while they are live, and not before a consent to keep them ends. */
export const due = (policy: Policy, dossier: Dossier, at: Instant): Due | null => {
  const { candidate, consents, holds, records } = dossier
  const months = monthsOf(policy, candidate.kind)
  if (months === null || dossier.isLive) return null
  if (consents.some((consent) => consent.purpose === "retain" && isLive(consent, at))) return null
  const lastActivityAt = latest(records, candidate.updatedAt)
  const dueSince = addMonths(lastActivityAt, months)
  if (dueSince > at) return null
  const holdIds = holds.filter(({ releasedAt }) => releasedAt === null).map(({ id }) => id)
  return { candidateId: candidate.id, kind: candidate.kind, lastActivityAt, dueSince, holdIds }
}
