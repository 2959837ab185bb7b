import type * as Layer from "effect/Layer"
import type { Storage } from "./Storage.js"
import type { MigrationDrift, StorageFailure } from "./StorageError.js"

/** A database to give to `createMatchloop`: what `memory()`, `sqlite(…)` and `postgres(…)` return. */
export interface StorageAdapter {
  readonly name: string
  /** Opens the storage and brings its schema up to date; closing the layer closes what it opened. */
  readonly layer: Layer.Layer<Storage, StorageFailure | MigrationDrift>
}
