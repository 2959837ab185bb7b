import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import type { Candidate } from "../domain/candidate/Candidate.js"
import * as Decode from "../domain/Decode.js"
import * as Known from "../domain/duplicate/Known.js"
import { match } from "../domain/duplicate/Match.js"
import { type Folded, folded, hit, keys, type Person } from "../domain/duplicate/Person.js"
import type { Policy } from "../domain/duplicate/Policy.js"
import * as Input from "../domain/Input.js"
import { type CorruptRecord, type InvalidInput, NotFound } from "../domain/Refusal.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Aliases from "./Aliases.js"
import * as Decoding from "./Decoding.js"
import * as Engine from "./Engine.js"
import { Session } from "./Session.js"

type Failure = InvalidInput | CorruptRecord | StorageFailure

/** People on file, by id, as they are compared: with the contacts of those who were merged into them. */
export interface OnFile {
  readonly candidates: ReadonlyMap<string, Candidate>
  readonly people: ReadonlyMap<string, Folded>
}

/** How many ids of one key are looked at: a name may be anybody's. */
const perKey = 200

/** Whoever has one of the keys and can be read, under the ids that stand for them now. */
export const onFile = (
  { storage }: Engine.Engine,
  workspace: string,
  wanted: ReadonlyArray<string>,
): Effect.Effect<OnFile, StorageFailure> =>
  Effect.gen(function* () {
    const candidates = new Map<string, Candidate>()
    const people = new Map<string, Folded>()
    if (wanted.length === 0) return { candidates, people }
    const hits = yield* storage.keyed(workspace, { keys: wanted, perKey })
    const ids = [...new Set(hits.map(({ id }) => id))]
    const rows = yield* storage.get(workspace, "candidate", ids)
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
      led.set(current, [...(led.get(current) ?? []), key])
    }
    for (const row of [...rows, ...(yield* storage.get(workspace, "candidate", merged))]) {
      const candidate = Decode.record("candidate", row)
      if (Either.isLeft(candidate)) continue
      candidates.set(candidate.right.id, candidate.right)
      people.set(candidate.right.id, hit(candidate.right, led.get(candidate.right.id) ?? []))
    }
    return { candidates, people }
  })

/** A record that is or may be the person, and why. */
export interface Found extends Known.Duplicate {
  readonly candidate: Candidate
}

const find = (engine: Engine.Engine, workspace: string, person: Person, policy: Policy) =>
  Effect.gen(function* () {
    const asked = folded(person, policy.country)
    const { candidates, people } = yield* onFile(engine, workspace, keys(asked))
    const known = Known.make(policy)
    for (const [id, one] of people) known.add(id, one)
    return known.find(asked).flatMap((duplicate): ReadonlyArray<Found> => {
      const candidate = candidates.get(duplicate.candidateId)
      return candidate === undefined ? [] : [{ ...duplicate, candidate }]
    })
  })

export const PersonInput = Schema.Struct({
  name: Input.or(Input.Line, () => ""),
  email: Input.maybe(Input.Email),
  phone: Input.maybe(Input.Line),
  location: Input.maybe(Input.Line),
  links: Input.or(Input.Lines, () => []),
})

const SweepInput = Schema.Struct({
  /** How many keys are looked at: 1,000 where absent, 10,000 at most. */
  limit: Input.or(Schema.Int.pipe(Schema.between(1, 10_000)), () => 1000),
  after: Input.maybe(Schema.String.pipe(Schema.maxLength(500), Schema.filter(Input.storable))),
})

/** Two records that are or may be one person. */
export interface Pair extends ReturnType<typeof match> {
  readonly candidateIds: readonly [string, string]
}

export interface Sweep {
  readonly pairs: ReadonlyArray<Pair>
  /** For `after` of the next call; null at the end. */
  readonly cursor: string | null
}

export interface Duplicates {
  /** Who else on file is or may be this person, the best match first. */
  readonly duplicates: (id: string) => Effect.Effect<ReadonlyArray<Found>, Failure | NotFound, Session>
  /** Who on file is or may be somebody of whom there is no record yet. */
  readonly findDuplicates: (person: typeof PersonInput.Encoded) => Effect.Effect<ReadonlyArray<Found>, Failure, Session>
  /** Looks through the whole workspace, some keys a call. */
  readonly sweepDuplicates: (request?: typeof SweepInput.Encoded) => Effect.Effect<Sweep, Failure, Session>
}

/** Finds records of one person by the one rule that imports go by, too. */
export const duplicates = (engine: Engine.Engine): Duplicates => {
  const { storage } = engine
  const decodePerson = Decoding.of(PersonInput)
  const decodeSweep = Decoding.of(SweepInput)
  const policyOf = (workspace: string): Policy => Engine.settingsOf(engine.config, workspace).duplicates
  return {
    duplicates: (id) =>
      Effect.gen(function* () {
        if (!Input.isRef(id)) return yield* Decoding.wrong("candidates.duplicates", null, ["id"], "is no id")
        const { workspace } = yield* Session
        const current = (yield* Aliases.currentOf(storage, workspace, id)) ?? id
        const [row] = yield* storage.get(workspace, "candidate", [current])
        if (row === undefined) return yield* new NotFound({ noun: "candidate", id, field: "id" })
        const candidate = yield* Decode.record("candidate", row)
        const found = yield* find(engine, workspace, candidate, policyOf(workspace))
        return found.filter(({ candidateId }) => candidateId !== candidate.id)
      }),
    findDuplicates: (raw) =>
      Effect.gen(function* () {
        const person = yield* decodePerson(raw, "candidates.findDuplicates", null)
        const { workspace } = yield* Session
        return yield* find(engine, workspace, person, policyOf(workspace))
      }),
    sweepDuplicates: (raw) =>
      Effect.gen(function* () {
        const { limit, after } = yield* decodeSweep(raw ?? {}, "candidates.sweepDuplicates", null)
        const { workspace } = yield* Session
        const policy = policyOf(workspace)
        const shared = yield* storage.sharedKeys(workspace, { after, limit })
        const hits = shared.length === 0 ? [] : yield* storage.keyed(workspace, { keys: shared, perKey })
        const { candidates } = yield* onFile(engine, workspace, shared)
        const people = new Map([...candidates].map(([id, one]) => [id, folded(one, policy.country)]))
        const currents = yield* Aliases.currentsOf(
          storage,
          workspace,
          hits.map(({ id }) => id).filter((id) => !people.has(id)),
        )
        const byKey = new Map<string, Set<string>>()
        for (const { id, key } of hits) byKey.set(key, (byKey.get(key) ?? new Set()).add(currents.get(id) ?? id))
        return {
          pairs: [...byKey].flatMap(([key, ids]) => pairsOf(key, [...ids], people, policy)),
          cursor: shared.length < limit ? null : (shared.at(-1) ?? null),
        }
      }),
  }
}

/** The pairs of a key; one that shares several keys is told of under the first. */
const pairsOf = (
  key: string,
  ids: ReadonlyArray<string>,
  people: OnFile["people"],
  policy: Policy,
): ReadonlyArray<Pair> => {
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
      const candidateIds = id < other ? ([id, other] as const) : ([other, id] as const)
      return found.verdict === "different" ? [] : [{ candidateIds, ...found }]
    }),
  )
}
