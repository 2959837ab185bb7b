import * as Effect from "effect/Effect"
import type * as Storage from "../../src/ports/Storage.js"

/** The blocks that reports keep of one agency, and their indexes by pipeline. */
export interface Tables {
  readonly indexes: Map<string, Storage.KeptIndex>
  readonly blocks: Map<string, Map<string, Uint8Array>>
}

export const empty = (): Tables => ({ indexes: new Map(), blocks: new Map() })

/** Empties the indexes, so that whoever is about to replace one finds that it moved, and drops the blocks. */
export const drop = ({ blocks, indexes }: Tables): void => {
  for (const [pipeline, { version }] of indexes) indexes.set(pipeline, { version: version + 1, content: null })
  blocks.clear()
}

export const kept = (
  of: (workspace: string) => { readonly kept: Tables; readonly entries: ReadonlyArray<unknown> },
): Storage.Kept => ({
  state: (workspace, pipelines) =>
    Effect.sync(() => {
      const { entries, kept } = of(workspace)
      return {
        end: String(entries.length),
        pending: 0,
        indexes: Object.fromEntries(
          pipelines.flatMap((pipeline) => {
            const index = kept.indexes.get(pipeline)
            return index === undefined ? [] : [[pipeline, index]]
          }),
        ),
      }
    }),
  read: (workspace, blocks, parts) =>
    Effect.sync(() => {
      const tables = of(workspace).kept
      return blocks.flatMap((block) =>
        parts.flatMap((part): ReadonlyArray<Storage.KeptPart> => {
          const bytes = tables.blocks.get(block)?.get(part)
          return bytes === undefined ? [] : [{ block, part, bytes }]
        }),
      )
    }),
  replace: (workspace, pipeline, { content, drops, expects, parts }) =>
    Effect.sync(() => {
      const { blocks, indexes } = of(workspace).kept
      if ((indexes.get(pipeline)?.version ?? 0) !== expects) return false
      indexes.set(pipeline, { version: expects + 1, content })
      for (const { block, bytes, part } of parts) {
        const own = blocks.get(block) ?? new Map<string, Uint8Array>()
        blocks.set(block, own.set(part, bytes.slice()))
      }
      for (const block of drops) blocks.delete(block)
      return true
    }),
})
