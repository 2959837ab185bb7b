import type * as Candidate from "../candidate/Candidate.js"
import type { Context } from "../Context.js"
import { one } from "../Decision.js"
import * as Either from "effect/Either"
import * as Plan from "../Plan.js"
import type { NotFound } from "../Refusal.js"
import type { Facts } from "./Facts.js"
import * as Interview from "./Interview.js"
import * as Offer from "./Offer.js"
import * as Submission from "./Submission.js"

/** What the guards need, beside the submission itself (step `subject`). */
export const facts = Plan.plan({
  candidate: Plan.follow("candidate", "subject", "candidateId"),
  consents: Plan.having("consent", "candidateId", "candidate"),
  position: Plan.follow("position", "subject", "positionId"),
  openings: Plan.having("opening", "positionId", "position"),
})

/** What still hangs on a submission: interviews ahead, offers out. */
export const pending = Plan.plan({
  interviews: Plan.having("interview", "submissionId", "subject", Interview.live),
  offers: Plan.having("offer", "submissionId", "subject", [...Offer.live, "accepted"]),
})

/** Other submissions of the same candidate to the same position. */
export const attempts = Plan.plan({
  attempts: {
    noun: "submission",
    by: {
      candidateId: { step: "subject", field: "candidateId" },
      positionId: { step: "subject", field: "positionId" },
    },
  },
})

const live = Submission.live

/** The other submissions that a filled position closes out, with what hangs on them. */
export const siblings = Plan.plan({
  siblings: Plan.having("submission", "positionId", "position", live),
  siblingInterviews: Plan.having("interview", "submissionId", "siblings", Interview.live),
  siblingOffers: Plan.having("offer", "submissionId", "siblings", Offer.live),
})

/** Where else the candidate is live, with what hangs on it. */
export const elsewhere = Plan.plan({
  elsewhere: Plan.having("submission", "candidateId", "candidate", live),
  elsewhereOpenings: Plan.follow("opening", "elsewhere", "openingId"),
  elsewhereInterviews: Plan.having("interview", "submissionId", "elsewhere", Interview.live),
  elsewhereOffers: Plan.having("offer", "submissionId", "elsewhere", Offer.live),
})

type Needs = Omit<Plan.Loaded<typeof facts>, never> & { readonly attempts?: ReadonlyArray<Submission.Submission> }

/** The facts of a submission's guards from what a plan loaded. */
export const factsOf = (
  submission: { readonly candidateId: string; readonly positionId: string },
  loaded: Needs,
  { at, settings }: Pick<Context, "at" | "settings">,
): Either.Either<Facts, NotFound> =>
  Either.flatMap(
    one<Candidate.Candidate>(loaded.candidate, "candidate", submission.candidateId, "candidateId"),
    (candidate) =>
      Either.map(one(loaded.position, "position", submission.positionId, "positionId"), (position) => {
        const { attempts = [], consents, openings } = loaded
        return { at, settings, candidate, position, consents, openings, attempts }
      }),
  )
