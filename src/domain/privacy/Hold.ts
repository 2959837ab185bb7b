import * as Field from "../Field.js"
import * as Noun from "../Noun.js"

const noun = Noun.plain(
  "hold",
  "holds",
  "hold",
  {
    /** Whom it protects: the one as a candidate or as a contact. */
    candidateId: Field.optional(Field.id("cand")),
    contactId: Field.optional(Field.id("contact")),
    reason: Field.text,
    releasedAt: Field.optional(Field.instant),
  },
  { indexes: [["candidateId"], ["contactId"]] },
)
type Definition = typeof noun

/** A legal hold: while it is not released, nothing of the person may be erased. */
export interface HoldNoun extends Definition {}
export const Hold: HoldNoun = noun
export type Hold = Noun.Record<HoldNoun>
