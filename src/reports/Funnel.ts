import type { Instant } from "../domain/Field.js"
import type { Visit } from "../domain/Ledger.js"
import type { PipelineName } from "../domain/Nouns.js"
import * as Kinds from "./Kinds.js"
import * as Rate from "./Rate.js"
import { grouped } from "./Subjects.js"

/** Which subjects: those of a pipeline that started in `[from, to)`. */
export interface Cohort {
  readonly pipeline: PipelineName
  readonly from: Instant
  readonly to: Instant
}

export interface FunnelRow {
  readonly kind: string
  /** How many ever reached this kind or a later one. */
  readonly reached: number
  /** Of those that started. */
  readonly ofStarted: Rate.Rate
  /** How many of those that reached this kind reached the next one or a later; null for the last kind. */
  readonly passThrough: Rate.Rate | null
  readonly ids?: ReadonlyArray<string>
}

export interface Funnel {
  readonly report: "funnel"
  /** `cohort`: subjects that started in the window, however long they took. `skipped: credited`: a later kind counts for the ones before it. */
  readonly policy: { readonly cohort: "started in window"; readonly skipped: "credited"; readonly floor: number }
  readonly cohort: Cohort
  readonly started: number
  /** Those still running: their rates may yet rise. */
  readonly open: Rate.Rate
  readonly rows: ReadonlyArray<FunnelRow>
}

/**
 * The reached funnel: of the subjects that started in the window, how many ever reached each kind, each counted once at
 * its deepest. An end never erases what was reached; what was taken back by a correction does not count.
 */
export const funnel = (cohort: Cohort, visits: Iterable<Visit>, options: { readonly ids: boolean }): Funnel => {
  const kinds = Kinds.forward(cohort.pipeline)
  const rank = new Map(kinds.map((kind, index) => [kind, index]))
  const deepest = new Map<string, number>()
  let open = 0
  for (const [id, own] of grouped(visits)) {
    const start = own[0]?.enteredAt
    if (start === undefined || start < cohort.from || start >= cohort.to) continue
    deepest.set(id, Math.max(...own.map(({ kind }) => rank.get(kind) ?? 0)))
    const last = own.at(-1)
    if (last !== undefined && Kinds.phase(cohort.pipeline, last.kind) === "live") open++
  }
  const started = deepest.size
  const reached = kinds.map((_, index) => [...deepest].flatMap(([id, depth]) => (depth >= index ? [id] : [])))
  const rows = kinds.map((kind, index): FunnelRow => {
    const here = reached[index] ?? []
    const next = reached[index + 1]
    return {
      kind,
      reached: here.length,
      ofStarted: Rate.of(here.length, started),
      passThrough: next === undefined ? null : Rate.of(next.length, here.length),
      ...(options.ids ? { ids: here.toSorted() } : {}),
    }
  })
  return {
    report: "funnel",
    policy: { cohort: "started in window", skipped: "credited", floor: Rate.floor },
    cohort,
    started,
    open: Rate.of(open, started),
    rows,
  }
}
