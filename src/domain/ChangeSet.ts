import type { Instant } from "./Field.js"
import type { Entry, Json, Visit } from "./Ledger.js"
import type { NounName, PipelineName } from "./Nouns.js"

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

export interface Blob {
  readonly key: string
  readonly bytes: Uint8Array
}

/** Everything that one command writes. It lands whole or not at all. */
export interface ChangeSet {
  readonly workspace: string
  readonly recordedAt: Instant
  readonly records: ReadonlyArray<RecordWrite>
  readonly entries: ReadonlyArray<Entry>
  readonly visitsClosed: ReadonlyArray<VisitClosed>
  readonly visitsOpened: ReadonlyArray<Visit>
  readonly visitsRewritten: ReadonlyArray<VisitsRewritten>
  readonly linksAdded: ReadonlyArray<Link>
  readonly linksRemoved: ReadonlyArray<Link>
  readonly blobs: ReadonlyArray<Blob>
  readonly idempotency: {
    readonly key: string
    readonly command: string
    readonly fingerprint: string
    readonly result: Json
  } | null
}
