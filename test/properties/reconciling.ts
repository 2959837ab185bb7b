import * as fc from "fast-check"
import { memory } from "matchloop/memory"
import { open, randomCommands, randomSettings, run } from "matchloop/testing"
import { expect } from "vitest"

const sum = (values: ReadonlyArray<number>) => values.reduce((total, value) => total + value, 0)

const forward = ["shortlisted", "submittedInternal", "submitted", "interviewing", "offered", "accepted", "placed"]

/** Adds up what reports say after so many random years. */
export const reconciling = async (runs: number, seed = 2026): Promise<void> => {
  let placed = 0
  let interviewedAndEnded = 0
  await fc.assert(
    fc.asyncProperty(randomCommands(), randomSettings, async (commands, settings) => {
      const opened = await open(memory())
      const all = await run(commands, opened, { config: { settings } })
      const { reports } = all
      await opened.close()
      for (const { pipeline, funnels, snapshots } of reports.pipelines) {
        for (const { rows, started } of funnels) {
          const reached = rows.map((row) => row.reached)
          expect(reached, `${pipeline}: reached never rises`).toEqual(reached.toSorted((a, b) => b - a))
          expect(reached[0] ?? 0).toBe(started)
          for (const row of rows) expect(row.ids?.reached.length).toBe(row.reached)
        }
        for (const { at, started, live, won, ended, rows } of snapshots) {
          const begun = new Set(
            (all.visits[pipeline] ?? []).flatMap((visit) => (visit.enteredAt <= at ? [visit.subjectId] : [])),
          )
          expect(live + won + ended, `${pipeline}: snapshot and ended are all that started`).toBe(begun.size)
          expect(sum(rows.map(({ count }) => count))).toBe(started)
        }
      }
      const [ever] = reports.pipelines.find(({ pipeline }) => pipeline === "submission")?.funnels ?? []
      for (const [rank, kind] of forward.entries()) {
        const later = forward.slice(rank)
        const subjects = new Set(
          (all.visits.submission ?? []).flatMap((visit) => (later.includes(visit.kind) ? [visit.subjectId] : [])),
        )
        if (rank > 0) expect(ever?.rows[rank]?.reached, `an end erases no ${kind}`).toBe(subjects.size)
      }
      const interviewed = new Set(
        (all.visits.submission ?? []).flatMap(({ kind, subjectId }) => (kind === "interviewing" ? [subjectId] : [])),
      )
      const ended = (all.records.submission ?? []).filter(({ endedAt }) => endedAt !== null)
      interviewedAndEnded += ended.filter(({ id }) => interviewed.has(String(id))).length
      for (const { rows, total } of reports.placements) {
        placed += total.placements
        expect(sum(rows.map(({ credited }) => Math.round(credited * 1_000_000)))).toBe(
          Math.round(total.credited * 1_000_000),
        )
        for (const { currency, amount } of total.fees) {
          const parts = rows.map(({ fees }) => fees.find((fee) => fee.currency === currency)?.amount ?? 0)
          expect(sum(parts), "the fees of all are the fee").toBe(amount)
        }
      }
    }),
    { numRuns: runs, seed },
  )
  expect(placed).toBeGreaterThan(5)
  expect(interviewedAndEnded).toBeGreaterThan(0)
}
