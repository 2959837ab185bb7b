import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Coherence from "../domain/Coherence.js"
import type * as Correction from "../domain/Correction.js"
import * as Decode from "../domain/Decode.js"
import type { Entry } from "../domain/Ledger.js"
import { type NounName, nounOf, Nouns, type RecordOf } from "../domain/Nouns.js"
import * as Plan from "../domain/Plan.js"
import { isErased } from "../domain/privacy/Erased.js"
import * as References from "../domain/References.js"
import { CorrectionRefused, type CorruptRecord } from "../domain/Refusal.js"
import * as Replay from "../domain/Replay.js"
import type { Row } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Engine from "./Engine.js"
import * as Referring from "./Referring.js"

/** A correction with the records that it changes as they were. */
export interface Taken {
  readonly correction: Correction.Correction
  readonly before: ReadonlyMap<string, Row>
}

/** What stands in the way of a correction. */
export interface Holder {
  readonly id: string
  /** Whom it names that would go; null where it would contradict what is left. */
  readonly names: string | null
}

const nouns = Object.keys(Nouns) as ReadonlyArray<NounName>
const prefixOf = (id: string): string => id.slice(0, id.lastIndexOf("_"))

/** More are told of once these are out of the way. */
const most = 100

/** The rows that name records in a field, by whom they name, in order of their ids. */
interface Naming {
  readonly by: References.Naming
  readonly rows: ReadonlyMap<string, ReadonlyArray<Row>>
}

const byNamed = (by: References.Naming, rows: ReadonlyArray<Row>): Naming["rows"] => {
  const found = new Map<string, Array<Row>>()
  for (const row of rows)
    for (const id of References.by(by, row)) {
      const group = found.get(id)
      if (group === undefined) found.set(id, [row])
      else group.push(row)
    }
  return found
}

/**
 * Of each correction the records that name one that it would take away, beside those that it settles itself: whatever
 * refers to it, is written about it, or has it on a list.
 */
const naming = (
  engine: Engine.Engine,
  workspace: string,
  all: ReadonlyArray<Taken>,
): Effect.Effect<(taken: Taken) => ReadonlyArray<Holder>, StorageFailure> =>
  Effect.gen(function* () {
    const removed = [...new Set(all.flatMap(({ correction }) => correction.removed))]
    const known = new Map<string, Array<Naming>>()
    for (const prefix of new Set(removed.map(prefixOf))) {
      const ids = removed.filter((id) => prefixOf(id) === prefix)
      const found: Array<Naming> = []
      for (const noun of nouns)
        for (const by of References.namings(noun)) {
          if (!by.prefixes.includes(prefix)) continue
          const rows = yield* Referring.allRows(engine, workspace, noun, Referring.naming(by, ids))
          if (rows.length > 0) found.push({ by, rows: byNamed(by, rows) })
        }
      known.set(prefix, found)
    }
    return ({ correction }) => {
      const stays = (names: string) => (row: Row, by: References.Naming) => {
        const left = correction.records[String(row.id)]
        return left === undefined || (left !== null && References.by(by, left).includes(names))
      }
      return correction.removed.flatMap((names) =>
        (known.get(prefixOf(names)) ?? []).flatMap(({ by, rows }) =>
          (rows.get(names) ?? []).flatMap((row) => (stays(names)(row, by) ? [{ id: String(row.id), names }] : [])),
        ),
      )
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
): Effect.Effect<
  (taken: Taken) => Either.Either<ReadonlyArray<Holder>, CorruptRecord>,
  StorageFailure | CorruptRecord
> =>
  Effect.gen(function* () {
    const holders = yield* naming(engine, workspace, all)
    const tombstone = yield* tombstones(engine, workspace, all)
    const contradiction = yield* contradictions(engine, workspace, all)
    return (taken) => {
      const found = holders(taken)
      if (found.length > 0) return Either.right(found.slice(0, most))
      const alone = (id: string | null) => (id === null ? [] : [{ id, names: null }])
      const erased = tombstone(taken)
      return erased === null ? Either.map(contradiction(taken), alone) : Either.right(alone(erased))
    }
  })

/** The entries of a subject from where it came to name whom it names; all of them where nobody is named. */
const since = (history: ReadonlyArray<Entry>, names: string | null): ReadonlyArray<Entry> => {
  let [from, named] = [0, false]
  let state: Row | null = null
  for (const [index, entry] of history.entries()) {
    state = Replay.apply(state, entry)
    const isNamed = state !== null && names !== null && References.named(entry.subject.type, state).includes(names)
    if (isNamed && !named) from = index
    named = isNamed
  }
  return history.slice(from)
}

/** Refuses a correction with the entries to take back before it: what made the holders what they are. */
export const builtUpon = (
  { storage }: Engine.Engine,
  workspace: string,
  entryId: string,
  holders: ReadonlyArray<Holder>,
): Effect.Effect<CorrectionRefused, StorageFailure> =>
  Effect.map(storage.entries(workspace, { subjects: [...new Set(holders.map(({ id }) => id))] }), (entries) => {
    const ids = holders.flatMap(({ id, names }) =>
      since(
        entries.filter(({ subject }) => subject.id === id),
        names,
      ).map((entry) => entry.id),
    )
    return new CorrectionRefused({ entryId, because: "built upon", laterEntryIds: [...new Set(ids)].toSorted() })
  })
