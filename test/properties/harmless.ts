import * as fc from "fast-check"
import { expect } from "vitest"
import { type Everything, everything } from "matchloop/testing"
import { Depth, everyStep } from "./runs.js"

/** After each command of random runs: one that was refused changed nothing, and another workspace sees nothing of it. */
export const harmless = async (runs: number): Promise<void> => {
  const depth = new Depth()
  let before: Everything | undefined
  let [refused, foreigners] = [0, 0]
  const result = await everyStep({
    runs,
    seed: 2026,
    depth,
    check: async ({ again, crm, options, outcome, added, world }, opened) => {
      const look = () => everything(opened, "main")
      const now = await look()
      if (added.length === 0 && before !== undefined && world.entries.length > 0)
        expect(now.ledger).toHaveLength(world.entries.length)
      if (before !== undefined && "refused" in outcome && before.ledger.length === now.ledger.length) {
        refused++
        expect(now).toEqual(before)
      }
      before = now
      if (again === null || outcome.id === null) return
      const { at: _at, ...plain } = options
      const foreign = again(crm.workspace("other").as("eve"), plain)
      await expect(foreign).rejects.toMatchObject({ _tag: expect.stringMatching(/NotFound|InvalidInput/) })
      foreigners++
      expect(await look()).toEqual(now)
      expect((await everything(opened, "other")).ledger).toEqual([])
    },
  })
  console.info(`refusals: ${depth}`)
  expect(result.failed, fc.defaultReportMessage(result)).toBe(false)
  expect(refused, "refused commands").toBeGreaterThan(runs)
  expect(foreigners, "commands from another workspace").toBeGreaterThan(5 * runs)
}
