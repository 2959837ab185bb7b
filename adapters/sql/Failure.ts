import type { SqlError } from "@effect/sql/SqlError"
import {
  ConnectionLost,
  StaleWrite,
  StorageFault,
  StorageFull,
  type StorageFailure,
  StorageTimeout,
} from "../../src/ports/StorageError.js"

/** What a database's error means for us; `stale` says what moved. */
export type Verdict = "lost" | "timeout" | "full" | "fault" | { readonly stale: string }

export type Judge = (cause: unknown) => Verdict

/** The driver's own error inside the one that `@effect/sql` wraps around it. */
export const driverError = (error: SqlError): unknown => error.cause ?? error

export const codeOf = (cause: unknown): string =>
  typeof cause === "object" && cause !== null && "code" in cause && typeof cause.code === "string" ? cause.code : ""

export const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

const failure = (operation: string, verdict: Verdict, cause: unknown): StorageFailure => {
  switch (verdict) {
    case "lost":
      return new ConnectionLost({ operation, cause })
    case "timeout":
      return new StorageTimeout({ operation, cause })
    case "full":
      return new StorageFull({ operation, cause })
    default:
      return new StorageFault({ operation, cause })
  }
}

/** A failed read, or any other call that writes no record. */
export const failed =
  (judge: Judge, operation: string) =>
  (error: SqlError): StorageFailure => {
    const cause = driverError(error)
    return failure(operation, judge(cause), cause)
  }

/** A failed commit: what moved meanwhile is a `StaleWrite`. */
export const refused =
  (judge: Judge, operation: string) =>
  (error: SqlError): StorageFailure | StaleWrite => {
    const cause = driverError(error)
    const verdict = judge(cause)
    return typeof verdict === "object" ? new StaleWrite({ what: verdict.stale }) : failure(operation, verdict, cause)
  }
