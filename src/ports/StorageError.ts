import * as Data from "effect/Data"

/** The connection was lost, refused or never came. Whether a command landed is not known: repeat it under its key. */
export class ConnectionLost extends Data.TaggedError("ConnectionLost")<{
  readonly operation: string
  readonly cause: unknown
}> {
  override get message() {
    return `the connection to the database was lost during ${this.operation}`
  }
}

/** The database did not answer in time: the pool was exhausted or a lock was held. Nothing was written. */
export class StorageTimeout extends Data.TaggedError("StorageTimeout")<{
  readonly operation: string
  readonly cause: unknown
}> {
  override get message() {
    return `the database did not answer ${this.operation} in time`
  }
}

/** No room left on the database's disk. Nothing was written. */
export class StorageFull extends Data.TaggedError("StorageFull")<{
  readonly operation: string
  readonly cause: unknown
}> {
  override get message() {
    return `no space left for ${this.operation}`
  }
}

/** A driver's cause may be anything, and what shows an error may have copied it into something that is no text. */
const reason = (cause: unknown): string => {
  if (typeof cause !== "object" || cause === null) return String(cause)
  return "message" in cause && typeof cause.message === "string" ? cause.message : "unknown cause"
}

/** The database refused for a reason of its own. Nothing was written. */
export class StorageFault extends Data.TaggedError("StorageFault")<{
  readonly operation: string
  readonly cause: unknown
}> {
  override get message() {
    return `the database failed in ${this.operation}: ${reason(this.cause)}`
  }
}

export type StorageFailure = ConnectionLost | StorageTimeout | StorageFull | StorageFault

/** Whether an error is the storage's, and not a refusal. */
export const isStorageFailure = (error: object): error is StorageFailure =>
  error instanceof ConnectionLost ||
  error instanceof StorageTimeout ||
  error instanceof StorageFull ||
  error instanceof StorageFault

/** What was decided rests on a state that has moved: a version, a unique rule, or an idempotency key. */
export class StaleWrite extends Data.TaggedError("StaleWrite")<{ readonly what: string }> {
  override get message() {
    return `${this.what} changed meanwhile`
  }
}

/** A migration that ran on this database is not the one this library knows: edited, renamed or out of order. */
export class MigrationDrift extends Data.TaggedError("MigrationDrift")<{
  readonly migration: string
  readonly reason: "edited" | "unknown" | "outOfOrder"
}> {
  override get message() {
    return `migration ${this.migration} of this database is ${this.reason}`
  }
}
