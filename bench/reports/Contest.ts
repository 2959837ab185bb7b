import type { Crm } from "matchloop"
import { loadavg } from "node:os"
import { race, type Timing } from "../Measure.js"
import type { Duck } from "./Duck.js"
import { assertSame, type Question, type Window } from "./Question.js"

/** A question that was asked of both. Milliseconds. */
export interface Outcome {
  readonly question: string
  readonly window: string
  readonly database: string
  /** Microseconds, as every race. */
  readonly timing: Timing
  readonly atMost: number
  /** The first asking after opening, blocks and all being kept already. */
  readonly cold: { readonly ours: number; readonly theirs: number }
  /** Of the machine, over the last minute, when the question was done. */
  readonly load: number
}

const timed = async <A>(task: () => Promise<A>): Promise<readonly [A, number]> => {
  const start = performance.now()
  const value = await task()
  return [value, performance.now() - start]
}

/** Asks both the same, checks that they say the same, and lets them race. */
export const ask = async (
  crm: Crm,
  duck: Duck,
  database: string,
  question: Question,
  window: Window & { readonly atMost: number },
  rounds: number,
): Promise<Outcome> => {
  const { reports } = crm.as("maya")
  const theirs = await duck.prepare(question.text(window))
  const [answer, coldOurs] = await timed(() => question.ours(reports, window))
  const [rows, coldTheirs] = await timed(theirs)
  assertSame(`${question.name}, ${window.name}, ${database}`, answer, question.theirs(rows))
  const timing = await race({
    ours: {
      operations: 1,
      run: async () => {
        await question.ours(reports, window)
      },
    },
    theirs: {
      operations: 1,
      run: async () => {
        await theirs()
      },
    },
    rounds,
    warmUp: 2,
  })
  return {
    question: question.name,
    window: window.name,
    database,
    timing,
    atMost: window.atMost,
    cold: { ours: coldOurs, theirs: coldTheirs },
    load: loadavg()[0] ?? Number.NaN,
  }
}
