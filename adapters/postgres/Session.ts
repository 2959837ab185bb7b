import * as SqlClient from "@effect/sql/SqlClient"
import type { Connection } from "@effect/sql/SqlConnection"
import type { SqlError } from "@effect/sql/SqlError"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Scope from "effect/Scope"
import { type StorageFailure, StorageFault, StorageTimeout } from "../../src/ports/StorageError.js"
import { driverError, failed } from "../sql/Failure.js"
import type { Pool } from "./Client.js"
import { clientOf, commit, end, execute, type Sql } from "./Driver.js"
import { judge } from "./Failure.js"
import { type Run, watched, within } from "./Savepoint.js"
import { straight } from "./Straight.js"

export type Rows = ReadonlyArray<ReadonlyArray<unknown>>

export interface SessionOptions {
  readonly acquireTimeoutMillis: number
  /** How long the server may take to answer a statement before the connection counts as lost. */
  readonly answerTimeoutMillis: number
  /** Whether a transaction of the caller's is one of this client. */
  readonly joins: boolean
  /** The pool behind the client, where it is known. */
  readonly pool?: Pool
}

/** A transaction that the caller is in. */
export interface Joined {
  readonly depth: number
  /** Whether we began it. */
  readonly isOurs: boolean
  readonly run: Run
}

/** The transactions, or parts of the caller's, that sessions began themselves, which whatever runs in them finds by its session. */
class Own extends Context.Reference<Own>()("matchloop/postgres/Own", {
  defaultValue: (): ReadonlyMap<object, Joined> => new Map(),
}) {}

export interface Session {
  /** Runs a statement in the caller's transaction, or on any connection. */
  readonly run: (
    operation: string,
    sql: Sql,
    values: ReadonlyArray<unknown>,
  ) => Effect.Effect<Rows, SqlError | StorageTimeout>
  /** Lends a connection. The body runs to its end even where the caller is interrupted. */
  readonly lend: <A, E>(
    operation: string,
    body: (connection: Connection) => Effect.Effect<A, E>,
  ) => Effect.Effect<A, E | SqlError | StorageTimeout>
  /**
   * Runs the body as one transaction, or as a part of the caller's; each of its statements sees what is there by then.
   * Fails where one of them failed, though the body succeeds.
   */
  readonly transaction: <A, E, R>(
    operation: string,
    body: Effect.Effect<A, E, R>,
  ) => Effect.Effect<A, E | StorageFailure, R>
  /** Lends a connection for as long as the scope is open. */
  readonly borrow: (operation: string) => Effect.Effect<Connection, SqlError | StorageTimeout, Scope.Scope>
  readonly joined: Effect.Effect<Joined | undefined>
}

/**
 * Statements on connections of a client.
 *
 * A statement that is under way is not interruptible: the client would cancel it from another connection, which the
 * pool may not have, and by the time the cancellation arrives it may hit somebody else's statement.
 */
