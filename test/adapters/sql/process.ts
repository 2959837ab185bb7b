import { type ChildProcess, spawn } from "node:child_process"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { bundle } from "../../support/program.js"

const script = fileURLToPath(new URL("./worker.ts", import.meta.url))

export interface Worker {
  readonly child: ChildProcess
  /** What it printed, once it has ended. */
  readonly lines: Promise<ReadonlyArray<string>>
  /** Resolves when it has printed this many lines. */
  readonly printed: (count: number) => Promise<void>
}

/** Runs a task of `worker.ts` in a process of its own. */
export const start = async (...args: ReadonlyArray<string>): Promise<Worker> => {
  const child = spawn(process.execPath, [await bundle(script), ...args], { stdio: ["ignore", "pipe", "inherit"] })
  const lines: Array<string> = []
  const waiting: Array<() => void> = []
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line)
    for (const check of waiting) check()
  })
  return {
    child,
    lines: new Promise((resolve) => child.once("close", () => resolve(lines))),
    printed: (count) =>
      new Promise((resolve) => {
        const check = () => {
          if (lines.length >= count) resolve()
        }
        waiting.push(check)
        check()
      }),
  }
}
