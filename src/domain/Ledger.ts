import type { Instant } from "./Field.js"
import type { NounName, PipelineName } from "./Nouns.js"

/** Any JSON value. */
export type Json = string | number | boolean | null | ReadonlyArray<Json> | { readonly [key: string]: Json }

/**
 * One accepted fact: who, when, what, about which subject. Append only.
 *
 * `patch` holds the fields of the subject that the fact changed, with their new values (all of them when it created
 * the subject, `null` when it took a mistaken subject away), so that replaying the entries gives the stored records.
 */
export interface Entry {
  readonly id: `entry_${string}`
  /** Groups the entries of one command. */
  readonly act: `act_${string}`
  /** A past fact, such as `CandidateSubmitted`. */
  readonly type: string
  readonly subject: { readonly type: NounName; readonly id: string }
  /** The version of the subject after this entry. */
  readonly version: number
  /** When it happened; differs from `recordedAt` where it was back-dated. */
  readonly at: Instant
  readonly recordedAt: Instant
  readonly actor: string
  /** For a correction: the act that it takes back. */
  readonly corrects: `act_${string}` | null
  readonly data: { readonly [key: string]: Json }
  readonly patch: { readonly [field: string]: Json } | null
}

/** The interval in which one subject stood at one stage. `id` is the id of the entry that opened it. */
export interface Visit {
  readonly id: `entry_${string}`
  readonly pipeline: PipelineName
  readonly subjectId: string
  readonly kind: string
  readonly stage: string
  readonly enteredAt: Instant
  readonly leftAt: Instant | null
  /** The kind it was left for, null while open. */
  readonly leftFor: string | null
  /** Who brought the subject here. */
  readonly actor: string
  /** Why, and by whose will, where that was said: ends always say it. */
  readonly reason: string | null
  readonly party: string | null
}
