import * as Draft from "../Draft.js"
import { reassigned } from "../Fact.js"
import type { Json } from "../Ledger.js"
import type { NounName } from "../Nouns.js"
import * as References from "../References.js"

type Row = { readonly [field: string]: Json }

/** A record that names the one that goes: in a field, or among its `subjects`. */
export interface Referrer {
  readonly noun: NounName
  readonly field: string
  readonly record: Row
}

/** The ids of what moves with a merge, by noun. */
export type Moves = { readonly [N in NounName]?: ReadonlyArray<string> }

export const moves = (referrers: ReadonlyArray<Referrer>): Moves => {
  const found: { [N in NounName]?: Array<string> } = {}
  for (const { noun, record } of referrers) found[noun] = [...(found[noun] ?? []), String(record.id)]
  return found
}

/** Lets the referrer name the surviving record, with what else changes by it. */
export const move = (
  draft: Draft.Draft,
  { noun, field, record }: Referrer,
  from: string,
  into: string,
  more: Row = {},
): Row =>
  Draft.amend(
    draft,
    noun,
    record,
    reassigned(noun),
    { [field]: References.renamed(record[field] ?? null, new Map([[from, into]])), ...more },
    { reassignedFrom: from },
  )
