import { Candidate } from "./candidate/Candidate.js"
import { Consent } from "./candidate/Consent.js"
import { Client } from "./client/Client.js"
import { Contact } from "./client/Contact.js"
import { CustomField } from "./custom/CustomField.js"
import { Document } from "./document/Document.js"
import { Import } from "./import/Import.js"
import { Alias } from "./merge/Alias.js"
import type { Json } from "./Ledger.js"
import type * as Noun from "./Noun.js"
import { Comment } from "./note/Comment.js"
import { Note } from "./note/Note.js"
import { Opportunity } from "./opportunity/Opportunity.js"
import { Placement } from "./placement/Placement.js"
import { Opening } from "./position/Opening.js"
import { Position } from "./position/Position.js"
import { EqualOpportunity } from "./privacy/EqualOpportunity.js"
import { Hold } from "./privacy/Hold.js"
import { List } from "./search/List.js"
import { Member } from "./search/Member.js"
import { OptOut } from "./search/OptOut.js"
import { SavedSearch } from "./search/SavedSearch.js"
import { Segment } from "./search/Segment.js"
import { Interview } from "./submission/Interview.js"
import { Offer } from "./submission/Offer.js"
import { Submission } from "./submission/Submission.js"

/** Every noun that is kept, by name. */
export const Nouns = {
  candidate: Candidate,
  consent: Consent,
  client: Client,
  contact: Contact,
  opportunity: Opportunity,
  position: Position,
  opening: Opening,
  submission: Submission,
  interview: Interview,
  offer: Offer,
  placement: Placement,
  note: Note,
  comment: Comment,
  document: Document,
  alias: Alias,
  hold: Hold,
  equalOpportunity: EqualOpportunity,
  import: Import,
  savedSearch: SavedSearch,
  list: List,
  member: Member,
  segment: Segment,
  optOut: OptOut,
  customField: CustomField,
}
export type Nouns = typeof Nouns
export type NounName = keyof Nouns
export type RecordOf<N extends NounName> = Noun.Record<Nouns[N]>
export type AnyRecord = { [N in NounName]: RecordOf<N> }[NounName]

/** The nouns that stand in a pipeline. */
export type PipelineName = { [N in NounName]: Nouns[N]["kinds"] extends null ? never : N }[NounName]

/** The noun of an id by its prefix. */
export const nounOf = (id: string): NounName | undefined => {
  const prefix = id.slice(0, id.lastIndexOf("_"))
  for (const name of Object.keys(Nouns) as ReadonlyArray<NounName>) if (Nouns[name].prefix === prefix) return name
  return undefined
}

/** The records of one noun among those of several: what is kept under a noun is of the noun's type. */
export const recordsOf = <N extends NounName>(
  noun: N,
  among: ReadonlyArray<{ readonly noun: NounName; readonly record: object | null }>,
): ReadonlyArray<RecordOf<N>> =>
  among.flatMap((one) => (one.noun === noun && one.record !== null ? [one.record as RecordOf<N>] : []))

/** A record as the fields that it is kept in, for what goes by their names. */
export const rowOf = (record: RecordOf<NounName>): { readonly [field: string]: Json } =>
  record as object as { readonly [field: string]: Json }
