import * as Effect from "effect/Effect"
import type { PipelineName } from "../../domain/Nouns.js"
import type { CorruptRecord } from "../../domain/Refusal.js"
import type { KeptState, Storage } from "../../ports/Storage.js"
import type { StorageFailure } from "../../ports/StorageError.js"
import * as Block from "../../reports/Block.js"
import * as History from "../../reports/History.js"
import * as Journeys from "../../reports/Journeys.js"
import type * as Report from "../../reports/Report.js"
import * as Cache from "./Cache.js"
import * as Changed from "./Changed.js"
import * as Collecting from "./Collecting.js"
import * as Folding from "./Folding.js"
import * as Index from "./Index.js"
import * as Then from "./Then.js"

/** What a report needs of one pipeline. */
export interface Needed extends Collecting.Wanted {
  readonly pipeline: PipelineName
  readonly started?: Report.Window
  readonly active?: Report.Window
}

/** When the history is looked at, and with which knowledge. */
export interface Standpoint {
  /** Milliseconds since 1970; null for now. */
  readonly asOf: number | null
  readonly knowledge: "then" | "now"
}

/** How columns are kept. */
export interface Keeping {
  /** Pipelines with as many subjects are kept in blocks, smaller ones are read anew each time; infinity keeps none. */
  readonly from: number
  /** As many changed subjects are written into the blocks; fewer are laid over them. */
  readonly foldAfter: number
  /** How many subjects a block holds when it is made; one that has grown to twice as many is cut. */
  readonly blockSize: number
  /** How much of the blocks stays in this process, bytes. */
  readonly cacheBytes: number
}

export const defaults: Keeping = { from: 1_000, foldAfter: 1_000, blockSize: 16_384, cacheBytes: 256 * 2 ** 20 }

type Failing<A> = Effect.Effect<A, CorruptRecord | StorageFailure>

const size = ({ entered, first, kind, numbers, said, stage, texts }: Journeys.Journeys): number =>
  [first, kind, entered, stage.codes, ...Object.values(numbers)].reduce((sum, { byteLength }) => sum + byteLength, 0) +
  [...Object.values(said), ...Object.values(texts)].reduce(
    (sum, { codes, values }) => sum + codes.byteLength + values.length * 64,
    0,
  )

/** What was found of one pipeline; `settled` where nothing that may be written meanwhile can be in it. */
interface Found {
  readonly journeys: Journeys.Journeys
  readonly settled: boolean
}

