import { codeOf, messageOf, type Verdict } from "../sql/Failure.js"

export const isBusy = (cause: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(cause))

/** What an error of better-sqlite3 means. */
export const judge = (cause: unknown): Verdict => {
  const code = codeOf(cause)
  const message = messageOf(cause)
  if (code === "SQLITE_CONSTRAINT_UNIQUE" || code === "SQLITE_CONSTRAINT_PRIMARYKEY")
    return { stale: message.replace(/^.*constraint failed: /, "") }
  if (isBusy(cause)) return "timeout"
  // On a full disk the shared memory beside the WAL cannot grow either.
  if (code === "SQLITE_FULL" || code === "SQLITE_IOERR_SHMSIZE") return "full"
  if (code === "SQLITE_CANTOPEN" || message === "The database connection is not open") return "lost"
  return "fault"
}
