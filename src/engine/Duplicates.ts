import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Decode from "../domain/Decode.js"
import * as Keeping from "../domain/duplicate/Keeping.js"
import * as Keyed from "../domain/duplicate/Keyed.js"
import * as Known from "../domain/duplicate/Known.js"
import { type Match, match } from "../domain/duplicate/Match.js"
import { type Folded, folded, hit, keys, type Person } from "../domain/duplicate/Person.js"
import type { Policy } from "../domain/duplicate/Policy.js"
import * as Input from "../domain/Input.js"
import { type RecordOf, rowOf } from "../domain/Nouns.js"
import { NotFound } from "../domain/Refusal.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Aliases from "./Aliases.js"
import * as Decoding from "./Decoding.js"
import * as Engine from "./Engine.js"
import { Session } from "./Session.js"

/** People on file, by id, as they are compared: with the contacts of those who were merged into them. */
export interface OnFile<N extends Keyed.Keyed> {
  readonly records: ReadonlyMap<string, RecordOf<N>>
  readonly people: ReadonlyMap<string, Folded>
}

/** How many ids of one key are looked at: a name may be anybody's. */
const perKey = 200

/** Whoever of a noun has one of the keys and can be read, under the ids that stand for them now. */
export const onFile = <N extends Keyed.Keyed>(
  { storage }: Engine.Engine,
  workspace: string,
  noun: N,
  wanted: ReadonlyArray<string>,
): Effect.Effect<OnFile<N>, StorageFailure> =>
  Effect.gen(function* () {
    const records = new Map<string, RecordOf<N>>()
    const people = new Map<string, Folded>()
    if (wanted.length === 0) return { records, people }
    const hits = yield* storage.keyed(workspace, { keys: Keyed.under(noun, wanted), perKey })
    const ids = [...new Set(hits.map(({ id }) => id))]
    const rows = yield* storage.get(workspace, noun, ids)
    const found = new Set(rows.map(({ id }) => String(id)))
    const currents = yield* Aliases.currentsOf(
      storage,
      workspace,
      ids.filter((id) => !found.has(id)),
    )
    const merged = [...new Set(currents.values())].filter((id) => !found.has(id))
    const led = new Map<string, Array<string>>()
    for (const { id, key } of hits) {
      const current = currents.get(id) ?? id
      led.set(current, [...(led.get(current) ?? []), Keyed.said(noun, key)])
    }
    for (const row of [...rows, ...(yield* storage.get(workspace, noun, merged))]) {
      const record = Decode.record(noun, row)
      if (Either.isLeft(record)) continue
      const id: string = record.right.id
      records.set(id, record.right)
      people.set(id, hit(Keeping.personOf(row), led.get(id) ?? []))
    }
    return { records, people }
  })

const SweepInput = Schema.Struct({
  /** How many keys are looked at: 1,000 where absent, 10,000 at most. */
  limit: Input.or(Schema.Int.pipe(Schema.between(1, 10_000)), () => 1000),
  after: Input.maybe(Schema.String.pipe(Schema.maxLength(500), Schema.filter(Input.storable))),
})
export type SweepAsked = typeof SweepInput.Encoded

/** Somebody on file with the record, and how well another fits. */
export interface Hit<N extends Keyed.Keyed> extends Known.Near {
  readonly record: RecordOf<N>
}

/** Two on file who are or may be one. */
export interface Likeness extends Match {
  readonly ids: readonly [string, string]
}

export interface Swept<P> {
  readonly pairs: ReadonlyArray<P>
  /** For `after` of the next call; null at the end. */
  readonly cursor: string | null
}

const decodeSweep = Decoding.of(SweepInput)

