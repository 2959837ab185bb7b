import * as Effect from "effect/Effect"
import type { Instant } from "../../domain/Field.js"
import { isRef } from "../../domain/Input.js"
import { type NounName, nounOf, type RecordOf } from "../../domain/Nouns.js"
import type { Plan } from "../../domain/Plan.js"
import { type CorruptRecord, type InvalidInput, NotFound } from "../../domain/Refusal.js"
import type { Row } from "../../ports/Storage.js"
import type { StorageFailure } from "../../ports/StorageError.js"
import * as Decode from "../../domain/Decode.js"
import { asOf } from "../../domain/AsOf.js"
import * as Aliases from "../Aliases.js"
import * as Decoding from "../Decoding.js"
import type { Engine } from "../Engine.js"
import { Session } from "../Session.js"
import { type Sorting, sorting } from "./Gathering.js"
import * as Timeline from "./Timeline.js"

export type ProfileOf<A> = (
  id: string,
  options?: Timeline.ProfileOptions,
) => Effect.Effect<A, NotFound | InvalidInput | CorruptRecord | StorageFailure, Session>

/** A record that is shown whole, and what a plan loaded around it. */
export interface Around<N extends NounName> {
  readonly engine: Engine
  readonly workspace: string
  readonly at: Instant
  readonly asked: Timeline.Asked
  readonly record: RecordOf<N>
  readonly rows: { readonly [step: string]: ReadonlyArray<Row> }
  readonly sort: Sorting
}

/**
 * Shows a record with everything around it. The plan is asked with the record's id given as `id` and loads it as step
 * `subject`; an id that was merged away shows the record that stands for it.
 */
export const showing =
  <N extends NounName, A>(
    engine: Engine,
    command: string,
    noun: N,
    plan: Plan,
    show: (around: Around<N>) => Effect.Effect<A, StorageFailure>,
  ): ProfileOf<A> =>
  (id, raw) =>
    Effect.gen(function* () {
      if (!isRef(id)) return yield* Decoding.wrong(command, null, ["id"], "is no id")
      const asked = yield* Timeline.resolve(raw, command, id)
      const { workspace } = yield* Session
      const load = (id: string) =>
        Effect.map(
          engine.storage.load({ workspace, plan, given: { id: [id], fielded: [noun] }, idempotencyKey: null }),
          ({ rows }) => rows,
        )
      let rows = yield* load(id)
      if (rows.subject?.[0] === undefined && nounOf(id) === noun) {
        const current = yield* Aliases.currentOf(engine.storage, workspace, id)
        if (current !== null) rows = yield* load(current)
      }
      const subject = rows.subject?.[0]
      if (subject === undefined) return yield* new NotFound({ noun, id, field: "id" })
      const at = new Date(yield* engine.now).toISOString()
      const record = asOf(noun, yield* Decode.record(noun, subject), at, engine.config.pipelines ?? {})
      return yield* show({ engine, workspace, at, asked, record, rows, sort: sorting(engine, at) })
    }).pipe(Effect.withSpan(`matchloop.${command}`, { captureStackTrace: false }))
