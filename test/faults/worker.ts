import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { dirname, join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { onTestFinished } from "vitest"
import { bundle } from "../support/program.js"

export interface Request {
  readonly id: number
  readonly operation: string
  readonly args: ReadonlyArray<unknown>
  readonly actor: string
}

export interface Answer {
  readonly id: number
  readonly value?: unknown
  readonly error?: { readonly _tag: string; readonly message: string; readonly [field: string]: unknown }
}

const here = dirname(fileURLToPath(import.meta.url))

/** Starts a program of ours; it ends with the test at the latest. */
export const start = async (program: string, args: ReadonlyArray<string>): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [await bundle(join(here, "programs", `${program}.ts`)), ...args], {
    stdio: ["pipe", "pipe", "inherit"],
  })
  onTestFinished(() => {
    child.kill("SIGKILL")
  })
  return child
}

/** The lines of a process as they come. */
export const onLine = (child: ChildProcess, take: (line: string) => void): void => {
  if (child.stdout !== null) createInterface(child.stdout).on("line", take)
}

export interface Worker {
  readonly run: (operation: string, ...args: ReadonlyArray<unknown>) => Promise<Answer>
  readonly stop: () => Promise<void>
}

/** Another process that runs commands on the database at an address. */
export const worker = async (address: string, actor: string): Promise<Worker> => {
  const child = await start("worker", [address])
  const waiting = new Map<number, (answer: Answer) => void>()
  let next = 0
  await new Promise<void>((ready) =>
    onLine(child, (line) => {
      if (line === "ready") return ready()
      const answer = JSON.parse(line) as Answer
      waiting.get(answer.id)?.(answer)
      waiting.delete(answer.id)
    }),
  )
  return {
    run: (operation, ...args) =>
      new Promise((resolve) => {
        const id = next++
        waiting.set(id, resolve)
        child.stdin?.write(`${JSON.stringify({ id, operation, args, actor } satisfies Request)}\n`)
      }),
    stop: async () => {
      const ended = once(child, "exit")
      child.stdin?.end()
      await ended
    },
  }
}
