import type { ChangeSet } from "../../src/domain/ChangeSet.js"
import type { StoredRow } from "../sql/Dialect.js"
import { arrange } from "../sql/Records.js"
import * as Ledger from "../sql/tables/Ledger.js"
import { indexing } from "./Indexing.js"

/**
 * The call of the commit function: its JSON, and the bytes beside it. Parts without anything are left out. `announce`
 * says that the transaction is to announce itself once it is committed.
 */
export const call = (
  changes: ChangeSet,
  announce: boolean,
): readonly [payload: string, contents: ReadonlyArray<Uint8Array>] => {
  const { changed, created } = arrange(changes.records)
  const payload = {
    workspace: changes.workspace,
    announce: announce ? true : undefined,
    named: some(changes.named.toSorted((a, b) => (a.id < b.id ? -1 : 1))),
    rests:
      changes.rests.length === 0
        ? undefined
        : [
            ...changes.rests,
            ...changed.map(({ expects, id, noun }) => ({ noun, id, version: expects, own: true })),
          ].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    changed: some(changed.map(({ record, ...write }) => (record === null ? write : { ...write, record }))),
    created: created.size > 0 ? Object.fromEntries(created) : undefined,
    wholes: some(changes.wholes),
    visitsClosed: some(changes.visitsClosed),
    visitsOpened: some(changes.visitsOpened),
    visitsRewritten: some(changes.visitsRewritten),
    linksRemoved: some(changes.linksRemoved),
    linksAdded: some(changes.linksAdded),
    keysDropped: some(changes.keysDropped),
    keysAdded: some(changes.keysAdded),
    search: indexing(changes),
    erasure: changes.erasure === null ? undefined : { ...changes.erasure, at: changes.recordedAt },
    blobs: some(changes.blobs.map(({ key }) => key)),
    idempotency:
      changes.idempotency === null ? undefined : [{ ...changes.idempotency, recordedAt: changes.recordedAt }],
    entries: some(changes.entries.map((entry): StoredRow => Ledger.toRow(entry))),
  }
  return [JSON.stringify(payload), changes.blobs.map(({ bytes }) => bytes)]
}

const some = <A>(list: ReadonlyArray<A>): ReadonlyArray<A> | undefined => (list.length === 0 ? undefined : list)
