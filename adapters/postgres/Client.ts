import { Socket } from "node:net"
import * as Reactivity from "@effect/experimental/Reactivity"
import * as PgClient from "@effect/sql-pg/PgClient"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type * as Scope from "effect/Scope"
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

/** Connects; an unreachable server is a `ConnectionLost`. */
export const connect = ({
  connectTimeoutMillis = 5_000,
  maxConnections = 10,
  statementTimeoutMillis,
  url,
}: ServerOptions): Effect.Effect<PgClient.PgClient, ConnectionLost, Scope.Scope> =>
  PgClient.make({
    url: Redacted.make(
      statementTimeoutMillis === undefined
        ? url
        : `${url}${url.includes("?") ? "&" : "?"}statement_timeout=${statementTimeoutMillis}`,
    ),
    maxConnections,
    connectTimeout: Duration.millis(connectTimeoutMillis),
    applicationName: "matchloop",
    stream: socket,
  }).pipe(
    Effect.mapError((error) => new ConnectionLost({ operation: "connect", cause: driverError(error) })),
    Effect.provide(Reactivity.layer),
  )

/** A client over the host's pool, which stays the host's to end. */
export const share = (pool: Pool): Effect.Effect<PgClient.PgClient, ConnectionLost, Scope.Scope> =>
  Effect.gen(function* () {
    // An idle connection that dies is an event of the pool, which ends the process where nobody takes it.
    const ignore = () => undefined
    yield* Effect.acquireRelease(
      Effect.sync(() => pool.on("error", ignore)),
      () => Effect.sync(() => pool.off("error", ignore)),
    )
    return yield* PgClient.fromPool({ acquire: Effect.succeed(pool) })
  }).pipe(
    Effect.mapError((error) => new ConnectionLost({ operation: "connect", cause: driverError(error) })),
    Effect.provide(Reactivity.layer),
  )
