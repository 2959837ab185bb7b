import * as Effect from "effect/Effect"
import type { Entry } from "../domain/Ledger.js"
import { type NounName, nounOf } from "../domain/Nouns.js"
import * as Replay from "../domain/Replay.js"
import type { Row, Storage } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import { having } from "./Referring.js"

/** A record that was merged into another, as it was last. */
export interface Former {
  readonly aliasId: string
  readonly noun: NounName
  readonly row: Row
}

/** The aliases that lead to each of some records, directly or by way of another. */
const aliasesOf = (storage: Storage, workspace: string, ids: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const found = new Map<string, ReadonlyArray<Row>>()
    const rootOf = new Map(ids.map((id) => [id, id]))
    for (let next = ids; next.length > 0; ) {
      const rows = yield* having({ storage }, workspace, "alias", "currentId", next)
      next = rows.map(({ formerId }) => String(formerId))
      for (const row of rows) {
        const root = rootOf.get(String(row.currentId)) ?? String(row.currentId)
        rootOf.set(String(row.formerId), root)
        found.set(root, [...(found.get(root) ?? []), row])
      }
    }
    return found
  })

/** What records were last before they were taken away; `beside` are entries that are not stored yet. */
export const lastOf = (
  storage: Storage,
  workspace: string,
  ids: ReadonlyArray<string>,
  beside: ReadonlyArray<Entry> = [],
): Effect.Effect<ReadonlyMap<string, Row>, StorageFailure> =>
  Effect.gen(function* () {
    if (ids.length === 0) return new Map()
    const last = new Map<string, Row>()
    const wanted = new Set(ids)
    for (const entry of [...(yield* storage.entries(workspace, { subjects: ids })), ...beside]) {
      const { id } = entry.subject
      const row = wanted.has(id) ? Replay.apply(last.get(id) ?? null, entry) : null
      if (row !== null) last.set(id, row)
    }
    return last
  })

/** Who and what was merged into each of some records, at whatever remove. */
export const formersOf = (
  storage: Storage,
  workspace: string,
  ids: ReadonlyArray<string>,
): Effect.Effect<ReadonlyMap<string, ReadonlyArray<Former>>, StorageFailure> =>
  Effect.gen(function* () {
    const aliases = yield* aliasesOf(storage, workspace, ids)
    const former = [...aliases.values()].flat().map(({ formerId }) => String(formerId))
    const last = yield* lastOf(storage, workspace, former)
    return new Map(
      [...aliases].map(([id, rows]) => [
        id,
        rows.flatMap((alias): ReadonlyArray<Former> => {
          const formerId = String(alias.formerId)
          const [noun, row] = [nounOf(formerId), last.get(formerId)]
          return noun === undefined || row === undefined ? [] : [{ aliasId: String(alias.id), noun, row }]
        }),
      ]),
    )
  })
