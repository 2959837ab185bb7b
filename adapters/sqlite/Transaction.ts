import * as SqlClient from "@effect/sql/SqlClient"
import type { Connection } from "@effect/sql/SqlConnection"
import { SqlError } from "@effect/sql/SqlError"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type { StorageFailure } from "../../src/ports/StorageError.js"
import { driverError, failed, messageOf } from "../sql/Failure.js"
import { run } from "./Driver.js"
import { isBusy, judge } from "./Failure.js"
import { pause } from "../sql/Pause.js"
import type { Turns } from "./Turns.js"

export interface Transactions {
  /** The one connection; to be used inside of the functions below only. */
  readonly connection: Connection
  /** Runs one query, in the transaction that the caller is in or alone. */
  readonly alone: <A>(operation: string, query: Effect.Effect<A, SqlError>) => Effect.Effect<A, StorageFailure>
  /** Runs queries that must see one state. */
  readonly snapshot: <A, E, R>(
    operation: string,
    body: Effect.Effect<A, E, R>,
  ) => Effect.Effect<A, E | StorageFailure, R>
  /** Runs reads and writes as one unit, behind the database's write lock; inside of a transaction, as a part of it. */
  readonly transaction: <A, E, R>(
    operation: string,
    body: Effect.Effect<A, E, R>,
  ) => Effect.Effect<A, E | StorageFailure, R>
}

/**
 * Transactions that begin with `BEGIN IMMEDIATE`: one that reads first and then finds that another process wrote
 * cannot be saved. They carry the tag of the client's own, so that the two nest either way.
 *
 * The client's `makeWithTransaction` would do, but that a failed `COMMIT` is a defect in it and leaves the transaction
 * open.
 */
