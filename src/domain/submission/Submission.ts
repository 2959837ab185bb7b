import * as Field from "../Field.js"
import * as Noun from "../Noun.js"
import * as Party from "../Party.js"

const end = { phase: "ended", requires: ["endedAt", "endReason", "endParty", "leftKind", "leftStage"] } as const

const noun = Noun.pipelined(
  "submission",
  "submissions",
  "sub",
  {
    candidateId: Field.id("cand"),
    positionId: Field.id("pos"),
    clientId: Field.id("client"),
    /** The opening it runs for. */
    openingId: Field.optional(Field.id("opening")),
    attempt: Field.integer,
    cycle: Field.integer,
    owner: Field.text,
    source: Field.optional(Field.text),
    /** When it first went to the client, and under which consent. */
    submittedAt: Field.optional(Field.instant),
    consentId: Field.optional(Field.id("consent")),
    placementId: Field.optional(Field.id("place")),
    endedAt: Field.optional(Field.instant),
    endReason: Field.optional(Field.text),
    endParty: Field.optional(Field.of("text", Party.Party)),
    /** Where it stood when it ended: a restore goes back there. */
    leftKind: Field.optional(
      Field.literal("shortlisted", "submittedInternal", "submitted", "interviewing", "offered", "accepted"),
    ),
    leftStage: Field.optional(Field.text),
    /** False once ended where the agency detaches ended submissions from candidate and position. */
    attached: Field.boolean,
  },
  {
    shortlisted: { phase: "live" },
    submittedInternal: { phase: "live" },
    submitted: { phase: "live", requires: ["submittedAt", "consentId"] },
    interviewing: { phase: "live", requires: ["submittedAt", "consentId"] },
    offered: { phase: "live", requires: ["submittedAt", "consentId"] },
    accepted: { phase: "live", requires: ["submittedAt", "consentId", "openingId", "placementId"] },
    placed: { phase: "won", requires: ["submittedAt", "consentId", "openingId", "placementId"] },
    rejected: end,
    withdrawn: end,
    declined: end,
    rescinded: end,
    closedOut: end,
  },
  {
    unique: [
      {
        name: "live",
        fields: ["candidateId", "positionId"],
        kinds: ["shortlisted", "submittedInternal", "submitted", "interviewing", "offered", "accepted"],
      },
      { name: "attempt", fields: ["candidateId", "positionId", "attempt"] },
    ],
    indexes: [["positionId", "kind"], ["kind"]],
  },
)
type Definition = typeof noun

/**
 * One candidate on one position. `attempt` n is the n-th time this candidate is put on this position; `cycle` is the
 * lap of the opening it runs for.
 */
export interface SubmissionNoun extends Definition {}
export const Submission: SubmissionNoun = noun
export type Submission = Noun.Record<SubmissionNoun>
export type Of<K extends Submission["kind"]> = Extract<Submission, { readonly kind: K }>

export const live = Noun.kindsIn(Submission, "live")
export const ended = Noun.kindsIn(Submission, "ended")
export const isLive = (submission: Submission): boolean => Submission.kinds[submission.kind].phase === "live"
