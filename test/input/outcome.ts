/** How a call ended, in plain words: what it gave, or the tag and the data of what it failed with. */
export interface Outcome {
  readonly value?: unknown
  readonly error?: { readonly _tag: string; readonly [field: string]: unknown }
}

const plain = (error: unknown): NonNullable<Outcome["error"]> => {
  if (typeof error !== "object" || error === null) return { _tag: `not an error: ${String(error)}` }
  const { _tag, ...data } = { _tag: undefined, ...error }
  const { message } = error as Error
  return { ...data, message, _tag: typeof _tag === "string" ? _tag : `untyped ${(error as Error).name}: ${message}` }
}

/** Calls, and waits. A call that throws instead of rejecting is told apart, since no caller expects it. */
export const outcomeOf = async (call: () => unknown): Promise<Outcome> => {
  let pending: unknown
  try {
    pending = call()
  } catch (error) {
    return { error: { ...plain(error), _tag: `thrown at once: ${plain(error)._tag}` } }
  }
  try {
    if (typeof pending === "object" && pending !== null && Symbol.asyncIterator in pending) {
      const iterator = (pending as AsyncIterable<unknown>)[Symbol.asyncIterator]()
      const first = await iterator.next()
      await iterator.return?.()
      return { value: first.value }
    }
    return { value: await pending }
  } catch (error) {
    return { error: plain(error) }
  }
}