export const make = (connection: Connection, turns: Turns, busyTimeoutMillis: number): Transactions => {
  /** The transaction that is ours from the beginning, if one is open; `clean` while nothing is written in it. */
  let own: { clean: boolean } | undefined

  const execute = (operation: string, text: string): Effect.Effect<void, StorageFailure> =>
    Effect.mapError(run(connection, text), failed(judge, operation))

  const enter = <A, E, R>(body: Effect.Effect<A, E, R>, depth: number): Effect.Effect<A, E, R> =>
    Effect.mapInputContext(body, (context: Context.Context<R>) =>
      Context.add(context, SqlClient.TransactionConnection, [connection, depth]),
    )

  /** Whether a transaction may still be open that nobody is in, since its rollback failed. */
  let abandoned = false

  const takeBack: Effect.Effect<void, SqlError> = Effect.matchEffect(run(connection, "rollback"), {
    onSuccess: () => {
      abandoned = false
      return Effect.void
    },
    onFailure: (error) => {
      // After some errors SQLite has rolled back by itself.
      abandoned = !messageOf(driverError(error)).includes("no transaction is active")
      return abandoned ? Effect.fail(error) : Effect.void
    },
  })

  const rollback = (operation: string): Effect.Effect<void, StorageFailure> =>
    Effect.mapError(takeBack, failed(judge, operation))

  /** Nothing is read from a transaction that somebody left behind, and none begins in it. */
  const tidied: Effect.Effect<void, SqlError> = Effect.suspend(() => (abandoned ? takeBack : Effect.void))

  /** One try; the error itself where another process holds the lock. */
  const attempt = <A, E, R>(
    operation: string,
    begin: string,
    body: Effect.Effect<A, E, R>,
  ): Effect.Effect<Exit.Exit<A, E | StorageFailure> | SqlError, never, R> =>
    Effect.uninterruptibleMask((restore) =>
      Effect.flatMap(
        Effect.exit(turns.take(restore)),
        (turn): Effect.Effect<Exit.Exit<A, E | StorageFailure> | SqlError, never, R> =>
          Exit.isFailure(turn)
            ? Effect.succeed(Exit.mapError(Exit.failCause(turn.cause), failed(judge, operation)))
            : Effect.ensuring(whole(operation, begin, restore(enter(body, 0))), turn.value),
      ),
    )

  const whole = <A, E, R>(
    operation: string,
    begin: string,
    body: Effect.Effect<A, E, R>,
  ): Effect.Effect<Exit.Exit<A, E | StorageFailure> | SqlError, never, R> =>
    Effect.matchEffect(abandoned ? Effect.zipRight(tidied, run(connection, begin)) : run(connection, begin), {
      onFailure: (error): Effect.Effect<Exit.Exit<A, E | StorageFailure> | SqlError> =>
        Effect.succeed(isBusy(driverError(error)) ? error : Exit.fail(failed(judge, operation)(error))),
      onSuccess: () => {
        own = { clean: true }
        return Effect.flatMap(Effect.exit(body), (exit) => {
          own = undefined
          return end(operation, exit)
        })
      },
    })

  /** Ends the transaction as its body ended. */
  const end = <A, E>(
    operation: string,
    exit: Exit.Exit<A, E | StorageFailure>,
  ): Effect.Effect<Exit.Exit<A, E | StorageFailure>> =>
    Effect.matchCauseEffect(Exit.isSuccess(exit) ? execute(operation, "commit") : rollback(operation), {
      onSuccess: () => Effect.succeed(exit),
      onFailure: (cause) => {
        const failure = Exit.failCause(cause)
        return Exit.isSuccess(exit) ? Effect.as(Effect.exit(rollback(operation)), failure) : Effect.succeed(failure)
      },
    })

  const orBusy =
    (operation: string) =>
    <A>(exit: Exit.Exit<A, SqlError>): Exit.Exit<A, StorageFailure> | SqlError =>
      Exit.isFailure(exit) && exit.cause._tag === "Fail" && isBusy(driverError(exit.cause.error))
        ? exit.cause.error
        : Exit.mapError(exit, failed(judge, operation))

  /** Tries until another process has let go of the database. */
  const patient = <A, E, R>(
    operation: string,
    attempt: Effect.Effect<Exit.Exit<A, E | StorageFailure> | SqlError, never, R>,
  ): Effect.Effect<A, E | StorageFailure, R> =>
    Effect.suspend(() => {
      const deadline = performance.now() + busyTimeoutMillis
      const again: Effect.Effect<A, E | StorageFailure, R> = Effect.flatMap(
        attempt,
        (outcome): Effect.Effect<A, E | StorageFailure, R> => {
          if (!(outcome instanceof SqlError)) return outcome
          if (performance.now() < deadline) return Effect.zipRight(pause(1 + Math.random() * 9), again)
          return Effect.fail(failed(judge, operation)(outcome))
        },
      )
      return again
    })

  /**
   * A part of our own transaction before anything is written in it: taken back by beginning again. A savepoint would
   * do, but makes SQLite copy every page that the part touches.
   */
  const first = <A, E, R>(
    operation: string,
    whole: { clean: boolean },
    body: Effect.Effect<A, E, R>,
  ): Effect.Effect<A, E | StorageFailure, R> =>
    Effect.uninterruptibleMask((restore) =>
      Effect.flatMap(Effect.exit(restore(body)), (exit): Effect.Effect<A, E | StorageFailure> => {
        whole.clean = Exit.isFailure(exit)
        return whole.clean
          ? Effect.zipRight(Effect.zipRight(rollback(operation), execute(operation, "begin immediate")), exit)
          : exit
      }),
    )

  const nested = <A, E, R>(
    operation: string,
    depth: number,
    body: Effect.Effect<A, E, R>,
  ): Effect.Effect<A, E | StorageFailure, R> =>
    Effect.uninterruptibleMask((restore) =>
      Effect.gen(function* () {
        const savepoint = `effect_sql_${depth}`
        yield* execute(operation, `savepoint ${savepoint}`)
        const exit = yield* Effect.exit(restore(enter(body, depth)))
        if (Exit.isFailure(exit)) yield* execute(operation, `rollback to savepoint ${savepoint}`)
        yield* execute(operation, `release savepoint ${savepoint}`)
        return yield* exit
      }),
    )

  /** The depth of the caller's transaction on this very connection. */
  const depthOf = <A, E, R>(use: (depth: number | undefined) => Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.contextWithEffect((context: Context.Context<never>) => {
      const current = Context.getOption(context, SqlClient.TransactionConnection)
      return use(current._tag === "Some" && current.value[0] === connection ? current.value[1] : undefined)
    })

  return {
    connection,
    alone: (operation, query) =>
      depthOf((depth) =>
        depth === undefined
          ? patient(
              operation,
              Effect.map(
                Effect.exit(
                  Effect.uninterruptibleMask((restore) =>
                    Effect.flatMap(turns.take(restore), (back) =>
                      Effect.ensuring(restore(Effect.zipRight(tidied, query)), back),
                    ),
                  ),
                ),
                orBusy(operation),
              ),
            )
          : Effect.mapError(query, failed(judge, operation)),
      ),
    snapshot: <A, E, R>(operation: string, body: Effect.Effect<A, E, R>) =>
      depthOf(
        (depth): Effect.Effect<A, E | StorageFailure, R> =>
          depth === undefined ? patient(operation, attempt(operation, "begin", body)) : body,
      ),
    transaction: (operation, body) =>
      depthOf((depth) => {
        if (depth === undefined) return patient(operation, attempt(operation, "begin immediate", body))
        return depth === 0 && own?.clean === true ? first(operation, own, body) : nested(operation, depth + 1, body)
      }),
  }
}
