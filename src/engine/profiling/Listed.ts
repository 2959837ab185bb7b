import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import type { List } from "../../domain/search/List.js"
import type { StorageFailure } from "../../ports/StorageError.js"
import type { Engine } from "../Engine.js"
import { allRows } from "../Referring.js"
import type { Sorting } from "./Gathering.js"

/** Where a person was put by hand. */
export interface Listed {
  /** Whether the person wants to be in no segment. */
  readonly optedOut: boolean
  /** The lists that the person is on, newest first; those that were archived after all others. */
  readonly lists: ReadonlyArray<List>
}

/** What a person was put on or opted out of, under any of these ids. */
export const listed = (
  engine: Engine,
  workspace: string,
  ids: ReadonlyArray<string>,
  sort: Sorting,
): Effect.Effect<Listed, StorageFailure> =>
  Effect.gen(function* () {
    const out = yield* allRows(engine, workspace, "optOut", {
      and: [
        { field: "personId", is: "in", value: ids },
        { field: "withdrawnAt", is: "null" },
      ],
    })
    const members = yield* allRows(engine, workspace, "member", {
      and: [
        { field: "memberId", is: "in", value: ids },
        { field: "removedAt", is: "null" },
      ],
    })
    const on = [...new Set(members.map(({ listId }) => String(listId)))].toSorted().toReversed()
    const lists = sort.of("list", on.length === 0 ? [] : yield* engine.storage.get(workspace, "list", on))
    const [current, archived] = Arr.partition(lists, ({ archivedAt }) => archivedAt !== null)
    return { optedOut: out.length > 0, lists: [...current, ...archived] }
  })
