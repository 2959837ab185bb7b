import { expect, test } from "vitest"
import { activity } from "../../src/reports/Activity.js"
import { ask, subject } from "./history.js"

const window = { from: "2026-01-01", to: "2026-02-01" }

const written = {
  candidate: [
    subject("cand_1", [
      ["new", "2026-01-02"],
      ["screened", "2026-01-03", { actor: "ben" }],
      ["ready", "2026-01-04"],
      // Consent ran out: standing at screened again is no screen.
      ["screened", "2026-01-20", { actor: "system" }],
    ]),
    subject("cand_2", [
      ["new", "2025-12-31T23:59"],
      ["ready", "2026-01-31T23:59"],
    ]),
    subject("cand_3", [["new", "2026-02-01"]]),
  ],
  submission: [
    subject("sub_1", [
      ["shortlisted", "2026-01-05"],
      ["submitted", "2026-01-06", { actor: "ben" }],
      ["rejected", "2026-01-08"],
      // Restored: submitted once, and not rejected.
      ["submitted", "2026-01-09"],
      ["offered", "2026-01-12"],
    ]),
    subject("sub_2", [
      ["shortlisted", "2025-12-20"],
      ["submitted", "2026-01-07"],
      ["rejected", "2026-01-15"],
    ]),
  ],
  interview: [
    subject("interview_1", [
      ["scheduled", "2026-01-07"],
      ["cancelled", "2026-01-08"],
      ["scheduled", "2026-01-09"],
      ["completed", "2026-01-10"],
    ]),
    subject("interview_2", [
      ["scheduled", "2026-01-07"],
      ["noShow", "2026-01-08"],
    ]),
  ],
  placement: [
    subject("place_1", [
      ["pendingStart", "2026-01-20"],
      ["backedOut", "2026-01-21"],
      ["pendingStart", "2026-01-22"],
    ]),
    subject("place_2", [
      ["pendingStart", "2025-12-20"],
      ["started", "2026-01-02"],
      ["fellOff", "2026-01-30"],
    ]),
  ],
}

test("events of the window, each subject once an event, undone ends not at all", () => {
  const { counts, ids } = ask(activity, { ...window, ids: true }, written)
  expect(counts).toEqual({
    candidatesAdded: 1,
    screens: 2,
    consentsSigned: 0,
    opportunitiesAdded: 0,
    positionsOpened: 0,
    positionsLost: 0,
    positionsCancelled: 0,
    positionsClosed: 0,
    shortlisted: 1,
    submittedInternally: 0,
    submissions: 2,
    interviewsScheduled: 2,
    interviewsHeld: 1,
    interviewsMissed: 1,
    offersExtended: 1,
    offersDeclined: 0,
    rejections: 1,
    withdrawals: 0,
    rescissions: 0,
    closedOut: 0,
    placements: 1,
    starts: 1,
    backedOut: 0,
    fallOffs: 1,
  })
  expect(ids?.screens).toEqual(["cand_1", "cand_2"])
  expect(ids?.rejections).toEqual(["sub_2"])
})

test("as of an instant before its restore, an end is an end", () => {
  const { counts } = ask(activity, { ...window, asOf: "2026-01-08T12:00:00Z" }, written)
  expect(counts).toMatchObject({ rejections: 1, submissions: 2, interviewsHeld: 0 })
  const backedOut = ask(activity, { ...window, asOf: "2026-01-21T00:00:00Z" }, written)
  expect(backedOut.counts).toMatchObject({ placements: 1, backedOut: 1 })
})

test("by actor: who did it", () => {
  const { actors } = ask(activity, { ...window, by: "actor", events: ["screens", "submissions"] }, written)
  expect(actors).toEqual([
    { actor: "ben", counts: { screens: 1, submissions: 1 } },
    { actor: "maya", counts: { screens: 1, submissions: 1 } },
  ])
})

test("by week, the sum of the periods is the window", () => {
  const { counts, periods } = ask(activity, { ...window, period: "week", events: ["submissions", "screens"] }, written)
  // Weeks from Monday: 29 December, 5, 12, 19 and 26 January.
  expect(periods?.map(({ counts, start }) => [start, counts.submissions, counts.screens])).toEqual([
    ["2025-12-29", 0, 1],
    ["2026-01-05", 2, 0],
    ["2026-01-12", 0, 0],
    ["2026-01-19", 0, 0],
    ["2026-01-26", 0, 1],
  ])
  expect(counts).toEqual({ submissions: 2, screens: 2 })
})

test("a day is the zone's day: half past eleven at night in Berlin is not the day of UTC", () => {
  const late = { submission: [subject("sub_1", [["submitted", "2026-03-28T23:30"]])] }
  const asked = { from: "2026-03-28", to: "2026-03-31", period: "day", events: ["submissions"] } as const
  const berlin = ask(activity, { ...asked, timeZone: "Europe/Berlin" }, late)
  expect(berlin.periods?.map(({ counts, start }) => [start, counts.submissions])).toEqual([
    ["2026-03-28", 0],
    ["2026-03-29", 1],
    ["2026-03-30", 0],
  ])
  const utc = ask(activity, asked, late)
  expect(utc.periods?.map(({ counts }) => counts.submissions)).toEqual([1, 0, 0])
})

test("limited to a client, what knows no client is left out and not given as nothing", () => {
  const { counts } = ask(activity, { ...window, where: { client: "client_1" } }, written)
  expect(counts.screens).toBeUndefined()
  expect(counts.submissions).toBe(0)
})

test("an empty window counts nothing and has no periods", () => {
  const { counts, periods } = ask(activity, { from: "2026-01-05", to: "2026-01-05", period: "day" }, written)
  expect(Object.values(counts).every((count) => count === 0)).toBe(true)
  expect(periods).toEqual([])
})

test("more periods than anybody reads are refused", () => {
  expect(() => ask(activity, { from: "1990-01-01", to: "2026-01-01", period: "day" }, {})).toThrow("more than 5000")
})
