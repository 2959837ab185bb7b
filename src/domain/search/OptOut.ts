import * as Field from "../Field.js"
import * as Noun from "../Noun.js"

const noun = Noun.plain(
  "optOut",
  "opt_outs",
  "optout",
  {
    /** Who opted out as: the id may stand for another since. */
    personId: Field.given(["cand", "contact"], "withdrawnAt"),
    withdrawnAt: Field.optional(Field.instant),
  },
  { unique: [{ name: "person", fields: ["personId"] }] },
)
type Definition = typeof noun

/** A candidate or contact who wants to be in no segment. */
export interface OptOutNoun extends Definition {}
export const OptOut: OptOutNoun = noun
export type OptOut = Noun.Record<OptOutNoun>
