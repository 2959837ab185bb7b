import { expect, test } from "vitest"
import { stalled } from "../../src/reports/Stalled.js"
import { ask, day, subject } from "./history.js"

const now = "2026-03-01"

/** Ten that stood 1, 2, … 10 days at submitted and were rejected: the 90th percentile is 9.1 days. */
const past = Array.from({ length: 10 }, (_, index) =>
  subject(`sub_past${index}`, [
    ["submitted", "2026-01-01"],
    ["rejected", `2026-01-${String(index + 2).padStart(2, "0")}`],
  ]),
)

const written = {
  submission: [
    ...past,
    // 10, 9 and 30 days there; the last one since it came back.
    subject(
      "sub_1",
      [
        ["shortlisted", "2026-02-10"],
        ["submitted", "2026-02-19"],
      ],
      { owner: "maya" },
    ),
    subject("sub_2", [["submitted", "2026-02-20"]], { owner: "ben" }),
    subject(
      "sub_3",
      [
        ["submitted", "2025-10-01"],
        ["rejected", "2025-10-03"],
        ["submitted", "2026-01-30"],
      ],
      { owner: "ben" },
    ),
    // The only ones at another stage: nothing to compare them with.
    subject("sub_4", [["shortlisted", "2025-06-01"]], { owner: "maya" }),
    // Through.
    subject("sub_5", [["placed", "2025-01-01"]], { owner: "maya" }),
  ],
  interview: [
    subject(
      "interview_1",
      [
        ["scheduled", "2026-02-20"],
        ["completed", "2026-02-27"],
      ],
      { submissionId: "sub_3" },
    ),
    subject("interview_2", [["scheduled", "2026-02-20"]], { submissionId: "sub_2" }),
  ],
  offer: [],
}

test("by the stage's own 90th percentile: longest first, with owner and last touch", () => {
  const answer = ask(stalled, { pipeline: "submission" }, written, now)
  expect(answer).toMatchObject({ live: 4, stalled: 2 })
  expect(answer.stages).toEqual([
    { stage: "shortlisted", kind: "shortlisted", live: 1, stalled: 0, thresholdMillis: null, completed: 1 },
    { stage: "submitted", kind: "submitted", live: 3, stalled: 2, thresholdMillis: 9.1 * day, completed: 10 },
  ])
  expect(answer.rows).toEqual([
    {
      id: "sub_3",
      stage: "submitted",
      kind: "submitted",
      owner: "ben",
      since: "2026-01-30T00:00:00.000Z",
      ageMillis: 30 * day,
      // Its interview was held since.
      lastTouch: "2026-02-27T00:00:00.000Z",
    },
    {
      id: "sub_1",
      stage: "submitted",
      kind: "submitted",
      owner: "maya",
      since: "2026-02-19T00:00:00.000Z",
      ageMillis: 10 * day,
      lastTouch: "2026-02-19T00:00:00.000Z",
    },
  ])
})

test("by days given: more than, not as much as; a stage without a history too", () => {
  const answer = ask(stalled, { pipeline: "submission", olderThan: 10 }, written, now)
  expect(answer.rows.map(({ id }) => id)).toEqual(["sub_4", "sub_3"])
  expect(answer.stages[0]).toMatchObject({ thresholdMillis: 10 * day, completed: null })
  expect(ask(stalled, { pipeline: "submission", olderThan: 9.5, limit: 1 }, written, now)).toMatchObject({
    stalled: 3,
    rows: [{ id: "sub_4" }],
  })
})

test("as of an instant: who was stalled then; limited to an owner the interview still touches", () => {
  const then = ask(stalled, { pipeline: "submission", olderThan: 10, asOf: "2026-02-10T00:00:00Z" }, written)
  expect(then.rows.map(({ ageMillis, id }) => [id, ageMillis / day])).toEqual([
    ["sub_4", 254],
    ["sub_3", 11],
  ])
  const ben = ask(stalled, { pipeline: "submission", olderThan: 10, where: { recruiter: "ben" } }, written, now)
  expect(ben.rows.map(({ id, lastTouch }) => [id, lastTouch])).toEqual([["sub_3", "2026-02-27T00:00:00.000Z"]])
})

test("every pipeline; of nobody there is nobody", () => {
  for (const pipeline of ["candidate", "client", "opportunity", "position", "opening", "interview", "offer"] as const)
    expect(ask(stalled, { pipeline }, {}, now)).toMatchObject({ live: 0, stalled: 0, rows: [], stages: [] })
  const consents = { consent: [subject("consent_1", [["requested", "2026-01-01"]])] }
  expect(ask(stalled, { pipeline: "consent", olderThan: 5 }, consents, now).rows[0]?.owner).toBeNull()
  const placements = { placement: [subject("place_1", [["pendingStart", "2026-01-01"]])] }
  expect(ask(stalled, { pipeline: "placement", olderThan: 5 }, placements, now).stalled).toBe(1)
})
