import * as fc from "fast-check"
import { memory } from "matchloop/memory"
import {
  type Invariant,
  invariants,
  open,
  randomCommands,
  randomSettings,
  walk,
  type RunOptions,
  type Step,
} from "matchloop/testing"
import { erasures } from "../../src/domain/Fact.js"
import type { Opened } from "../../src/testing/Opened.js"
import type { Weighted } from "../../src/testing/random/Command.js"

/** How deep the runs of a property went: the share of them in which each thing came to pass. */
export class Depth {
  private runs = 0
  private readonly seen = new Map<string, number>()
  begin = () => {
    this.runs++
    const here = new Set<string>()
    return (what: string) => {
      if (here.has(what)) return
      here.add(what)
      this.seen.set(what, (this.seen.get(what) ?? 0) + 1)
    }
  }
  share = (what: string): number => (this.seen.get(what) ?? 0) / Math.max(this.runs, 1)
  toString = () =>
    `${this.runs} runs; ${[...this.seen]
      .toSorted(([, a], [, b]) => b - a)
      .map(([what, count]) => `${what} ${Math.round((100 * count) / this.runs)} %`)
      .join(", ")}`
}

const telling = new Set([
  "CandidateSubmitted",
  "CandidateInterviewing",
  "OfferExtended",
  "PlacementStarted",
  "PlacementFellOff",
  "PositionFilled",
  "PositionHeld",
  "PositionResumed",
  "SubmissionRestored",
  "SubmissionRejected",
  "SubmissionClosedOut",
  "EntryCorrected",
  "ConsentExpired",
  "OfferExpired",
  "PlacementBackedOut",
  "PlacementTerminated",
  "OpportunityWon",
  "CandidatesMerged",
  "ContactsMerged",
  "ClientsMerged",
  "MergeUndone",
  "CandidateErased",
  "ContactErased",
  "LegalHoldPlaced",
])

/** Notes what a step brought about. */
export const note = ({ added, outcome, world }: Step, reach: (what: string) => void): void => {
  if (erasures.every((erasure) => added.some(({ type }) => type === erasure))) reach("erased in both roles")
  for (const { type, data, corrects, patch, subject } of added) {
    if (type === "EntryCorrected" && patch === null && subject.type === "candidate") reach("taken back")
    if (telling.has(type)) reach(type)
    const to = data.to
    if (typeof to === "object" && to !== null && "kind" in to && to.kind === "placed") reach("placed")
    if (corrects !== null && world.entries.some((one) => one.act === corrects && one.corrects !== null))
      reach("correction corrected")
  }
  if ("refused" in outcome) reach(outcome.refused)
}

export interface Checked {
  readonly runs: number
  readonly seed?: number
  readonly depth?: Depth
  readonly storage?: () => Promise<Opened>
  readonly also?: ReadonlyArray<Weighted>
  readonly config?: RunOptions["config"]
  readonly check: (step: Step, opened: Opened) => Promise<void> | void
}

/** A property of every step of random runs. */
export const everyStep = ({
  runs,
  seed,
  depth = new Depth(),
  storage = () => open(memory()),
  also = [],
  config,
  check,
}: Checked) =>
  fc.check(
    fc.asyncProperty(randomCommands({ also }), randomSettings, async (commands, settings) => {
      const opened = await storage()
      const reach = depth.begin()
      await walk(commands, opened, {
        config: { settings, ...config },
        each: async (step) => {
          note(step, reach)
          await check(step, opened)
        },
      })
      await opened.close()
    }),
    { numRuns: runs, endOnFailure: true, ...(seed === undefined ? {} : { seed }) },
  )

export const names = Object.keys(invariants) as ReadonlyArray<keyof typeof invariants>
export type { Invariant }
