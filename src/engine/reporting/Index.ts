import { endianness } from "node:os"
import * as Schema from "effect/Schema"
import type { Json } from "../../domain/Ledger.js"
import type { PipelineName } from "../../domain/Nouns.js"
import type { KeptIndex } from "../../ports/Storage.js"
import * as Block from "../../reports/Block.js"
import * as Columns from "../../reports/Columns.js"
import * as Kinds from "../../reports/Kinds.js"

const Summary = Schema.Struct({
  id: Schema.String,
  from: Schema.String,
  to: Schema.String,
  size: Schema.Int,
  firstStart: Schema.Number,
  lastStart: Schema.Number,
  lastEntered: Schema.Number,
  live: Schema.Boolean,
})

const Content = Schema.Struct({
  /** How the bytes are laid out, and of what: another release or another machine may keep other columns. */
  layout: Schema.String,
  /** Everything up to this place of the feed is in the blocks. */
  cursor: Schema.String,
  blocks: Schema.Array(Summary),
})
const decode = Schema.decodeUnknownOption(Content)

/** The blocks that are kept of a pipeline, in order of their subjects' ids. */
export interface Index {
  readonly version: number
  readonly cursor: string
  readonly blocks: ReadonlyArray<Block.Summary>
}

/** Every column that is kept of a pipeline. */
export const columns = (pipeline: PipelineName): ReadonlyArray<string> => ["id", ...Columns.all(pipeline)]

const layout = (pipeline: PipelineName): string =>
  ["1", endianness(), ...Kinds.all(pipeline), ...Block.said(pipeline), ...columns(pipeline)].join(" ")

/** What an index says is kept; no blocks where nothing is, or where another layout is. */
export const of = (pipeline: PipelineName, index: KeptIndex | undefined): Index => {
  const none = { version: index?.version ?? 0, cursor: "", blocks: [] }
  if (index === undefined) return none
  const content = decode(index.content)
  return content._tag === "Some" && content.value.layout === layout(pipeline)
    ? { version: index.version, cursor: content.value.cursor, blocks: content.value.blocks }
    : none
}

/** What the index says until the last block of a pipeline is there: it names those that are, and none that counts. */
export const building = (blocks: ReadonlyArray<Block.Summary>): Json => ({ building: blocks.map(({ id }) => id) })

const Building = Schema.Struct({ building: Schema.Array(Schema.String) })
const Listing = Schema.Struct({ blocks: Schema.Array(Schema.Struct({ id: Schema.String })) })

/** Whether somebody has begun to write blocks and not brought it to an end. */
export const isBuilding = (index: KeptIndex | undefined): boolean => Schema.is(Building)(index?.content)

/** The ids of all blocks that an index names, whether they count or not. */
export const listed = (content: unknown): ReadonlyArray<string> =>
  Schema.is(Building)(content)
    ? content.building
    : Schema.is(Listing)(content)
      ? content.blocks.map(({ id }) => id)
      : []

export const content = (pipeline: PipelineName, cursor: string, blocks: ReadonlyArray<Block.Summary>): Json => ({
  layout: layout(pipeline),
  cursor,
  blocks: blocks.map((block) => ({ ...block })),
})

/** The block that a subject belongs to: the last one that begins at it or before; the first where all begin after. */
export const blockOf = (blocks: ReadonlyArray<Block.Summary>, id: string): Block.Summary | undefined => {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((blocks[middle]?.from ?? "") <= id) low = middle
    else high = middle - 1
  }
  return blocks[low]
}
