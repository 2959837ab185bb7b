import type { Fact } from "./Fact.js"
import type { Instant } from "./Field.js"
import type { Json } from "./Ledger.js"
import type { NounName } from "./Nouns.js"
import type { Said } from "./Said.js"
import { same } from "./Same.js"

type Row = { readonly [field: string]: Json }

/** One write of a record: what it was and what it becomes, null where it is not there. */
export interface Change {
  readonly noun: NounName
  readonly before: Row | null
  readonly after: Row | null
  readonly id: string
  readonly type: Fact
  readonly at: Instant
  readonly data: Said
  readonly corrects?: `act_${string}`
  /** The subject's next version, where the record is gone and cannot tell. */
  readonly version?: number
}

/** The fields that a write changes: all of them where the record is new. */
export const patchOf = (before: Row | null, after: Row): Row => {
  if (before === null) return after
  const patch: { [field: string]: Json } = {}
  for (const field of Object.keys(after)) {
    const value = after[field]
    if (value !== undefined && !same(before[field], value)) patch[field] = value
  }
  return patch
}
