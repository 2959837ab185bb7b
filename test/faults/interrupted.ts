import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { ChangeSet } from "../../src/domain/ChangeSet.js"
import type { StorageAdapter } from "../../src/index.js"
import { Storage } from "../../src/ports/Storage.js"

/** The adapter with its storage changed. */
export const over = (adapter: StorageAdapter, changed: (storage: Storage) => Partial<Storage>): StorageAdapter => ({
  name: adapter.name,
  layer: Layer.map(adapter.layer, (context) => {
    const storage = (context.unsafeMap.get(Storage.key) ?? null) as Storage
    const whole: Storage = { ...storage, ...changed(storage) }
    return Object.assign(context, { unsafeMap: new Map(context.unsafeMap).set(Storage.key, whole) })
  }),
})

/** A storage that does something else right before the first commit of a kind lands. */
export const interrupted = (
  adapter: StorageAdapter,
  isOne: (changes: ChangeSet) => boolean,
  meanwhile: () => Promise<unknown>,
): StorageAdapter => {
  let done = false
  return over(adapter, ({ commit }) => ({
    commit: (changes) => {
      if (done || !isOne(changes)) return commit(changes)
      done = true
      return Effect.zipRight(Effect.promise(meanwhile), commit(changes))
    },
  }))
}
