import * as Effect from "effect/Effect"
import { type NounName, nounOf } from "../../domain/Nouns.js"
import { isErased } from "../../domain/privacy/Erased.js"
import type { StorageFailure } from "../../ports/StorageError.js"
import { isSearchable, type Searchable } from "../../search/Fields.js"
import { everything } from "../../search/Query.js"
import * as Aliases from "../Aliases.js"
import { customsOf } from "../Customs.js"
import type { Engine } from "../Engine.js"
import type { OrderBy } from "../../domain/search/OrderBy.js"
import { allRows } from "../Referring.js"
import type { Paging } from "../Searching.js"
import { presentAll } from "./Everywhere.js"
import * as Ordered from "./Ordered.js"

const asked = 1000

/** What stands today for each id. */
export const standing = (
  engine: Engine,
  workspace: string,
  ids: ReadonlyArray<string>,
): Effect.Effect<(id: string) => string, StorageFailure> =>
  Effect.gen(function* () {
    const currents = new Map<string, string>()
    for (let from = 0; from < ids.length; from += asked) {
      const some = yield* Aliases.currentsOf(engine.storage, workspace, ids.slice(from, from + asked))
      for (const [id, current] of some) currents.set(id, current)
    }
    return (id) => currents.get(id) ?? id
  })

/** The ids that stand for some, once each, in order; gone are those that nobody has any more and who was erased. */
export const survivors = (
  engine: Engine,
  workspace: string,
  ids: ReadonlyArray<string>,
): Effect.Effect<ReadonlyArray<string>, StorageFailure> =>
  Effect.gen(function* () {
    const current = yield* standing(engine, workspace, ids)
    const unique = [...new Set(ids.map(current))]
    const there = new Set<string>()
    for (const noun of new Set(unique.flatMap((id) => nounOf(id) ?? []))) {
      const own = unique.filter((id) => nounOf(id) === noun)
      for (let from = 0; from < own.length; from += asked) {
        const rows = yield* engine.storage.get(workspace, noun, own.slice(from, from + asked))
        for (const row of rows) if (!isErased(row)) there.add(String(row.id))
      }
    }
    return unique.filter((id) => there.has(id))
  })

/** The ids that a noun's rows keep of whoever stands today for an id. */
export const storedOf = (
  engine: Engine,
  workspace: string,
  noun: NounName,
  field: string,
  listId: string | null,
  ids: ReadonlyArray<string>,
): Effect.Effect<(id: string) => ReadonlyArray<string>, StorageFailure> =>
  Effect.gen(function* () {
    const filter = listId === null ? null : ({ field: "listId", is: "eq", value: listId } as const)
    const kept = (yield* allRows(engine, workspace, noun, filter)).map((row) => String(row[field]))
    const current = yield* standing(engine, workspace, [...kept, ...ids])
    return (id) => kept.filter((one) => current(one) === current(id))
  })

/** The records of ids, as hits that no word was looked for in. */
export const hitsOf = (engine: Engine, workspace: string, ids: ReadonlyArray<string>) =>
  presentAll(
    engine,
    workspace,
    everything,
    ids.flatMap((id) => {
      const noun: Searchable | undefined = searchableOf(id)
      return noun === undefined ? [] : [{ id, noun, score: 0 }]
    }),
  )

/** A page of the records of ids, by a field in place of their own order. */
export const orderedHits = (
  engine: Engine,
  workspace: string,
  ids: ReadonlyArray<string>,
  order: OrderBy,
  { after = null, limit = 20, ...by }: Pick<Ordered.Asked, "nouns" | "command" | "subject"> & Paging,
) =>
  Effect.gen(function* () {
    const asked = { ...by, order, customs: yield* customsOf(engine, workspace, null, order) }
    const { cursor, found } = yield* Ordered.page(engine, workspace, { ids }, asked, { after, limit })
    const hits = yield* hitsOf(
      engine,
      workspace,
      found.map(({ id }) => id),
    )
    return { ...hits, cursor }
  })

const searchableOf = (id: string): Searchable | undefined => {
  const noun = nounOf(id)
  return noun !== undefined && isSearchable(noun) ? noun : undefined
}
