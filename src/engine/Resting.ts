import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Coherence from "../domain/Coherence.js"
import type * as Correction from "../domain/Correction.js"
import * as Decode from "../domain/Decode.js"
import { isMergeable } from "../domain/merge/Aliasing.js"
import * as Noun from "../domain/Noun.js"
import { type NounName, nounOf, Nouns, type RecordOf } from "../domain/Nouns.js"
import * as Plan from "../domain/Plan.js"
import { isErased } from "../domain/privacy/Erased.js"
import type { CorruptRecord } from "../domain/Refusal.js"
import type { Filter, Row } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Engine from "./Engine.js"
import { allRows } from "./Referring.js"

/** A correction with the records that it changes as they were. */
export interface Taken {
  readonly correction: Correction.Correction
  readonly before: ReadonlyMap<string, Row>
}

const names = Object.keys(Nouns) as ReadonlyArray<NounName>
const prefixOf = (id: string): string => id.slice(0, id.lastIndexOf("_"))

/** The rows of a field that refers to a noun, by what they refer to, in order of their ids. */
interface Referrers {
  readonly noun: NounName
  readonly field: string
  readonly rows: ReadonlyMap<unknown, ReadonlyArray<Row>>
}

/** The ids that a field of a row refers to. */
const namedBy = (row: Row, field: string): ReadonlyArray<unknown> => {
  const value = row[field]
  return Array.isArray(value) ? value : [value]
}

const groupBy = (rows: ReadonlyArray<Row>, field: string): ReadonlyMap<unknown, ReadonlyArray<Row>> => {
  const found = new Map<unknown, Array<Row>>()
  for (const row of rows)
    for (const id of namedBy(row, field)) {
      const group = found.get(id)
      if (group === undefined) found.set(id, [row])
      else group.push(row)
    }
  return found
}

/** What asks for the rows of a noun whose field refers to one of the ids; null where the field never does. */
const naming = (noun: NounName, field: string, prefix: string, ids: ReadonlyArray<string>): Filter | null => {
  const { lists, refers } = Noun.allFields(Nouns[noun])[field] ?? {}
  if (lists === prefix) return { or: ids.map((value) => ({ field, is: "contains", value })) }
  // Whoever was merged into somebody is nobody without them.
  const stands = noun === "alias" && field === "currentId" && isMergeable(nounOf(`${prefix}_`))
  return refers === prefix || stands ? { field, is: "in", value: ids } : null
}

/** Of each correction a record that refers to one that it would take away, beside those that it settles itself. */
const referrers = (
  engine: Engine.Engine,
  workspace: string,
  all: ReadonlyArray<Taken>,
): Effect.Effect<(taken: Taken) => string | null, StorageFailure> =>
  Effect.gen(function* () {
    const removed = [...new Set(all.flatMap(({ correction }) => correction.removed))]
    const known = new Map<string, Array<Referrers>>()
    for (const prefix of new Set(removed.map(prefixOf))) {
      const value = removed.filter((id) => prefixOf(id) === prefix)
      const found: Array<Referrers> = []
      for (const noun of names)
        for (const field of Object.keys(Noun.allFields(Nouns[noun]))) {
          const filter = naming(noun, field, prefix, value)
          const rows = filter === null ? [] : yield* allRows(engine, workspace, noun, filter)
          if (rows.length > 0) found.push({ noun, field, rows: groupBy(rows, field) })
        }
      known.set(prefix, found)
    }
    return ({ correction }) => {
      for (const id of correction.removed)
        for (const { field, rows } of known.get(prefixOf(id)) ?? []) {
          const stays = rows.get(id)?.find((row) => {
            const left = correction.records[String(row.id)]
            return left === undefined || (left !== null && namedBy(left, field).includes(id))
          })
          if (stays !== undefined) return String(stays.id)
        }
      return null
    }
  })

const around = Plan.plan({
  position: Plan.given("position", "positionId"),
  openings: Plan.having("opening", "positionId", "position"),
  submissions: Plan.having("submission", "positionId", "position"),
  placements: Plan.having("placement", "positionId", "position"),
})

