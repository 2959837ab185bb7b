/** Keeps what was used last, up to so many bytes. What it holds never changes, so that nothing in it can be stale. */
export interface Cache<A> {
  readonly get: (key: string) => A | undefined
  readonly set: (key: string, value: A, bytes: number) => void
}

export const make = <A>(most: number): Cache<A> => {
  const kept = new Map<string, { readonly value: A; readonly bytes: number }>()
  let total = 0
  return {
    get: (key) => {
      const found = kept.get(key)
      if (found === undefined) return undefined
      kept.delete(key)
      kept.set(key, found)
      return found.value
    },
    set: (key, value, bytes) => {
      if (bytes > most) return
      total += bytes - (kept.get(key)?.bytes ?? 0)
      kept.delete(key)
      kept.set(key, { value, bytes })
      for (const [oldest, { bytes: freed }] of kept) {
        if (total <= most) return
        kept.delete(oldest)
        total -= freed
      }
    },
  }
}
