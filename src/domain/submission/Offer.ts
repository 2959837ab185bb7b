import * as Field from "../Field.js"
import * as Money from "../Money.js"
import * as Noun from "../Noun.js"

const noun = Noun.pipelined(
  "offer",
  "offers",
  "offer",
  {
    submissionId: Field.id("sub"),
    openingId: Field.optional(Field.id("opening")),
    revision: Field.integer,
    /** First-year salary, minor units. */
    salary: Field.json(Money.Money),
    startsOn: Field.optional(Field.date),
    extendedAt: Field.optional(Field.instant),
    expiresAt: Field.optional(Field.instant),
    resolvedAt: Field.optional(Field.instant),
    reason: Field.optional(Field.text),
  },
  {
    draft: { phase: "live" },
    extended: { phase: "live", requires: ["extendedAt"] },
    accepted: { phase: "won", requires: ["extendedAt", "resolvedAt"] },
    declined: { phase: "ended", requires: ["extendedAt", "resolvedAt"] },
    rescinded: { phase: "ended", requires: ["extendedAt", "resolvedAt"] },
    expired: { phase: "ended", requires: ["extendedAt", "resolvedAt"] },
    superseded: { phase: "ended", requires: ["resolvedAt"] },
  },
  {
    unique: [
      { name: "revision", fields: ["submissionId", "revision"] },
      { name: "extended", fields: ["submissionId"], kinds: ["extended", "accepted"] },
    ],
    indexes: [["kind", "expiresAt"]],
  },
)
type Definition = typeof noun

/** An offer of a client to a candidate; a changed offer is the next `revision` and supersedes the one before. */
export interface OfferNoun extends Definition {}
export const Offer: OfferNoun = noun
export type Offer = Noun.Record<OfferNoun>

export const live = Noun.kindsIn(Offer, "live")
