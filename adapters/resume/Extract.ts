import { ResumeUnreadable } from "../../src/ports/ResumeReader.js"
import * as Docx from "./Docx.js"
import type { Limits } from "./Limits.js"
import * as Pdf from "./Pdf.js"

/** What the formats are called that ask for a package, and may be read in a worker. */
export type Packed = "pdf" | "docx"

/** The text of a PDF or DOCX in this thread: it is over in `limits.millis`, unless a single step takes longer. */
export const extract = async (format: Packed, bytes: Uint8Array, limits: Limits): Promise<string> => {
  const until = Date.now() + limits.millis
  const timer: { stop?: () => void } = {}
  const late = new Promise<never>((_, reject) => {
    const slow = new ResumeUnreadable({ reason: "tooSlow", detail: `more than ${limits.millis} ms` })
    const timeout = setTimeout(() => reject(slow), limits.millis)
    timer.stop = () => clearTimeout(timeout)
  })
  const reading = format === "pdf" ? Pdf.textOf(bytes, limits, until) : Docx.textOf(bytes, limits)
  try {
    return await Promise.race([reading, late])
  } catch (cause) {
    if (cause instanceof ResumeUnreadable) throw cause
    const detail = cause instanceof Error ? cause.message.slice(0, 200) : String(cause)
    throw new ResumeUnreadable({ reason: "broken", detail })
  } finally {
    timer.stop?.()
    reading.catch(() => undefined)
  }
}
