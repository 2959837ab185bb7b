import * as Field from "../Field.js"
import * as Noun from "../Noun.js"

const noun = Noun.plain(
  "member",
  "members",
  "member",
  {
    listId: Field.id("list"),
    /** Whom it was added as: the id may stand for another since. */
    memberId: Field.given(["cand", "client", "contact", "pos"], "removedAt"),
    addedAt: Field.instant,
    addedBy: Field.text,
    /** An id of the addition alone: they ascend, within a millisecond and within a command too. */
    addition: Field.minted("addition"),
    removedAt: Field.optional(Field.instant),
  },
  { unique: [{ name: "once", fields: ["listId", "memberId"] }], indexes: [["listId"], ["memberId"]] },
)
type Definition = typeof noun

/** A record on a list, since when and by whom. */
export interface MemberNoun extends Definition {}
export const Member: MemberNoun = noun
export type Member = Noun.Record<MemberNoun>
