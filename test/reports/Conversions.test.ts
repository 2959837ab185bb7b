import { expect, test } from "vitest"
import { conversions } from "../../src/reports/Conversions.js"
import { sendOuts } from "../../src/reports/SendOuts.js"
import { ask, subject } from "./history.js"

const window = { from: "2026-01-01", to: "2026-02-01", floor: 0 }

const written = {
  submission: [
    // Interviewed twice, offered, placed.
    subject("sub_1", [
      ["shortlisted", "2025-12-30"],
      ["submitted", "2026-01-02"],
      ["interviewing", "2026-01-05"],
      ["offered", "2026-01-12"],
      ["accepted", "2026-01-15"],
      ["placed", "2026-02-15"],
    ]),
    // Rejected after its interview.
    subject("sub_2", [
      ["submitted", "2026-01-03"],
      ["interviewing", "2026-01-05"],
      ["rejected", "2026-01-09"],
    ]),
    // The interview was cancelled.
    subject("sub_3", [
      ["submitted", "2026-01-03"],
      ["interviewing", "2026-01-05"],
      ["closedOut", "2026-01-09"],
    ]),
    // Offered unseen; accepted and backed out.
    subject("sub_4", [
      ["submitted", "2026-01-04"],
      ["offered", "2026-01-06"],
      ["accepted", "2026-01-08"],
      ["withdrawn", "2026-01-10"],
    ]),
    // Running.
    subject("sub_5", [["submitted", "2026-01-31T23:59"]]),
    // Never with the client; with it in December; with it in February.
    subject("sub_6", [
      ["shortlisted", "2026-01-05"],
      ["rejected", "2026-01-06"],
    ]),
    subject("sub_7", [
      ["submitted", "2025-12-15"],
      ["offered", "2026-01-03"],
      ["accepted", "2026-01-05"],
    ]),
    subject("sub_8", [
      ["shortlisted", "2026-01-05"],
      ["submitted", "2026-02-01"],
    ]),
  ],
  interview: [
    subject(
      "interview_1",
      [
        ["scheduled", "2026-01-05"],
        ["completed", "2026-01-07"],
      ],
      { submissionId: "sub_1" },
    ),
    subject(
      "interview_2",
      [
        ["scheduled", "2026-01-08"],
        ["completed", "2026-01-09"],
      ],
      { submissionId: "sub_1" },
    ),
    subject(
      "interview_3",
      [
        ["scheduled", "2026-01-05"],
        ["completed", "2026-01-08"],
      ],
      { submissionId: "sub_2" },
    ),
    subject(
      "interview_4",
      [
        ["scheduled", "2026-01-05"],
        ["cancelled", "2026-01-08"],
      ],
      { submissionId: "sub_3" },
    ),
    subject(
      "interview_5",
      [
        ["scheduled", "2025-12-20"],
        ["completed", "2026-01-02"],
      ],
      { submissionId: "sub_7" },
    ),
    subject(
      "interview_6",
      [
        ["scheduled", "2026-01-05"],
        ["completed", "2026-01-08"],
      ],
      { submissionId: "sub_gone" },
    ),
  ],
}

test("one cohort, distinct submissions: an interview more is no conversion more", () => {
  const answer = ask(conversions, { ...window, ids: true }, written)
  // January's are sub_1 to sub_5.
  expect(answer.submitted).toBe(5)
  expect(answer.submittalToInterview).toMatchObject({ count: 2, of: 5, rate: 0.4 })
  expect(answer.interviewToOffer).toMatchObject({ count: 1, of: 2, rate: 0.5 })
  expect(answer.offerToPlacement).toMatchObject({ count: 1, of: 2, rate: 0.5 })
  expect(answer.submittalToPlacement).toMatchObject({ count: 1, of: 5 })
  expect(answer.open).toMatchObject({ count: 1, of: 5 })
  expect(answer).toMatchObject({ offeredWithoutInterview: 1, backedOut: 1 })
  expect(answer.ids).toEqual({
    submitted: ["sub_1", "sub_2", "sub_3", "sub_4", "sub_5"],
    open: ["sub_5"],
    interviewed: ["sub_1", "sub_2"],
    offered: ["sub_1", "sub_4"],
    interviewedOffered: ["sub_1"],
    offeredWithoutInterview: ["sub_4"],
    placed: ["sub_1"],
    backedOut: ["sub_4"],
  })
})

test("below the floor there are counts and no rate; of nothing there is none at all", () => {
  const few = ask(conversions, { from: "2026-01-01", to: "2026-02-01" }, written)
  expect(few.submittalToInterview).toEqual({ count: 2, of: 5, rate: 0.4, withheld: null })
  expect(few.interviewToOffer).toEqual({ count: 1, of: 2, rate: null, withheld: "few" })
  const empty = ask(conversions, { from: "2026-05-01", to: "2026-05-01" }, written)
  expect(empty.submittalToInterview).toEqual({ count: 0, of: 0, rate: null, withheld: "zero" })
})

test("as of the 9th, the one that backs out on the 10th is placed", () => {
  const { backedOut, offerToPlacement } = ask(conversions, { ...window, asOf: "2026-01-09T00:00:00Z" }, written)
  expect(offerToPlacement).toMatchObject({ count: 1, of: 1 })
  expect(backedOut).toBe(0)
})

test("send-outs: submissions for one placement, of a cohort or of a period", () => {
  const cohort = ask(sendOuts, { ...window, ids: true }, written)
  expect(cohort.perPlacement).toMatchObject({ count: 5, of: 1, rate: 5 })
  expect(cohort.open).toBe(1)
  expect(cohort.ids?.placed).toEqual(["sub_1"])
  // sub_7 was submitted in December and accepted in January.
  const period = ask(sendOuts, { ...window, counted: "period", ids: true }, written)
  expect(period.perPlacement).toMatchObject({ count: 5, of: 2, rate: 2.5 })
  expect(period.ids?.placed).toEqual(["sub_1", "sub_7"])
})

test("send-outs without a placement are null, not nothing and not infinite", () => {
  const none = ask(sendOuts, { from: "2026-01-31", to: "2026-02-02", floor: 0 }, written)
  expect(none.perPlacement).toEqual({ count: 2, of: 0, rate: null, withheld: "zero" })
})
