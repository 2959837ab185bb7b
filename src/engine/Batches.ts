import * as Effect from "effect/Effect"

export type Rows<A> = Iterable<A> | AsyncIterable<A>

interface Pulled<A> {
  readonly batch: ReadonlyArray<A>
  readonly end: "no" | "yes" | { readonly thrown: unknown }
}

/**
 * Runs the body on the rows in batches, one after another. What the rows throw is a defect, after the body has had
 * those before it.
 *
 * A batch is pulled in one go: each row by itself through a `Stream` costs as much as to insert it.
 */
export const forEachBatch = <A, E, R>(
  rows: Rows<A>,
  size: number,
  body: (batch: ReadonlyArray<A>) => Effect.Effect<void, E, R>,
): Effect.Effect<void, E, R> =>
  Effect.suspend(() => {
    let ended = false
    return Effect.acquireUseRelease(
      Effect.sync(() => (Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]())),
      (iterator) =>
        Effect.whileLoop({
          while: () => !ended,
          body: () =>
            Effect.flatMap(pull(iterator, size), ({ batch, end }) => {
              ended = end !== "no"
              const done = batch.length === 0 ? Effect.void : body(batch)
              return typeof end === "object" ? Effect.zipRight(done, Effect.die(end.thrown)) : done
            }),
          step: () => undefined,
        }),
      (iterator) => (ended ? Effect.void : Effect.promise(async () => iterator.return?.())),
    )
  })

const pull = <A>(iterator: Iterator<A> | AsyncIterator<A>, size: number): Effect.Effect<Pulled<A>> =>
  Effect.promise(async (interrupted) => {
    const batch: Array<A> = []
    try {
      while (batch.length < size && !interrupted.aborted) {
        const next = await iterator.next()
        if (next.done === true) return { batch, end: "yes" }
        batch.push(next.value)
      }
      return { batch, end: "no" }
    } catch (thrown) {
      return { batch, end: { thrown } }
    }
  })
