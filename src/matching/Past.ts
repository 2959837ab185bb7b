import type { Instant } from "../domain/Field.js"
import type { Placement } from "../domain/placement/Placement.js"
import type { Submission } from "../domain/submission/Submission.js"
import type { Scored } from "./Scored.js"

/** How an earlier attempt came out. */
export type Outcome =
  | "placed"
  | "completed"
  | "terminated"
  | "withdrawn"
  | "rejectedByAgency"
  | "declined"
  | "rescinded"
  | "rejectedByClient"
  | "backedOut"
  | "fellOff"

/** One earlier attempt of the candidate with a client. */
export interface Attempt {
  readonly submissionId: string
  readonly positionId: string
  readonly clientId: string
  readonly outcome: Outcome
  readonly at: Instant
}

export interface Because {
  /** The attempt that counts: the last on this position, else the last with this client; null where there is none. */
  readonly attempt: Attempt | null
  readonly isSamePosition: boolean
  /** How many came out with this client. */
  readonly attempts: number
}

const thousandths: { readonly [O in Outcome]: number } = {
  placed: 1000,
  completed: 1000,
  terminated: 700,
  withdrawn: 400,
  rejectedByAgency: 400,
  declined: 300,
  rescinded: 300,
  rejectedByClient: 200,
  backedOut: 100,
  fellOff: 0,
}

const ofPlacement: { readonly [K in Placement["kind"]]: Outcome } = {
  pendingStart: "placed",
  started: "placed",
  completed: "completed",
  terminated: "terminated",
  backedOut: "backedOut",
  fellOff: "fellOff",
}

const ofSubmission = ({ endParty, kind }: Submission): Outcome | null => {
  switch (kind) {
    case "rejected":
      return endParty === "recruiter" ? "rejectedByAgency" : "rejectedByClient"
    case "withdrawn":
    case "declined":
    case "rescinded":
    case "placed":
      return kind
    default:
      return null
  }
}

/** The attempts that have come out. Where the position went away, nothing is told of the candidate. */
export const attemptsOf = (
  submissions: ReadonlyArray<Submission>,
  placements: ReadonlyArray<Placement>,
): ReadonlyArray<Attempt> => {
  const bySubmission = new Map(placements.map((placement) => [placement.submissionId, placement]))
  return submissions.flatMap((submission) => {
    const placement = bySubmission.get(submission.id)
    const outcome = placement === undefined ? ofSubmission(submission) : ofPlacement[placement.kind]
    if (outcome === null) return []
    const { clientId, id: submissionId, positionId } = submission
    const at = placement?.endedAt ?? submission.endedAt ?? submission.stageSince
    return [{ submissionId, positionId, clientId, outcome, at }]
  })
}

const last = (attempts: ReadonlyArray<Attempt>): Attempt | null =>
  attempts.reduce<Attempt | null>(
    (latest, one) =>
      latest === null || one.at > latest.at || (one.at === latest.at && one.submissionId > latest.submissionId)
        ? one
        : latest,
    null,
  )

/** How it went with this client before. Whom it rejected for this very position has nothing to hope for. */
export const score = (
  attempts: ReadonlyArray<Attempt>,
  role: { readonly id: string; readonly clientId: string },
): Scored<Because> => {
  const here = attempts.filter(({ clientId }) => clientId === role.clientId)
  const same = last(here.filter(({ positionId }) => positionId === role.id))
  const attempt = same ?? last(here)
  const isSamePosition = same !== null
  return {
    thousandths:
      attempt === null
        ? null
        : isSamePosition && attempt.outcome === "rejectedByClient"
          ? 0
          : thousandths[attempt.outcome],
    because: { attempt, isSamePosition, attempts: here.length },
  }
}
