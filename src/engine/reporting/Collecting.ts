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

const page = 5000

/** The records of a noun by id: all of them, or those with some ids. */
const rowsOf = (
  storage: Storage,
  workspace: string,
  noun: NounName,
  ids: ReadonlyArray<string> | null,
): Failing<ReadonlyMap<string, Row>> =>
  Effect.gen(function* () {
    const found = new Map<string, Row>()
    const keep = (rows: ReadonlyArray<Row>) =>
      Effect.forEach(rows, (row) => Effect.map(Decode.record(noun, row), () => found.set(String(row.id), row)), {
        discard: true,
      })
    if (ids !== null) {
      yield* keep(yield* storage.get(workspace, noun, ids))
      return found
    }
    for (let after: { readonly value: string; readonly id: string } | null = null; ; ) {
      const rows: ReadonlyArray<Row> = yield* storage.list({
        workspace,
        noun,
        filter: null,
        order: { field: "id", direction: "asc" },
        limit: page,
        after,
      })
      yield* keep(rows)
      const last = rows.at(-1)
      if (rows.length < page || last === undefined) return found
      after = { value: String(last.id), id: String(last.id) }
    }
  })

const references = (rows: ReadonlyMap<string, Row>, field: string): ReadonlyArray<string> => [
  ...new Set([...rows.values()].flatMap((row) => (typeof row[field] === "string" ? [row[field]] : []))),
]

/** The visits of a pipeline by subject: of all of them, or of some. */
const visitsOf = (
  storage: Storage,
  workspace: string,
  pipeline: PipelineName,
  ids: ReadonlyArray<string> | null,
): Effect.Effect<ReadonlyMap<string, ReadonlyArray<Visit>>, StorageFailure> =>
  Stream.runFold(
    storage.visits({ workspace, pipeline, before: null, subjectIds: ids }),
    new Map<string, Array<Visit>>(),
    (subjects, visit) => {
      const own = subjects.get(visit.subjectId)
      if (own === undefined) subjects.set(visit.subjectId, [visit])
      else own.push(visit)
      return subjects
    },
  )

/** Reads the subjects of a pipeline from their rows and visits, in order of id: all of them, or some. */
export const collect = (
  storage: Storage,
  workspace: string,
  { columns, pipeline, said }: Wanted,
  ids: ReadonlyArray<string> | null = null,
): Failing<Journeys.Journeys> =>
  Effect.gen(function* () {
    const visits = yield* visitsOf(storage, workspace, pipeline, ids)
    const facts = columns.filter((column) => column !== "id")
    // Rows are read only where a fact is wanted, so that one that is damaged hinders no other report.
    const rows = facts.length === 0 ? new Map<string, Row>() : yield* rowsOf(storage, workspace, pipeline, ids)
    const known = new Map<string, ReadonlyMap<string, Row>>([["", rows]])
    for (const join of facts.map((column) => Columns.joinOf(pipeline, column))) {
      let path = ""
      for (const { noun, via } of join?.path ?? []) {
        const from = known.get(path) ?? rows
        path = `${path}/${via}`
        if (!known.has(path)) {
          known.set(path, yield* rowsOf(storage, workspace, noun, ids === null ? null : references(from, via)))
        }
      }
    }
    const value = (row: Row, column: string): Json => {
      const join = Columns.joinOf(pipeline, column)
      if (join === undefined) return row[column] ?? null
      let path = ""
      let here: Row | undefined = row
      for (const { via } of join.path) {
        path = `${path}/${via}`
        here = known.get(path)?.get(String(here?.[via]))
      }
      return here?.[join.field] ?? null
    }
    const subjects = [...visits]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, own]): Journeys.Subject => {
        const row = rows.get(id)
        return {
          id,
          visits: own,
          facts: row === undefined ? {} : Object.fromEntries(facts.map((column) => [column, value(row, column)])),
        }
      })
    const shapes = columns.map((name) => ({ name, shape: Columns.shape(pipeline, name) }))
    return Journeys.of(pipeline, shapes, said, subjects)
  })
