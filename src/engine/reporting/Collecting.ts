import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as Decode from "../../domain/Decode.js"
import type { Json, Visit } from "../../domain/Ledger.js"
import type { NounName, PipelineName } from "../../domain/Nouns.js"
import type { CorruptRecord } from "../../domain/Refusal.js"
import type { Row, Storage } from "../../ports/Storage.js"
import type { StorageFailure } from "../../ports/StorageError.js"
import * as Columns from "../../reports/Columns.js"
import * as Journeys from "../../reports/Journeys.js"

/** What is wanted of a pipeline: columns of its subjects, and what its visits say. */
export interface Wanted {
  readonly pipeline: PipelineName
  readonly columns: ReadonlyArray<string>
  readonly said: ReadonlyArray<Journeys.Said>
}

type Failing<A> = Effect.Effect<A, CorruptRecord | StorageFailure>

/** Records by noun and id. */
export type Rows = Map<NounName, Map<string, Row>>

/** Visits by subject, each subject's in order of time. */
export type Visits = ReadonlyMap<string, ReadonlyArray<Visit>>

const page = 5000

/** Adds the records of a noun to what is known: all of them, or those with some ids. */
const addRows = (
  storage: Storage,
  workspace: string,
  rows: Rows,
  noun: NounName,
  ids: ReadonlyArray<string> | null,
): Failing<void> =>
  Effect.gen(function* () {
    const known = rows.get(noun) ?? new Map<string, Row>()
    if (ids === null && rows.has(noun)) return
    rows.set(noun, known)
    const keep = (found: ReadonlyArray<Row>) =>
      Effect.forEach(found, (row) => Effect.map(Decode.record(noun, row), () => known.set(String(row.id), row)), {
        discard: true,
      })
    if (ids !== null) {
      yield* keep(
        yield* storage.get(
          workspace,
          noun,
          ids.filter((id) => !known.has(id)),
        ),
      )
      return
    }
    for (let after: { readonly value: string; readonly id: string } | null = null; ; ) {
      const found: ReadonlyArray<Row> = yield* storage.list({
        workspace,
        noun,
        filter: null,
        order: { field: "id", direction: "asc" },
        limit: page,
        after,
      })
      yield* keep(found)
      const last = found.at(-1)
      if (found.length < page || last === undefined) return
      after = { value: String(last.id), id: String(last.id) }
    }
  })

/** As many subjects have their visits read at once: a list of ids is gone through anew for each page of their visits. */
const together = 500

const sliced = (ids: ReadonlyArray<string> | null): ReadonlyArray<ReadonlyArray<string> | null> =>
  ids === null
    ? [null]
    : Array.from({ length: Math.ceil(ids.length / together) }, (_, n) => ids.slice(n * together, (n + 1) * together))

const visitsOf = (
  storage: Storage,
  workspace: string,
  pipeline: PipelineName,
  ids: ReadonlyArray<string> | null,
): Effect.Effect<Visits, StorageFailure> =>
  Stream.runFold(
    Stream.flatMap(Stream.fromIterable(sliced(ids)), (subjectIds) =>
      storage.visits({ workspace, pipeline, before: null, subjectIds }),
    ),
    new Map<string, Array<Visit>>(),
    (subjects, visit) => {
      const own = subjects.get(visit.subjectId)
      if (own === undefined) subjects.set(visit.subjectId, [visit])
      else own.push(visit)
      return subjects
    },
  )

/** The record that a column's fact stands on, reached from a subject's own. */
const holder = (rows: Rows, pipeline: PipelineName, id: string, column: string): Row | undefined => {
  let here = rows.get(pipeline)?.get(id)
  for (const { noun, via } of Columns.joinOf(pipeline, column)?.path ?? [])
    here = rows.get(noun)?.get(String(here?.[via]))
  return here
}

/** How the wanted columns are shaped. */
export const shapes = ({ columns, pipeline }: Wanted) =>
  columns.map((name) => ({ name, shape: Columns.shape(pipeline, name) }))

/** The columns of a pipeline from records and visits, in order of id. */
export const assemble = (wanted: Wanted, rows: Rows, visits: Visits): Journeys.Journeys => {
  const { columns, pipeline, said } = wanted
  const facts = columns.filter((column) => column !== "id")
  const value = (id: string, column: string): Json =>
    holder(rows, pipeline, id, column)?.[Columns.joinOf(pipeline, column)?.field ?? column] ?? null
  const subjects = [...visits]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([id, own]): Journeys.Subject => ({
        id,
        visits: own,
        facts: Object.fromEntries(facts.map((column) => [column, value(id, column)])),
      }),
    )
  return Journeys.of(pipeline, shapes(wanted), said, subjects)
}

const references = (rows: Rows, noun: NounName, ids: ReadonlyArray<string>, via: string): ReadonlyArray<string> => {
  const known = rows.get(noun)
  return [
    ...new Set(
      ids.flatMap((id) => {
        const reference = known?.get(id)?.[via]
        return typeof reference === "string" ? [reference] : []
      }),
    ),
  ]
}

/** Reads the subjects of a pipeline from their rows and visits, in order of id: all of them, or some. */
export const collect = (
  storage: Storage,
  workspace: string,
  wanted: Wanted,
  ids: ReadonlyArray<string> | null = null,
): Failing<Journeys.Journeys> =>
  Effect.gen(function* () {
    const { columns, pipeline } = wanted
    const visits = yield* visitsOf(storage, workspace, pipeline, ids)
    const rows: Rows = new Map()
    const facts = columns.filter((column) => column !== "id")
    // Rows are read only where a fact is wanted, so that one that is damaged hinders no other report.
    if (facts.length > 0) yield* addRows(storage, workspace, rows, pipeline, ids)
    for (const column of facts) {
      let from: NounName = pipeline
      let here = ids
      for (const { noun, via } of Columns.joinOf(pipeline, column)?.path ?? []) {
        here = here === null ? null : references(rows, from, here, via)
        yield* addRows(storage, workspace, rows, noun, here)
        from = noun
      }
    }
    return assemble(wanted, rows, visits)
  })
