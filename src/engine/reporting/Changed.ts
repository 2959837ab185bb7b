import * as Effect from "effect/Effect"
import type { Entry } from "../../domain/Ledger.js"
import type { NounName, PipelineName } from "../../domain/Nouns.js"
import type { Row, Storage } from "../../ports/Storage.js"
import type { StorageFailure } from "../../ports/StorageError.js"
import * as Columns from "../../reports/Columns.js"

const page = 2000

/** The entries behind a place of the feed, and where they end. */
export const since = (
  storage: Storage,
  workspace: string,
  cursor: string,
): Effect.Effect<{ readonly entries: ReadonlyArray<Entry>; readonly cursor: string }, StorageFailure> =>
  Effect.gen(function* () {
    const entries: Array<Entry> = []
    for (let after = cursor; ; ) {
      const read = yield* storage.ledger(workspace, { after, limit: page })
      entries.push(...read.entries)
      after = read.cursor
      if (read.entries.length < page) return { entries, cursor: after }
    }
  })

const touches = (entry: Entry, fields: ReadonlyArray<string>): boolean =>
  entry.patch === null || fields.some((field) => Object.hasOwn(entry.patch ?? {}, field))

/** The ids of a noun's records that refer to one of some others. */
const referring = (
  storage: Storage,
  workspace: string,
  noun: NounName,
  field: string,
  ids: ReadonlyArray<string>,
): Effect.Effect<ReadonlyArray<string>, StorageFailure> =>
  Effect.gen(function* () {
    const found: Array<string> = []
    if (ids.length === 0) return found
    for (let after: { readonly value: string; readonly id: string } | null = null; ; ) {
      const rows: ReadonlyArray<Row> = yield* storage.list({
        workspace,
        noun,
        filter: { field, is: "in", value: ids },
        order: { field: "id", direction: "asc" },
        limit: page,
        after,
      })
      for (const { id } of rows) found.push(String(id))
      const last = rows.at(-1)
      if (rows.length < page || last === undefined) return found
      after = { value: String(last.id), id: String(last.id) }
    }
  })

/** The subjects of a pipeline whose columns the entries have changed: their own, or facts of others that they carry. */
export const subjects = (
  storage: Storage,
  workspace: string,
  pipeline: PipelineName,
  entries: ReadonlyArray<Entry>,
): Effect.Effect<ReadonlySet<string>, StorageFailure> =>
  Effect.gen(function* () {
    const changed = new Set(entries.flatMap(({ subject }) => (subject.type === pipeline ? [subject.id] : [])))
    // Columns that come by the same way over the same records change together.
    const ways = new Map<
      string,
      { path: NonNullable<ReturnType<typeof Columns.joinOf>>["path"]; fields: Set<string> }
    >()
    for (const column of Columns.all(pipeline)) {
      const join = Columns.joinOf(pipeline, column)
      for (let depth = 1; depth <= (join?.path.length ?? 0); depth++) {
        const path = join?.path.slice(0, depth) ?? []
        const key = path.map(({ via }) => via).join("/")
        const way = ways.get(key) ?? { path, fields: new Set<string>() }
        ways.set(key, way)
        way.fields.add(join?.path[depth]?.via ?? join?.field ?? "")
      }
    }
    for (const { fields, path } of ways.values()) {
      const last = path.at(-1)
      let ids: ReadonlyArray<string> = [
        ...new Set(
          entries.flatMap((entry) =>
            // Who is new is referred to by records that are new as well.
            entry.subject.type === last?.noun && entry.version > 1 && touches(entry, [...fields])
              ? [entry.subject.id]
              : [],
          ),
        ),
      ]
      for (let depth = path.length - 1; depth >= 0; depth--) {
        const holder = depth === 0 ? pipeline : path[depth - 1]?.noun
        if (holder === undefined) break
        ids = yield* referring(storage, workspace, holder, path[depth]?.via ?? "", ids)
      }
      for (const id of ids) changed.add(id)
    }
    return changed
  })
