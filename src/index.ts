import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as RuntimeFlags from "effect/RuntimeFlags"
import type { Stages } from "./domain/Stages.js"
import type { Config } from "./engine/Config.js"
import { layer, Matchloop } from "./engine/Matchloop.js"
import { type Promised, promised, run } from "./engine/Promised.js"
import { defaultWorkspace } from "./engine/Session.js"
import type { ForPipelines } from "./engine/StageNames.js"
import type { StorageAdapter } from "./ports/StorageAdapter.js"

/** What `createMatchloop` takes: a storage, and whatever of the configuration is not the default. */
export interface CreateOptions<P extends Stages = Stages> extends Config {
  readonly storage: StorageAdapter
  readonly pipelines?: P | undefined
}

/** Every operation, on behalf of one actor in one workspace. */
export type Client<P extends Stages = Stages> = ForPipelines<Promised<Matchloop>, P>

/** One agency's data. */
export interface Workspace<P extends Stages = Stages> {
  /** Every operation, recorded under this actor. */
  readonly as: (actor: string) => Client<P>
}

export interface Crm<P extends Stages = Stages> extends Workspace<P>, AsyncDisposable {
  /** Another agency's data in the same database: nothing crosses from one to another. */
  readonly workspace: (id: string) => Workspace<P>
  /** Closes the storage. */
  readonly close: () => Promise<void>
}

const named = (what: string, name: string): string => {
  if (typeof name !== "string" || name.trim().length === 0 || name.length > 200 || /[\0\p{Cs}]/u.test(name)) {
    throw new TypeError(`${what} needs a name of 1 to 200 characters`)
  }
  return name
}

/**
 * Opens the storage, brings its schema up to date, and gives the whole domain.
 *
 * Rejects with `ConnectionLost`, `StorageTimeout`, `StorageFault` or `MigrationDrift` where the storage does not open.
 *
 * @example
 * import { createMatchloop } from "matchloop"
 * import { memory } from "matchloop/memory"
 *
 * const crm = await createMatchloop({ storage: memory() })
 * const ada = await crm.as("maya").candidates.create({ name: "Ada Park" })
 * await crm.close()
 */
export const createMatchloop = async <const P extends Stages = Stages>(options: CreateOptions<P>): Promise<Crm<P>> => {
  const { storage, ...config } = options
  // Spans and metrics go nowhere from here: a host that wants them has an exporter, and with it the Effect API.
  const untraced = Layer.merge(Layer.setTracerEnabled(false), RuntimeFlags.disableRuntimeMetrics)
  const runtime = ManagedRuntime.make(Layer.provide(layer(config), storage.layer).pipe(Layer.provideMerge(untraced)))
  const operations = await run(runtime, Matchloop)
  const workspace = (id: string): Workspace<P> => {
    const workspace = named("a workspace", id)
    return {
      as: (actor) => promised(operations, runtime, { workspace, actor: named("an actor", actor) }) as Client<P>,
    }
  }
  const close = () => runtime.dispose()
  return { as: (actor) => workspace(defaultWorkspace).as(actor), workspace, close, [Symbol.asyncDispose]: close }
}

export type { Config } from "./engine/Config.js"
export type { CommandError } from "./engine/Engine.js"
export type { Exported, ExportedContact } from "./engine/Exporting.js"
export type { Explained } from "./engine/Explaining.js"
export type { Followed } from "./engine/Following.js"
export type { Found, Pair, Sweep } from "./engine/duplicating/Candidates.js"
export type { ContactPair, ContactSweep, FoundContact } from "./engine/duplicating/Contacts.js"
export type { Imported, ImportOptions, PeopleImportOptions, Progress, Repeated } from "./engine/Importing.js"
export type { Options } from "./engine/Options.js"
export type { Reverted, Stayed } from "./engine/Reverting.js"
export type { CandidateProfile } from "./engine/profiling/Candidates.js"
export type { ClientProfile } from "./engine/profiling/Clients.js"
export type { ContactProfile } from "./engine/profiling/Contacts.js"
export type { PositionProfile } from "./engine/profiling/Positions.js"
export type { Happening, ProfileOptions, Summary, Timeline } from "./engine/profiling/Timeline.js"
export type { Page, Query } from "./engine/Reading.js"
export type { QueryOptions, NamedHit, NamedResults } from "./engine/finding/Everywhere.js"
export type { ListMembers, OnList } from "./engine/finding/Lists.js"
export type { SegmentMembers } from "./engine/finding/Segments.js"
export type { Hit, Results, SearchOptions } from "./engine/Searching.js"
export type { RuledOut, Suggestion, Suggestions, SuggestOptions } from "./engine/Suggesting.js"
export * from "./model.js"
export type { BlobStore } from "./ports/BlobStore.js"
export type { StorageAdapter } from "./ports/StorageAdapter.js"
