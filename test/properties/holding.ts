import * as fc from "fast-check"
import { expect } from "vitest"
import { broken, everything } from "matchloop/testing"
import { contacts } from "../../src/testing/random/Contacts.js"
import { Depth, everyStep } from "./runs.js"

/** After each command of random runs, which go far enough to be worth it: every invariant holds. */
export const holding = async (runs: number, seed = 2026): Promise<void> => {
  const depth = new Depth()
  const result = await everyStep({
    runs,
    seed,
    depth,
    check: async (_step, opened) => expect(broken(await everything(opened, "main")).join("\n")).toBe(""),
  })
  console.info(`invariants: ${depth}`)
  expect(result.failed, fc.defaultReportMessage(result)).toBe(false)
  for (const [what, share] of [
    ["placed", 0.2],
    ["PlacementFellOff", 0],
    ["PositionFilled", 0.1],
    ["SubmissionRestored", 0.05],
    ["PositionHeld", 0.1],
    ["EntryCorrected", 0.2],
    ["CandidatesMerged", 0.1],
    ["MergeUndone", 0],
    ["CandidateErased", 0.1],
  ] as const) {
    expect(depth.share(what), what).toBeGreaterThan(share)
  }
}

/** The same where people at companies are linked to candidates, held and erased as well. */
export const holdingContacts = async (runs: number, seed = 2026): Promise<void> => {
  const depth = new Depth()
  const result = await everyStep({
    runs,
    seed,
    depth,
    also: [...contacts, ...contacts, ...contacts],
    check: async (_step, opened) => expect(broken(await everything(opened, "main")).join("\n")).toBe(""),
  })
  console.info(`invariants with contacts: ${depth}`)
  expect(result.failed, fc.defaultReportMessage(result)).toBe(false)
  for (const what of ["ContactErased", "CandidateErased", "LegalHoldPlaced", "erased in both roles"])
    expect(depth.share(what), what).toBeGreaterThan(0)
}
