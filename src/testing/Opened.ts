import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Stream from "effect/Stream"
import type { Config } from "../engine/Config.js"
import { run } from "../engine/Promised.js"
import { type Crm, createMatchloop } from "../index.js"
import { Storage } from "../ports/Storage.js"
import type { StorageAdapter } from "../ports/StorageAdapter.js"

/** A storage that is open, for its own operations and for a whole matchloop over it. */
export interface Opened {
  readonly name: string
  readonly storage: Storage
  /** Runs to a promise that rejects with the very error of the failure. */
  readonly run: <A, E>(effect: Effect.Effect<A, E>) => Promise<A>
  readonly all: <A, E>(stream: Stream.Stream<A, E>) => Promise<ReadonlyArray<A>>
  /** The domain over this storage; closing it leaves the storage open. */
  readonly crm: (config?: Config) => Promise<Crm>
  readonly close: () => Promise<void>
}

export const open = async (adapter: StorageAdapter): Promise<Opened> => {
  const runtime = ManagedRuntime.make(adapter.layer)
  const storage = await run(runtime, Storage)
  const layer = Layer.succeed(Storage, storage)
  return {
    name: adapter.name,
    storage,
    run: (effect) => run(runtime, effect),
    all: (stream) =>
      run(
        runtime,
        Effect.map(Stream.runCollect(stream), (chunk) => Array.from(chunk)),
      ),
    crm: (config = {}) => createMatchloop({ ...config, storage: { name: adapter.name, layer } }),
    close: () => runtime.dispose(),
  }
}
