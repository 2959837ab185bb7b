import * as fc from "fast-check"
import type { Client } from "matchloop"
import { memory } from "matchloop/memory"
import { open, randomCommands, randomSettings, walk } from "matchloop/testing"
import { expect, test } from "vitest"
import { isErasure } from "../../src/domain/Fact.js"
import { facts } from "../../src/testing/random/Facts.js"
import { reasons } from "../../src/testing/random/Reasons.js"
import { twofold } from "../properties/twofold.js"

const days = 86_400_000
const pipelines = ["candidate", "consent", "submission", "interview", "offer", "placement"] as const

/** Why people's ends came about, as of an instant: all of it, of the last days, limited and sliced. */
const asked = async (client: Client, at: number, knowledge: "then" | "now") => {
  const given = { asOf: at, knowledge, to: at + 1, ids: true }
  const answers = []
  for (const pipeline of pipelines) {
    const all = { ...given, pipeline, from: 0 }
    answers.push(await client.reports.endReasons({ ...all, from: at - 5 * days }))
    if (pipeline === "consent" || pipeline === "candidate") answers.push(await client.reports.endReasons(all))
    else answers.push(await client.reports.endReasons({ ...all, sliceBy: "source", where: { recruiter: "maya" } }))
  }
  return JSON.stringify(answers)
}

const every = 6
const times = 600

test(`${times} random runs: an erasure leaves every end counted as it was, as known then and as known now`, {
  timeout: 600_000,
}, async () => {
  const seen = { taken: 0, compared: 0, twofold: 0 }
  await fc.assert(
    fc.asyncProperty(
      randomCommands({ also: [...facts, ...reasons, ...reasons] }),
      randomSettings,
      async (commands, settings) => {
        const opened = await open(memory())
        const two = twofold()
        const given: Array<{ readonly at: number; readonly answers: string }> = []
        let step = 0
        let before: { readonly at: number; readonly answers: string } | null = null
        await walk(commands, opened, {
          config: { settings },
          each: async ({ added, client, clock, world }) => {
            step++
            await two.step(client, world.entries, added)
            const erased = added.filter(({ type }) => isErasure(type))
            const { at = 0 } = before ?? {}
            // A back-dated one ends what ran before.
            if (before !== null && erased.length > 0 && added.every((entry) => Date.parse(entry.at) > at)) {
              seen.compared++
              // Two records that have one person's reason are one person by what is known now.
              expect(await asked(client, at, "now")).toBe(before.answers)
            }
            if (erased.length > 0 && !two.found)
              for (const one of given) expect(await asked(client, one.at, "then")).toBe(one.answers)
            clock.advance(1)
            const now = clock.now()
            if (step % every === 0) given.push({ at: now, answers: await asked(client, now, "then") })
            // The next may be one.
            before = /erase/.test(String(commands[step])) ? { at: now, answers: await asked(client, now, "now") } : null
            clock.advance(1)
          },
        })
        seen.taken += two.taken
        if (two.found) seen.twofold++
        await opened.close()
      },
    ),
    { numRuns: times, seed: 2026, endOnFailure: true },
  )
  expect(seen.taken, "reasons that erasures took").toBeGreaterThan(times / 3)
  expect(seen.compared, "erasures right before and after").toBeGreaterThan(times / 2)
})
