import * as Effect from "effect/Effect"
import { type StorageFailure, StorageTimeout } from "../../src/ports/StorageError.js"
import type { Dialect } from "../sql/Dialect.js"
import { freshly, rows, run } from "./Driver.js"
import { tables } from "./SearchSchema.js"
import type { Transactions } from "./Transaction.js"

const operation = "compact"

/** Rewrites the file: what was deleted goes from the index of searches, from free pages and from the log. */
export const compaction = (
  { alone, connection }: Transactions,
  dialect: Dialect,
): Effect.Effect<void, StorageFailure> => {
  const { terms } = tables(dialect)
  const merge = `insert into ${terms} (${terms}) values ('optimize')`
  const steps = alone(operation, Effect.zipRight(freshly(run(connection, merge)), freshly(run(connection, "vacuum"))))
  const checkpoint = alone(operation, freshly(rows(connection, "pragma wal_checkpoint(truncate)", [])))
  return Effect.flatMap(Effect.zipRight(steps, checkpoint), ([outcome]) =>
    outcome?.busy === 1
      ? Effect.fail(new StorageTimeout({ operation, cause: new Error("somebody reads the log") }))
      : Effect.void,
  )
}
