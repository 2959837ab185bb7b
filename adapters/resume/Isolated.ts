import { pathToFileURL } from "node:url"
import { Worker, type WorkerOptions } from "node:worker_threads"
import { ResumeUnreadable } from "../../src/ports/ResumeReader.js"
import type { Packed } from "./Extract.js"
import type { Limits } from "./Limits.js"
import type { Reply, Task } from "./Worker.js"

const here = typeof __filename === "string" ? pathToFileURL(__filename) : new URL(import.meta.url)

/** From source, the program is TypeScript, which a thread learns to read first. */
const fromSource = `import("tsx/esm/api").then((tsx) => tsx.tsImport("./Worker.ts", ${JSON.stringify(here.href)}))`

/** Starts the worker's program, which stands beside the entry in the package. */
const started = (url: URL | undefined, options: WorkerOptions): Worker => {
  const extension = /\.[cm]?[jt]s$/.exec(here.pathname)?.[0] ?? ".js"
  return url === undefined && extension === ".ts"
    ? new Worker(fromSource, { ...options, eval: true })
    : new Worker(url ?? new URL(`./resume-worker${extension}`, here), options)
}

/** What a thread may take to start, in milliseconds, before its time counts. */
const grace = 2_000

const refused = (cause: Error): ResumeUnreadable => {
  const code = "code" in cause ? cause.code : null
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return new ResumeUnreadable({ reason: "tooHungry", detail: cause.message })
  if (code === "MODULE_NOT_FOUND" || code === "ERR_MODULE_NOT_FOUND") {
    return new ResumeUnreadable({ reason: "readerMissing", detail: `the worker's program: ${cause.message}` })
  }
  return new ResumeUnreadable({ reason: "broken", detail: cause.message.slice(0, 200) })
}

/**
 * The text of a PDF or DOCX, read in a worker of its own that is ended when the time is over, when its heap is full, or
 * when `signal` asks for it, whatever it is at.
 */
export const extract = (
  format: Packed,
  bytes: Uint8Array,
  limits: Limits,
  program: URL | undefined,
  signal: AbortSignal,
): Promise<string> => {
  const workerData: Task = { format, bytes, limits }
  const resourceLimits = { maxOldGenerationSizeMb: limits.heapMegabytes }
  const worker = started(program, { workerData, resourceLimits, execArgv: [], env: {}, stdout: true, stderr: true })
  return new Promise<string>((resolve, reject) => {
    const slow = new ResumeUnreadable({ reason: "tooSlow", detail: `more than ${limits.millis} ms` })
    const timeout = setTimeout(() => settle(() => reject(slow)), limits.millis + grace)
    const settle = (answer: () => void) => {
      clearTimeout(timeout)
      signal.removeEventListener("abort", abort)
      answer()
      void worker.terminate()
    }
    const abort = () => settle(() => reject(signal.reason))
    signal.addEventListener("abort", abort, { once: true })
    worker.once("message", (reply: Reply) =>
      settle(() => ("text" in reply ? resolve(reply.text) : reject(new ResumeUnreadable(reply)))),
    )
    worker.once("error", (cause) => settle(() => reject(refused(cause))))
    worker.once("exit", () =>
      settle(() => reject(new ResumeUnreadable({ reason: "broken", detail: "the worker ended without an answer" }))),
    )
  })
}
