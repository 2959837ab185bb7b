import { randomUUID } from "node:crypto"
import * as Effect from "effect/Effect"
import type { Json } from "../../domain/Ledger.js"
import type { PipelineName } from "../../domain/Nouns.js"
import type { CorruptRecord } from "../../domain/Refusal.js"
import type { KeptPart, Row, Storage } from "../../ports/Storage.js"
import type { StorageFailure } from "../../ports/StorageError.js"
import * as Block from "../../reports/Block.js"
import * as Journeys from "../../reports/Journeys.js"
import * as Collecting from "./Collecting.js"
import * as Index from "./Index.js"

type Failing<A> = Effect.Effect<A, CorruptRecord | StorageFailure>

interface Made {
  readonly summary: Block.Summary
  readonly parts: ReadonlyArray<KeptPart>
}

const block = (journeys: Journeys.Journeys): Made => {
  const id = randomUUID()
  const names = Block.parts({ columns: Index.columns(journeys.pipeline), said: Block.said(journeys.pipeline) })
  return {
    summary: Block.summary(id, journeys),
    parts: names.map((part) => ({ block: id, part, bytes: Block.encode(journeys, part) })),
  }
}

/** The journeys in order of id, in one block; where that would be twice as large as a new one, in as few as fit. */
const blocks = (journeys: Journeys.Journeys, blockSize: number): ReadonlyArray<Made> => {
  if (journeys.size === 0) return []
  const sorted = Journeys.inOrder(journeys)
  if (sorted.size < 2 * blockSize) return [block(sorted)]
  return Array.from({ length: Math.ceil(sorted.size / blockSize) }, (_, n) => {
    const length = Math.min(blockSize, sorted.size - n * blockSize)
    return block(
      Journeys.select(
        sorted,
        Int32Array.from({ length }, (__, place) => n * blockSize + place),
      ),
    )
  })
}

const everything = (pipeline: PipelineName): Collecting.Wanted => ({
  pipeline,
  columns: Index.columns(pipeline),
  said: Block.said(pipeline),
})

const turn = Effect.async<void>((resume) => {
  setImmediate(() => resume(Effect.void))
})

/**
 * Keeps a whole pipeline in blocks, in place of whatever was kept of it. Gives up where somebody else does the same:
 * what is kept is whole at every instant, and whoever comes later keeps the rest.
 */
export const build = (storage: Storage, workspace: string, pipeline: PipelineName, blockSize: number): Failing<void> =>
  Effect.gen(function* () {
    const before = (yield* storage.kept.state(workspace, [pipeline])).indexes[pipeline]
    let version = before?.version ?? 0
    const replace = (
      content: Json,
      parts: ReadonlyArray<KeptPart>,
      drops: ReadonlyArray<string> = [],
    ): Effect.Effect<boolean, StorageFailure> =>
      storage.kept.replace(workspace, pipeline, { expects: version++, content, parts, drops })
    // Said before anything is read: whoever is erased meanwhile moves the index, and what was read of them never lands.
    if (!(yield* replace(Index.building([]), [], Index.listed(before?.content)))) return
    const cursor = yield* storage.end(workspace)
    const kept: Array<Block.Summary> = []
    for (let after: { readonly value: string; readonly id: string } | null = null; ; ) {
      const rows: ReadonlyArray<Row> = yield* storage.list({
        workspace,
        noun: pipeline,
        filter: null,
        order: { field: "id", direction: "asc" },
        limit: blockSize,
        after,
      })
      const ids = rows.map(({ id }) => String(id))
      const made = blocks(yield* Collecting.collect(storage, workspace, everything(pipeline), ids), blockSize)
      kept.push(...made.map(({ summary }) => summary))
      const last = rows.length < blockSize
      // Until the last block is there the index names none, so that nobody takes a part for the whole.
      const landed = yield* replace(
        last ? Index.content(pipeline, cursor, kept) : Index.building(kept),
        made.flatMap(({ parts }) => parts),
      )
      if (!landed || last) return
      // A driver that answers at once would let nobody else have a turn until the last block is there.
      yield* turn
      const id = ids.at(-1) ?? ""
      after = { value: id, id }
    }
  })

/** The subjects of some journeys that are not among those. */
export const without = (journeys: Journeys.Journeys, ids: ReadonlySet<string>): Journeys.Journeys => {
  const { codes, values } = Journeys.text(journeys, "id")
  const gone = values.map((id) => ids.has(id))
  if (!gone.includes(true)) return journeys
  const left: Array<number> = []
  for (let subject = 0; subject < journeys.size; subject++) if (gone[codes[subject] ?? -1] !== true) left.push(subject)
  return Journeys.select(journeys, Int32Array.from(left))
}

/** Reads blocks as they are kept, each with the parts that are wanted; null where one is gone by now. */
export const load = (
  storage: Storage,
  workspace: string,
  { columns, pipeline, said }: Collecting.Wanted,
  wanted: ReadonlyArray<Block.Summary>,
): Effect.Effect<ReadonlyArray<Journeys.Journeys> | null, StorageFailure> =>
  Effect.gen(function* () {
    if (wanted.length === 0) return []
    const names = Block.parts({ columns, said })
    const byBlock = new Map<string, Map<string, Uint8Array>>(wanted.map(({ id }) => [id, new Map()]))
    const found = yield* storage.kept.read(workspace, [...byBlock.keys()], names)
    for (const { block: id, bytes, part } of found) byBlock.get(id)?.set(part, bytes)
    const all = [...byBlock.values()]
    return all.some((parts) => parts.size < names.length) ? null : all.map((parts) => Block.decode(pipeline, parts))
  })

/** Writes the changed subjects into the blocks they belong to. */
export const fold = (
  storage: Storage,
  workspace: string,
  pipeline: PipelineName,
  index: Index.Index,
  changed: ReadonlySet<string>,
  cursor: string,
  blockSize: number,
): Failing<void> =>
  Effect.gen(function* () {
    const wanted = everything(pipeline)
    const own = new Map<Block.Summary | undefined, Array<string>>()
    for (const id of changed) {
      const home = Index.blockOf(index.blocks, id)
      const ids = own.get(home)
      if (ids === undefined) own.set(home, [id])
      else ids.push(id)
    }
    const made: Array<Made> = []
    for (const [home, ids] of own) {
      const before = yield* load(storage, workspace, wanted, home === undefined ? [] : [home])
      if (before === null) return
      const fresh = yield* Collecting.collect(storage, workspace, wanted, ids)
      const gone = new Set(ids)
      const [old = Journeys.none(pipeline)] = before
      made.push(...blocks(Journeys.lay(without(old, gone), fresh), blockSize))
    }
    const dropped = new Set([...own.keys()].flatMap((home) => (home === undefined ? [] : [home.id])))
    const kept = [...index.blocks.filter(({ id }) => !dropped.has(id)), ...made.map(({ summary }) => summary)]
    yield* storage.kept.replace(workspace, pipeline, {
      expects: index.version,
      content: Index.content(
        pipeline,
        cursor,
        kept.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
      ),
      parts: made.flatMap(({ parts }) => parts),
      drops: [...dropped],
    })
  })
