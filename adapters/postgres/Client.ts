import { Socket } from "node:net"
import * as Reactivity from "@effect/experimental/Reactivity"
import * as PgClient from "@effect/sql-pg/PgClient"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { Pool as PgPool } from "pg"
import { ConnectionLost } from "../../src/ports/StorageError.js"
import { driverError } from "../sql/Failure.js"

/** A pool of the host's, as `pg` makes it. */
export type Pool = Effect.Effect.Success<PgClient.PgClientFromPoolOptions["acquire"]>

export interface ServerOptions {
  /** `postgres://user:password@host:port/database`, with the parameters that `pg` knows. */
  readonly url: string
  /** Default: 10. One more is open while anybody follows the feed. */
  readonly maxConnections?: number
  /** How long a new connection may take. Default: 5,000. */
  readonly connectTimeoutMillis?: number
  /** After this the server gives up a statement (`StorageTimeout`). Default: the server's own setting. */
  readonly statementTimeoutMillis?: number
}

/** A socket that notices when the other side is gone for good. */
const socket = () => new Socket().setKeepAlive(true, 10_000)

const lost = (cause: unknown) => new ConnectionLost({ operation: "connect", cause })

const client = (pool: Pool): Effect.Effect<PgClient.PgClient, ConnectionLost, Scope.Scope> =>
  PgClient.fromPool({ acquire: Effect.succeed(pool) }).pipe(
    Effect.mapError((error) => lost(driverError(error))),
    Effect.provide(Reactivity.layer),
  )

/** An idle connection that dies is an event of the pool, which ends the process where nobody takes it. */
const ignore = () => undefined

/** A client, and the pool behind it. */
export interface Connected {
  readonly client: PgClient.PgClient
  readonly pool: Pool
}

/** Connects; an unreachable server is a `ConnectionLost`. */
export const connect = ({
  connectTimeoutMillis = 5_000,
  maxConnections = 10,
  statementTimeoutMillis,
  url,
}: ServerOptions): Effect.Effect<Connected, ConnectionLost, Scope.Scope> =>
  Effect.gen(function* () {
    const pool = yield* Effect.acquireRelease(
      Effect.sync(() => {
        const made = new PgPool({
          connectionString:
            statementTimeoutMillis === undefined
              ? url
              : `${url}${url.includes("?") ? "&" : "?"}statement_timeout=${statementTimeoutMillis}`,
          max: maxConnections,
          connectionTimeoutMillis: connectTimeoutMillis,
          application_name: "matchloop",
          stream: socket,
        })
        return made.on("error", ignore)
      }),
      // A connection whose server is gone may take for ever to say goodbye.
      (pool) => Effect.promise(() => pool.end()).pipe(Effect.interruptible, Effect.timeoutOption(Duration.seconds(1))),
    )
    yield* Effect.timeoutFail(Effect.tryPromise({ try: () => pool.query("select 1"), catch: lost }), {
      duration: Duration.millis(connectTimeoutMillis),
      onTimeout: () => lost(new Error("connection timed out")),
    })
    return { client: yield* client(pool), pool }
  })

/** A client over the host's pool, which stays the host's to end. */
export const share = (pool: Pool): Effect.Effect<Connected, ConnectionLost, Scope.Scope> =>
  Effect.gen(function* () {
    yield* Effect.acquireRelease(
      Effect.sync(() => pool.on("error", ignore)),
      () => Effect.sync(() => pool.off("error", ignore)),
    )
    return { client: yield* client(pool), pool }
  })
