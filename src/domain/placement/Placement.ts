import * as Schema from "effect/Schema"
import * as Fee from "../Fee.js"
import * as Field from "../Field.js"
import * as Money from "../Money.js"
import * as Noun from "../Noun.js"
import * as Party from "../Party.js"

const noun = Noun.pipelined(
  "placement",
  "placements",
  "place",
  {
    submissionId: Field.id("sub"),
    candidateId: Field.id("cand"),
    positionId: Field.id("pos"),
    clientId: Field.id("client"),
    openingId: Field.id("opening"),
    offerId: Field.id("offer"),
    /** The lap of the opening that this placement filled. */
    cycle: Field.integer,
    acceptedAt: Field.instant,
    startsOn: Field.date,
    /** First-year salary, minor units. */
    salary: Field.json(Money.Money),
    feeTerms: Field.optional(Field.json(Fee.Terms)),
    /** Minor units of `feeCurrency`; 0 for a free replacement. */
    feeAmount: Field.integer,
    feeCurrency: Field.text,
    /** Percent of the fee that each actor is credited with, frozen when earned. */
    credits: Field.json(Schema.Array(Fee.Credit)),
    guaranteeDays: Field.integer,
    /** The last day of the guarantee. */
    guaranteeEndsOn: Field.date,
    remedy: Field.of("text", Fee.Remedy),
    /** The fallen-off placement that this one replaces. */
    replacesPlacementId: Field.optional(Field.id("place")),
    startedAt: Field.optional(Field.instant),
    endedAt: Field.optional(Field.instant),
    endReason: Field.optional(Field.text),
    endParty: Field.optional(Field.of("text", Party.Party)),
    /** Given back to the client, minor units of `feeCurrency`. */
    refundAmount: Field.integer,
  },
  {
    pendingStart: { phase: "live" },
    started: { phase: "won", requires: ["startedAt"] },
    completed: { phase: "won", requires: ["startedAt", "endedAt"] },
    backedOut: { phase: "ended", requires: ["endedAt", "endReason", "endParty"] },
    fellOff: { phase: "ended", requires: ["startedAt", "endedAt", "endReason", "endParty"] },
    terminated: { phase: "ended", requires: ["startedAt", "endedAt", "endReason", "endParty"] },
  },
  {
    unique: [
      { name: "opening", fields: ["openingId"], kinds: ["pendingStart", "started", "completed", "terminated"] },
      { name: "submission", fields: ["submissionId"], kinds: ["pendingStart", "started"] },
    ],
    indexes: [["candidateId"], ["positionId"], ["clientId", "acceptedAt"], ["acceptedAt"]],
  },
)
type Definition = typeof noun

/** A candidate in a job that the agency filled, with its fee, its guarantee and who is credited. */
export interface PlacementNoun extends Definition {}
export const Placement: PlacementNoun = noun
export type Placement = Noun.Record<PlacementNoun>
