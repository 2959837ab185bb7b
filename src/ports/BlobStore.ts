import * as Effect from "effect/Effect"
import { StorageFault, type StorageFailure } from "./StorageError.js"

/** What a blob store answers with: an Effect, or a promise whose rejection is a `StorageFault`. */
export type Answer<A> = Effect.Effect<A, StorageFailure> | Promise<A>

/**
 * Where the bytes of documents are kept, if not in the database. `put` comes before the commit that refers to it, so
 * that a blob may be left over after a failure, but never missing.
 */
export interface BlobStore {
  readonly put: (workspace: string, key: string, bytes: Uint8Array) => Answer<void>
  readonly get: (workspace: string, key: string) => Answer<Uint8Array | null>
  /** Comes after the commit of an erasure; where a store has none, the bytes are overwritten by none. */
  readonly remove?: (workspace: string, key: string) => Answer<void>
}

/** An answer as an Effect, whichever it was. */
export const answered = <A>(operation: string, ask: () => Answer<A>): Effect.Effect<A, StorageFailure> =>
  Effect.suspend(() => {
    const answer = ask()
    return Effect.isEffect(answer)
      ? answer
      : Effect.tryPromise({ try: () => answer, catch: (cause) => new StorageFault({ operation, cause }) })
  })
