import * as Field from "../Field.js"
import * as Noun from "../Noun.js"

const noun = Noun.pipelined(
  "opening",
  "openings",
  "opening",
  {
    positionId: Field.id("pos"),
    /** 1, 2, 3 … within its position. */
    number: Field.integer,
    cycle: Field.integer,
    openedAt: Field.instant,
    /** Who holds it while it is reserved or filled. */
    submissionId: Field.optional(Field.id("sub")),
    placementId: Field.optional(Field.id("place")),
    /** A fallen-off placement that the next one on this opening replaces without a fee. */
    replacesPlacementId: Field.optional(Field.id("place")),
    filledAt: Field.optional(Field.instant),
    closedAt: Field.optional(Field.instant),
    reason: Field.optional(Field.text),
  },
  {
    open: { phase: "live" },
    reserved: { phase: "live", requires: ["submissionId"] },
    filled: { phase: "won", requires: ["submissionId", "placementId", "filledAt"] },
    cancelled: { phase: "ended", requires: ["closedAt"] },
  },
  { unique: [{ name: "number", fields: ["positionId", "number"] }] },
)
type Definition = typeof noun

/** One head wanted by a position. `cycle` is its lap through the matchmaking loop, 1 at first. */
export interface OpeningNoun extends Definition {}
export const Opening: OpeningNoun = noun
export type Opening = Noun.Record<OpeningNoun>
export type Of<K extends Opening["kind"]> = Extract<Opening, { readonly kind: K }>

export const live = Noun.kindsIn(Opening, "live")