export const make = (client: SqlClient.SqlClient, options: SessionOptions): Session => {
  const acquire = (
    operation: string,
    scope: Scope.CloseableScope,
    restore: <A, E>(effect: Effect.Effect<A, E>) => Effect.Effect<A, E>,
  ) =>
    // The client forgets a connection that it was waiting for when interrupted; so somebody else waits for it.
    Effect.flatMap(Effect.forkDaemon(Scope.extend(client.reserve, scope)), (waiting) =>
      Effect.onError(
        restore(
          Effect.async<Connection, SqlError | StorageTimeout>((resume) => {
            const timer = setTimeout(
              () =>
                resume(
                  Effect.fail(
                    new StorageTimeout({ operation, cause: new Error("no connection of the pool was free") }),
                  ),
                ),
              options.acquireTimeoutMillis,
            )
            waiting.addObserver((exit) => {
              clearTimeout(timer)
              resume(exit)
            })
            return Effect.sync(() => clearTimeout(timer))
          }),
        ),
        () => Effect.forkDaemon(Effect.zipRight(Fiber.await(waiting), Scope.close(scope, Exit.void))),
      ),
    )

  const lend: Session["lend"] = (operation, body) =>
    Effect.uninterruptibleMask((restore) =>
      Effect.flatMap(Scope.make(), (scope) =>
        Effect.flatMap(acquire(operation, scope, restore), (connection) =>
          Effect.ensuring(body(connection), Scope.close(scope, Exit.void)),
        ),
      ),
    )

  const timed = <A>(connection: Connection, statement: Effect.Effect<A, SqlError>) =>
    Effect.suspend(() => {
      const timer = setTimeout(() => end(connection), options.answerTimeoutMillis)
      return Effect.onExit(statement, (exit) =>
        Effect.sync(() => {
          clearTimeout(timer)
          // The error comes before the socket closes: until then the pool takes the connection for a good one.
          if (Exit.isFailure(exit) && exit.cause._tag === "Fail" && judge(driverError(exit.cause.error)) === "lost")
            end(connection)
        }),
      )
    })

  const guarded = (connection: Connection, sql: Sql, values: ReadonlyArray<unknown>) =>
    timed(connection, execute(connection, sql, values))

  const alone: Session["run"] =
    options.pool === undefined
      ? (operation, sql, values) => lend(operation, (connection) => guarded(connection, sql, values))
      : straight(options.pool, options)

  /** Stands for this session among others in the same fiber. */
  const self = {}

  const ownIn = (context: Context.Context<never>): Joined | undefined => Context.get(context, Own).get(self)

  const joinedIn = (context: Context.Context<never>): Joined | undefined => {
    const own = ownIn(context)
    if (own !== undefined || !options.joins) return own
    const current = Context.getOption(context, SqlClient.TransactionConnection)
    if (current._tag === "None" || clientOf(current.value[0]) === undefined) return undefined
    const [connection, depth] = current.value
    // Nobody knows here how long it may take.
    return { depth, isOurs: false, run: (sql, values) => Effect.uninterruptible(execute(connection, sql, values)) }
  }

  const joined = Effect.map(Effect.context<never>(), joinedIn)

  const borrow: Session["borrow"] = (operation) =>
    Effect.uninterruptibleMask((restore) =>
      Effect.flatMap(Scope.make(), (scope) =>
        Effect.zipLeft(
          acquire(operation, scope, restore),
          Effect.addFinalizer(() => Scope.close(scope, Exit.void)),
        ),
      ),
    )

  const begun = <A, E, R>(operation: string, body: Effect.Effect<A, E, R>): Effect.Effect<A, E | StorageFailure, R> =>
    Effect.scoped(
      Effect.uninterruptibleMask((restore) =>
        Effect.gen(function* () {
          const ours = <B, R>(effect: Effect.Effect<B, SqlError | StorageTimeout, R>) =>
            Effect.mapError(effect, (error) => (error._tag === "SqlError" ? failed(judge, operation)(error) : error))
          const connection = yield* restore(ours(borrow(operation)))
          const run = (text: string) => guarded(connection, { text, name: null }, [])
          const { failure, run: inside } = watched((sql, values) =>
            Effect.uninterruptible(guarded(connection, sql, values)),
          )
          const own = new Map([...(yield* Own), [self, { depth: 0, isOurs: true, run: inside }]])
          yield* ours(run("begin isolation level read committed"))
          const exit = yield* Effect.exit(restore(Effect.provideService(body, Own, own)))
          // A connection that cannot even do this is not lent again.
          const back = Effect.catchAll(run("rollback"), () => Effect.sync(() => end(connection)))
          if (Exit.isFailure(exit)) yield* back
          else if (!(yield* Effect.onError(ours(timed(connection, commit(connection))), () => back))) {
            const swallowed = failure()
            return yield* swallowed === undefined
              ? new StorageFault({ operation, cause: new Error("the server took the transaction back") })
              : failed(judge, operation)(swallowed)
          }
          return yield* exit
        }),
      ),
    )

  /** Runs the body as a part of a transaction that somebody else began. */
  const joining = <A, E, R>(operation: string, { depth, run }: Joined, body: Effect.Effect<A, E, R>) =>
    Effect.flatMap(Own, (known) =>
      within({ depth, run }, failed(judge, operation), (run) =>
        Effect.provideService(body, Own, new Map([...known, [self, { depth: depth + 1, isOurs: false, run }]])),
      ),
    )

  return {
    lend,
    borrow,
    joined,
    transaction: (operation, body) =>
      Effect.flatMap(joined, (transaction) =>
        transaction === undefined
          ? begun(operation, body)
          : transaction.isOurs
            ? body
            : joining(operation, transaction, body),
      ),
    run: (operation, sql, values) =>
      Effect.contextWithEffect((context: Context.Context<never>) => {
        const transaction = joinedIn(context)
        return transaction === undefined ? alone(operation, sql, values) : transaction.run(sql, values)
      }),
  }
}
