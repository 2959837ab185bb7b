import { expect, test } from "vitest"
import { heatMap } from "../../src/reports/HeatMap.js"
import { ask, subject } from "./history.js"

// 2026-01-05 is a Monday; Berlin is an hour ahead of UTC in winter, two in summer.
const written = {
  candidate: [subject("cand_a", [["new", "2026-01-07T09:15"]])],
  submission: [
    subject("sub_a", [
      ["submitted", "2026-01-05T08:59"],
      ["interviewing", "2026-01-05T23:30"],
    ]),
    // A further stage of the kind is no act; a shortlist is none that was asked for.
    subject("sub_b", [
      ["shortlisted", "2026-01-05T08:00"],
      ["submitted", "2026-01-12T08:00"],
      ["submitted", "2026-01-12T09:00", { stage: "chased" }],
    ]),
    // Rejected and back: both times count.
    subject("sub_c", [
      ["submitted", "2026-01-06T08:00"],
      ["rejected", "2026-01-06T09:00"],
      ["submitted", "2026-01-06T10:00"],
    ]),
    subject("sub_d", [["submitted", "2026-02-02T08:00"]]),
  ],
}
const january = { from: "2026-01-01", to: "2026-02-01" }

const filled = ({
  rows,
}: {
  readonly rows: ReadonlyArray<{ readonly weekday: string; readonly hours: ReadonlyArray<number> }>
}) =>
  rows.flatMap(({ hours, weekday }) =>
    hours.flatMap((count, hour) => (count === 0 ? [] : [`${weekday} ${hour}: ${count}`])),
  )

test("counts acts by weekday and hour", () => {
  const result = ask(heatMap, january, written)
  expect(result.total).toBe(5)
  expect(result.rows.map(({ weekday }) => weekday)).toEqual([
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
  ])
  expect(result.rows.every(({ hours }) => hours.length === 24)).toBe(true)
  expect(filled(result)).toEqual(["monday 8: 2", "monday 23: 1", "tuesday 8: 1", "tuesday 10: 1"])
})

test("shows the clocks of the time zone, and the week from its first day", () => {
  const result = ask(heatMap, { ...january, timeZone: "Europe/Berlin", weekStart: "sunday", ids: true }, written)
  expect(filled(result)).toEqual(["monday 9: 2", "tuesday 0: 1", "tuesday 9: 1", "tuesday 11: 1"])
  expect(result.rows[0]?.weekday).toBe("sunday")
  expect(result.rows[1]?.ids?.[9]).toEqual(["sub_a", "sub_b"])
})

test("takes the acts that are asked for", () => {
  const acts = [{ pipeline: "candidate", kind: "new" }] as const
  expect(filled(ask(heatMap, { ...january, acts }, written))).toEqual(["wednesday 9: 1"])
  expect(() => ask(heatMap, { ...january, acts: [{ pipeline: "candidate", kind: "placed?" }] }, written)).toThrow(
    "is no kind of a candidate",
  )
})

test("names who acted in an hour, of every pipeline, as often as they did", () => {
  const acts = (["candidate", "submission"] as const).map((pipeline) => ({
    pipeline,
    kind: pipeline === "candidate" ? "new" : "submitted",
  }))
  const written = {
    candidate: [subject("cand_a", [["new", "2026-01-05T08:15"]])],
    submission: [
      subject("sub_a", [["shortlisted", "2026-01-01"]]),
      subject("sub_b", [
        ["submitted", "2026-01-05T08:00"],
        ["rejected", "2026-01-05T08:10"],
        ["submitted", "2026-01-05T08:20"],
      ]),
    ],
  }
  const { rows, total } = ask(heatMap, { ...january, acts, ids: true }, written)
  expect(total).toBe(3)
  expect(rows[0]?.ids?.[8]).toEqual(["cand_a", "sub_b", "sub_b"])
})

test("goes with the clocks on the days they change, and in a window cut inside a day", () => {
  const at = (...instants: ReadonlyArray<string>) => ({
    submission: instants.map((one, n) => subject(`sub_${n}`, [["submitted", one]])),
  })
  // Berlin, 2026-03-29: 01:30 winter time, then 03:30 summer time an hour later; 24 hours after midnight it is Monday.
  const spring = at("2026-03-29T00:30", "2026-03-29T01:30", "2026-03-29T22:30")
  const berlin = { timeZone: "Europe/Berlin" }
  expect(filled(ask(heatMap, { from: "2026-03-28", to: "2026-03-31", ...berlin }, spring))).toEqual([
    "monday 0: 1",
    "sunday 1: 1",
    "sunday 3: 1",
  ])
  // 2026-10-25: half past two comes twice.
  const autumn = at("2026-10-25T00:30", "2026-10-25T01:30", "2026-10-25T22:30")
  expect(filled(ask(heatMap, { from: "2026-10-24", to: "2026-10-27", ...berlin }, autumn))).toEqual([
    "sunday 2: 2",
    "sunday 23: 1",
  ])
  const cut = { from: "2026-01-05T08:30:00Z", to: "2026-01-05T23:45:00Z" }
  expect(filled(ask(heatMap, cut, written))).toEqual(["monday 8: 1", "monday 23: 1"])
})
