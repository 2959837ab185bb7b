import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Decode from "../domain/Decode.js"
import * as Input from "../domain/Input.js"
import * as Answers from "../domain/privacy/Answers.js"
import * as Disclosure from "../domain/privacy/Disclosure.js"
import type { EqualOpportunity } from "../domain/privacy/EqualOpportunity.js"
import * as Commands from "../domain/privacy/EqualOpportunityCommands.js"
import { CorruptRecord, type InvalidInput } from "../domain/Refusal.js"
import { answered } from "../ports/BlobStore.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Decoding from "./Decoding.js"
import { type CommandError, commandOn, type Engine } from "./Engine.js"
import { dropBlobs } from "./Privacy.js"
import { allRows } from "./Referring.js"
import { Session } from "./Session.js"

/** That answers are kept, and since when; null where none are. */
export type Recorded = Omit<Commands.Recorded, "gone">

/** Takes the bytes that went out of the host's store, too. */
const dropping =
  <Args extends ReadonlyArray<unknown>>(
    engine: Engine,
    run: (...args: Args) => Effect.Effect<Commands.Recorded, CommandError, Session>,
  ) =>
  (...args: Args): Effect.Effect<Recorded, CommandError, Session> =>
    Effect.gen(function* () {
      const { gone, ...recorded } = yield* run(...args)
      const { workspace } = yield* Session
      yield* dropBlobs(engine, workspace, gone)
      return recorded
    })

export const record = (engine: Engine) => dropping(engine, commandOn(engine, Commands.record))
export const forget = (engine: Engine) => dropping(engine, commandOn(engine, Commands.forget))

/** The answers beside a record; null where they went meanwhile. */
export const answersOf = (
  engine: Engine,
  workspace: string,
  { blobKey, id }: EqualOpportunity,
): Effect.Effect<Answers.Answers | null, CorruptRecord | StorageFailure> =>
  Effect.gen(function* () {
    const { blobs } = engine.config
    const bytes = yield* blobs === undefined
      ? engine.storage.blob(workspace, blobKey)
      : answered("blobs.get", () => blobs.get(workspace, blobKey))
    return bytes === null || bytes.length === 0
      ? null
      : yield* Effect.mapError(Answers.read(new TextDecoder().decode(bytes)), () => {
          const issues = [{ path: ["answers"], message: "are not as they were written" }]
          return new CorruptRecord({ noun: "equalOpportunity", id, issues })
        })
  })

/** Of the records of two people who were merged into one, the one that was answered last. */
export const latest = (records: ReadonlyArray<EqualOpportunity>): ReadonlyArray<EqualOpportunity> => {
  const found = new Map<string, EqualOpportunity>()
  for (const one of records) {
    const other = found.get(one.candidateId)
    if (other === undefined || other.collectedAt <= one.collectedAt) found.set(one.candidateId, one)
  }
  return [...found.values()]
}

const Asked = Schema.Struct({
  question: Input.Ref,
  /** Answers of fewer people are not named; it can be raised only. */
  floor: Input.or(Schema.Int.pipe(Schema.between(Disclosure.leastFloor, 1_000_000)), () => Disclosure.leastFloor),
})

export interface Counted extends Disclosure.Disclosed {
  readonly question: string
  readonly floor: number
}

export type Count = (
  input: typeof Asked.Encoded,
) => Effect.Effect<Counted, InvalidInput | CorruptRecord | StorageFailure, Session>

const decode = Decoding.of(Asked)

/** How many bytes are read at once, where a store can. */
const concurrency = 8

/** Counts the answers to one question over everybody who chose to answer it: the only way out for them. */
export const count =
  (engine: Engine): Count =>
  (input) =>
    Effect.gen(function* () {
      const { floor, question } = yield* decode(input, "privacy.equalOpportunity", null)
      const { workspace } = yield* Session
      const rows = yield* allRows(engine, workspace, "equalOpportunity", null)
      const records = yield* Effect.forEach(rows, (row) => Decode.record("equalOpportunity", row))
      const all = yield* Effect.forEach(latest(records), (one) => answersOf(engine, workspace, one), { concurrency })
      const counts = new Map<string, number>()
      for (const answers of all) {
        const answer = answers !== null && Object.hasOwn(answers, question) ? answers[question] : undefined
        if (answer !== undefined) counts.set(answer, (counts.get(answer) ?? 0) + 1)
      }
      return { question, floor, ...Disclosure.disclose(counts, floor) }
    }).pipe(Effect.withSpan("matchloop.privacy.equalOpportunity", { captureStackTrace: false }))
