import { ResumeUnreadable } from "../../src/ports/ResumeReader.js"

/** What a dynamic import's rejection means for the caller: the optional package is not installed. */
export const missing =
  (name: string) =>
  (cause: unknown): never => {
    throw new ResumeUnreadable({
      reason: "readerMissing",
      detail: `install ${name} to read this format: ${String(cause)}`,
    })
  }
