import type { SqlError } from "@effect/sql/SqlError"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { codeOf, driverError } from "../sql/Failure.js"
import type { Sql } from "./Driver.js"

/** Runs a statement in a transaction. */
export type Run = (
  sql: Sql,
  values: ReadonlyArray<unknown>,
) => Effect.Effect<ReadonlyArray<ReadonlyArray<unknown>>, SqlError>

/** After a statement that failed, the server refuses all others until the transaction, or its part, is taken back. */
const aborted = "25P02"

/** The same, which keeps the error of the statement by which the transaction failed. */
export const watched = (run: Run): { readonly run: Run; readonly failure: () => SqlError | undefined } => {
  let failure: SqlError | undefined
  return {
    run: (sql, values) =>
      Effect.tapError(run(sql, values), (error) =>
        Effect.sync(() => {
          if (codeOf(driverError(error)) !== aborted) failure = error
        }),
      ),
    failure: () => failure,
  }
}

/**
 * A part of a transaction: what fails is taken back alone, and the transaction goes on. A body that succeeds though a
 * statement of it failed has failed.
 */
export const within = <A, E, R, F>(
  { depth, run: plain }: { readonly depth: number; readonly run: Run },
  judged: (error: SqlError) => F,
  body: (run: Run) => Effect.Effect<A, E, R>,
): Effect.Effect<A, E | F, R> =>
  Effect.uninterruptibleMask((restore) =>
    Effect.gen(function* () {
      const { failure, run } = watched(plain)
      const savepoint = `effect_sql_${depth + 1}`
      const say = (text: string) => Effect.asVoid(plain({ text, name: null }, []))
      const release = say(`release savepoint ${savepoint}`)
      const back = Effect.ignore(Effect.zipRight(say(`rollback to savepoint ${savepoint}`), release))
      yield* Effect.mapError(say(`savepoint ${savepoint}`), judged)
      const exit = yield* Effect.exit(restore(body(run)))
      if (Exit.isFailure(exit)) yield* back
      else yield* Effect.catchAll(release, (error) => Effect.zipRight(back, Effect.fail(judged(failure() ?? error))))
      return yield* exit
    }),
  )
