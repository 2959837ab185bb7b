import * as fc from "fast-check"
import type { Client } from "matchloop"
import { memory } from "matchloop/memory"
import { open, randomCommands, randomSettings, walk } from "matchloop/testing"
import { expect, test } from "vitest"
import type { Entry } from "../../src/domain/Ledger.js"
import { dimensions } from "../../src/reports/Columns.js"
import type { reports } from "../../src/reports/Reports.js"
import { ask } from "../../src/testing/Asking.js"
import { facts } from "../../src/testing/random/Facts.js"
import { everyReport } from "../reports/every.js"
import { twofold } from "../properties/twofold.js"

const days = 86_400_000
const every = 13

/** What each report is asked at an instant, and once more later on as of it; split by another dimension each time, or limited. */
const asked = async (client: Client, at: number, turn: number, later: object) => {
  const narrower =
    turn % 3 === 0 ? { where: { recruiter: ["maya", "noor"] } } : { sliceBy: dimensions[turn % dimensions.length] }
  const answers: { [question: string]: object } = {}
  for (const [name, requests] of Object.entries(everyReport({ from: at - 30 * days, to: at + days })))
    for (const request of requests)
      for (const more of [{}, narrower]) {
        const whole = { ...request, ...more, ids: true }
        answers[JSON.stringify([name, whole])] = await ask(client, name as keyof typeof reports, { ...whole, ...later })
      }
  return answers
}

/**
 * The answers with the records named by the order in which they came into being: what time does is written down by
 * whoever asks, so that ids are counted on where somebody asks more often.
 */
const named = (answers: object, entries: ReadonlyArray<Entry>): object => {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const { subject } of entries) {
    if (names.has(subject.id)) continue
    const count = (counts.get(subject.type) ?? 0) + 1
    counts.set(subject.type, count)
    names.set(subject.id, `${subject.type} ${count}`)
  }
  return JSON.parse(JSON.stringify(answers), (key, value) =>
    key === "knowledge" ? undefined : typeof value === "string" ? (names.get(value) ?? value) : value,
  )
}

const times = 8

test(`${times} random runs: every report as of a past instant, as known then, is the one that was given then`, {
  timeout: 240_000,
}, async () => {
  let corrected = 0
  let backdated = 0
  let handedOver = 0
  const sliced = new Set<string>()
  await fc.assert(
    fc.asyncProperty(randomCommands({ also: facts }), randomSettings, async (commands, settings) => {
      const given: Array<{ readonly at: number; readonly turn: number; readonly answers: object }> = []
      let step = 0
      let last: Client | undefined
      const asking = await open(memory())
      await walk(commands, asking, {
        config: { settings },
        each: async ({ client, clock, world }) => {
          if (++step % every !== 0) return
          const at = clock.now()
          const turn = step / every
          const answers = await asked(client, at, turn, {})
          for (const [question, answer] of Object.entries(answers))
            if ("slices" in answer && Array.isArray(answer.slices) && answer.slices.length > 1) sliced.add(question)
          given.push({ at, turn, answers: named(answers, world.entries) })
          clock.advance(1)
        },
      })
      step = 0
      // The same once more, with nobody asking meanwhile: what time did is written down late, or never.
      const silent = await open(memory())
      const two = twofold()
      await walk(commands, silent, {
        config: { settings },
        each: async ({ added, client, clock, world }) => {
          last = client
          corrected += added.filter(({ corrects }) => corrects !== null).length
          backdated += added.filter(({ at, recordedAt }) => at < recordedAt).length
          handedOver += added.filter(({ patch, version }) => version > 1 && patch !== null && "owner" in patch).length
          await two.step(client, world.entries, added)
          if (++step % every === 0) clock.advance(1)
          if (step < commands.length) return
          const compared = (answers: object) =>
            Object.entries(answers).filter(([question]) => !two.found || JSON.parse(question)[0] !== "endReasons")
          for (const { answers, at, turn } of given)
            expect(
              compared(named(await asked(client, at, turn, { asOf: at, knowledge: "then" }), world.entries)),
            ).toEqual(compared(answers))
        },
      })
      expect(last === undefined).toBe(commands.length === 0)
      await silent.close()
      await asking.close()
    }),
    { numRuns: times, seed: 7, endOnFailure: true },
  )
  expect(Math.min(corrected, backdated, handedOver)).toBeGreaterThan(5)
  expect(sliced.size, "questions by which there are several slices").toBeGreaterThan(50)
})
