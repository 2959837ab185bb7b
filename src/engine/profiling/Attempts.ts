import type { Placement } from "../../domain/placement/Placement.js"
import * as Plan from "../../domain/Plan.js"
import type { Interview } from "../../domain/submission/Interview.js"
import type { Offer } from "../../domain/submission/Offer.js"
import type { Submission } from "../../domain/submission/Submission.js"
import type { Row } from "../../ports/Storage.js"
import type { Sorting } from "./Gathering.js"

/** One candidate on one position, with everything that came of it. */
export interface Attempt {
  readonly submission: Submission
  /** In order of their rounds. */
  readonly interviews: ReadonlyArray<Interview>
  /** In order of their revisions. */
  readonly offers: ReadonlyArray<Offer>
  readonly placements: ReadonlyArray<Placement>
}

/** What hangs on the records of a step `submissions`. */
export const plan = Plan.plan({
  interviews: Plan.having("interview", "submissionId", "submissions"),
  offers: Plan.having("offer", "submissionId", "submissions"),
  placements: Plan.having("placement", "submissionId", "submissions"),
})

const bySubmission = <A extends { readonly submissionId: string }>(all: ReadonlyArray<A>) => {
  const grouped = new Map<string, Array<A>>()
  for (const one of all) grouped.set(one.submissionId, [...(grouped.get(one.submissionId) ?? []), one])
  return (id: string): ReadonlyArray<A> => grouped.get(id) ?? []
}

/** The attempts of what a plan loaded, newest first. */
export const of = (rows: { readonly [step: string]: ReadonlyArray<Row> }, sort: Sorting): ReadonlyArray<Attempt> => {
  const interviews = bySubmission(sort.of("interview", rows.interviews))
  const offers = bySubmission(sort.of("offer", rows.offers))
  const placements = bySubmission(sort.of("placement", rows.placements))
  return sort
    .of("submission", rows.submissions)
    .map((submission) => ({
      submission,
      interviews: interviews(submission.id).toSorted((a, b) => a.round - b.round || (a.id < b.id ? -1 : 1)),
      offers: offers(submission.id).toSorted((a, b) => a.revision - b.revision),
      placements: placements(submission.id),
    }))
    .toSorted((a, b) => (a.submission.id < b.submission.id ? 1 : -1))
}

/** Every record of the attempts. */
export const records = (attempts: ReadonlyArray<Attempt>): ReadonlyArray<{ readonly id: string }> =>
  attempts.flatMap(({ interviews, offers, placements, submission }) => [
    submission,
    ...interviews,
    ...offers,
    ...placements,
  ])
