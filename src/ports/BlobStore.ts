import type * as Effect from "effect/Effect"
import type { StorageFailure } from "./StorageError.js"

/**
 * Where the bytes of documents are kept, if not in the database. `put` comes before the commit that refers to it, so
 * that a blob may be left over after a failure, but never missing.
 */
export interface BlobStore {
  readonly put: (workspace: string, key: string, bytes: Uint8Array) => Effect.Effect<void, StorageFailure>
  readonly get: (workspace: string, key: string) => Effect.Effect<Uint8Array | null, StorageFailure>
}
