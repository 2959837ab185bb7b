import type { Instant } from "./Field.js"
import type { Entry, Json, Visit } from "./Ledger.js"
import type { NounName, PipelineName } from "./Nouns.js"
import type { Redaction } from "./privacy/Redaction.js"
import type { Searched } from "./Searched.js"

/** A record to write. `expects` is the version it replaces, 0 for a new one; `record` is null to take it away. */
export interface RecordWrite {
  readonly noun: NounName
  readonly id: string
  readonly expects: number
  readonly record: { readonly [field: string]: Json } | null
}

/** The subject's open visit ends. */
export interface VisitClosed {
  readonly pipeline: PipelineName
  readonly subjectId: string
  readonly leftAt: Instant
  readonly leftFor: string
}

/** The subject's visits are replaced as a whole: a correction changed its past. */
export interface VisitsRewritten {
  readonly pipeline: PipelineName
  readonly subjectId: string
  readonly visits: ReadonlyArray<Visit>
}

/** A note or document is about a subject, or is no longer. */
export interface Link {
  readonly noun: NounName
  readonly id: string
  readonly subjectType: string
  readonly subjectId: string
}

/** A key that a person is found by, and the id whose record gave it. */
export interface MatchKey {
  readonly key: string
  readonly id: string
}

/** A record that others of a ChangeSet name and did not name before. */
export interface Named {
  readonly noun: NounName
  readonly id: string
}

/** A record that the decision rests on, as it was: it must still be at this version. */
export interface Rest {
  readonly noun: NounName
  readonly id: string
  readonly version: number
}

/** The sets that decisions look at as a whole: the records of a noun that name the same in a field. */
export const sets = {
  submissionsOfPosition: { noun: "submission", field: "positionId" },
  openingsOfPosition: { noun: "opening", field: "positionId" },
  consentsOfCandidate: { noun: "consent", field: "candidateId" },
  placementsOfCandidate: { noun: "placement", field: "candidateId" },
  submissionsOfCandidate: { noun: "submission", field: "candidateId" },
  interviewsOfSubmission: { noun: "interview", field: "submissionId" },
  offersOfSubmission: { noun: "offer", field: "submissionId" },
} as const satisfies { readonly [name: string]: { readonly noun: NounName; readonly field: string } }

/**
 * A set of which all records were looked at that stood at some kinds: no other may be in it. Whoever adds one rests on what
 * they all name, which this ChangeSet writes, so that of the two the later decides again.
 */
export interface Whole {
  readonly noun: (typeof sets)[keyof typeof sets]["noun"]
  readonly field: (typeof sets)[keyof typeof sets]["field"]
  readonly of: string
  readonly kinds: ReadonlyArray<string>
  readonly ids: ReadonlyArray<string>
}

export interface Blob {
  readonly key: string
  readonly bytes: Uint8Array
  /** What they say, for searches, where it was read before; it is not stored. */
  readonly text?: string
}

/** What an erasure takes out of what was written before: the one lawful exception to append only. */
export interface Erasure {
  /** The act that it is a part of. */
  readonly act: string
  readonly redactions: ReadonlyArray<Redaction>
  /** Results that commands gave, by idempotency key, as they are given from now on. */
  readonly remembered: ReadonlyArray<{ readonly key: string; readonly result: Json }>
  /** The keys of the bytes that go. */
  readonly blobs: ReadonlyArray<string>
}

/** Everything that one command writes. It lands whole or not at all. */
export interface ChangeSet {
  readonly workspace: string
  readonly recordedAt: Instant
  readonly records: ReadonlyArray<RecordWrite>
  /** Records beside those above that must still be there: whoever takes one away sees what names it, or this is stale. */
  readonly named: ReadonlyArray<Named>
  /** Records beside those above that must be as they were read, or this is stale. */
  readonly rests: ReadonlyArray<Rest>
  /** Sets that must be as they were read once the records above are written, or this is stale. */
  readonly wholes: ReadonlyArray<Whole>
  readonly entries: ReadonlyArray<Entry>
  readonly visitsClosed: ReadonlyArray<VisitClosed>
  readonly visitsOpened: ReadonlyArray<Visit>
  readonly visitsRewritten: ReadonlyArray<VisitsRewritten>
  readonly linksAdded: ReadonlyArray<Link>
  readonly linksRemoved: ReadonlyArray<Link>
  /** Ids that lose all of their keys, before others are added. */
  readonly keysDropped: ReadonlyArray<string>
  readonly keysAdded: ReadonlyArray<MatchKey>
  readonly blobs: ReadonlyArray<Blob>
  readonly erasure: Erasure | null
  /** For searches, in the order in which records are found that were written last. */
  readonly searched: ReadonlyArray<Searched>
  readonly idempotency: {
    readonly key: string
    readonly command: string
    readonly fingerprint: string
    readonly result: Json
  } | null
}
