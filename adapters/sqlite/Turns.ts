import type { SqlClient } from "@effect/sql/SqlClient"
import type { SqlError } from "@effect/sql/SqlError"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Scope from "effect/Scope"

type Restore = <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>

/** Turns on a client's one connection: whoever has the turn is alone with the connection. */
export interface Turns {
  /** Waits for the turn, which is the only part that can be interrupted; gives what hands it back. */
  readonly take: (restore: Restore) => Effect.Effect<Effect.Effect<void>, SqlError>
}

/** Turns on a client that its host uses too: those of the client itself. */
export const shared = (client: SqlClient): Turns => ({
  take: (restore) =>
    Effect.flatMap(Scope.make(), (scope) => {
      const back = Scope.close(scope, Exit.void)
      return Effect.onError(Effect.as(restore(Scope.extend(client.reserve, scope)), back), () => back)
    }),
})

/**
 * Turns on a client that nobody else has. The client's own would do, but that even a free one makes the fiber wait for
 * its scheduler: a third of what a short transaction takes.
 */
export const own = (): Turns => {
  const waiting = new Set<() => void>()
  let taken = false
  const back = Effect.sync(() => {
    const [next] = waiting
    if (next === undefined) taken = false
    else {
      waiting.delete(next)
      next()
    }
  })
  return {
    take: (restore) =>
      Effect.suspend(() => {
        if (!taken) {
          taken = true
          return Effect.succeed(back)
        }
        let given = false
        let next = () => {}
        const turn = Effect.async<Effect.Effect<void>>((resume) => {
          next = () => {
            given = true
            resume(Effect.succeed(back))
          }
          // It may have come free before this: a fiber can be made to pause anywhere.
          if (taken) waiting.add(next)
          else {
            taken = true
            next()
          }
        })
        // Nobody waits any more; given in the very moment of the interruption, the turn goes on to the next. Here and
        // not in what `async` may return: a fiber that pauses and is interrupted in between never gets to that.
        const leave = Effect.suspend(() => {
          if (given) return back
          // In this very step: a fiber can pause between two, and be given the turn meanwhile.
          waiting.delete(next)
          return Effect.void
        })
        return Effect.onError(restore(turn), () => leave)
      }),
  }
}
