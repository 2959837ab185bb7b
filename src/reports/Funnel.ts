import * as Schema from "effect/Schema"
import * as Behind from "./Behind.js"
import * as History from "./History.js"
import * as Kinds from "./Kinds.js"
import * as Rate from "./Rate.js"
import * as Report from "./Report.js"
import type { PipelineName } from "../domain/Nouns.js"

export interface FunnelRow {
  readonly kind: string
  /** How many ever reached this kind or a later one. */
  readonly reached: number
  /** Of those that started. */
  readonly ofStarted: Rate.Rate
  /** How many of those that reached this kind reached the next one or a later; null for the last kind. */
  readonly passThrough: Rate.Rate | null
  readonly ids?: { readonly reached: ReadonlyArray<string>; readonly passed: ReadonlyArray<string> }
}

export interface Funnel {
  readonly report: "funnel"
  /**
   * `cohort`: subjects that started in the window, however long they took. `skipped`: a kind that was passed over counts
   * as reached by those that came to a later one (`credited`), or by nobody who never stood there (`visited`).
   */
  readonly policy: {
    readonly cohort: "started in window"
    readonly skipped: "credited" | "visited"
    readonly floor: number
  }
  readonly cohort: Report.Echo & { readonly pipeline: PipelineName }
  readonly started: number
  /** Those still running: their rates may yet rise. */
  readonly open: Rate.Rate
  readonly rows: ReadonlyArray<FunnelRow>
  readonly ids?: { readonly started: ReadonlyArray<string>; readonly open: ReadonlyArray<string> }
}

const input = Report.ordered(
  Schema.Struct({
    pipeline: Report.Pipeline,
    ...Report.windowed,
    skipped: Schema.optionalWith(Schema.Literal("credited", "visited"), { default: () => "credited" as const }),
  }),
)

/**
 * The reached funnel: of the subjects that started in the window, how many ever reached each kind, each counted once at
 * its deepest. An end never erases what was reached; what was taken back by a correction does not count.
 */
export const funnel = Report.define({
  name: "funnel",
  input,
  needs: (asked) => ({
    [asked.pipeline]: { columns: asked.ids ? ["id"] : [], started: Report.windowOf(asked) },
  }),
  answer: (asked, history): Funnel => {
    const { pipeline } = asked
    const journeys = History.of(history, pipeline)
    const { from, to } = Report.windowOf(asked)
    const kinds = Kinds.forward(pipeline)
    const rank = Int8Array.from(Kinds.all(pipeline), (kind) => kinds.indexOf(kind))
    const live = Uint8Array.from(Kinds.all(pipeline), (kind) => (Kinds.phase(pipeline, kind) === "live" ? 1 : 0))
    const reached = new Int32Array(kinds.length)
    const passed = new Int32Array(kinds.length)
    const behind = Behind.gather<"started" | "open" | "reached" | "passed">()
    let started = 0
    let open = 0
    const credited = asked.skipped === "credited"
    const { entered, first, kind } = journeys
    for (let subject = 0; subject < journeys.size; subject++) {
      const start = first[subject] ?? 0
      const begun = entered[start] ?? 0
      if (begun < from || begun >= to) continue
      started++
      if (asked.ids) behind.add(0, "started", journeys, subject)
      const end = first[subject + 1] ?? 0
      let deepest = 0
      let stood = 1
      // From which kinds it came forward: who stood at a kind only after a later one did not get there from it.
      let left = 0
      for (let visit = start; visit < end; visit++) {
        const depth = rank[kind[visit] ?? 0] ?? 0
        if (depth > deepest) deepest = depth
        if (depth < 0) continue
        stood |= 1 << depth
        left |= stood & ((1 << depth) - 1)
      }
      if (live[kind[end - 1] ?? 0] === 1) {
        open++
        if (asked.ids) behind.add(0, "open", journeys, subject)
      }
      for (let depth = 0; depth <= deepest; depth++) {
        if (!credited && (stood & (1 << depth)) === 0) continue
        reached[depth] = (reached[depth] ?? 0) + 1
        const onward = credited ? deepest > depth : (left & (1 << depth)) !== 0
        if (onward) passed[depth] = (passed[depth] ?? 0) + 1
        if (asked.ids) behind.add(depth, "reached", journeys, subject)
        if (asked.ids && onward) behind.add(depth, "passed", journeys, subject)
      }
    }
    const rows = kinds.map((name, depth): FunnelRow => {
      const here = reached[depth] ?? 0
      return {
        kind: name,
        reached: here,
        ofStarted: Rate.of(here, started, asked.floor),
        passThrough: depth === kinds.length - 1 ? null : Rate.of(passed[depth] ?? 0, here, asked.floor),
        ...(asked.ids ? { ids: { reached: behind.of(depth, "reached"), passed: behind.of(depth, "passed") } } : {}),
      }
    })
    return {
      report: "funnel",
      policy: { cohort: "started in window", skipped: asked.skipped, floor: asked.floor },
      cohort: { pipeline, ...Report.echo(asked) },
      started,
      open: Rate.of(open, started, asked.floor),
      rows,
      ...(asked.ids ? { ids: { started: behind.of(0, "started"), open: behind.of(0, "open") } } : {}),
    }
  },
})
