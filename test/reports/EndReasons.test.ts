import { expect, test } from "vitest"
import { endReasons } from "../../src/reports/EndReasons.js"
import { ask, subject } from "./history.js"

const window = { from: "2026-01-01", to: "2026-02-01", floor: 0 }
const price = { reason: "too expensive", party: "client" }

const written = {
  submission: [
    subject("sub_1", [
      ["shortlisted", "2026-01-01"],
      ["submitted", "2026-01-02"],
      ["rejected", "2026-01-05", price],
    ]),
    subject("sub_2", [
      ["shortlisted", "2025-11-01"],
      ["submitted", "2025-11-02"],
      ["rejected", "2026-01-06", price],
    ]),
    // The same reason at another stage is another row.
    subject("sub_3", [
      ["submitted", "2026-01-02"],
      ["interviewing", "2026-01-03", { stage: "final round" }],
      ["rejected", "2026-01-06", price],
    ]),
    subject("sub_4", [
      ["submitted", "2026-01-02"],
      ["offered", "2026-01-03"],
      ["declined", "2026-01-07", { reason: "counter-offer", party: "candidate" }],
    ]),
    // Restored, and ended by another reason since: only that one counts.
    subject("sub_5", [
      ["submitted", "2026-01-02"],
      ["rejected", "2026-01-03", price],
      ["submitted", "2026-01-04"],
      ["withdrawn", "2026-01-08", { reason: "moved", party: "candidate" }],
    ]),
    // Restored and running.
    subject("sub_6", [
      ["submitted", "2026-01-02"],
      ["rejected", "2026-01-03", price],
      ["submitted", "2026-01-04"],
    ]),
    subject("sub_7", [
      ["submitted", "2026-01-02"],
      ["rejected", "2026-02-01", price],
    ]),
    subject("sub_8", [
      ["submitted", "2026-01-02"],
      ["accepted", "2026-01-03"],
    ]),
  ],
}

test("ends by kind, reason, party and the stage they came from, most frequent first, those given once last", () => {
  const { ended, rows } = ask(endReasons, { ...window, ids: true }, written)
  expect(ended).toBe(5)
  expect(rows.map(({ ofEnded: _, ...row }) => row)).toEqual([
    { kind: "rejected", ...price, fromKind: "submitted", fromStage: "submitted", count: 2, ids: ["sub_1", "sub_2"] },
    { kind: "rejected", ...price, fromKind: "interviewing", fromStage: "final round", count: 1, ids: ["sub_3"] },
    {
      kind: "withdrawn",
      reason: "given once",
      party: "candidate",
      fromKind: "submitted",
      fromStage: "submitted",
      count: 1,
      ids: ["sub_5"],
    },
    {
      kind: "declined",
      reason: "given once",
      party: "candidate",
      fromKind: "offered",
      fromStage: "offered",
      count: 1,
      ids: ["sub_4"],
    },
  ])
  expect(rows[0]?.ofEnded).toEqual({ count: 2, of: 5, rate: 0.4, withheld: null })
})

test("as of the 3rd noon both that are restored on the 4th had ended", () => {
  const { ended } = ask(endReasons, { ...window, asOf: "2026-01-03T12:00:00Z" }, written)
  expect(ended).toBe(2)
})

test("any pipeline: why positions were lost; an end that was never anything else came from nowhere", () => {
  const history = {
    position: [
      subject("pos_1", [
        ["open", "2026-01-01"],
        ["lost", "2026-01-05", { reason: "price" }],
      ]),
      subject("pos_2", [["cancelled", "2026-01-05"]]),
    ],
  }
  const { rows } = ask(endReasons, { ...window, pipeline: "position" }, history)
  expect(rows.map(({ fromKind, kind, party, reason }) => [kind, reason, party, fromKind])).toEqual([
    ["lost", "price", null, "open"],
    ["cancelled", null, null, null],
  ])
})

test("nothing ended: no rows", () => {
  expect(ask(endReasons, { from: "2026-01-01", to: "2026-01-01" }, written)).toMatchObject({ ended: 0, rows: [] })
})

/** Rejected at the instant, each of its own person if none is named. */
const rejected = (id: string, reason: string, candidateId = `of ${id}`) =>
  subject(
    id,
    [
      ["submitted", "2026-01-02"],
      ["rejected", "2026-01-05", { reason, party: "client" }],
    ],
    { candidateId },
  )
const told = (written: ReadonlyArray<ReturnType<typeof rejected>>) =>
  ask(endReasons, { ...window, ids: true }, { submission: written }).rows.map(({ ids, reason }) => [reason, ids])

test("a reason has its name where two people were given it; all others are one row, whoever they are of", () => {
  expect(
    told([
      rejected("sub_1", "too expensive"),
      rejected("sub_2", "too expensive"),
      rejected("sub_3", "wears a hat"),
      rejected("sub_4", "sings"),
      // One person, twice.
      rejected("sub_5", "knows Kim", "cand_1"),
      rejected("sub_6", "knows Kim", "cand_1"),
      // The system's own words tell of nobody.
      rejected("sub_7", "position filled"),
      // What erasures left, of however many.
      rejected("sub_8", "given once"),
      rejected("sub_9", "given once"),
    ]),
  ).toEqual([
    ["too expensive", ["sub_1", "sub_2"]],
    ["position filled", ["sub_7"]],
    ["given once", ["sub_3", "sub_4", "sub_5", "sub_6", "sub_8", "sub_9"]],
  ])
})

test("who is counted decides: in a slice and a window of their own each was given it once", () => {
  const written = {
    submission: ["linkedin", "referral"].map((candidateSource, n) =>
      subject(
        `sub_${n}`,
        [
          ["submitted", "2026-01-02"],
          ["rejected", `2026-01-0${5 + n}`, price],
        ],
        { candidateId: `cand_${n}`, candidateSource, source: null },
      ),
    ),
  }
  const { rows, slices } = ask(endReasons, { ...window, sliceBy: "source" }, written)
  expect(rows.map(({ count, reason }) => [reason, count])).toEqual([["too expensive", 2]])
  expect(slices.map(({ rows: [row] }) => [row?.reason, row?.count])).toEqual([
    ["given once", 1],
    ["given once", 1],
  ])
  const half = ask(endReasons, { ...window, to: "2026-01-06" }, written)
  expect(half.rows.map(({ reason }) => reason)).toEqual(["given once"])
})
