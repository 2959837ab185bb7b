import { SqlError } from "@effect/sql/SqlError"
import * as Effect from "effect/Effect"
import { StorageTimeout } from "../../src/ports/StorageError.js"
import type { Pool } from "./Client.js"
import type { Sql } from "./Driver.js"
import { judge } from "./Failure.js"
import type { Rows, SessionOptions } from "./Session.js"

type Limits = Pick<SessionOptions, "acquireTimeoutMillis" | "answerTimeoutMillis">

const noneFree = () => new Error("no connection of the pool was free")

/**
 * Runs one statement on any connection of a pool, with nothing but the driver's own callbacks: a scope and a fiber for
 * each connection that is lent cost as much as all else that a short command does in this process.
 *
 * To wait for a connection can be interrupted. A statement that is under way runs to its end, and only then the
 * interruption goes on.
 */
export const straight =
  (pool: Pool, { acquireTimeoutMillis, answerTimeoutMillis }: Limits) =>
  (
    operation: string,
    { name, text }: Sql,
    values: ReadonlyArray<unknown>,
  ): Effect.Effect<Rows, SqlError | StorageTimeout> =>
    Effect.async((resume) => {
      /** Nobody waits any more: a connection that still comes goes straight back. */
      let gone = false
      /** Called when the connection is back, once it was given. */
      let whenBack: (() => void) | undefined
      let state: "waiting" | "running" | "back" = "waiting"
      let timer = setTimeout(() => {
        gone = true
        resume(Effect.fail(new StorageTimeout({ operation, cause: noneFree() })))
      }, acquireTimeoutMillis)

      pool.connect((refused, client, release) => {
        clearTimeout(timer)
        if (gone) {
          // A pool that gave up by itself has nothing to take back.
          if (client !== undefined) release()
          return
        }
        if (client === undefined) {
          state = "back"
          const cause = refused ?? new Error("no client returned")
          resume(Effect.fail(new SqlError({ cause, message: "Failed to acquire connection" })))
          return
        }
        let broken: Error | undefined
        // Without a listener an error between two answers ends the process.
        const onError = (error: Error) => {
          broken = error
        }
        client.on("error", onError)
        state = "running"
        timer = setTimeout(() => void client.end(), answerTimeoutMillis)
        const config = { text, values: [...values], rowMode: "array" as const, ...(name === null ? {} : { name }) }
        client.query<Array<unknown>>(config, (error: Error | null, result) => {
          clearTimeout(timer)
          client.off("error", onError)
          // The error comes before the socket closes: until then the pool takes the connection for a good one.
          const lost = broken ?? (error && judge(error) === "lost" ? error : undefined)
          release(lost)
          state = "back"
          resume(
            error
              ? Effect.fail(new SqlError({ cause: error, message: "Failed to execute statement" }))
              : Effect.succeed(result.rows),
          )
          whenBack?.()
        })
      })

      return Effect.suspend(() => {
        if (state === "back") return Effect.void
        if (state === "running")
          return Effect.async<void>((end) => {
            if (state === "back") end(Effect.void)
            else whenBack = () => end(Effect.void)
          })
        gone = true
        clearTimeout(timer)
        return Effect.void
      })
    })
