import { expect, test } from "vitest"
import { funnel } from "../../src/reports/Funnel.js"
import { ask, subject } from "./history.js"

const window = { from: "2026-01-01", to: "2026-02-01" }

const written = {
  submission: [
    // Rejected after an interview: it reached the interview all the same.
    subject("sub_1", [
      ["shortlisted", "2026-01-02"],
      ["submitted", "2026-01-03"],
      ["interviewing", "2026-01-05"],
      ["rejected", "2026-01-09"],
    ]),
    // Interviewed twice with an end and a restore between: once.
    subject("sub_2", [
      ["shortlisted", "2026-01-02"],
      ["submitted", "2026-01-03"],
      ["interviewing", "2026-01-05"],
      ["withdrawn", "2026-01-06"],
      ["interviewing", "2026-01-07"],
    ]),
    // An offer without an interview.
    subject("sub_3", [
      ["shortlisted", "2026-01-02"],
      ["submitted", "2026-01-03"],
      ["offered", "2026-01-05"],
    ]),
    // Started right before and right at the end of the window: neither counts.
    subject("sub_4", [["shortlisted", "2025-12-31T23:59"]]),
    subject("sub_5", [["shortlisted", "2026-02-01"]]),
  ],
}

const reached = (rows: ReadonlyArray<{ kind: string; reached: number }>) =>
  Object.fromEntries(rows.map(({ kind, reached }) => [kind, reached]))

test("reached: each once at its deepest, whatever it ended by; a skipped kind is credited", () => {
  const { open, rows, started } = ask(funnel, { pipeline: "submission", ...window, floor: 0, ids: true }, written)
  expect(started).toBe(3)
  // sub_2 and sub_3 run on.
  expect(open).toEqual({ count: 2, of: 3, rate: 2 / 3, withheld: null })
  expect(reached(rows)).toEqual({
    shortlisted: 3,
    submittedInternal: 3,
    submitted: 3,
    interviewing: 3,
    offered: 1,
    accepted: 0,
    placed: 0,
  })
  expect(rows.find(({ kind }) => kind === "interviewing")?.passThrough).toMatchObject({ count: 1, of: 3 })
  expect(rows.find(({ kind }) => kind === "offered")?.ids).toEqual({ reached: ["sub_3"], passed: [] })
  expect(rows.find(({ kind }) => kind === "interviewing")?.ids?.passed).toEqual(["sub_3"])
})

test("visited: a skipped kind is nobody's", () => {
  const { rows } = ask(funnel, { pipeline: "submission", ...window, skipped: "visited" }, written)
  expect(reached(rows)).toMatchObject({
    shortlisted: 3,
    submittedInternal: 0,
    submitted: 3,
    interviewing: 2,
    offered: 1,
  })
  // Of the two that were interviewed nobody came further: sub_3 got its offer without.
  expect(rows.find(({ kind }) => kind === "interviewing")?.passThrough).toMatchObject({ count: 0, of: 2 })
})

test("a backward move is not forward: who fell back to a kind did not pass through it", () => {
  // Passed a screening straight to ready, and lost readiness when the consent ran out.
  const back = {
    candidate: [
      subject("cand_1", [
        ["new", "2026-01-02"],
        ["ready", "2026-01-03"],
        ["screened", "2026-01-20"],
      ]),
    ],
  }
  const at = (skipped: "credited" | "visited") =>
    ask(funnel, { pipeline: "candidate", ...window, skipped }, back).rows.find(({ kind }) => kind === "screened")
  expect(at("visited")).toMatchObject({ reached: 1, passThrough: { count: 0, of: 1 } })
  // Credited, it passed the kind on its way to ready.
  expect(at("credited")).toMatchObject({ reached: 1, passThrough: { count: 1, of: 1 } })
})

test("an empty window has nothing and divides by nothing; as of an instant what came later is not there", () => {
  const empty = ask(funnel, { pipeline: "submission", from: "2026-01-01", to: "2026-01-01" }, written)
  expect(empty.started).toBe(0)
  expect(empty.rows[0]?.ofStarted).toEqual({ count: 0, of: 0, rate: null, withheld: "zero" })
  const early = ask(funnel, { pipeline: "submission", ...window, asOf: "2026-01-04T00:00:00Z" }, written)
  expect(reached(early.rows)).toMatchObject({ submitted: 3, interviewing: 0 })
})
