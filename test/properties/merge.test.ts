import * as fc from "fast-check"
import { memory } from "matchloop/memory"
import { broken, everything, open, randomCommands, randomSettings, run } from "matchloop/testing"
import { expect, test } from "vitest"
import { runs } from "../support/runs.js"
import { expectUndone, renamed } from "../support/settled.js"

test("a merge counts one person less, and undone leaves equal records and visits, after random years", {
  timeout: 240_000,
}, async () => {
  let merges = 0
  let rivals = 0
  await fc.assert(
    fc.asyncProperty(randomCommands(), randomSettings, fc.nat(), fc.nat(), async (commands, settings, a, b) => {
      const opened = await open(memory())
      try {
        const ran = await run(commands, opened, { config: { settings } })
        const candidates = ran.records.candidate ?? []
        const known = candidates.filter(({ kind }) => kind !== "anonymized")
        const [from, into] = [known[a % Math.max(known.length, 1)], known[b % Math.max(known.length, 1)]]
        if (from === undefined || into === undefined || from === into) return
        const later = Date.parse("2040-01-01T00:00:00Z")
        const crm = await opened.crm({ settings, now: () => later })
        const maya = crm.as("maya")
        await maya.settle()
        const [goes, stays] = [String(from.id), String(into.id)]
        const before = await everything(opened, "main")
        const { conflicts } = await maya.candidates.previewMerge(goes, { into: stays })
        const submissions = conflicts.flatMap(({ proposed }) => proposed ?? [])
        if (submissions.length < conflicts.length) return
        rivals += submissions.length
        const seen = await maya.candidates.previewMerge(goes, { into: stays, choose: { submissions } })
        const { candidate } = await maya.candidates.merge(goes, { into: stays, choose: { submissions } })
        merges++
        expect(candidate.kind).toBe(seen.kind.result)
        const between = await everything(opened, "main")
        expect(broken(between).join("\n")).toBe("")
        expect(between.records.candidate).toHaveLength(candidates.length - 1)
        expect(JSON.stringify(renamed(between))).not.toContain(goes)
        await maya.candidates.unmerge(goes, { reason: "two people" })
        expectUndone(await everything(opened, "main"), before)
      } finally {
        await opened.close()
      }
    }),
    { numRuns: runs(12, 50), seed: 8 },
  )
  expect(merges).toBeGreaterThan(runs(3, 16))
  expect(rivals).toBeGreaterThan(0)
})