/** Finds records of one person by the one rule that imports go by, too: among those of a noun. */
export const among = <N extends Keyed.Keyed>(engine: Engine.Engine, namespace: string, noun: N) => {
  const { storage } = engine
  const policyOf = (workspace: string): Policy => Engine.settingsOf(engine.config, workspace).duplicates

  /** Who on file is or may be somebody, the best match first. */
  const find = (workspace: string, person: Person): Effect.Effect<ReadonlyArray<Hit<N>>, StorageFailure> =>
    Effect.gen(function* () {
      const policy = policyOf(workspace)
      const asked = folded(person, policy.country)
      const { people, records } = yield* onFile(engine, workspace, noun, keys(asked))
      const known = Known.make(policy)
      for (const [id, one] of people) known.add(id, one)
      return known.find(asked).flatMap((near): ReadonlyArray<Hit<N>> => {
        const record = records.get(near.id)
        return record === undefined ? [] : [{ ...near, record }]
      })
    })

  /** Who else on file is or may be whoever has an id. */
  const others = (id: string) =>
    Effect.gen(function* () {
      if (!Input.isRef(id)) return yield* Decoding.wrong(`${namespace}.duplicates`, null, ["id"], "is no id")
      const { workspace } = yield* Session
      const current = (yield* Aliases.currentOf(storage, workspace, id)) ?? id
      const [row] = yield* storage.get(workspace, noun, [current])
      if (row === undefined) return yield* new NotFound({ noun, id, field: "id" })
      const record: RecordOf<N> = yield* Decode.record(noun, row)
      const found = yield* find(workspace, Keeping.personOf(rowOf(record)))
      return found.filter((one) => one.id !== record.id)
    })

  /** Looks through the whole workspace, some keys a call. */
  const sweep = (raw: SweepAsked | undefined) =>
    Effect.gen(function* () {
      const { limit, after } = yield* decodeSweep(raw ?? {}, `${namespace}.sweepDuplicates`, null)
      const { workspace } = yield* Session
      const policy = policyOf(workspace)
      const all = yield* storage.sharedKeys(workspace, { after: Keyed.behind(noun, after), limit })
      const shared = Keyed.own(noun, all)
      const hits = shared.length === 0 ? [] : yield* storage.keyed(workspace, { keys: shared, perKey })
      const said = shared.map((key) => Keyed.said(noun, key))
      const { records } = yield* onFile(engine, workspace, noun, said)
      const people = new Map<string, Folded>(
        [...records].map(([id, one]) => [id, folded(Keeping.personOf(rowOf(one)), policy.country)]),
      )
      const currents = yield* Aliases.currentsOf(
        storage,
        workspace,
        hits.map(({ id }) => id).filter((id) => !people.has(id)),
      )
      const byKey = new Map<string, Set<string>>()
      for (const { id, key } of hits) byKey.set(key, (byKey.get(key) ?? new Set()).add(currents.get(id) ?? id))
      return {
        pairs: [...byKey].flatMap(([key, ids]) => pairsOf(Keyed.said(noun, key), [...ids], people, policy)),
        cursor: shared.length < limit ? null : (shared.at(-1) ?? null),
      }
    })

  return { find, others, sweep }
}

/** The pairs of a key; one that shares several keys is told of under the first. */
const pairsOf = (
  key: string,
  ids: ReadonlyArray<string>,
  people: ReadonlyMap<string, Folded>,
  policy: Policy,
): ReadonlyArray<Likeness> => {
  const firstShared = (a: Folded, b: Folded) => {
    const others = keys(b)
    return keys(a)
      .filter((one) => others.includes(one))
      .toSorted()[0]
  }
  return ids.flatMap((id, index) =>
    ids.slice(index + 1).flatMap((other) => {
      const [a, b] = [people.get(id), people.get(other)]
      if (a === undefined || b === undefined || id === other || (firstShared(a, b) ?? key) !== key) return []
      const found = match(a, b, policy)
      const pair = id < other ? ([id, other] as const) : ([other, id] as const)
      return found.verdict === "different" ? [] : [{ ids: pair, ...found }]
    }),
  )
}
