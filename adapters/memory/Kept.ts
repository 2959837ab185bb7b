import * as Effect from "effect/Effect"
import type * as Storage from "../../src/ports/Storage.js"

/** The blocks that reports keep of one agency, and their indexes by pipeline. */
export interface Tables {
  readonly indexes: Map<string, Storage.KeptIndex>
  readonly blocks: Map<string, Map<string, Uint8Array>>
}

export const empty = (): Tables => ({ indexes: new Map(), blocks: new Map() })

export const kept = (of: (workspace: string) => Tables): Storage.Kept => ({
  index: (workspace, pipeline) => Effect.sync(() => of(workspace).indexes.get(pipeline) ?? null),
  read: (workspace, blocks, parts) =>
    Effect.sync(() => {
      const tables = of(workspace)
      return blocks.flatMap((block) =>
        parts.flatMap((part): ReadonlyArray<Storage.KeptPart> => {
          const bytes = tables.blocks.get(block)?.get(part)
          return bytes === undefined ? [] : [{ block, part, bytes }]
        }),
      )
    }),
  replace: (workspace, pipeline, { content, drops, expects, parts }) =>
    Effect.sync(() => {
      const { blocks, indexes } = of(workspace)
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
