import type { Entry, Json } from "./Ledger.js"
import type { NounName } from "./Nouns.js"

type State = { readonly [field: string]: Json }

/** The record after an entry; null where the entry took it away. */
export const apply = (state: State | null, entry: Entry): State | null =>
  entry.patch === null ? null : { ...state, ...entry.patch }

/** The records that the entries give, by id: the stored ones exactly. Entries of one subject come in order of version. */
export const replay = (
  entries: Iterable<Entry>,
): ReadonlyMap<string, { readonly noun: NounName; readonly record: State }> => {
  const records = new Map<string, { readonly noun: NounName; readonly record: State }>()
  for (const entry of entries) {
    const { type, id } = entry.subject
    const record = apply(records.get(id)?.record ?? null, entry)
    if (record === null) records.delete(id)
    else records.set(id, { noun: type, record })
  }
  return records
}

/** The acts that a standing correction has taken back; a correction that was itself taken back no longer stands. */
export const voided = (entries: Iterable<Entry>): ReadonlySet<string> => {
  const corrections = new Map<string, string>()
  for (const { act, corrects } of entries) if (corrects !== null) corrections.set(act, corrects)
  const gone = new Set<string>()
  // Acts are time-sortable: a correction comes after what it corrects, so that the newest stand for certain.
  for (const [act, corrects] of [...corrections].sort(([a], [b]) => (a < b ? 1 : -1)))
    if (!gone.has(act)) gone.add(corrects)
  return gone
}
