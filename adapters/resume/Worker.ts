import { parentPort, workerData } from "node:worker_threads"
import { ResumeUnreadable, type UnreadableReason } from "../../src/ports/ResumeReader.js"
import { extract, type Packed } from "./Extract.js"
import type { Limits } from "./Limits.js"

/** What the worker is given. */
export interface Task {
  readonly format: Packed
  readonly bytes: Uint8Array
  readonly limits: Limits
}

/** What the worker answers: errors as data, since classes do not cross threads. */
export type Reply = { readonly text: string } | { readonly reason: UnreadableReason; readonly detail: string }

const { format, bytes, limits }: Task = workerData

const reply = (answer: Reply) => parentPort?.postMessage(answer)

extract(format, bytes, limits).then(
  (text) => reply({ text }),
  (cause: unknown) =>
    reply(
      cause instanceof ResumeUnreadable
        ? { reason: cause.reason, detail: cause.detail }
        : { reason: "broken", detail: String(cause) },
    ),
)
