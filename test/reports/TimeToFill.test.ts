import { expect, test } from "vitest"
import { timeToFill } from "../../src/reports/TimeToFill.js"
import { ask, day, hour, subject } from "./history.js"

const window = { from: "2026-01-01", to: "2026-02-01" }
const of = (positionId: string, owner = "maya") => ({ positionId, owner })

const written = {
  position: [
    subject("pos_1", [
      ["open", "2026-01-01"],
      ["onHold", "2026-01-03"],
      ["open", "2026-01-06"],
      ["filled", "2026-01-11"],
    ]),
    subject("pos_2", [
      ["draft", "2025-12-01"],
      ["open", "2026-01-05"],
    ]),
    subject("pos_3", [
      ["open", "2026-01-02"],
      ["lost", "2026-01-20"],
    ]),
  ],
  opening: [
    // 10 days from the 1st to the 11th, 3 of them on hold: 7.
    subject(
      "opening_1",
      [
        ["open", "2026-01-01"],
        ["reserved", "2026-01-09"],
        ["filled", "2026-01-11"],
      ],
      of("pos_1"),
    ),
    // Drafted in December; open from the 5th to the 20th noon: 15.5 days and 15 midnights.
    subject(
      "opening_2",
      [
        ["open", "2025-12-01"],
        ["filled", "2026-01-20T12:00"],
      ],
      of("pos_2"),
    ),
    // Still open when January ends, 27 days after the 5th.
    subject("opening_3", [["open", "2025-12-01"]], of("pos_2")),
    // Gone with the position that somebody else filled.
    subject(
      "opening_4",
      [
        ["open", "2026-01-02"],
        ["cancelled", "2026-01-20"],
      ],
      of("pos_3"),
    ),
    // Added late and filled in February.
    subject(
      "opening_5",
      [
        ["open", "2026-01-30"],
        ["filled", "2026-02-02"],
      ],
      of("pos_2"),
    ),
  ],
}

test("opened to accepted without holds; what is open, lost or cancelled stands beside", () => {
  const answer = ask(timeToFill, { ...window, ids: true }, written)
  expect(answer.millis).toEqual({
    n: 2,
    // 7 and 15.5 days: the median is 11.25, p75 is 13.375, p90 is 14.65.
    median: 11.25 * day,
    p75: 13.375 * day,
    p90: 14.65 * day,
    mean: 11.25 * day,
  })
  expect(answer.days).toMatchObject({ n: 2, median: 11, mean: 11 })
  expect(answer.open).toMatchObject({ count: 2, ageMillis: { median: (27 + 2) * 0.5 * day } })
  expect(answer.ended).toBe(1)
  expect(answer.unfilled).toEqual({ lost: 1, cancelled: 0, closed: 0 })
  expect(answer.ids).toEqual({
    filled: ["opening_1", "opening_2"],
    open: ["opening_3", "opening_5"],
    lost: ["opening_4"],
    cancelled: [],
    closed: [],
    backedOut: [],
  })
})

test("by their start, the window takes those opened in it however long they took", () => {
  const answer = ask(timeToFill, { ...window, counted: "started" }, written, "2026-03-06")
  // opening_5 took 3 days; opening_3 is open for the 60 days from the 5th of January to the 6th of March.
  expect(answer.millis).toMatchObject({ n: 3, median: 7 * day })
  expect(answer.open).toMatchObject({ count: 1, ageMillis: { median: 60 * day } })
})

