import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import type { Entry } from "../domain/Ledger.js"
import type { InvalidInput } from "../domain/Refusal.js"
import type { LedgerPage } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"
import * as Decoding from "./Decoding.js"
import type { Engine } from "./Engine.js"
import { Session } from "./Session.js"

export interface ReadRequest {
  /** The cursor of an earlier page; from the first entry where absent. */
  readonly after?: string | null
  /** 100 where absent, 1,000 at most. */
  readonly limit?: number
}

export interface FollowRequest {
  readonly after?: string | null
  /** How long to wait at most before looking again, milliseconds: 1,000 where absent. A wake-up comes sooner. */
  readonly pollMillis?: number
}

/** Some entries, and the cursor to go on after them. */
export interface Followed {
  readonly entries: ReadonlyArray<Entry>
  readonly cursor: string
}

const cursorText = Schema.NullOr(
  Schema.String.pipe(Schema.pattern(/^[A-Za-z0-9._:-]{1,200}$/, { message: () => "is no cursor" })),
)
const decodeRead = Decoding.of(
  Schema.Struct({
    after: Schema.optionalWith(cursorText, { default: () => null }),
    limit: Schema.optionalWith(Schema.Int.pipe(Schema.between(1, 1000)), { default: () => 100 }),
  }),
)
const decodeFollow = Decoding.of(
  Schema.Struct({
    after: Schema.optionalWith(cursorText, { default: () => null }),
    pollMillis: Schema.optionalWith(Schema.Int.pipe(Schema.between(10, 3_600_000)), { default: () => 1000 }),
  }),
)

const batch = 500

/** A page of the workspace's ledger in feed order: gap free, no entry twice. */
export const read =
  (engine: Engine) =>
  (request?: ReadRequest): Effect.Effect<LedgerPage, InvalidInput | StorageFailure, Session> =>
    Effect.gen(function* () {
      const input = yield* decodeRead(request ?? {}, "ledger.read", null)
      const { workspace } = yield* Session
      return yield* engine.storage.ledger(workspace, input)
    })

/** The ledger from a cursor on, and then for ever: pages as they come. Woken by the database where it can, else polling. */
export const follow =
  (engine: Engine) =>
  (request?: FollowRequest): Stream.Stream<Followed, InvalidInput | StorageFailure, Session> =>
    Stream.unwrap(
      Effect.gen(function* () {
        const { after, pollMillis } = yield* decodeFollow(request ?? {}, "ledger.follow", null)
        const { workspace } = yield* Session
        const { storage } = engine
        const drain = (start: string | null) =>
          Stream.paginateChunkEffect(start, (cursor) =>
            Effect.map(storage.ledger(workspace, { after: cursor, limit: batch }), (page) => [
              page.entries.length === 0 ? Chunk.empty<Followed>() : Chunk.of<Followed>(page),
              page.entries.length < batch ? Option.none<string>() : Option.some(page.cursor),
            ]),
          )
        const ticks = Stream.merge(Stream.tick(pollMillis), storage.wake(workspace)).pipe(
          Stream.buffer({ capacity: 1, strategy: "sliding" }),
        )
        let cursor = after
        return ticks.pipe(
          Stream.flatMap(() => Stream.suspend(() => drain(cursor))),
          Stream.tap((page) =>
            Effect.sync(() => {
              cursor = page.cursor
            }),
          ),
        )
      }),
    )