/** Gathers the histories that reports need. */
export const make = (storage: Storage, keeping: Keeping) => {
  const whole = Cache.make<Journeys.Journeys>(keeping.cacheBytes)
  const unfinished = new Map<string, number>()
  const turns = Effect.unsafeMakeSemaphore(1)

  /** Writes blocks by itself in this process, where they still are as they were when it was decided to. */
  const alone = (workspace: string, pipeline: PipelineName, version: number, write: Failing<void>): Failing<void> =>
    turns.withPermits(1)(
      Effect.flatMap(storage.kept.state(workspace, [pipeline]), ({ indexes }) =>
        (indexes[pipeline]?.version ?? 0) === version ? write : Effect.void,
      ),
    )

  /** The blocks' journeys as one, from this process where they were read before. */
  const blocks = (
    workspace: string,
    wanted: Collecting.Wanted,
    all: ReadonlyArray<Block.Summary>,
  ): Effect.Effect<Journeys.Journeys | null, StorageFailure> =>
    Effect.suspend(() => {
      const key = [workspace, wanted.pipeline, ...Block.parts(wanted), "", ...all.map(({ id }) => id)].join("\n")
      const known = whole.get(key)
      if (known !== undefined) return Effect.succeed(known)
      return Effect.map(Folding.load(storage, workspace, wanted, all), (read) => {
        if (read === null) return null
        const journeys = read.length === 0 ? null : Journeys.concat(wanted.pipeline, read)
        if (journeys !== null) whole.set(key, journeys, size(journeys))
        return journeys ?? Journeys.of(wanted.pipeline, Collecting.shapes(wanted), wanted.said, [])
      })
    })

  /** From blocks, with what came after them laid over; `gone` where a block is not there, `moved` after folding. */
  const kept = (workspace: string, need: Needed, index: Index.Index, end: string): Failing<Found | "gone" | "moved"> =>
    Effect.gen(function* () {
      const { pipeline } = need
      const matter = index.blocks.filter((block) => Block.matters(block, need))
      if (index.cursor === end) {
        const base = yield* blocks(workspace, need, matter)
        return base === null ? "gone" : { journeys: base, settled: true }
      }
      const { cursor, entries } = yield* Changed.since(storage, workspace, index.cursor)
      const changed = yield* Changed.subjects(storage, workspace, pipeline, entries)
      if (changed.size >= keeping.foldAfter || entries.length >= 20 * keeping.foldAfter) {
        yield* alone(
          workspace,
          pipeline,
          index.version,
          Folding.fold(storage, workspace, pipeline, index, changed, cursor, keeping.blockSize),
        )
        return "moved"
      }
      const columns = changed.size === 0 || need.columns.includes("id") ? need.columns : ["id", ...need.columns]
      const wanted = { ...need, columns }
      const base = yield* blocks(workspace, wanted, matter)
      if (base === null) return "gone"
      if (changed.size === 0) return { journeys: base, settled: false }
      const fresh = yield* Collecting.collect(storage, workspace, wanted, [...changed])
      return { journeys: Journeys.lay(Folding.without(base, changed), fresh), settled: false }
    })

  /** Whether a pipeline is large enough to be kept. */
  const large = (workspace: string, pipeline: PipelineName): Effect.Effect<boolean, StorageFailure> =>
    Effect.map(
      storage.list({
        workspace,
        noun: pipeline,
        filter: null,
        order: { field: "id", direction: "asc" },
        limit: keeping.from,
        after: null,
      }),
      (rows) => rows.length >= keeping.from,
    )

  /** What a damaged record keeps from being folded is read as it stands: a report that needs no more still answers. */
  const direct = (workspace: string, need: Needed): Failing<Found> =>
    Effect.map(Collecting.collect(storage, workspace, need), (found) => ({ journeys: found, settled: false }))

  /** Blocks that are still being written when they are looked for again were left behind: nobody writes them. */
  const abandoned = (workspace: string, pipeline: PipelineName, { version }: Index.Index): boolean => {
    const key = `${pipeline} ${workspace}`
    const before = unfinished.get(key)
    unfinished.set(key, version)
    return before === version
  }

  /** What is needed of one pipeline; `end` is where the feed ended when the report began. */
  const found = (
    workspace: string,
    need: Needed,
    state: KeptState,
    tries: number,
    gone: number | null = null,
  ): Failing<Found> =>
    Effect.gen(function* () {
      const { pipeline } = need
      if (tries === 0) return yield* direct(workspace, need)
      const { end, indexes } = state
      const index = Index.of(pipeline, indexes[pipeline])
      let lost: number | null = null
      if (index.blocks.length > 0 && index.version !== gone) {
        const answer = yield* kept(workspace, need, index, end)
        if (answer !== "gone" && answer !== "moved") return answer
        if (answer === "gone") lost = index.version
      } else {
        const begun = Index.isBuilding(indexes[pipeline])
        if (begun ? !abandoned(workspace, pipeline, index) : !(yield* large(workspace, pipeline)))
          return yield* direct(workspace, need)
        yield* alone(workspace, pipeline, index.version, Folding.build(storage, workspace, pipeline, keeping.blockSize))
      }
      const { indexes: later } = yield* storage.kept.state(workspace, [pipeline])
      return yield* found(workspace, need, { ...state, indexes: later }, tries - 1, lost)
    })

  /** Whether a need can be met from blocks at all. */
  const keeps = (need: Needed): boolean =>
    keeping.from !== Number.POSITIVE_INFINITY && need.said.every((name) => Block.said(need.pipeline).includes(name))

  /** All that is needed, from one state: read again, a few times, where something was written meanwhile. */
  const now = (workspace: string, needs: ReadonlyArray<Needed>, tries: number): Failing<History.History> =>
    Effect.gen(function* () {
      const state = yield* storage.kept.state(
        workspace,
        needs.flatMap((need) => (keeps(need) ? [need.pipeline] : [])),
      )
      const all = yield* Effect.forEach(
        needs,
        (need) =>
          keeps(need)
            ? Effect.catchTag(found(workspace, need, state, 3), "CorruptRecord", () => direct(workspace, need))
            : direct(workspace, need),
        { concurrency: 4 },
      )
      const history = { journeys: Object.fromEntries(all.map(({ journeys }) => [journeys.pipeline, journeys])) }
      if (tries === 0) return history
      if (state.pending === 0) {
        // What blocks alone answer is of one state: they never change, and all of them reach to where the feed ended.
        if (all.every(({ settled }) => settled)) return history
        const later = yield* storage.kept.state(workspace, [])
        if (later.end === state.end && later.pending === 0) return history
      }
      return yield* now(workspace, needs, tries - 1)
    })

  /** The history that a report needs, as it stands in the workspace. */
  return (
    workspace: string,
    needs: ReadonlyArray<Needed>,
    { asOf, knowledge }: Standpoint,
  ): Failing<History.History> => {
    if (asOf === null) return now(workspace, needs, 3)
    if (knowledge === "then") {
      const history = Then.gather(storage, workspace, needs, new Date(asOf).toISOString())
      return Effect.map(history, (found) => History.until(found, asOf))
    }
    // Who has ended since was running then.
    const then = needs.map((need) =>
      need.active === undefined
        ? need
        : { ...need, active: { ...need.active, from: Math.min(need.active.from, asOf) } },
    )
    return Effect.map(now(workspace, then, 3), (found) => History.until(found, asOf))
  }
}
