import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Candidate } from "../../domain/candidate/Candidate.js"
import type * as Known from "../../domain/duplicate/Known.js"
import type { Match } from "../../domain/duplicate/Match.js"
import * as Input from "../../domain/Input.js"
import type { CorruptRecord, InvalidInput, NotFound } from "../../domain/Refusal.js"
import type { StorageFailure } from "../../ports/StorageError.js"
import * as Decoding from "../Decoding.js"
import { among, type Hit, type SweepAsked, type Swept } from "../Duplicates.js"
import type { Engine } from "../Engine.js"
import { Session } from "../Session.js"

export type Failure = InvalidInput | CorruptRecord | StorageFailure

/** A record that is or may be the person, and why. */
export interface Found extends Known.Duplicate {
  readonly candidate: Candidate
}

/** Two records that are or may be one person. */
export interface Pair extends Match {
  readonly candidateIds: readonly [string, string]
}

export interface Sweep extends Swept<Pair> {}

const PersonInput = Schema.Struct({
  name: Input.or(Input.Line, () => ""),
  email: Input.maybe(Input.Email),
  phone: Input.maybe(Input.Line),
  location: Input.maybe(Input.Line),
  links: Input.or(Input.Lines, () => []),
})

export interface Duplicates {
  /** Who else on file is or may be this person, the best match first. */
  readonly duplicates: (id: string) => Effect.Effect<ReadonlyArray<Found>, Failure | NotFound, Session>
  /** Who on file is or may be somebody of whom there is no record yet. */
  readonly findDuplicates: (person: typeof PersonInput.Encoded) => Effect.Effect<ReadonlyArray<Found>, Failure, Session>
  /** Looks through the whole workspace, some keys a call. */
  readonly sweepDuplicates: (request?: SweepAsked) => Effect.Effect<Sweep, Failure, Session>
}

const told = ({ id: candidateId, record: candidate, ...match }: Hit<"candidate">): Found => ({
  candidateId,
  ...match,
  candidate,
})

/** Finds candidates of whom there are several records. */
export const duplicates = (engine: Engine): Duplicates => {
  const decode = Decoding.of(PersonInput)
  const { find, others, sweep } = among(engine, "candidates", "candidate")
  return {
    duplicates: (id) => Effect.map(others(id), (found) => found.map(told)),
    findDuplicates: (raw) =>
      Effect.gen(function* () {
        const person = yield* decode(raw, "candidates.findDuplicates", null)
        const { workspace } = yield* Session
        return (yield* find(workspace, person)).map(told)
      }),
    sweepDuplicates: (raw) =>
      Effect.map(sweep(raw), ({ cursor, pairs }) => ({
        pairs: pairs.map(({ ids: candidateIds, ...match }) => ({ candidateIds, ...match })),
        cursor,
      })),
  }
}