test("a back-out fills nothing and the time goes on; a fall-off was a fill and time begins anew", () => {
  const history = {
    position: [subject("pos_1", [["open", "2026-01-01"]])],
    opening: [
      // Accepted on the 5th, backed out on the 7th, filled on the 15th: 14 days, once.
      subject(
        "opening_1",
        [
          ["open", "2026-01-01"],
          ["filled", "2026-01-05"],
          ["open", "2026-01-07", { reason: "backed out" }],
          ["filled", "2026-01-15"],
        ],
        of("pos_1"),
      ),
      // 4 days; fell off on the 20th; filled again after 2 days.
      subject(
        "opening_2",
        [
          ["open", "2026-01-01"],
          ["filled", "2026-01-05"],
          ["open", "2026-01-20", { reason: "fell off" }],
          ["filled", "2026-01-22"],
        ],
        of("pos_1"),
      ),
      // Backed out by mistake and restored: filled on the 11th, 10 days, whatever the restore's time.
      subject(
        "opening_3",
        [
          ["open", "2026-01-01"],
          ["filled", "2026-01-11"],
          ["open", "2026-01-25", { reason: "backed out" }],
          ["filled", "2026-01-26", { reason: "restored" }],
        ],
        of("pos_1"),
      ),
      // Cancelled by mistake and taken up again on the 10th: 6 days, and no cancellation.
      subject(
        "opening_4",
        [
          ["open", "2026-01-01"],
          ["cancelled", "2026-01-03"],
          ["open", "2026-01-10"],
          ["filled", "2026-01-16"],
        ],
        of("pos_1"),
      ),
    ],
  }
  const answer = ask(timeToFill, window, history)
  // 14, 4, 2, 10 and 6 days.
  expect(answer.millis).toMatchObject({ n: 5, median: 6 * day, mean: 7.2 * day })
  expect(answer.backedOut).toBe(1)
  expect(answer.unfilled).toEqual({ lost: 0, cancelled: 0, closed: 0 })
  // As of the 25th noon the third was backed out, and of the four only it is open.
  const then = ask(timeToFill, { ...window, asOf: "2026-01-25T12:00:00Z" }, history)
  expect(then.millis.n).toBe(4)
  expect(then.open.count).toBe(1)
  expect(then.backedOut).toBe(2)
  // As of the 4th the cancellation was one.
  const early = ask(timeToFill, { ...window, asOf: "2026-01-04T00:00:00Z" }, history)
  expect(early.unfilled.cancelled).toBe(1)
})

test("calendar days are those of the time zone, also when clocks change; milliseconds are not rounded to them", () => {
  // Berlin, the 28th of March 23:30 to the 30th 00:30: two midnights, and 24 hours because one is skipped.
  const history = {
    position: [subject("pos_1", [["open", "2026-03-28T22:30"]])],
    opening: [
      subject(
        "opening_1",
        [
          ["open", "2026-03-28T22:30"],
          ["filled", "2026-03-29T22:30"],
        ],
        of("pos_1"),
      ),
    ],
  }
  const asked = { from: "2026-03-01", to: "2026-04-01", timeZone: "Europe/Berlin" }
  const answer = ask(timeToFill, asked, history)
  expect(answer.days.median).toBe(2)
  expect(answer.millis.median).toBe(24 * hour)
  expect(ask(timeToFill, { ...asked, timeZone: "UTC" }, history).days.median).toBe(1)
})

test("a history entered late and backwards takes no time rather than a negative one; an empty window has none", () => {
  const history = {
    position: [subject("pos_1", [["open", "2026-01-10"]])],
    opening: [
      subject(
        "opening_1",
        [
          ["open", "2026-01-01"],
          ["filled", "2026-01-08"],
        ],
        of("pos_1"),
      ),
    ],
  }
  expect(ask(timeToFill, window, history).millis).toMatchObject({ n: 1, median: 0 })
  const empty = ask(timeToFill, { from: "2026-01-01", to: "2026-01-01" }, history)
  expect(empty.millis).toEqual({ n: 0, median: null, p75: null, p90: null, mean: null })
})

test("limits and slices take openings by their position's owner", () => {
  const history = {
    position: written.position,
    opening: [
      subject(
        "opening_1",
        [
          ["open", "2026-01-01"],
          ["filled", "2026-01-11"],
        ],
        of("pos_1", "maya"),
      ),
      subject(
        "opening_2",
        [
          ["open", "2026-01-01"],
          ["filled", "2026-01-20"],
        ],
        of("pos_2", "ben"),
      ),
    ],
  }
  const { millis, slices } = ask(timeToFill, { ...window, sliceBy: "recruiter" }, history)
  expect(millis.n).toBe(2)
  expect(slices.map(({ key, millis }) => [key, millis.median])).toEqual([
    ["ben", 15 * day],
    ["maya", 7 * day],
  ])
  expect(ask(timeToFill, { ...window, where: { recruiter: "ben" } }, history).millis.n).toBe(1)
})
