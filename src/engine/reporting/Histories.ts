import * as Effect from "effect/Effect"
import type { PipelineName } from "../../domain/Nouns.js"
import type { CorruptRecord } from "../../domain/Refusal.js"
import type { Storage } from "../../ports/Storage.js"
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
  /** How much of the blocks stays in this process, bytes. */
  readonly cacheBytes: number
}

export const defaults: Keeping = { from: 1_000, foldAfter: 1_000, cacheBytes: 256 * 2 ** 20 }

type Failing<A> = Effect.Effect<A, CorruptRecord | StorageFailure>

const size = ({ entered, first, kind, numbers, said, stage, texts }: Journeys.Journeys): number =>
  [first, kind, entered, stage.codes, ...Object.values(numbers)].reduce((sum, { byteLength }) => sum + byteLength, 0) +
  [...Object.values(said), ...Object.values(texts)].reduce(
    (sum, { codes, values }) => sum + codes.byteLength + values.length * 64,
    0,
  )

/** Gathers the histories that reports need. */
export const make = (storage: Storage, keeping: Keeping) => {
  const whole = Cache.make<Journeys.Journeys>(keeping.cacheBytes)

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

  const kept = (workspace: string, need: Needed, index: Index.Index, end: string): Failing<Journeys.Journeys | null> =>
    Effect.gen(function* () {
      const { pipeline } = need
      const upToDate = { cursor: end, entries: [] }
      const { cursor, entries } =
        index.cursor === end ? upToDate : yield* Changed.since(storage, workspace, index.cursor)
      const changed = yield* Changed.subjects(storage, workspace, pipeline, entries)
      if (changed.size >= keeping.foldAfter || entries.length >= 20 * keeping.foldAfter) {
        yield* Folding.fold(storage, workspace, pipeline, index, changed, cursor)
        return null
      }
      const columns = changed.size === 0 || need.columns.includes("id") ? need.columns : ["id", ...need.columns]
      const wanted = { ...need, columns }
      const base = yield* blocks(
        workspace,
        wanted,
        index.blocks.filter((block) => Block.matters(block, need)),
      )
      if (base === null || changed.size === 0) return base
      const fresh = yield* Collecting.collect(storage, workspace, wanted, [...changed])
      return Journeys.concat(pipeline, [Folding.without(base, changed), fresh])
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
  const direct = (workspace: string, need: Needed) => Collecting.collect(storage, workspace, need)

  /** What is needed of one pipeline; `end` is where the feed ended when the report began. */
  const journeys = (workspace: string, need: Needed, end: string, tries: number): Failing<Journeys.Journeys> =>
    Effect.gen(function* () {
      if (need.said.some((name) => !Block.said(need.pipeline).includes(name)) || tries === 0)
        return yield* direct(workspace, need)
      const index = yield* Index.read(storage, workspace, need.pipeline)
      if (index.blocks.length === 0) {
        if (keeping.from === Number.POSITIVE_INFINITY || !(yield* large(workspace, need.pipeline)))
          return yield* direct(workspace, need)
        yield* Folding.build(storage, workspace, need.pipeline)
      } else {
        const found = yield* kept(workspace, need, index, end)
        if (found !== null) return found
      }
      return yield* journeys(workspace, need, end, tries - 1)
    })

  /** All that is needed, from one state: read again, a few times, where something was written meanwhile. */
  const now = (workspace: string, needs: ReadonlyArray<Needed>, tries: number): Failing<History.History> =>
    Effect.gen(function* () {
      const before = yield* storage.end(workspace)
      const all = yield* Effect.forEach(needs, (need) =>
        Effect.catchTag(journeys(workspace, need, before, 3), "CorruptRecord", () => direct(workspace, need)),
      )
      if (tries > 0 && before !== (yield* storage.end(workspace))) return yield* now(workspace, needs, tries - 1)
      return { journeys: Object.fromEntries(all.map((one) => [one.pipeline, one])) }
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
