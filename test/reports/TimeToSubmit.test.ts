import { expect, test } from "vitest"
import { timeToSubmit } from "../../src/reports/TimeToSubmit.js"
import { ask, day, subject } from "./history.js"

const window = { from: "2026-01-01", to: "2026-02-01" }
const of = (positionId: string, owner = "maya") => ({ positionId, owner })

const written = {
  position: [
    subject(
      "pos_1",
      [
        ["draft", "2025-12-20"],
        ["open", "2026-01-02"],
      ],
      { owner: "maya" },
    ),
    subject(
      "pos_2",
      [
        ["open", "2026-01-05"],
        ["cancelled", "2026-01-15"],
      ],
      { owner: "maya" },
    ),
    subject("pos_3", [["open", "2026-01-12"]], { owner: "ben" }),
    // Ended and reopened: measured from when it was first open.
    subject(
      "pos_4",
      [
        ["open", "2026-01-10"],
        ["closed", "2026-01-11"],
        ["open", "2026-01-20"],
      ],
      { owner: "maya" },
    ),
    subject("pos_5", [["draft", "2026-01-10"]], { owner: "maya" }),
  ],
  submission: [
    // The second candidate on the list was the first with the client: 4 days.
    subject(
      "sub_1",
      [
        ["shortlisted", "2026-01-02"],
        ["submitted", "2026-01-09"],
      ],
      of("pos_1"),
    ),
    subject(
      "sub_2",
      [
        ["shortlisted", "2026-01-03"],
        ["submitted", "2026-01-06"],
        ["rejected", "2026-01-08"],
        ["submitted", "2026-01-09"],
      ],
      of("pos_1", "ben"),
    ),
    // Never with the client.
    subject(
      "sub_3",
      [
        ["shortlisted", "2026-01-06"],
        ["submittedInternal", "2026-01-07"],
      ],
      of("pos_2"),
    ),
    subject(
      "sub_4",
      [
        ["shortlisted", "2026-01-20"],
        ["submitted", "2026-01-22"],
      ],
      of("pos_4"),
    ),
  ],
}

test("opened to the first submission to the client, whoever made it", () => {
  const answer = ask(timeToSubmit, { ...window, ids: true }, written)
  // 4 days for pos_1, 12 for pos_4.
  expect(answer.millis).toMatchObject({ n: 2, median: 8 * day, p75: 10 * day, mean: 8 * day })
  expect(answer.days.mean).toBe(8)
  // pos_3 waits since 20 days when January ends; pos_2 was cancelled without one; pos_5 was never open.
  expect(answer.open).toMatchObject({ count: 1, ageMillis: { median: 20 * day } })
  expect(answer.ended).toBe(1)
  expect(answer.ids).toEqual({ submitted: ["pos_1", "pos_4"], open: ["pos_3"], ended: ["pos_2"] })
})

test("a recruiter's positions are submitted to by anybody", () => {
  const answer = ask(timeToSubmit, { ...window, where: { recruiter: "maya" } }, written)
  expect(answer.millis).toMatchObject({ n: 2, median: 8 * day })
  const { slices } = ask(timeToSubmit, { ...window, sliceBy: "recruiter" }, written)
  expect(slices.map(({ key, millis, open }) => [key, millis.n, open.count])).toEqual([
    ["ben", 0, 1],
    ["maya", 2, 0],
  ])
})

test("as of the 6th morning, one is submitted; windows are half open", () => {
  expect(ask(timeToSubmit, { ...window, asOf: "2026-01-06T00:00:00Z" }, written).millis.n).toBe(1)
  expect(ask(timeToSubmit, { from: "2026-01-01", to: "2026-01-06" }, written).millis.n).toBe(0)
  expect(ask(timeToSubmit, { from: "2026-01-06", to: "2026-01-07" }, written).millis.n).toBe(1)
})

test("by their start: positions first opened in the window", () => {
  const answer = ask(timeToSubmit, { from: "2026-01-05", to: "2026-01-12", counted: "started" }, written)
  expect(answer.millis).toMatchObject({ n: 1, median: 12 * day })
  expect(answer.ended).toBe(1)
  expect(answer.open.count).toBe(0)
})
