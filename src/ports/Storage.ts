import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { ChangeSet, MatchKey } from "../domain/ChangeSet.js"
import type { Instant } from "../domain/Field.js"
import type { Entry, Json, Visit } from "../domain/Ledger.js"
import type { NounName, PipelineName } from "../domain/Nouns.js"
import type { Order, Place } from "../domain/Order.js"
import type { Given, Plan } from "../domain/Plan.js"
import type { Searchable } from "../search/Fields.js"
import type { Retrieval, Tier } from "../search/Retrieval.js"
import type { MigrationDrift, StaleWrite, StorageFailure } from "./StorageError.js"

export type { Given, Plan, Source, Step } from "../domain/Plan.js"

/** A stored record as plain data, not yet decoded: field names of the noun, JSON values, instants and dates as text. */
export type Row = { readonly [field: string]: Json }

/** The first result of a command under its idempotency key. */
export interface Remembered {
  readonly key: string
  readonly command: string
  /** SHA-256 of the command's input. */
  readonly fingerprint: string
  readonly result: Json
}

export interface Loaded {
  readonly rows: { readonly [step: string]: ReadonlyArray<Row> }
  /** What was remembered under the asked key. */
  readonly remembered: Remembered | null
}

export interface LoadRequest {
  readonly workspace: string
  readonly plan: Plan
  readonly given: Given
  readonly idempotencyKey: string | null
}

/**
 * A typed filter. Text compares by code point, everywhere. `contains` looks for an element of a list field. A field
 * without a value passes only `null`, not even `ne`.
 *
 * `at` leads into an object field: names of letters, digits and underscores, the outermost first. What is there compares
 * with its own type alone: where it is of another, it passes only `notNull`.
 */
export type Filter =
  | {
      readonly field: string
      readonly at?: ReadonlyArray<string>
      readonly is: "eq" | "ne" | "lt" | "lte" | "gt" | "gte"
      readonly value: string | number | boolean
    }
  | { readonly field: string; readonly is: "in"; readonly value: ReadonlyArray<string | number> }
  | { readonly field: string; readonly at?: ReadonlyArray<string>; readonly is: "null" | "notNull" }
  | { readonly field: string; readonly at?: ReadonlyArray<string>; readonly is: "contains"; readonly value: string }
  | { readonly and: ReadonlyArray<Filter> }
  | { readonly or: ReadonlyArray<Filter> }
  /** Notes and documents about this subject, or one of these (field `subjects`). */
  | { readonly about: string | ReadonlyArray<string> }

export interface ListRequest {
  readonly workspace: string
  readonly noun: NounName
  readonly filter: Filter | null
  /** Only rows that this look-up finds, of nouns that can be searched. */
  readonly matching?: Retrieval
  /** A column that is not JSON, or what stands in one. */
  readonly order: Order
  readonly limit: number
  /** Where the last row of the page before stands in the order. */
  readonly after: Place | null
}

export interface LedgerPage {
  readonly entries: ReadonlyArray<Entry>
  /** Where to read on. Equal to the one given where nothing new was there. */
  readonly cursor: string
}

export interface KeyRequest {
  readonly keys: ReadonlyArray<string>
  /** How many ids of one key are wanted, in their order. */
  readonly perKey: number
}

export interface SharedKeysRequest {
  /** Only keys behind this one. */
  readonly after: string | null
  /** How many keys are wanted, in their order. */
  readonly limit: number
}

export interface VisitRequest {
  readonly workspace: string
  readonly pipeline: PipelineName
  /** Only visits entered before this instant. */
  readonly before: Instant | null
  /** Only visits of these subjects. */
  readonly subjectIds: ReadonlyArray<string> | null
}

/** A part of a block of columns that reports keep. */
export interface KeptPart {
  readonly block: string
  readonly part: string
  readonly bytes: Uint8Array
}

/** The index of the blocks that are kept of a pipeline; `version` counts its changes. */
export interface KeptIndex {
  readonly version: number
  readonly content: Json
}

export interface KeptState {
  readonly end: string
  /** How many entries of the workspace can be seen already that the feed does not give yet: what they wrote can, too. */
  readonly pending: number
  /** Pipelines of which nothing is kept are absent. */
  readonly indexes: { readonly [P in PipelineName]?: KeptIndex }
}

/**
 * Columns that reports keep, so that they need not read every row again. All of it follows from the rest: it may be
 * dropped at any time, and nothing is ever decided on it. A commit that erases empties every index of its workspace and
 * counts it as a change, and drops all of its blocks.
 */
export interface Kept {
  /** Where the feed ends, as `end` has it, and what is kept of some pipelines: in one round trip. */
  readonly state: (
    workspace: string,
    pipelines: ReadonlyArray<PipelineName>,
  ) => Effect.Effect<KeptState, StorageFailure>
  /** The parts of some blocks that are there, in any order. Blocks never change: another content is another block. */
  readonly read: (
    workspace: string,
    blocks: ReadonlyArray<string>,
    parts: ReadonlyArray<string>,
  ) => Effect.Effect<ReadonlyArray<KeptPart>, StorageFailure>
  /** Replaces the index, adds parts and drops blocks as one; answers false and changes nothing where the index moved. */
  readonly replace: (
    workspace: string,
    pipeline: PipelineName,
    change: {
      /** The version that is replaced; 0 where there is none. */
      readonly expects: number
      readonly content: Json
      readonly parts: ReadonlyArray<KeptPart>
      readonly drops: ReadonlyArray<string>
    },
  ) => Effect.Effect<boolean, StorageFailure>
}

