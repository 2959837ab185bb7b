import * as Accepting from "../../src/domain/submission/Accept.js"
import * as Submissions from "../../src/domain/submission/Commands.js"
import * as Endings from "../../src/domain/submission/EndCommands.js"
import * as Interviews from "../../src/domain/submission/InterviewCommands.js"
import * as Offers from "../../src/domain/submission/OfferCommands.js"
import * as Restoring from "../../src/domain/submission/Restore.js"
import * as Shortlisting from "../../src/domain/submission/Shortlist.js"
import type { Client } from "../../src/index.js"
import type { Desk } from "../faults/desk.js"
import { of, on, type Samples } from "./sample.js"

const salary = { amount: 9_000_000, currency: "EUR" }
const terms = { salary, startsOn: "2027-01-04", expiresAt: "2100-01-01T00:00:00Z" }

const slot = {
  at: "2030-01-01T10:00:00Z",
  endsAt: "2030-01-01T11:00:00Z",
  timeZone: "Europe/Vienna",
  place: "on site",
  attendees: ["Lena"],
}

const end = (stage: string) => ({ party: "client", reason: "no", note: "Not this time.", stage }) as const

const rejected = async (desk: Desk, maya: Client): Promise<string> => {
  const id = await desk.submitted()
  await maya.submissions.reject(id, { reason: "no" })
  return id
}

/** Valid calls of every command on submissions, interviews and offers. */
export const matches: Samples = {
  "submissions.shortlist": [
    of(Shortlisting.shortlist, async (desk) => ({
      candidateId: await desk.ready(),
      positionId: await desk.position(),
      owner: "maya",
      source: "referral",
      stage: "shortlisted",
    })),
  ],
  "submissions.update": [
    on(Submissions.update, async (desk) => [
      await desk.shortlisted(),
      { owner: "eve", source: "job board", attached: false },
    ]),
  ],
  "submissions.submitInternal": [
    on(Submissions.submitInternal, async (desk) => [await desk.shortlisted(), { stage: "submittedInternal" }]),
  ],
  "submissions.submit": [on(Submissions.submit, async (desk) => [await desk.shortlisted(), { stage: "submitted" }])],
  "submissions.requestInterview": [
    on(Interviews.requestInterview, async (desk) => [await desk.submitted(), { round: 1, stage: "interviewing" }]),
  ],
  "submissions.scheduleInterview": [
    on(Interviews.scheduleInterview, async (desk) => [
      await desk.submitted(),
      { ...slot, round: 1, stage: "interviewing" },
    ]),
  ],
  "submissions.offer": [on(Offers.offer, async (desk) => [await desk.submitted(), { ...terms, stage: "offered" }])],
  "submissions.accept": [
    on(Accepting.accept, async (desk) => [
      await desk.offered(),
      {
        startsOn: "2027-02-01",
        splits: [{ actor: "maya", role: "recruiter", percent: 100 }] as const,
        stage: "accepted",
      },
    ]),
  ],
  "submissions.reject": [on(Endings.reject, async (desk) => [await desk.submitted(), end("rejected")])],
  "submissions.decline": [on(Endings.decline, async (desk) => [await desk.offered(), end("declined")])],
  "submissions.withdraw": [on(Endings.withdraw, async (desk) => [await desk.submitted(), end("withdrawn")])],
  "submissions.rescind": [on(Endings.rescind, async (desk) => [await desk.offered(), end("rescinded")])],
  "submissions.restore": [on(Restoring.restore, async (desk, maya) => [await rejected(desk, maya), { reason: "yes" }])],
  "submissions.move": [on(Submissions.move, async (desk) => [await desk.submitted(), { stage: "submitted" }])],

  "interviews.schedule": [on(Interviews.schedule, async (desk) => [await desk.interview(), slot])],
  "interviews.reschedule": [on(Interviews.reschedule, async (desk) => [await desk.scheduled(), slot])],
  "interviews.complete": [on(Interviews.complete, async (desk) => [await desk.scheduled(), { feedback: "Good." }])],
  "interviews.cancel": [on(Interviews.cancel, async (desk) => [await desk.scheduled(), { reason: "ill" }])],
  "interviews.noShow": [on(Interviews.noShow, async (desk) => [await desk.scheduled(), { reason: "ill" }])],

  "offers.draft": [of(Offers.draft, async (desk) => ({ ...terms, submissionId: await desk.submitted() }))],
  "offers.extend": [on(Offers.extend, async (desk) => [await desk.offerDraft(), { stage: "offered" }])],
  "offers.expire": [on(Offers.expire, async (desk) => [await desk.offerOut(), {}])],
}
