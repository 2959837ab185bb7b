import * as fc from "fast-check"
import { memory } from "matchloop/memory"
import { open, randomCommands, randomSettings, walk } from "matchloop/testing"
import { expect, test } from "vitest"
import { ask, requestOf } from "../../src/testing/Asking.js"
import { facts } from "../../src/testing/random/Facts.js"
import { type Question, randomQuestion } from "../../src/testing/random/Questions.js"
import { reports } from "../../src/reports/Reports.js"
import { behind, places, unlisted } from "../reports/behind.js"

const names = Object.keys(reports) as ReadonlyArray<Question["name"]>

const years = 8

test(`behind each count of each report there is a list of as many ids, in ${years} random years`, {
  timeout: 240_000,
}, async () => {
  const used = new Set<string>()
  let answered = 0
  await fc.assert(
    fc.asyncProperty(
      randomCommands({ length: 80, also: facts }),
      randomSettings,
      fc.infiniteStream(randomQuestion).noShrink(),
      async (commands, settings, questions) => {
        let step = 0
        const opened = await open(memory())
        await walk(commands, opened, {
          config: { settings },
          each: async ({ client, world }) => {
            if (++step % 30 !== 0 && step !== commands.length) return
            const known = new Set(world.entries.map(({ subject }) => subject.id))
            for (const name of names)
              for (const [turn, question] of [...questions.take(3)].entries()) {
                const { asOf: _, where: __, ...asked } = requestOf({ ...question, name }, world.entries)
                const all =
                  turn === 0 && "from" in asked ? { from: "1990-01-01", to: "2190-01-01", period: "quarter" } : {}
                const answer = await ask(client, name, { ...asked, ...all, ids: true })
                if ("refused" in answer) continue
                answered++
                const slices = "slices" in answer && Array.isArray(answer.slices) ? answer.slices : []
                for (const one of [answer, ...slices]) expect(unlisted(name, one, known, used)).toEqual([])
              }
          },
        })
        await opened.close()
      },
    ),
    { numRuns: years, seed: 2026, endOnFailure: true },
  )
  expect(answered).toBeGreaterThan(40 * years)
  expect(Object.keys(behind)).toHaveLength(names.length)
  // An exception that nothing needs is none; a few are met in rare years only.
  expect(places.filter((place) => !used.has(place)).length).toBeLessThan(8)
})
