import type { Candidate } from "../candidate/Candidate.js"
import { type Consent, isLive } from "../candidate/Consent.js"
import type { Instant } from "../Field.js"
import type { Client } from "../client/Client.js"
import type { Contact } from "../client/Contact.js"
import type { Json } from "../Ledger.js"
import { kindsIn } from "../Noun.js"
import { Opportunity } from "../opportunity/Opportunity.js"
import { Position } from "../position/Position.js"
import type { Hold } from "./Hold.js"
import { lasting } from "./HoldCommands.js"

/** How long people are kept after the last time that anything was done about them. */
export interface Policy {
  /** Months; null for ever. */
  readonly months: number | null
  /** Kinds that are kept for another time; whoever is placed or must not be used is kept for ever unless named here. */
  readonly byKind?: { readonly [K in Candidate["kind"]]?: number | null }
  /** Months for the people at companies; `months` where absent. */
  readonly contacts?: number | null
}

type Row = { readonly [field: string]: Json }

const monthsAs = ({ byKind = {}, months }: Policy, kind: Candidate["kind"]): number | null => {
  const own = byKind[kind]
  if (own !== undefined) return own
  return kind === "placed" || kind === "doNotUse" || kind === "anonymized" ? null : months
}

/** Who somebody is to the agency: of a contact who is linked to a candidate, both. */
interface Roles {
  readonly candidate: Pick<Candidate, "kind"> | null
  readonly contacts: ReadonlyArray<unknown>
}

/** The months for which somebody is kept, as long as in any of their roles; null for ever. */
export const monthsOf = (policy: Policy, { candidate, contacts }: Roles): number | null => {
  const { contacts: own = policy.months } = policy
  const all = [...(candidate === null ? [] : [monthsAs(policy, candidate.kind)]), ...contacts.map(() => own)]
  return all.reduce((longest, months) => (longest === null || months === null ? null : Math.max(longest, months)), 0)
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

/** What ties a contact to the agency: the company, its opportunities, and the positions that name them. */
export interface Ties {
  readonly client: Client | null
  readonly opportunities: ReadonlyArray<Opportunity>
  readonly positions: ReadonlyArray<Position>
}

const running: ReadonlySet<string> = new Set([...kindsIn(Opportunity, "live"), ...kindsIn(Position, "live")])

/** Whether there is business with the company, or about to be. */
const isRunning = ({ client, opportunities, positions }: Ties): boolean =>
  client?.kind === "active" || [...opportunities, ...positions].some(({ kind }) => running.has(kind))

/** Whose time has come, and under which ids. */
export interface Due {
  readonly candidateId: string | null
  readonly contactIds: ReadonlyArray<string>
  /** Null for whoever is a contact only. */
  readonly kind: Candidate["kind"] | null
  readonly lastActivityAt: Instant
  readonly dueSince: Instant
  /** The legal holds that stand in the way. */
  readonly holdIds: ReadonlyArray<string>
}

/** Everything about a human that retention looks at. */
export interface Dossier {
  readonly candidate: Candidate | null
  readonly contacts: ReadonlyArray<Contact>
  readonly consents: ReadonlyArray<Consent>
  readonly holds: ReadonlyArray<Pick<Hold, "id" | "releasedAt">>
  /** Whether they are before a client, or about to be. */
  readonly isLive: boolean
  readonly ties: ReadonlyArray<Ties>
  readonly records: ReadonlyArray<Row>
}

/** The last time that something was done about somebody, or that their company came to where it stands. */
const lastOf = ({ candidate, contacts, records, ties }: Dossier): Instant =>
  [
    ...[...(candidate === null ? [] : [candidate]), ...contacts, ...records].map(({ updatedAt }) => updatedAt),
    ...ties.flatMap(({ client, positions }) => [client?.stageSince, ...positions.map(({ updatedAt }) => updatedAt)]),
  ].reduce<Instant>((last, at) => (typeof at === "string" && at > last ? at : last), "")

/**
 * Whether somebody's time has come at an instant: not while they are live or there is business with their company, and
 * not before a consent to keep them ends.
 */
export const due = (policy: Policy, dossier: Dossier, at: Instant): Due | null => {
  const { candidate, consents, contacts, holds, ties } = dossier
  const months = monthsOf(policy, dossier)
  if (months === null || dossier.isLive || ties.some(isRunning)) return null
  if (consents.some((consent) => consent.purpose === "retain" && isLive(consent, at))) return null
  const lastActivityAt = lastOf(dossier)
  const dueSince = addMonths(lastActivityAt, months)
  if (dueSince > at) return null
  return {
    candidateId: candidate === null ? null : candidate.id,
    contactIds: contacts.map(({ id }) => id),
    kind: candidate === null ? null : candidate.kind,
    lastActivityAt,
    dueSince,
    holdIds: lasting(holds).map(({ id }) => id),
  }
}