/** The rows as the correction leaves them: changed, gone, or come back. */
const overlay = <N extends NounName>(
  noun: N,
  rows: ReadonlyArray<RecordOf<N>>,
  correction: Correction.Correction,
  positionId: string,
): Either.Either<ReadonlyArray<RecordOf<N>>, CorruptRecord> =>
  Either.all(
    [
      ...rows.filter(({ id }) => correction.records[id] === undefined),
      ...Object.entries(correction.records).flatMap(([id, row]) => (row !== null && nounOf(id) === noun ? [row] : [])),
    ]
      .filter((row) => ("positionId" in row ? row.positionId : row.id) === positionId)
      .map((row) => Decode.record(noun, row)),
  )

const positionsOf = ({ before, correction }: Taken): ReadonlySet<string> => {
  const positions = new Set<string>()
  for (const [id, row] of [...before, ...Object.entries(correction.records)]) {
    if (nounOf(id) === "position") positions.add(id)
    else if (row !== null && typeof row.positionId === "string") positions.add(row.positionId)
  }
  return positions
}

/** Of each correction a record that would contradict what it leaves of a position. */
const contradictions = (
  engine: Engine.Engine,
  workspace: string,
  all: ReadonlyArray<Taken>,
): Effect.Effect<(taken: Taken) => Either.Either<string | null, CorruptRecord>, StorageFailure | CorruptRecord> =>
  Effect.gen(function* () {
    const positionId = [...new Set(all.flatMap((taken) => [...positionsOf(taken)]))]
    if (positionId.length === 0) return () => Either.right(null)
    const request = { workspace, plan: around, given: { positionId }, idempotencyKey: null }
    const loaded = yield* Engine.decodeRows(around, yield* engine.storage.load(request))
    const rows = loaded as Plan.Loaded<typeof around>
    return (taken) =>
      Either.gen(function* () {
        const { correction } = taken
        for (const id of positionsOf(taken)) {
          const [position] = yield* overlay("position", rows.position, correction, id)
          if (position === undefined) continue
          const [found] = Coherence.contradictions({
            position,
            openings: yield* overlay("opening", rows.openings, correction, id),
            submissions: yield* overlay("submission", rows.submissions, correction, id),
            placements: yield* overlay("placement", rows.placements, correction, id),
          })
          if (found !== undefined) return found
        }
        return null
      })
  })

/** Of each correction a candidate who was erased, and as whom it would have a contact known. */
const tombstones = (
  { storage }: Engine.Engine,
  workspace: string,
  all: ReadonlyArray<Taken>,
): Effect.Effect<(taken: Taken) => string | null, StorageFailure> => {
  const linked = ({ before, correction }: Taken) =>
    Object.entries(correction.records).flatMap(([id, row]) =>
      row === null || nounOf(id) !== "contact" || isErased(row) || before.get(id)?.candidateId === row.candidateId
        ? []
        : typeof row.candidateId === "string"
          ? [row.candidateId]
          : [],
    )
  const ids = [...new Set(all.flatMap(linked))]
  if (ids.length === 0) return Effect.succeed(() => null)
  return Effect.map(storage.get(workspace, "candidate", ids), (rows) => {
    const erased = new Set(rows.filter(isErased).map(({ id }) => String(id)))
    return (taken) => linked(taken).find((id) => erased.has(id)) ?? null
  })
}

/** Tells of each of some corrections, none of which touches what another does, what would rest on nothing after it. */
export const resting = (
  engine: Engine.Engine,
  workspace: string,
  all: ReadonlyArray<Taken>,
): Effect.Effect<(taken: Taken) => Either.Either<string | null, CorruptRecord>, StorageFailure | CorruptRecord> =>
  Effect.gen(function* () {
    const referrer = yield* referrers(engine, workspace, all)
    const tombstone = yield* tombstones(engine, workspace, all)
    const contradiction = yield* contradictions(engine, workspace, all)
    return (taken) => {
      const holder = referrer(taken) ?? tombstone(taken)
      return holder === null ? contradiction(taken) : Either.right(holder)
    }
  })
