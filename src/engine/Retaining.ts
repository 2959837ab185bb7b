import { recordsOf } from "../domain/Nouns.js"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Schema from "effect/Schema"
import * as Decode from "../domain/Decode.js"
import * as Input from "../domain/Input.js"
import type { Receipt } from "../domain/privacy/Erase.js"
import * as Retention from "../domain/privacy/Retention.js"
import type { CorruptRecord, InvalidInput } from "../domain/Refusal.js"
import { isLive } from "../domain/submission/Submission.js"
import { isStorageFailure, type StorageFailure } from "../ports/StorageError.js"
import * as Decoding from "./Decoding.js"
import * as Engine from "./Engine.js"
import { dossier, erase } from "./Privacy.js"
import { Session } from "./Session.js"

export const SweepInput = Schema.Struct({
  /** Whether to tell only: true where absent. */
  dryRun: Input.or(Schema.Boolean, () => true),
  /** How many people are looked at: 1,000 where absent. */
  limit: Input.or(Schema.Int.pipe(Schema.between(1, 10_000)), () => 1000),
  /** The cursor of the call before. */
  after: Input.maybe(Input.Ref),
})

export interface Swept {
  readonly due: ReadonlyArray<Retention.Due>
  /** How many of them were erased: nobody under a legal hold. */
  readonly erased: number
  /** What is left to show of each who was erased. */
  readonly receipts: ReadonlyArray<Receipt>
  /** Who was due and could not be erased, or does not decode, by the error that says why. */
  readonly stayed: ReadonlyArray<{ readonly candidateId: string; readonly because: string }>
  /** For `after` of the next call; null at the end. */
  readonly cursor: string | null
}

export type Sweep = (
  input?: typeof SweepInput.Encoded,
) => Effect.Effect<Swept, InvalidInput | CorruptRecord | StorageFailure, Session>

const name = "privacy.sweep"

/** Erases, or only names, those whose time has come by the agency's policy `retention`. */
export const sweep = (engine: Engine.Engine): Sweep => {
  const decode = Decoding.of(SweepInput)
  const run = erase(engine)
  return (raw) =>
    Effect.gen(function* () {
      const { dryRun, limit, after } = yield* decode(raw ?? {}, name, null)
      const { workspace } = yield* Session
      const policy = Engine.settingsOf(engine.config, workspace).retention
      if (policy === null) return { due: [], erased: 0, receipts: [], stayed: [], cursor: null }
      const now = new Date(yield* engine.now).toISOString()
      const rows = yield* engine.storage.list({
        workspace,
        noun: "candidate",
        filter: { field: "kind", is: "ne", value: "anonymized" },
        order: { field: "id", direction: "asc" },
        limit,
        after: after === null ? null : { value: after, id: after },
      })
      const due: Array<Retention.Due> = []
      const receipts: Array<Receipt> = []
      const stayed: Array<Swept["stayed"][number]> = []
      for (const row of rows) {
        const decoded = Decode.record("candidate", row)
        if (Either.isLeft(decoded)) {
          stayed.push({ candidateId: String(row.id), because: decoded.left._tag })
          continue
        }
        const candidate = decoded.right
        const months = Retention.monthsOf(policy, candidate.kind)
        if (months === null || Retention.addMonths(candidate.updatedAt, months) > now) continue
        const records = yield* dossier(engine, workspace, candidate.id)
        const found = Retention.due(
          policy,
          {
            candidate,
            consents: recordsOf("consent", records),
            holds: recordsOf("hold", records),
            isLive: recordsOf("submission", records).some(isLive),
            records: records.map(({ record }) => record),
          },
          now,
        )
        if (found !== null) due.push(found)
      }
      for (const { candidateId } of dryRun ? [] : due) {
        // Somebody may have put them under a hold, or erased them, meanwhile: the sweep goes on without them.
        const done = yield* Effect.either(run(candidateId, { reason: "retention" }))
        if (Either.isRight(done)) receipts.push(done.right.receipt)
        else if (isStorageFailure(done.left)) return yield* done.left
        else stayed.push({ candidateId, because: done.left._tag })
      }
      const last = rows.at(-1)
      return {
        due,
        erased: receipts.length,
        receipts,
        stayed,
        cursor: last === undefined || rows.length < limit ? null : String(last.id),
      }
    }).pipe(Effect.withSpan(`matchloop.${name}`, { captureStackTrace: false }))
}
