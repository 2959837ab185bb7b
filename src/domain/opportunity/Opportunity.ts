import * as Custom from "../Custom.js"
import * as Field from "../Field.js"
import * as Money from "../Money.js"
import * as Noun from "../Noun.js"

const noun = Noun.pipelined(
  "opportunity",
  "opportunities",
  "opp",
  {
    clientId: Field.id("client"),
    title: Field.text,
    /** What the deal is worth to the agency, minor units. */
    value: Field.optional(Field.json(Money.Money)),
    /** Win probability of its stage, percent. */
    probability: Field.integer,
    owner: Field.optional(Field.text),
    customFields: Field.json(Custom.Custom),
    /** The stage that a decided opportunity left. */
    leftStage: Field.optional(Field.text),
    reason: Field.optional(Field.text),
  },
  {
    open: { phase: "live" },
    won: { phase: "won", requires: ["leftStage"] },
    lost: { phase: "ended", requires: ["leftStage", "reason"] },
    cancelled: { phase: "ended", requires: ["leftStage", "reason"] },
  },
  { indexes: [["kind"], ["clientId"]] },
)
type Definition = typeof noun

/** A deal in the agency's own sales pipeline; a won one may become positions. */
export interface OpportunityNoun extends Definition {}
export const Opportunity: OpportunityNoun = noun
export type Opportunity = Noun.Record<OpportunityNoun>
