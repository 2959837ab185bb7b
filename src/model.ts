/** What both public entries export: records, pipelines, refusals and the pure parts that a host may use itself. */
export type { Candidate } from "./domain/candidate/Candidate.js"
export type { NewCandidate } from "./domain/candidate/Fields.js"
export type { Consent } from "./domain/candidate/Consent.js"
export type { Client as ClientRecord } from "./domain/client/Client.js"
export type { NewClient } from "./domain/client/Commands.js"
export type { Contact } from "./domain/client/Contact.js"
export type { CustomField } from "./domain/custom/CustomField.js"
export type { Document } from "./domain/document/Document.js"
export type { Import } from "./domain/import/Import.js"
export type { Entry, Json, Visit } from "./domain/Ledger.js"
export type { Comment } from "./domain/note/Comment.js"
export type { Note } from "./domain/note/Note.js"
export { type AnyRecord, type NounName, Nouns, type PipelineName, type RecordOf } from "./domain/Nouns.js"
export type { Opportunity } from "./domain/opportunity/Opportunity.js"
export * as Pipeline from "./domain/Pipeline.js"
export { pipelines } from "./domain/Pipelines.js"
export type { Placement } from "./domain/placement/Placement.js"
export type { Opening } from "./domain/position/Opening.js"
export type { NewPosition } from "./domain/position/Fields.js"
export type { Position } from "./domain/position/Position.js"
export {
  AlreadySubmitted,
  AttemptRefused,
  CandidateNotReady,
  ClientOffLimits,
  Conflict,
  ConsentRequired,
  ContactsApart,
  CorrectionRefused,
  CorruptRecord,
  GuaranteeRefused,
  IdempotencyKeyReused,
  InvalidInput,
  type Issue,
  ListArchived,
  MergeConflict,
  NotFound,
  OpeningsReserved,
  PositionFilled,
  PositionNotOpen,
  type Refusal,
  TooManyFound,
  TransitionRefused,
  UnderLegalHold,
} from "./domain/Refusal.js"
export { replay } from "./domain/Replay.js"
export { defaults as defaultSettings, type Given as GivenSettings, type Settings } from "./domain/Settings.js"
export { businessDevelopment, type Stage, type Stages } from "./domain/Stages.js"
export type { List } from "./domain/search/List.js"
export type { Member } from "./domain/search/Member.js"
export type { OptOut } from "./domain/search/OptOut.js"
export type { SavedSearch } from "./domain/search/SavedSearch.js"
export type { Segment } from "./domain/search/Segment.js"
export type { Interview } from "./domain/submission/Interview.js"
export type { Offer } from "./domain/submission/Offer.js"
export type { Submission } from "./domain/submission/Submission.js"
export * as IdSource from "./ports/IdSource.js"
export {
  type Draft as ResumeDraft,
  type ResumeFile,
  type ResumeReader,
  ResumeUnreadable,
  type UnreadableReason,
} from "./ports/ResumeReader.js"
export {
  ConnectionLost,
  MigrationDrift,
  StorageFault,
  type StorageFailure,
  StorageFull,
  StorageTimeout,
} from "./ports/StorageError.js"
export type { Geocoder } from "./ports/Geocoder.js"
export type { Warning as SearchWarning } from "./search/Parse.js"
export { print as printQuery } from "./search/Print.js"
export * as SearchQuery from "./search/Query.js"
