import { randomUUID } from "node:crypto"
import * as Effect from "effect/Effect"
import type { PipelineName } from "../../domain/Nouns.js"
import type { CorruptRecord } from "../../domain/Refusal.js"
import type { KeptPart, Row, Storage } from "../../ports/Storage.js"
import type { StorageFailure } from "../../ports/StorageError.js"
import * as Block from "../../reports/Block.js"
import * as Journeys from "../../reports/Journeys.js"
import * as Collecting from "./Collecting.js"
import * as Index from "./Index.js"

/** How many subjects a block holds when it is made; a block that has grown to twice as many is cut. */
export const blockSize = 16_384

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

/** The journeys in order of id, in as few blocks as fit. */
const blocks = (journeys: Journeys.Journeys): ReadonlyArray<Made> => {
  if (journeys.size === 0) return []
  if (journeys.size < 2 * blockSize) return [block(journeys)]
  const ids = Journeys.text(journeys, "id")
  const order = Int32Array.from({ length: journeys.size }, (_, subject) => subject).sort((a, b) =>
    (Journeys.at(ids, a) ?? "") < (Journeys.at(ids, b) ?? "") ? -1 : 1,
  )
  const made: Array<Made> = []
  for (let from = 0; from < order.length; from += blockSize)
    made.push(block(Journeys.select(journeys, order.slice(from, from + blockSize))))
  return made
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
export const build = (storage: Storage, workspace: string, pipeline: PipelineName): Failing<void> =>
  Effect.gen(function* () {
    const before = yield* storage.kept.index(workspace, pipeline)
    const old = (yield* Index.read(storage, workspace, pipeline)).blocks.map(({ id }) => id)
    const abandoned = Index.building(before?.content ?? null)
    const cursor = yield* storage.end(workspace)
    const kept: Array<Block.Summary> = []
    let version = before?.version ?? 0
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
      const made = blocks(yield* Collecting.collect(storage, workspace, everything(pipeline), ids))
      kept.push(...made.map(({ summary }) => summary))
      const last = rows.length < blockSize
      // Until the last block is there the index names none, so that nobody takes a part for the whole.
      const landed = yield* storage.kept.replace(workspace, pipeline, {
        expects: version,
        content: last ? Index.content(pipeline, cursor, kept) : { building: [...old, ...kept.map(({ id }) => id)] },
        parts: made.flatMap(({ parts }) => parts),
        drops: [...(last ? old : []), ...(after === null ? abandoned : [])],
      })
      if (!landed || last) return
      // A driver that answers at once would let nobody else have a turn until the last block is there.
      yield* turn
      version++
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
      made.push(...blocks(Journeys.concat(pipeline, [...before.map((one) => without(one, gone)), fresh])))
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
