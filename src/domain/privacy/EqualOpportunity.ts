import * as Field from "../Field.js"
import * as Noun from "../Noun.js"

const noun = Noun.plain(
  "equalOpportunity",
  "equal_opportunities",
  "eqop",
  {
    candidateId: Field.id("cand"),
    collectedAt: Field.instant,
    /** Where the answers are, as a document's bytes are. */
    blobKey: Field.minted("blob"),
  },
  { indexes: [["candidateId"]] },
)
type Definition = typeof noun

/**
 * That a person answered questions on equal opportunity by their own choice. The answers themselves are bytes beside the
 * record: no column, no entry of the ledger and no search can hold them, and only counts over many people come out.
 */
export interface EqualOpportunityNoun extends Definition {}
export const EqualOpportunity: EqualOpportunityNoun = noun
export type EqualOpportunity = Noun.Record<EqualOpportunityNoun>