export interface SearchRequest {
  readonly workspace: string
  readonly noun: Searchable
  /** Look-ups of which no record is in two, by falling score. */
  readonly tiers: ReadonlyArray<Tier>
  readonly limit: number
  /** The last hit of the page before. */
  readonly after: Pick<SearchHit, "score" | "place"> | null
}

export interface SearchHit {
  readonly id: string
  readonly score: number
  /** Rises with every record that is indexed, anew or again. */
  readonly place: number
}

/** Keeps others from naming some records; those that are not there are passed over. */
export type Lock = (workspace: string, ids: ReadonlyArray<string>) => Effect.Effect<void, StorageFailure | StaleWrite>

/**
 * What a database must do for matchloop. Plain rows in and out; decoding is done above.
 *
 * Every call names its workspace and sees nothing of any other. Failures are typed: `StaleWrite` (a version moved, a
 * unique rule was hit, or an idempotency key was used meanwhile: load and decide again) or `StorageFailure`.
 */
export interface Storage {
  /** Answers every look-up of a plan from one consistent state, in one round trip where there is one. */
  readonly load: (request: LoadRequest) => Effect.Effect<Loaded, StorageFailure>
  /** Lands the whole ChangeSet or nothing of it. */
  readonly commit: (changes: ChangeSet) => Effect.Effect<void, StorageFailure | StaleWrite>
  /**
   * Runs load, decide and commit as one unit where the database has a cheap way to (SQLite's write lock); elsewhere
   * just runs them, and versions and what a ChangeSet names and rests on do the guarding.
   */
  readonly unit: <A, E, R>(body: Effect.Effect<A, E, R>) => Effect.Effect<A, E | StorageFailure, R>
  /**
   * A unit that may take records away. What it locks is named and changed by nobody else until it ends: it sees whatever
   * names it by then, and who names it later finds it gone. It locks before it looks. It lands whole or fails, whatever its body makes
   * of a call that failed in it.
   */
  readonly locking: <A, E, R>(body: (lock: Lock) => Effect.Effect<A, E, R>) => Effect.Effect<A, E | StorageFailure, R>
  readonly get: (
    workspace: string,
    noun: NounName,
    ids: ReadonlyArray<string>,
  ) => Effect.Effect<ReadonlyArray<Row>, StorageFailure>
  readonly list: (request: ListRequest) => Effect.Effect<ReadonlyArray<Row>, StorageFailure>
  /** Whoever is found by the keys, in the order of keys and ids. */
  readonly keyed: (workspace: string, request: KeyRequest) => Effect.Effect<ReadonlyArray<MatchKey>, StorageFailure>
  /** The keys that several ids have, in their order. */
  readonly sharedKeys: (
    workspace: string,
    request: SharedKeysRequest,
  ) => Effect.Effect<ReadonlyArray<string>, StorageFailure>
  /** By score, and then the records first that were indexed last. */
  readonly search: (request: SearchRequest) => Effect.Effect<ReadonlyArray<SearchHit>, StorageFailure>
  /** What is remembered of commands whose results hold one of the texts. */
  readonly rememberedWith: (
    workspace: string,
    texts: ReadonlyArray<string>,
  ) => Effect.Effect<ReadonlyArray<Remembered>, StorageFailure>
  /**
   * Rewrites the database's files, so that nothing is left in them of what was erased. Takes as long as to copy them,
   * and holds writers up meanwhile.
   */
  readonly compact: Effect.Effect<void, StorageFailure>
  readonly blob: (workspace: string, key: string) => Effect.Effect<Uint8Array | null, StorageFailure>
  /** Entries in the order of the feed after a cursor (from the start for null): gap free, none twice. */
  readonly ledger: (
    workspace: string,
    request: { readonly after: string | null; readonly limit: number },
  ) => Effect.Effect<LedgerPage, StorageFailure>
  /** Where the feed ends: the cursor that an entry from now on comes after. */
  readonly end: (workspace: string) => Effect.Effect<string, StorageFailure>
  readonly kept: Kept
  /**
   * Entries by subject (in order of version), by act (in order of writing) or by id; or, in order of writing, those of
   * subjects that were taken away, whose patch holds one of the texts; or one of those, if there is any, that gave a
   * reason about a subject of these nouns but for some subjects: no correction, and whether it stands or not.
   */
  readonly entries: (
    workspace: string,
    by:
      | { readonly subjects: ReadonlyArray<string> }
      | { readonly act: string | ReadonlyArray<string> }
      | { readonly removedNaming: ReadonlyArray<string> }
      | {
          readonly reason: string
          readonly of: ReadonlyArray<NounName>
          readonly besides: ReadonlyArray<string>
        }
      | { readonly id: string },
  ) => Effect.Effect<ReadonlyArray<Entry>, StorageFailure>
  /** Emits whenever entries of the workspace may have been added; may stay silent, since followers also poll. */
  readonly wake: (workspace: string) => Stream.Stream<void>
  /** In order of subject, of entry, and (where several were entered at one instant) of writing. */
  readonly visits: (request: VisitRequest) => Stream.Stream<Visit, StorageFailure>
  /** Brings the schema up to date; any number of processes may call it at once. */
  readonly migrate: Effect.Effect<void, StorageFailure | MigrationDrift>
}

export const Storage = Context.GenericTag<Storage>("matchloop/Storage")
