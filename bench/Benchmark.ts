import type { Timing } from "./Measure.js"

/** A comparison that was run. */
export interface Result {
  readonly name: string
  readonly against: string
  readonly timing: Timing
  /** The most that the ratio of the times may be; null where the comparison is for information only. */
  readonly atMost: number | null
  /** How many operations a second are wanted of ours, of a machine that has nothing else to do. */
  readonly perSecond?: number
  /** What else there is to say, for example how the memory grew. */
  readonly notes: ReadonlyArray<string>
}

export interface Options {
  /** Small sizes: shows that everything runs, measures little. */
  readonly quick: boolean
  /** Tells a result as soon as it is there. */
  readonly tell: (result: Result) => void
}

export interface Benchmark {
  readonly name: string
  readonly run: (options: Options) => Promise<void>
}
