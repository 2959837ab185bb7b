import type { ChangeSet, RecordWrite } from "../../src/domain/ChangeSet.js"
import type { Json } from "../../src/domain/Ledger.js"
import { type NounName, Nouns } from "../../src/domain/Nouns.js"

export type Values = { readonly [field: string]: Json }

/** The records of a ChangeSet in an order in which no unique rule is hit on the way. */
export interface Records {
  /** Updates, and removals where `record` is null. They come before what is new. */
  readonly changed: ReadonlyArray<RecordWrite>
  readonly created: ReadonlyMap<NounName, ReadonlyArray<Values>>
}

/** The kinds in which a record holds what only one may hold. */
const holding: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.values(Nouns).map(({ name, unique }) => [name, new Set(unique.flatMap(({ kinds = [] }) => kinds))]),
)

/** Whether the write may take what another one of the same ChangeSet gives up. */
const takes = ({ noun, record }: RecordWrite): boolean =>
  record !== null && (holding.get(noun)?.has(String(record.kind)) ?? false)

export const arrange = (records: ChangeSet["records"]): Records => {
  const giving: Array<RecordWrite> = []
  const taking: Array<RecordWrite> = []
  const created = new Map<NounName, Array<Values>>()
  for (const write of records) {
    const { expects, id, noun, record } = write
    if (expects > 0) (takes(write) ? taking : giving).push(write)
    else if (record !== null) {
      const row = record.id === id ? record : { ...record, id }
      const rows = created.get(noun)
      if (rows === undefined) created.set(noun, [row])
      else rows.push(row)
    }
  }
  return { changed: [...giving, ...taking], created }
}
