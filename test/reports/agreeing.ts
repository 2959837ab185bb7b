import * as fc from "fast-check"
import { memory } from "matchloop/memory"
import { open, randomCommands, randomSettings, walk } from "matchloop/testing"
import { expect } from "vitest"
import type { Client } from "../../src/index.js"

const all = { from: "1990-01-01", to: "2190-01-01" }

/** What reports say of the same things in their own ways, now or as of an instant. */
const agree = async ({ reports }: Client, asOf?: string) => {
  const asked = { ...all, ...(asOf === undefined ? {} : { asOf }) }
  const snapshot = async (pipeline: "submission" | "position") =>
    reports.snapshot({ pipeline, ...(asOf === undefined ? {} : { asOf }) })
  const [submissions, positions] = [await snapshot("submission"), await snapshot("position")]

  const hire = await reports.timeToHire(asked)
  expect(hire.millis.n + hire.open.count + hire.ended, "each attempt is placed, open or ended").toBe(
    submissions.started,
  )
  expect((await reports.endReasons(asked)).ended, "ends are who stands at one").toBe(submissions.ended)
  expect((await reports.positionOutcomes(asked)).ended).toBe(positions.won + positions.ended)

  const fill = await reports.timeToFill(asked)
  const { laps } = await reports.cycles(asked)
  expect(fill.millis.n, "each placement that stands or fell off is one fill").toBe(laps.distribution.n)
  const rate = await reports.fillRate(asked)
  expect(rate.filled).toBeLessThanOrEqual(fill.millis.n)
  const { cancelled, closed, lost } = fill.unfilled
  expect(fill.ended).toBe(cancelled + closed + lost)

  const conversions = await reports.conversions(asked)
  const { perPlacement } = await reports.sendOuts(asked)
  expect([perPlacement.count, perPlacement.of]).toEqual([conversions.submitted, conversions.submittalToPlacement.count])
  expect(perPlacement.of, "who is placed is who took time to be").toBe(hire.millis.n)

  const offers = await reports.offerAcceptance(asked)
  expect(offers.accepted - offers.backedOut, "a yes that stands is a placement").toBe(hire.millis.n)

  const { counts, periods } = await reports.activity({ ...asked, period: "quarter", by: "actor" })
  expect(counts.placements).toBe((counts.backedOut ?? 0) + fill.millis.n)
  for (const [name, count] of Object.entries(counts)) {
    const parts = (periods ?? []).map((period) => (period.counts as { [name: string]: number })[name] ?? 0)
    expect(
      parts.reduce((sum, part) => sum + part, 0),
      name,
    ).toBe(count)
  }
  return { fills: fill.millis.n, backedOut: counts.backedOut ?? 0, ended: submissions.ended }
}

/** Compares what reports say of the same things after so many random years. */
export const agreeing = async (runs: number): Promise<void> => {
  const seen = { fills: 0, backedOut: 0, ended: 0 }
  await fc.assert(
    fc.asyncProperty(randomCommands(), randomSettings, async (commands, settings) => {
      const opened = await open(memory())
      let step = 0
      await walk(commands, opened, {
        config: { settings },
        each: async ({ client, clock }) => {
          step++
          if (step !== commands.length) return
          const now = clock.now()
          const { backedOut, ended, fills } = await agree(client)
          seen.fills += fills
          seen.backedOut += backedOut
          seen.ended += ended
          for (const days of [3, 40]) await agree(client, new Date(now - days * 86_400_000).toISOString())
        },
      })
      await opened.close()
    }),
    { numRuns: runs, seed: 2026 },
  )
  expect(Math.min(seen.fills, seen.backedOut, seen.ended), JSON.stringify(seen)).toBeGreaterThan(0)
}
