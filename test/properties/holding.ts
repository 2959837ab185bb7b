import * as fc from "fast-check"
import { expect } from "vitest"
import { broken, everything } from "matchloop/testing"
import { contacts } from "../../src/testing/random/Contacts.js"
import { mistakes } from "../../src/testing/random/Mistakes.js"
import { Depth, everyStep } from "./runs.js"

/** After each command of random runs every invariant holds, and more runs than its share reach each of these. */
const everywhere = async (
  runs: number,
  seed: number,
  also: typeof contacts,
  reached: ReadonlyArray<readonly [what: string, share: number]>,
): Promise<void> => {
  const depth = new Depth()
  const check = async (_step: unknown, opened: Parameters<typeof everything>[0]) =>
    expect(broken(await everything(opened, "main")).join("\n")).toBe("")
  const result = await everyStep({ runs, seed, depth, also, check })
  console.info(`invariants: ${depth}`)
  expect(result.failed, fc.defaultReportMessage(result)).toBe(false)
  for (const [what, share] of reached) expect(depth.share(what), what).toBeGreaterThan(share)
}

/** Runs that go far enough to be worth it. */
export const holding = (runs: number, seed = 2026): Promise<void> =>
  everywhere(
    runs,
    seed,
    [],
    [
      ["placed", 0.2],
      ["PlacementFellOff", 0],
      ["PositionFilled", 0.1],
      ["SubmissionRestored", 0.05],
      ["PositionHeld", 0.1],
      ["EntryCorrected", 0.2],
      ["CandidatesMerged", 0.1],
      ["MergeUndone", 0],
      ["CandidateErased", 0.1],
    ],
  )

/** Runs in which people at companies are linked to candidates, held and erased as well. */
export const holdingContacts = (runs: number, seed = 2026): Promise<void> =>
  everywhere(
    runs,
    seed,
    [...contacts, ...contacts, ...contacts, ...contacts],
    [
      ["ContactsMerged", 0.2],
      ["MergeUndone", 0],
      ["ContactErased", 0],
      ["CandidateErased", 0],
      ["LegalHoldPlaced", 0],
      ["erased in both roles", 0],
    ],
  )

/** Runs in which records are entered by mistake and taken back, while others write about them. */
export const holdingMistakes = (runs: number, seed = 2026): Promise<void> =>
  everywhere(
    runs,
    seed,
    [...mistakes, ...mistakes, ...mistakes],
    [
      ["taken back", 0.5],
      ["CorrectionRefused", 0.5],
      ["CandidatesMerged", 0],
      ["CandidateErased", 0],
    ],
  )
