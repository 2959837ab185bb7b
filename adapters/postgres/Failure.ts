import { codeOf, messageOf, type Verdict } from "../sql/Failure.js"

/** What our own function raises where a version moved. */
export const staleCode = "ML001"

/** Connection exceptions, a server that shuts down or starts, and what sockets report. */
const lost = /^(08...|57P0[1-4]|28...|3D000|E[A-Z]{3,})$/
/** A lock or a statement that took too long. */
const late = /^(55P03|57014|25P03|25P04|57P05)$/
const lostMessage =
  /connection terminated|not queryable|client was closed|connection error|connection ended|failed to acquire connection|connection timed out|client has encountered/i

const constraintOf = (cause: unknown): string =>
  typeof cause === "object" && cause !== null && "constraint" in cause ? String(cause.constraint) : messageOf(cause)

/** What an error of `pg` or of the server means. */
export const judge = (cause: unknown): Verdict => {
  const code = codeOf(cause)
  const message = messageOf(cause)
  if (code === staleCode) return { stale: message }
  if (code === "23505") return { stale: constraintOf(cause) }
  // Nothing was written; the other transaction won.
  if (code === "40001" || code === "40P01") return { stale: message }
  if (late.test(code) || message === "timeout exceeded when trying to connect") return "timeout"
  if (code === "53100") return "full"
  if (lost.test(code) || code === "53300" || lostMessage.test(message)) return "lost"
  return "fault"
}
