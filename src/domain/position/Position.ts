import * as Schema from "effect/Schema"
import * as Custom from "../Custom.js"
import * as Fee from "../Fee.js"
import * as Field from "../Field.js"
import * as Money from "../Money.js"
import * as Noun from "../Noun.js"

const noun = Noun.pipelined(
  "position",
  "positions",
  "pos",
  {
    clientId: Field.id("client"),
    opportunityId: Field.optional(Field.id("opp")),
    title: Field.text,
    description: Field.optional(Field.text),
    location: Field.optional(Field.text),
    contactIds: Field.ids("contact"),
    skills: Field.json(Schema.Array(Schema.String)),
    tags: Field.json(Schema.Array(Schema.String)),
    salary: Field.optional(Field.json(Money.Range)),
    fee: Field.optional(Field.json(Fee.Terms)),
    /** Days from the start in which a fall-off is the agency's loss. */
    guaranteeDays: Field.integer,
    remedy: Field.of("text", Fee.Remedy),
    splits: Field.json(Schema.Array(Fee.Split)),
    owner: Field.optional(Field.text),
    customFields: Field.json(Custom.Custom),
    openedAt: Field.optional(Field.instant),
    closedAt: Field.optional(Field.instant),
    /** The stage that a held position goes back to. */
    leftStage: Field.optional(Field.text),
    reason: Field.optional(Field.text),
  },
  {
    draft: { phase: "live" },
    open: { phase: "live", requires: ["openedAt"] },
    covered: { phase: "live", requires: ["openedAt"] },
    onHold: { phase: "live", requires: ["openedAt", "leftStage"] },
    filled: { phase: "won", requires: ["openedAt", "closedAt"] },
    lost: { phase: "ended", requires: ["closedAt", "reason"] },
    cancelled: { phase: "ended", requires: ["closedAt", "reason"] },
    closed: { phase: "ended", requires: ["closedAt"] },
  },
  { indexes: [["kind"], ["clientId"]] },
)
type Definition = typeof noun

/** A job order of a client, with one opening per head wanted. */
export interface PositionNoun extends Definition {}
export const Position: PositionNoun = noun
export type Position = Noun.Record<PositionNoun>
export type Of<K extends Position["kind"]> = Extract<Position, { readonly kind: K }>
