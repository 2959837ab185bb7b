import * as fc from "fast-check"
import { memory } from "matchloop/memory"
import { open, randomCommands, randomSettings, walk } from "matchloop/testing"
import type { Client } from "matchloop"
import { expect, test } from "vitest"

const days = 86_400_000

/** What is asked at an instant, and once more later on as of it. */
const ask = async (client: Client, at: number, later: object, ids: boolean) => {
  const window = { from: at - 30 * days, to: at + days, ids, ...later }
  const pipelines = ["candidate", "consent", "position", "opening", "submission", "offer", "placement"] as const
  return {
    pipelines: await Promise.all(
      pipelines.map(async (pipeline) => ({
        pipeline,
        funnel: await client.reports.funnel({ pipeline, ...window }),
        times: await client.reports.timeInStage({ pipeline, ...window }),
        snapshot: await client.reports.snapshot({ pipeline, ids, ...later }),
      })),
    ),
    placements: await client.reports.placements({ by: "recruiter", ...window }),
  }
}

const every = 9

test("12 random runs: a report as of a past instant, as known then, is the one that was given then", {
  timeout: 240_000,
}, async () => {
  let corrected = 0
  let backdated = 0
  await fc.assert(
    fc.asyncProperty(randomCommands(), randomSettings, async (commands, settings) => {
      const given: Array<{ readonly at: number; readonly answer: unknown; readonly bare: unknown }> = []
      let step = 0
      let last: Client | undefined
      const asking = await open(memory())
      await walk(commands, asking, {
        config: { settings },
        each: async ({ client, clock }) => {
          if (++step % every !== 0) return
          const at = clock.now()
          given.push({ at, answer: await ask(client, at, {}, true), bare: await ask(client, at, {}, false) })
          clock.advance(1)
        },
      })
      step = 0
      // The same once more, with nobody asking meanwhile: what time did is written down late, or never.
      const silent = await open(memory())
      await walk(commands, silent, {
        config: { settings },
        each: async ({ added, client, clock }) => {
          last = client
          corrected += added.filter(({ corrects }) => corrects !== null).length
          backdated += added.filter(({ at, recordedAt }) => at < recordedAt).length
          if (++step % every === 0) clock.advance(1)
          if (step < commands.length) return
          for (const { at, bare } of given)
            expect(await ask(client, at, { asOf: at, knowledge: "then" }, false)).toEqual(bare)
        },
      })
      expect(last === undefined).toBe(commands.length === 0)
      await silent.close()
      await asking.close()
    }),
    { numRuns: 12, seed: 2026 },
  )
  expect(corrected).toBeGreaterThan(5)
  expect(backdated).toBeGreaterThan(5)
})
