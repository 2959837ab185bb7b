import * as Effect from "effect/Effect"
import * as AsOf from "../../domain/AsOf.js"
import type { Instant } from "../../domain/Field.js"
import type { Entry } from "../../domain/Ledger.js"
import { type NounName, Nouns, type PipelineName } from "../../domain/Nouns.js"
import * as Replay from "../../domain/Replay.js"
import * as Visiting from "../../domain/Visits.js"
import type { Row, Storage } from "../../ports/Storage.js"
import type { StorageFailure } from "../../ports/StorageError.js"
import * as Columns from "../../reports/Columns.js"
import type * as History from "../../reports/History.js"
import * as Collecting from "./Collecting.js"

const page = 5000

/** What visits follow from of an entry: its patch says no more than whether the subject is still there. */
const slim = (entry: Entry): Entry => (entry.patch === null ? entry : { ...entry, patch: {} })

/** The nouns whose records a report reads. */
const nounsOf = (needs: ReadonlyArray<Collecting.Wanted>): ReadonlySet<NounName> =>
  new Set(
    needs.flatMap(({ columns, pipeline }) => [
      pipeline,
      ...columns.flatMap((column) => Columns.joinOf(pipeline, column)?.path.map(({ noun }) => noun) ?? []),
    ]),
  )

/** The entries of the nouns that were known at an instant, what time alone had done by then included. */
const known = (
  storage: Storage,
  workspace: string,
  nouns: ReadonlySet<NounName>,
  instant: Instant,
): Effect.Effect<ReadonlyArray<Entry>, StorageFailure> =>
  Effect.gen(function* () {
    const found: Array<Entry> = []
    const late: Array<Entry> = []
    for (let after: string | null = null; ; ) {
      const { cursor, entries }: { cursor: string; entries: ReadonlyArray<Entry> } = yield* storage.ledger(workspace, {
        after,
        limit: page,
      })
      for (const entry of entries) {
        if (entry.recordedAt <= instant) {
          if (nouns.has(entry.subject.type)) found.push(entry)
        } else late.push(entry)
      }
      if (entries.length < page) break
      after = cursor
    }
    const ofTime = AsOf.ofTime(late, instant)
    return [...found, ...ofTime.filter(({ subject }) => nouns.has(subject.type))]
  })

/**
 * The history as it was known at an instant: replayed from the entries recorded by then. What was corrected or
 * back-dated since has no part in it.
 */
export const gather = (
  storage: Storage,
  workspace: string,
  needs: ReadonlyArray<Collecting.Wanted>,
  instant: Instant,
): Effect.Effect<History.History, StorageFailure> =>
  Effect.map(known(storage, workspace, nounsOf(needs), instant), (entries) => {
    const rows: Collecting.Rows = new Map()
    const bySubject = new Map<string, Array<Entry>>()
    for (const entry of entries) {
      const { id, type } = entry.subject
      const own = bySubject.get(id)
      const of: Map<string, Row> = rows.get(type) ?? new Map()
      rows.set(type, of)
      const record = Replay.apply(of.get(id) ?? null, entry)
      if (record === null) of.delete(id)
      else of.set(id, record)
      if (Nouns[type].kinds === null) continue
      if (own === undefined) bySubject.set(id, [slim(entry)])
      else own.push(slim(entry))
    }
    const visits = (pipeline: PipelineName): Collecting.Visits =>
      new Map(
        [...bySubject].flatMap(([id, own]) => {
          if (own[0]?.subject.type !== pipeline) return []
          const visited = Visiting.of(pipeline, own)
          return visited.length === 0 ? [] : [[id, visited] as const]
        }),
      )
    return {
      journeys: Object.fromEntries(
        needs.map((need) => [need.pipeline, Collecting.assemble(need, rows, visits(need.pipeline))]),
      ),
    }
  })
