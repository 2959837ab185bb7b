import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { ConnectionLost, type StorageFailure } from "../../src/ports/StorageError.js"
import { driverError, failed } from "../sql/Failure.js"
import * as Direct from "./Direct.js"
import { rows } from "./Driver.js"
import { isBusy, judge } from "./Failure.js"
import { pause } from "../sql/Pause.js"

export interface ClientOptions {
  /** The path of the database's file, or `:memory:`. */
  readonly filename: string
  /**
   * `full` (the default): what was acknowledged outlives a power failure. `normal`: it outlives the death of the
   * process, but a power failure may take the last commits.
   */
  readonly durability?: "full" | "normal"
}

/** How long the driver itself waits for another process, with this process standing still; beyond it we wait freely. */
const standstillMillis = 100

/** Opens a database file, so that several processes can share it. */
export const open = (
  { durability = "full", filename }: ClientOptions,
  busyTimeoutMillis: number,
): Effect.Effect<Direct.Direct, StorageFailure, Scope.Scope> =>
  Effect.gen(function* () {
    const connection = yield* Effect.catchAllDefect(Direct.open(filename), (cause) =>
      Effect.fail(new ConnectionLost({ operation: "open", cause })),
    )
    const deadline = performance.now() + busyTimeoutMillis
    const set = (pragma: string): Effect.Effect<void, StorageFailure> =>
      Effect.catchAll(Effect.asVoid(rows(connection, `pragma ${pragma}`, [])), (error) =>
        // Two processes that switch one file to WAL: SQLite refuses one at once, whatever its timeout.
        isBusy(driverError(error)) && performance.now() < deadline
          ? Effect.zipRight(pause(1 + Math.random() * 9), set(pragma))
          : Effect.fail(failed(judge, "open")(error)),
      )
    yield* set(`busy_timeout = ${standstillMillis}`)
    yield* set("journal_mode = wal")
    yield* set(`synchronous = ${durability}`)
    yield* set("foreign_keys = on")
    yield* set("journal_size_limit = 67108864")
    return connection
  })
