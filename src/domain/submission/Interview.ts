import * as Schema from "effect/Schema"
import * as Field from "../Field.js"
import * as Noun from "../Noun.js"

const noun = Noun.pipelined(
  "interview",
  "interviews",
  "interview",
  {
    submissionId: Field.id("sub"),
    round: Field.integer,
    revision: Field.integer,
    /** When it takes place. */
    at: Field.optional(Field.instant),
    endsAt: Field.optional(Field.instant),
    /** An IANA time zone, for showing. */
    timeZone: Field.optional(Field.text),
    place: Field.optional(Field.text),
    attendees: Field.json(Schema.Array(Schema.String)),
    feedback: Field.optional(Field.text),
    reason: Field.optional(Field.text),
  },
  {
    requested: { phase: "live" },
    scheduled: { phase: "live", requires: ["at"] },
    completed: { phase: "won", requires: ["at"] },
    cancelled: { phase: "ended" },
    noShow: { phase: "ended", requires: ["at"] },
  },
  { indexes: [["submissionId"]] },
)
type Definition = typeof noun

/** Round n of a submission; a reschedule is a new `revision` of the same interview. */
export interface InterviewNoun extends Definition {}
export const Interview: InterviewNoun = noun
export type Interview = Noun.Record<InterviewNoun>

export const live = Noun.kindsIn(Interview, "live")
