import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { Entry, Visit } from "../../src/domain/Ledger.js"
import { type NounName, Nouns, type PipelineName } from "../../src/domain/Nouns.js"
import type { Row, Storage } from "../../src/ports/Storage.js"
import type { StorageFailure } from "../../src/ports/StorageError.js"

const nouns = Object.keys(Nouns) as ReadonlyArray<NounName>

export const entriesOf = (storage: Storage, workspace: string): Effect.Effect<ReadonlyArray<Entry>, StorageFailure> =>
  Effect.gen(function* () {
    const all: Array<Entry> = []
    for (let after: string | null = null; ; ) {
      const page: { readonly entries: ReadonlyArray<Entry>; readonly cursor: string } = yield* storage.ledger(
        workspace,
        {
          after,
          limit: 1000,
        },
      )
      if (page.entries.length === 0) return all
      all.push(...page.entries)
      after = page.cursor
    }
  })

export const recordsOf = (
  storage: Storage,
  workspace: string,
): Effect.Effect<ReadonlyMap<string, Row>, StorageFailure> =>
  Effect.gen(function* () {
    const records = new Map<string, Row>()
    for (const noun of nouns) {
      for (let after: { readonly value: string; readonly id: string } | null = null; ; ) {
        const rows: ReadonlyArray<Row> = yield* storage.list({
          workspace,
          noun,
          filter: null,
          order: { field: "id", direction: "asc" },
          limit: 1000,
          after,
        })
        for (const row of rows) records.set(String(row.id), row)
        const last = rows.at(-1)
        if (last === undefined) break
        after = { value: String(last.id), id: String(last.id) }
      }
    }
    return records
  })

export const visitsOf = (storage: Storage, workspace: string): Effect.Effect<ReadonlyArray<Visit>, StorageFailure> =>
  Effect.map(
    Effect.forEach(
      nouns.filter((noun): noun is PipelineName => Nouns[noun].kinds !== null),
      (pipeline) => Stream.runCollect(storage.visits({ workspace, pipeline, before: null, subjectIds: null })),
    ),
    (parts) => parts.flatMap((part) => Chunk.toReadonlyArray(part)),
  )

/** Everything that a storage tells of the workspaces `main` and `other`, as text. */
export const contents = (storage: Storage): Effect.Effect<string, StorageFailure> =>
  Effect.map(
    Effect.forEach(["main", "other"], (workspace) =>
      Effect.all([entriesOf(storage, workspace), recordsOf(storage, workspace), visitsOf(storage, workspace)]),
    ),
    (all) => JSON.stringify(all.map(([entries, records, visits]) => [entries, [...records], visits])),
  )
