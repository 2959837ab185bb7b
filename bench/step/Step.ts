import { deepStrictEqual } from "node:assert"
import * as Either from "effect/Either"
import { initialTransition, transition } from "xstate"
import type { Submission } from "../../src/domain/submission/Submission.js"
import { SubmissionLifecycle } from "../../src/domain/submission/SubmissionLifecycle.js"
import type { Options } from "../Benchmark.js"
import { race } from "../Measure.js"
import { chart } from "./Chart.js"
import { facts, shortlisted, walk } from "./Walk.js"

const ours = (): Submission => {
  let state: Submission = shortlisted
  for (const command of walk) state = Either.getOrThrow(SubmissionLifecycle.step(state, command, facts))
  return state
}

/** A step of a pipeline against the pure `transition` of XState 5 on the same chart. */
export const run = async ({ quick, tell }: Options): Promise<void> => {
  const machine = chart({ submission: shortlisted, facts })
  const [start] = initialTransition(machine)
  // What XState's caller would keep ready as we keep the commands.
  const events = walk.map((command) => ({ type: command._tag, command }))
  const theirs = (): Submission => {
    let state = start
    for (const event of events) state = transition(machine, state, event)[0]
    deepEnd = state.value
    return state.context.submission
  }
  let deepEnd: unknown
  deepStrictEqual(theirs(), ours())
  deepStrictEqual(deepEnd, "placed")

  const repeat = (times: number, body: () => Submission) => ({
    operations: times * walk.length,
    run: () => {
      for (let time = 0; time < times; time++) last = body()
    },
  })
  let last: Submission = shortlisted
  const timing = await race({
    ours: repeat(quick ? 2_000 : 40_000, ours),
    theirs: repeat(quick ? 20 : 400, theirs),
    rounds: quick ? 5 : 40,
    warmUp: quick ? 2 : 10,
  })
  deepStrictEqual(last.kind, "placed")
  tell({
    name: "step: submission from shortlisted to placed",
    against: "xstate transition",
    timing,
    atMost: 1 / 100,
    notes: [],
  })
}
