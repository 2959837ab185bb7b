import { setTimeout as pause } from "node:timers/promises"
import type { Crm } from "../../src/index.js"
import { outcomeOf } from "../input/outcome.js"
import { desk } from "./desk.js"

export interface Writers {
  /** The tags of everything that went wrong so far. */
  readonly errors: ReadonlyMap<string, number>
  /** The acknowledged ids by idempotency key. */
  readonly acknowledged: ReadonlyMap<string, string>
  /** Until every writer had one more command acknowledged than now; gives how long that took, milliseconds. */
  readonly goOn: () => Promise<number>
  readonly stop: () => Promise<void>
}

/** Callers that go on whatever happens: each repeats a command under its key until it is acknowledged. */
export const writers = (crm: Crm, count: number): Writers => {
  const errors = new Map<string, number>()
  const acknowledged = new Map<string, string>()
  const done = Array.from({ length: count }, () => 0)
  let running = true
  const write = async (writer: number): Promise<void> => {
    const maya = crm.as(`writer ${writer}`)
    for (let n = 0; running; ) {
      const key = `writer ${writer} command ${n}`
      const run = async (): Promise<string> => {
        if (writer > 0) return (await maya.candidates.create({ name: key }, { idempotencyKey: key })).id
        const offered = await desk(maya).offered(await desk(maya).position(1))
        return (await maya.submissions.accept(offered, {}, { idempotencyKey: key })).placement.id
      }
      const { error, value } = await outcomeOf(run)
      if (error !== undefined) {
        errors.set(error._tag, (errors.get(error._tag) ?? 0) + 1)
        await pause(10)
        continue
      }
      acknowledged.set(key, String(value))
      done[writer] = (done[writer] ?? 0) + 1
      n++
    }
  }
  const all = Promise.all(done.map((_, writer) => write(writer)))
  return {
    errors,
    acknowledged,
    goOn: async () => {
      const started = performance.now()
      const known = [...done]
      while (done.some((count, writer) => count <= (known[writer] ?? 0))) {
        if (performance.now() - started > 30_000) throw new Error("the writers stand still")
        await pause(5)
      }
      return performance.now() - started
    },
    stop: async () => {
      running = false
      await all
    },
  }
}
