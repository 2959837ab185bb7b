import * as Effect from "effect/Effect"

/** A pause of the real clock: a test's clock does not move the other process that holds the lock. */
export const pause = (milliseconds: number): Effect.Effect<void> =>
  Effect.async((resume) => {
    const timer = setTimeout(() => resume(Effect.void), milliseconds)
    return Effect.sync(() => clearTimeout(timer))
  })
