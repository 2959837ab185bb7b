import { expect, test } from "vitest"
import { cycles } from "../../src/reports/Cycles.js"
import { ask, type Stood, subject } from "./history.js"

const window = { from: "2026-01-01", to: "2026-02-01" }

const placement = (id: string, cycle: number, ...stood: ReadonlyArray<Stood>) => subject(id, stood, { cycle })
const submission = (id: string, candidate: string, start: string) =>
  subject(id, [["shortlisted", start]], { candidateId: candidate, positionId: "pos_1" })

const written = {
  placement: [
    placement("place_1", 1, ["pendingStart", "2026-01-05"]),
    placement("place_2", 1, ["pendingStart", "2026-01-06"], ["started", "2026-02-05"]),
    placement("place_3", 4, ["pendingStart", "2026-01-07"]),
    // Came to nothing, and was then filled on its next lap.
    placement("place_4", 1, ["pendingStart", "2026-01-05"], ["backedOut", "2026-01-06"]),
    placement("place_5", 2, ["pendingStart", "2026-01-20"]),
    // Fell off: it was a fill.
    placement("place_6", 2, ["pendingStart", "2026-01-08"], ["started", "2026-01-09"], ["fellOff", "2026-03-01"]),
    placement("place_7", 9, ["pendingStart", "2026-02-01"]),
  ],
  submission: [
    submission("sub_1", "cand_1", "2026-01-05"),
    submission("sub_2", "cand_2", "2026-01-05"),
    // The second attempt came after the window, and is an attempt all the same.
    submission("sub_3", "cand_2", "2026-03-05"),
    // First tried before the window.
    submission("sub_4", "cand_3", "2025-12-05"),
    submission("sub_5", "cand_3", "2026-01-05"),
  ],
}

test("laps until filled, and attempts of a candidate on a position", () => {
  const { attempts, laps } = ask(cycles, { ...window, ids: true }, written)
  // 1, 1, 2, 2 and 4.
  expect(laps.distribution).toEqual({ n: 5, median: 2, p75: 2, p90: 3.2, mean: 2 })
  expect(laps.rows).toEqual([
    { number: 1, count: 2, ids: ["place_1", "place_2"] },
    { number: 2, count: 2, ids: ["place_5", "place_6"] },
    { number: 4, count: 1, ids: ["place_3"] },
  ])
  expect(attempts.distribution).toMatchObject({ n: 2, mean: 1.5 })
  expect(attempts.rows).toEqual([
    { number: 1, count: 1, ids: ["sub_1"] },
    { number: 2, count: 1, ids: ["sub_2", "sub_3"] },
  ])
})

test("as of the 5th noon the fourth had not backed out, and nobody was tried twice", () => {
  const { attempts, laps } = ask(cycles, { ...window, asOf: "2026-01-05T12:00:00Z" }, written)
  expect(laps.rows).toEqual([{ number: 1, count: 2 }])
  expect(attempts.rows).toEqual([{ number: 1, count: 2 }])
})

test("of none there is no mean", () => {
  const { attempts, laps } = ask(cycles, { from: "2020-01-01", to: "2020-01-01" }, written)
  expect(laps).toEqual({ distribution: { n: 0, median: null, p75: null, p90: null, mean: null }, rows: [] })
  expect(attempts.rows).toEqual([])
})
