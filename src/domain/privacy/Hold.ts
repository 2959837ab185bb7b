import * as Field from "../Field.js"
import * as Noun from "../Noun.js"

const noun = Noun.plain(
  "hold",
  "holds",
  "hold",
  {
    candidateId: Field.id("cand"),
    reason: Field.text,
    releasedAt: Field.optional(Field.instant),
  },
  { indexes: [["candidateId"]] },
)
type Definition = typeof noun

/** A legal hold: while it is not released, nothing of the candidate may be erased. */
export interface HoldNoun extends Definition {}
export const Hold: HoldNoun = noun
export type Hold = Noun.Record<HoldNoun>
