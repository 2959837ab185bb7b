import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as ManagedRuntime from "effect/ManagedRuntime"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { Session } from "./Session.js"

/** An operation of the Effect API as a function that returns a promise, a live stream as an async iterable. */
export type Promised<T> = T extends (...args: infer A) => Effect.Effect<infer R, infer _E, infer _S>
  ? (...args: A) => Promise<R>
  : T extends (...args: infer A) => Stream.Stream<infer R, infer _E, infer _S>
    ? (...args: A) => AsyncIterable<R>
    : { readonly [K in keyof T]: Promised<T[K]> }

type Runtime<R = never> = ManagedRuntime.ManagedRuntime<R, unknown>

/** Runs to a promise that rejects with the very error of the failure, so that `_tag` and `instanceof` work. */
export const run = async <A, E, R>(runtime: Runtime<R>, effect: Effect.Effect<A, E, R>): Promise<A> => {
  const exit = await runtime.runPromiseExit(effect)
  if (Exit.isSuccess(exit)) return exit.value
  throw Option.getOrElse(Cause.failureOption(exit.cause), () => Cause.squash(exit.cause))
}

/** The operations bound to a runtime and a session. */
export const promised = <T extends object>(operations: T, runtime: Runtime, session: Session): Promised<T> =>
  Object.fromEntries(
    Object.entries(operations).map(([name, value]) => [
      name,
      typeof value !== "function"
        ? promised(value as object, runtime, session)
        : (...args: ReadonlyArray<unknown>) => {
            const made: unknown = value(...args)
            return Effect.isEffect(made)
              ? run(runtime, Effect.provideService(made as Effect.Effect<unknown, unknown, Session>, Session, session))
              : Stream.toAsyncIterable(
                  Stream.provideService(made as Stream.Stream<unknown, unknown, Session>, Session, session),
                )
          },
    ]),
  ) as Promised<T>
