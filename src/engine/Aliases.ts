import * as Effect from "effect/Effect"
import { isMergeable } from "../domain/merge/Aliasing.js"
import { nounOf } from "../domain/Nouns.js"
import { renamedAll } from "../domain/Renamed.js"
import type { Filter, Storage } from "../ports/Storage.js"
import type { StorageFailure } from "../ports/StorageError.js"

/** The ids of the other side of the aliases whose field has one of the values, by that value. */
const across = (
  storage: Storage,
  workspace: string,
  field: "formerId" | "currentId",
  values: ReadonlyArray<string>,
  limit: number,
): Effect.Effect<ReadonlyArray<readonly [value: string, other: string]>, StorageFailure> =>
  values.length === 0
    ? Effect.succeed([])
    : Effect.map(
        storage.list({
          workspace,
          noun: "alias",
          filter: { field, is: "in", value: values },
          order: { field: "id", direction: "asc" },
          limit,
          after: null,
        }),
        (rows) =>
          rows.map(
            (row) => [String(row[field]), String(row[field === "formerId" ? "currentId" : "formerId"])] as const,
          ),
      )

/** The ids that stand for those whose records were merged away, however often; `back` are those that no longer are. */
export const currentsOf = (
  storage: Storage,
  workspace: string,
  ids: ReadonlyArray<string>,
  back: ReadonlySet<string> = new Set(),
): Effect.Effect<ReadonlyMap<string, string>, StorageFailure> =>
  Effect.gen(function* () {
    const found = new Map<string, string>()
    let next = ids.filter((id) => isMergeable(nounOf(id))).map((id) => [id, id] as const)
    while (next.length > 0) {
      const asked = [...new Set(next.map(([, id]) => id))]
      const hops = new Map(yield* across(storage, workspace, "formerId", asked, asked.length))
      next = next.flatMap(([id, at]) => {
        const hop = back.has(at) ? undefined : hops.get(at)
        return hop === undefined ? [] : [[id, hop] as const]
      })
      for (const [id, at] of next) found.set(id, at)
    }
    return found
  })

/** The id that stands for one whose record was merged away; null for any other. */
export const currentOf = (
  storage: Storage,
  workspace: string,
  id: string,
): Effect.Effect<string | null, StorageFailure> =>
  Effect.map(currentsOf(storage, workspace, [id]), (found) => found.get(id) ?? null)

/** How many records may have been merged into one. */
const most = 10_000

/** Every id that was merged into a record, or into one of several, directly or by way of another. */
export const formersOf = (
  storage: Storage,
  workspace: string,
  ...ids: ReadonlyArray<string>
): Effect.Effect<ReadonlyArray<string>, StorageFailure> =>
  Effect.gen(function* () {
    const found: Array<string> = []
    for (let next = ids.filter((id) => isMergeable(nounOf(id))); next.length > 0; ) {
      next = (yield* across(storage, workspace, "currentId", next, most)).map(([, former]) => former)
      found.push(...next)
    }
    return found
  })

/** A value with one id in place of another, wherever it stands. */
export const renamed = <A>(value: A, from: string, into: string): A => renamedAll(value, new Map([[from, into]]))

/** The ids that a filter asks for: by equality, or in a list. */
export const idsIn = (filter: Filter | null): ReadonlyArray<string> => {
  if (filter === null) return []
  if ("and" in filter) return filter.and.flatMap(idsIn)
  if ("or" in filter) return filter.or.flatMap(idsIn)
  if ("about" in filter) return typeof filter.about === "string" ? [filter.about] : filter.about
  return (filter.is === "eq" || filter.is === "contains") && typeof filter.value === "string" ? [filter.value] : []
}
