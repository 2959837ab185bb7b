import * as Effect from "effect/Effect"
import type { Entry } from "../../src/domain/Ledger.js"
import { nounOf } from "../../src/domain/Nouns.js"
import * as References from "../../src/domain/References.js"
import { replay } from "../../src/domain/Replay.js"
import { same } from "../../src/domain/Same.js"
import { type Row, Storage } from "../../src/ports/Storage.js"
import type { Database } from "./databases.js"
import { entriesOf, recordsOf, visitsOf } from "./contents.js"

const plain = (row: Row | undefined) => (row === undefined ? undefined : JSON.parse(JSON.stringify(row)))

/** How the visits stand to the records: one open visit per record, where the record stands. */
const visitProblems = (records: ReadonlyMap<string, Row>, visits: ReadonlyArray<Row>): ReadonlyArray<string> => {
  const open = new Map<string, Row>()
  const problems: Array<string> = []
  for (const visit of visits) {
    const id = String(visit.subjectId)
    if (!records.has(id)) problems.push(`a visit of ${id}, which is not there`)
    if (visit.leftAt !== null) continue
    if (open.has(id)) problems.push(`two open visits of ${id}`)
    open.set(id, visit)
  }
  for (const [id, record] of records) {
    if (record.kind === undefined || record.kind === null) continue
    const visit = open.get(id)
    if (visit?.kind !== record.kind || visit?.stage !== record.stage) {
      problems.push(`${id} is ${String(record.kind)}, its open visit ${String(visit?.kind)}`)
    }
  }
  return problems
}

/** Facts that only exist together: an act torn in two would leave one without the other. */
const actProblems = (entries: ReadonlyArray<Entry>): ReadonlyArray<string> => {
  const acts = new Map<string, Set<string>>()
  for (const { act, type } of entries) acts.set(act, (acts.get(act) ?? new Set()).add(type))
  const together: ReadonlyArray<readonly [string, ReadonlyArray<string>]> = [
    ["OfferAcceptedByCandidate", ["PlacementMade", "OfferAccepted", "OpeningFilled"]],
    ["PlacementMade", ["OfferAcceptedByCandidate"]],
    ["ConsentSigned", ["DocumentAttached"]],
    ["PositionOpened", ["OpeningAdded"]],
  ]
  return [...acts].flatMap(([act, types]) =>
    together.flatMap(([type, others]) =>
      types.has(type)
        ? others.filter((other) => !types.has(other)).map((other) => `${act}: ${type} without ${other}`)
        : [],
    ),
  )
}

/** Whoever is named is there; whoever is kept as they were given may have been merged into somebody since. */
const nameProblems = (records: ReadonlyMap<string, Row>): ReadonlyArray<string> => {
  const former = new Set([...records.values()].map(({ formerId }) => formerId))
  return [...records].flatMap(([id, record]) => {
    const noun = nounOf(id)
    if (noun === undefined) return []
    const referred = new Set(References.of(noun, record))
    return References.named(noun, record).flatMap((other) =>
      records.has(other) || (former.has(other) && !referred.has(other)) ? [] : [`${id} names ${other}, which is gone`],
    )
  })
}

export interface Checked {
  readonly entries: number
  readonly problems: ReadonlyArray<string>
}

/** Reads the whole workspace and names everything in it that is half there. */
export const check = (database: Database, workspace = "main"): Promise<Checked> =>
  Effect.runPromise(
    Effect.scoped(
      Effect.provide(
        Effect.gen(function* () {
          const storage = yield* Storage
          const entries = yield* entriesOf(storage, workspace)
          const records = yield* recordsOf(storage, workspace)
          const visits = yield* visitsOf(storage, workspace)
          const bySubject = [...entries].sort((a, b) =>
            a.subject.id === b.subject.id ? a.version - b.version : a.subject.id < b.subject.id ? -1 : 1,
          )
          const replayed = replay(bySubject)
          const problems = [
            ...[...replayed].flatMap(([id, { record }]) =>
              same(plain(record), plain(records.get(id))) ? [] : [`${id} is not what its entries say`],
            ),
            ...[...records.keys()].filter((id) => !replayed.has(id)).map((id) => `${id} has no entries`),
            ...nameProblems(records),
            ...visitProblems(
              records,
              visits.map((visit) => ({ ...visit })),
            ),
            ...actProblems(entries),
          ]
          return { entries: entries.length, problems }
        }),
        database.storage().layer,
      ),
    ),
  )
